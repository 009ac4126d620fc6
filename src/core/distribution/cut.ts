import { shapeQuantile, type Cut, type Shape } from './shape.ts';

/** One step of our uniforms: probabilities are not told apart more finely. */
const PROBABILITY_STEP = 2 ** -53;

/**
 * Finds what lies inside bounds, by bisection on the quantile function. The probabilities are rounded to the inside,
 * so that quantiles between them respect the bounds.
 *
 * @param min  below `max`; -Infinity to cut nothing
 * @param max  Infinity to cut nothing
 */
export function cutToBounds(shape: Shape, min: number, max: number): Cut {
  const [, pLow] = bisect((p) => shapeQuantile(shape, p) >= min);
  const [pHigh] = bisect((p) => shapeQuantile(shape, p) > max);
  return { pLow, pHigh, min, max };
}

/**
 * Two neighbouring probabilities, the first where `holds` is false and the second where it is true; `holds` turns from
 * false to true once. [0, 0] when it is true from the start, [1, 1] when it is true nowhere.
 */
function bisect(holds: (p: number) => boolean): readonly [number, number] {
  if (holds(PROBABILITY_STEP)) return [0, 0];
  if (!holds(1 - PROBABILITY_STEP)) return [1, 1];
  let low = PROBABILITY_STEP;
  let high = 1 - PROBABILITY_STEP;
  while (high - low > PROBABILITY_STEP) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return [low, high];
}

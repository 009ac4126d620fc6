import * as Plot from '@observablehq/plot';
import type { MoneyScale } from './money-scale.ts';

/**
 * A range as a line with ends, `y` pixels from the top.
 *
 * @param ends amounts in the currency shown, the lower one first
 */
export function rangeBar(
  ends: readonly [number, number],
  y: number,
  colour: string,
  scale: MoneyScale,
): readonly Plot.Markish[] {
  const [x1, x2] = [scale.at(ends[0]), scale.at(ends[1])];
  return [
    Plot.ruleY([y], { x1, x2, stroke: colour, strokeWidth: 4 }),
    Plot.ruleX([x1, x2], { y1: y - 7, y2: y + 7, stroke: colour, strokeWidth: 2 }),
  ];
}

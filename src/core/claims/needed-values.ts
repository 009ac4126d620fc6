import { quantileAt } from '../distribution/marginal.ts';
import { Z_95 } from '../distribution/normal.ts';
import type { CompiledModel } from '../impact/compile.ts';
import type { MethodColumn } from '../impact/method.ts';
import type { AnyMethod } from '../impact/methods/registry.ts';
import type { WouldHaveToBeTrue } from './claim-assessment.ts';
import type { Doubt, PointModel } from './point-model.ts';

/** Inputs shown for each way of counting. */
const STRONGEST = 2;
const GRID = 64;
/** How far an input without a bound is followed, as a multiple of its middle. */
const FARTHEST_RATIO = 1e6;

/**
 * For the inputs that move one way of counting most, the value that alone would bring its middle estimate to an amount:
 * everything else stays at its middle.
 *
 * @param targetUsd  > 0
 * @param middleUsd  middle estimate of the method for the same measure, > 0
 */
export function neededValues(
  compiled: CompiledModel,
  model: PointModel,
  method: AnyMethod,
  column: MethodColumn,
  targetUsd: number,
  middleUsd: number,
  unitOf: (input: string) => string,
): readonly WouldHaveToBeTrue[] {
  return strongest(model, method, column).map(({ doubt, rises }) => {
    const input = doubt.input!;
    const { marginal } = compiled.inputs[input]!;
    const [low, middle, high] = [0.05, 0.5, 0.95].map((p) => quantileAt(marginal, p)) as [
      number,
      number,
      number,
    ];
    const upwards = targetUsd > middleUsd === rises;
    const bound = marginal.kind === 'constant' ? middle : upwards ? marginal.max : marginal.min;
    const ratio = (values: Float64Array): Float64Array => {
      const usd = model.withInput(method, column, input, values);
      const [atMiddle] = model.withInput(method, column, input, Float64Array.of(middle));
      return usd.map((amount) => amount / atMiddle!);
    };
    const needed = solve(ratio, middle, bound, targetUsd / middleUsd);
    return {
      input: doubt.id,
      words: doubt.words,
      unit: unitOf(doubt.id),
      within: method.method,
      needed,
      range: { low, middle, high },
      withinRange: needed !== null && needed >= low && needed <= high,
    };
  });
}

/** The inputs with a value of their own between whose 90 % ends the loss moves most, and whether it rises with them. */
function strongest(
  model: PointModel,
  method: AnyMethod,
  column: MethodColumn,
): { doubt: Doubt; rises: boolean }[] {
  const single = model.doubts
    .map((doubt, index) => ({ doubt, index }))
    .filter(({ doubt }) => doubt.input !== null);
  const points = single.flatMap(({ index }) =>
    [-Z_95, Z_95].map((score) => {
      const point = new Float64Array(model.doubts.length);
      point[index] = score;
      return point;
    }),
  );
  const losses = model.at(method, column, points);
  return single
    .map(({ doubt }, i) => ({ doubt, swing: Math.log(losses[2 * i + 1]! / losses[2 * i]!) }))
    .filter(({ swing }) => Math.abs(swing) > 0.05 && Number.isFinite(swing))
    .sort((a, b) => Math.abs(b.swing) - Math.abs(a.swing))
    .slice(0, STRONGEST)
    .map(({ doubt, swing }) => ({ doubt, rises: swing > 0 }));
}

/** Value between the middle and a bound at which a ratio that is 1 at the middle reaches the one asked for; null when none does. */
function solve(
  ratioAt: (values: Float64Array) => Float64Array,
  middle: number,
  bound: number,
  wanted: number,
): number | null {
  const end = Number.isFinite(bound)
    ? bound
    : middle * (bound > middle ? FARTHEST_RATIO : 1 / FARTHEST_RATIO);
  let [from, to] = [middle, end];
  for (let pass = 0; pass < 2; pass++) {
    const values = between(from, to);
    const ratios = ratioAt(values);
    const at = ratios.findIndex((ratio) => (wanted > 1 ? ratio >= wanted : ratio <= wanted));
    if (at === -1) return null;
    if (at === 0) return values[0]!;
    [from, to] = [values[at - 1]!, values[at]!];
  }
  return to;
}

/** A grid from one value to another, even in powers where both are positive. */
function between(from: number, to: number): Float64Array {
  const powers = from > 0 && to > 0;
  return Float64Array.from({ length: GRID + 1 }, (_, i) => {
    const share = i / GRID;
    return powers ? from * Math.pow(to / from, share) : from + (to - from) * share;
  });
}

import { invariant } from '../errors/invariant.ts';
import { log10StandardDeviation } from '../statistics/log-spread.ts';
import type { CompiledModel } from './compile.ts';
import type { MethodColumn } from './method.ts';
import type { Simulation } from './simulate.ts';
import { lendBytes, lendUnset } from '../memory/lent-arrays.ts';

/** One range from several methods: each draw takes the amounts of one of them. */
export interface Pool {
  /** Weight of every method, by index; 0 for parts. They sum to 1. */
  readonly weights: readonly number[];
  /** Method that each draw takes. */
  readonly methodAt: Uint8Array;
  readonly lost: Float64Array;
}

/**
 * Pools the methods that speak for the whole event, by a mixture of draws.
 *
 * Weights are 1/s², s the standard deviation of log10 of a method's draws after structural error, none above the
 * maximum. Two methods that disagree so widen the range; averaging would narrow it.
 *
 * @param weights  fixed weights, when a comparison holds those of its first scenario
 */
export function pool(model: CompiledModel, simulation: Simulation, weights?: readonly number[]): Pool {
  const whole = wholeMethods(model);
  const spreads = whole.map((index) =>
    log10StandardDeviation(simulation.methods[index]!.columns.get('lost')!),
  );
  const used = weights ?? precisionWeights(model, whole, spreads);
  const methodAt = lendBytes(simulation.draws);
  const lost = lendUnset(simulation.draws);
  const weighted = whole.filter((index) => used[index]! > 0);
  const mixed = weighted.length > 0 ? weighted : whole.slice(0, 1);
  const columns = mixed.map((index) => simulation.methods[index]!.columns.get('lost')!);
  const { pick } = simulation;
  for (let i = 0; i < simulation.draws; i++) {
    let at = 0;
    let below = used[mixed[0]!]!;
    while (at < mixed.length - 1 && pick[i]! >= below) below += used[mixed[++at]!]!;
    methodAt[i] = mixed[at]!;
    lost[i] = columns[at]![i]!;
  }
  const result = { weights: used, methodAt, lost };
  checkSpread(
    spreads.filter((_, i) => used[whole[i]!]! > 0),
    result,
  );
  return result;
}

/** Indices of the methods whose scope is the whole event; a lone part is all there is, and is used as such. */
export function wholeMethods(model: CompiledModel): number[] {
  const all = model.methods.map((_, index) => index);
  const whole = all.filter((index) => model.methods[index]!.scope === 'whole');
  return whole.length > 0 ? whole : all;
}

function precisionWeights(
  model: CompiledModel,
  whole: readonly number[],
  spreads: readonly number[],
): number[] {
  // A loss without spread (nothing stopped, one draw) says nothing of precision.
  const known = spreads.every((spread) => spread > 0);
  const raw = spreads.map((spread) => (known ? 1 / (spread * spread) : 1));
  const capped = capWeights(raw, Math.max(model.pooling.maximumWeight, 1 / whole.length));
  const weights = model.methods.map(() => 0);
  whole.forEach((index, i) => (weights[index] = capped[i]!));
  return weights;
}

/** Scales weights to sum 1 with none above the maximum; what one loses the others share in proportion. */
export function capWeights(raw: readonly number[], maximum: number): number[] {
  const total = raw.reduce((sum, value) => sum + value, 0);
  let weights = raw.map((value) => value / total);
  const capped = new Set<number>();
  for (;;) {
    const over = weights.findIndex((weight, i) => weight > maximum + 1e-12 && !capped.has(i));
    if (over < 0) return weights;
    capped.add(over);
    const free = raw.reduce((sum, value, i) => (capped.has(i) ? sum : sum + value), 0);
    const left = 1 - capped.size * maximum;
    weights = raw.map((value, i) => (capped.has(i) ? maximum : (value / free) * left));
  }
}

/** A mixture is never narrower than the narrowest thing it mixes; checked where draws are many enough to tell. */
function checkSpread(mixed: readonly number[], result: Pool): void {
  if (result.lost.length < 1000) return;
  const pooled = log10StandardDeviation(result.lost);
  invariant(pooled >= 0.9 * Math.min(...mixed), 'the pool is narrower than each of its methods');
}

/** One column of the pool; null unless every pooled method fills it. */
export function pooledColumn(simulation: Simulation, pooled: Pool, name: MethodColumn): Float64Array | null {
  const columns = simulation.methods.map((method) => method.columns.get(name));
  const missing = columns.some((column, index) => column === undefined && pooled.weights[index]! > 0);
  if (missing) return null;
  const { methodAt } = pooled;
  const values = lendUnset(methodAt.length);
  for (let i = 0; i < values.length; i++) values[i] = columns[methodAt[i]!]![i]!;
  return values;
}

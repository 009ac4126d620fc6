import { CHUNK_DRAWS, fillUniforms } from '../random/stream.ts';
import { risingOrder } from './rising-order.ts';
import type { RisingOrder } from './rising-order.ts';
import { giveBack, lendBytes } from '../memory/lent-arrays.ts';

const BINS = 20;
/** Their mean is what is compared with, so that its own noise is small. */
const REFERENCE_SPLITS = 8;

/**
 * Share of the 90 % range of the losses that would go if one input were known.
 *
 * Formula: 1 - (mean width in 20 equal bins of the input) / (the same in random bins of that size), not below 0; width
 * = log10 P95 - log10 P5, or P95 - P5 when any loss is 0 or less. Random bins stand for "nothing known" instead of all
 * draws together, because few draws look narrow by chance; so an input that does not matter gets about 0.
 *
 * @param uniforms  [n], the probabilities that the input was drawn at, 0 to 1
 * @param losses  [n], finite
 * @returns 0 to 1; 0 when the losses have no range, or are too few to fill the bins
 */
export function rangeShareRemoved(uniforms: Float64Array, losses: Float64Array): number {
  return rangeSharesRemoved(risingOrder(losses))(uniforms);
}

/**
 * The same for many inputs of one set of losses: the losses are sorted once, and each input costs a look at its bins and
 * a short walk from either end.
 *
 * @param rising  of the losses, [n], finite
 * @param splits  `randomSplits(n)`, for callers with many sets of losses
 * @returns function from the uniforms of an input to its share, as `rangeShareRemoved`
 */
export function rangeSharesRemoved(
  rising: RisingOrder,
  splits: readonly Bins[] = randomSplits(rising.sorted.length),
): (uniforms: Float64Array) => number {
  const { sorted } = rising;
  const scale = sorted.length > 0 && sorted[0]! > 0 ? Math.log10 : (loss: number) => loss;
  const references = splits.map((bins) => meanBinWidth(bins, rising, scale));
  const reference = references.reduce((a, b) => a + b, 0) / REFERENCE_SPLITS;
  return (uniforms) => {
    if (reference === 0) return 0;
    const bins = binsOf(uniforms, lendBytes(uniforms.length));
    const width = meanBinWidth(bins, rising, scale);
    giveBack(bins.binOf);
    return Math.max(0, 1 - width / reference);
  };
}

/** Draws in 20 bins. */
export interface Bins {
  /** Bin of each draw, 0 to 19: [n]. */
  readonly binOf: Uint8Array;
  /** Draws in each bin: [20]. */
  readonly counts: Uint32Array;
}

/** Bin of each draw by its uniform, filled into `binOf`. */
function binsOf(uniforms: Float64Array, binOf: Uint8Array): Bins {
  const counts = new Uint32Array(BINS + 1);
  for (let i = 0; i < binOf.length; i++) {
    // Only a probability that rounded to 1 comes to a bin of its own.
    const bin = (uniforms[i]! * BINS) | 0;
    binOf[i] = bin;
    counts[bin]!++;
  }
  if (counts[BINS] === 0) return { binOf, counts: counts.subarray(0, BINS) };
  for (let i = 0; i < binOf.length; i++) if (binOf[i] === BINS) binOf[i] = BINS - 1;
  return counted(binOf);
}

function counted(binOf: Uint8Array): Bins {
  const counts = new Uint32Array(BINS);
  for (let i = 0; i < binOf.length; i++) counts[binOf[i]!]!++;
  return { binOf, counts };
}

/** Mean over the bins of the width from P5 to P95. Bins without a draw are left out. */
function meanBinWidth(bins: Bins, rising: RisingOrder, scale: (loss: number) => number): number {
  const low = binQuantiles(bins, rising, 0.05);
  const high = binQuantiles(bins, rising, 0.95);
  let total = 0;
  let filled = 0;
  for (let bin = 0; bin < BINS; bin++) {
    if (bins.counts[bin] === 0) continue;
    total += scale(high[bin]!) - scale(low[bin]!);
    filled++;
  }
  return filled === 0 ? 0 : total / filled;
}

/**
 * Quantile of type 7 of the losses in every bin. Losses are dealt to their bins from the nearer end on, in order, until
 * each bin holds the two that its quantile lies between: mostly a tenth of all.
 *
 * @param p  probability, 0 to 1
 * @returns [20]; 0 for a bin without a draw
 */
export function binQuantiles(
  { binOf, counts }: Bins,
  { order, sorted }: RisingOrder,
  p: number,
): Float64Array {
  const n = sorted.length;
  const fromTop = p > 0.5;
  // How many of a bin lie between its end and either neighbour of the quantile; far is reached last.
  const near = new Uint32Array(BINS);
  const far = new Uint32Array(BINS);
  let open = 0;
  for (let bin = 0; bin < BINS; bin++) {
    if (counts[bin] === 0) continue;
    open++;
    const last = counts[bin]! - 1;
    const [lower, upper] = [Math.floor(last * p), Math.ceil(last * p)];
    near[bin] = fromTop ? last - upper : lower;
    far[bin] = fromTop ? last - lower : upper;
  }
  const nearLoss = new Float64Array(BINS);
  const farLoss = new Float64Array(BINS);
  const dealt = new Uint32Array(BINS);
  for (let step = 0; open > 0 && step < n; step++) {
    const rank = fromTop ? n - 1 - step : step;
    const bin = binOf[order[rank]!]!;
    const place = dealt[bin]!++;
    if (place === near[bin]) nearLoss[bin] = sorted[rank]!;
    if (place !== far[bin]) continue;
    farLoss[bin] = sorted[rank]!;
    open--;
  }
  return nearLoss.map((loss, bin) => {
    const position = Math.max(0, counts[bin]! - 1) * p;
    const [lower, upper] = fromTop ? [farLoss[bin]!, loss] : [loss, farLoss[bin]!];
    return lower + (position - Math.floor(position)) * (upper - lower);
  });
}

/** Splits of the draws that are kept in detail: what is asked for in every estimate. */
const MOST_KEPT = 5 * CHUNK_DRAWS;
let keptSplits: readonly Uint8Array[] = [];

/**
 * Bins that belong to no input: [splits][n]. The seed is fixed: the correction is part of the statistic, not of the
 * draws. Fewer draws have the first of the bins of more, so the longest that were made are kept.
 */
export function randomSplits(n: number): readonly Bins[] {
  const length = keptSplits[0]?.length ?? 0;
  const splits = n > length ? makeSplits(n) : keptSplits;
  if (n > length && n <= MOST_KEPT) keptSplits = splits;
  return splits.map((binOf) => counted(binOf.subarray(0, n)));
}

function makeSplits(n: number): readonly Uint8Array[] {
  const uniforms = new Float64Array(n);
  return Array.from({ length: REFERENCE_SPLITS }, (_, split) => {
    for (let chunk = 0; chunk * CHUNK_DRAWS < n; chunk++) {
      const part = uniforms.subarray(chunk * CHUNK_DRAWS, (chunk + 1) * CHUNK_DRAWS);
      fillUniforms(part, 0, `range-removed/${split}`, chunk, 'bootstrap');
    }
    return binsOf(uniforms, new Uint8Array(n)).binOf;
  });
}

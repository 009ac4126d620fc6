import { CHUNK_DRAWS, fillUniforms } from '../random/stream.ts';
import { sortedQuantile } from './quantiles.ts';
import { risingOrder } from './rising-order.ts';
import { giveBack, lendBytes, lendFloats } from '../memory/lent-arrays.ts';

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
  return rangeSharesRemoved(losses)(uniforms);
}

/**
 * The same for many inputs of one set of losses: the losses are sorted once, then each input costs one pass.
 *
 * @param losses  [n], finite
 * @param splits  `randomSplits(n)`, for callers with many sets of losses
 * @returns function from the uniforms of an input to its share, as `rangeShareRemoved`
 */
export function rangeSharesRemoved(
  losses: Float64Array,
  splits: readonly Uint8Array[] = randomSplits(losses.length),
): (uniforms: Float64Array) => number {
  const { order, sorted } = risingOrder(losses);
  const scale = sorted.length > 0 && sorted[0]! > 0 ? Math.log10 : (loss: number) => loss;
  const dealt = lendFloats(sorted.length);
  const widthOf = (bins: Uint8Array): number => meanBinWidth(bins, order, sorted, dealt, scale);
  const references = splits.map(widthOf);
  const reference = references.reduce((a, b) => a + b, 0) / REFERENCE_SPLITS;
  return (uniforms) => {
    if (reference === 0) return 0;
    const bins = binsOf(uniforms);
    const width = widthOf(bins);
    giveBack(bins);
    return Math.max(0, 1 - width / reference);
  };
}

/** Bin of each draw, 0 to 19, by its uniform. */
function binsOf(uniforms: Float64Array): Uint8Array {
  const bins = lendBytes(uniforms.length);
  for (let i = 0; i < bins.length; i++) bins[i] = Math.min(BINS - 1, uniforms[i]! * BINS);
  return bins;
}

/**
 * Mean over the bins of the width from P5 to P95. One pass in order of the losses deals them to their bins, so that
 * each bin arrives sorted. Bins without a draw are left out.
 *
 * @param dealt  [n], scratch
 */
function meanBinWidth(
  bins: Uint8Array,
  order: Uint32Array,
  sorted: Float64Array,
  dealt: Float64Array,
  scale: (loss: number) => number,
): number {
  const n = sorted.length;
  const counts = new Uint32Array(BINS);
  for (let i = 0; i < n; i++) counts[bins[i]!]!++;
  const ends = new Uint32Array(BINS);
  let end = 0;
  for (let bin = 0; bin < BINS; bin++) {
    ends[bin] = end;
    end += counts[bin]!;
  }
  for (let rank = 0; rank < n; rank++) {
    const bin = bins[order[rank]!]!;
    dealt[ends[bin]!++] = sorted[rank]!;
  }
  let total = 0;
  let filled = 0;
  for (let bin = 0; bin < BINS; bin++) {
    if (counts[bin] === 0) continue;
    const inside = dealt.subarray(ends[bin]! - counts[bin]!, ends[bin]);
    total += scale(sortedQuantile(inside, 0.95)) - scale(sortedQuantile(inside, 0.05));
    filled++;
  }
  return filled === 0 ? 0 : total / filled;
}

/**
 * Bins that belong to no input: [splits][n]. The seed is fixed: the correction is part of the statistic, not of the
 * draws.
 */
export function randomSplits(n: number): readonly Uint8Array[] {
  const uniforms = lendFloats(n);
  return Array.from({ length: REFERENCE_SPLITS }, (_, split) => {
    for (let chunk = 0; chunk * CHUNK_DRAWS < n; chunk++) {
      const part = uniforms.subarray(chunk * CHUNK_DRAWS, (chunk + 1) * CHUNK_DRAWS);
      fillUniforms(part, 0, `range-removed/${split}`, chunk, 'bootstrap');
    }
    return binsOf(uniforms);
  });
}

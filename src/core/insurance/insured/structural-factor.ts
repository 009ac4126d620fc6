import { truncatedT6Quantile } from '../../distribution/student-t6.ts';
import { chunkCount, chunkSize } from '../../impact/run-chunk.ts';
import { CHUNK_DRAWS, fillUniforms } from '../../random/stream.ts';
import { sum } from '../../statistics/sum.ts';

/** Levels at which the mean is summed; more change it by less than a millionth. */
const LEVELS = 20_000;

/** What the form of the model cannot know, as a factor at a level of belief: 10^(0.9 s t), t of `truncatedT6Quantile`. */
function factorAt(logSd: number, u: number): number {
  return Math.exp(0.9 * logSd * Math.LN10 * truncatedT6Quantile(u));
}

/**
 * One structural factor a draw, of median 1, for all policies of the draw: it must not average out over a book.
 *
 * @param stream  `structural/systemic`: the name of an estimate's stream, so that a book and an estimate agree
 * @param logSd   s, log10, ≥ 0
 * @returns [draws]
 */
export function structuralFactors(stream: string, logSd: number, seed: number, draws: number): Float64Array {
  const factors = new Float64Array(draws);
  for (let chunk = 0; chunk < chunkCount(draws); chunk++) {
    const from = chunk * CHUNK_DRAWS;
    fillUniforms(factors.subarray(from, from + chunkSize(draws, chunk)), seed, stream, chunk);
  }
  for (let draw = 0; draw < draws; draw++) factors[draw] = factorAt(logSd, factors[draw]!);
  return factors;
}

/**
 * Mean of the structural factor; dividing by it makes an average annual loss mean-neutral.
 *
 * Formula: ∫ F(u) du over 0–1, by the midpoint rule
 *
 * @param logSd  s, log10, ≥ 0
 * @example s = 0.25, 0.33, 0.45, 0.5: 1.19, 1.36, 1.77, 2.03
 */
export function structuralMean(logSd: number): number {
  return sum(Float64Array.from({ length: LEVELS }, (_, i) => factorAt(logSd, (i + 0.5) / LEVELS))) / LEVELS;
}

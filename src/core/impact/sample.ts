import { fillQuantiles } from '../distribution/marginal.ts';
import { drawnNormalCdf, drawnNormalScore } from '../distribution/normal-table.ts';
import { fillUniforms } from '../random/stream.ts';
import type { CompiledInput } from './parameter-book.ts';
import { lendFloats } from '../memory/lent-arrays.ts';

/**
 * Samples every input of one chunk.
 *
 * Chance enters here and nowhere else: each input reads the stream of its own name, so that adding one leaves the
 * others as they were. Inputs of a family share a factor: score = √ρ z_family + √(1 − ρ) z, read back through Φ.
 *
 * @returns [inputs][n]
 */
export function sampleInputs(
  inputs: readonly CompiledInput[],
  seed: number,
  chunk: number,
  n: number,
): Float64Array[] {
  const familyScores = new Map<string, Float64Array>();
  return inputs.map((input) => {
    const column = lendFloats(n);
    if (input.marginal.kind !== 'constant') {
      fillUniforms(column, seed, input.stream, chunk);
      if (input.family !== null) {
        const shared = scoresOf(input.family.stream, familyScores, seed, chunk, n);
        correlate(column, shared, input.family.correlation);
      }
    }
    fillQuantiles(input.marginal, column, column, n);
    return column;
  });
}

function scoresOf(
  stream: string,
  known: Map<string, Float64Array>,
  seed: number,
  chunk: number,
  n: number,
): Float64Array {
  let scores = known.get(stream);
  if (scores === undefined) {
    scores = lendFloats(n);
    fillUniforms(scores, seed, stream, chunk);
    for (let i = 0; i < n; i++) scores[i] = drawnNormalScore(scores[i]!);
    known.set(stream, scores);
  }
  return scores;
}

/** Turns independent uniforms into uniforms that share a factor, in place. */
function correlate(uniforms: Float64Array, shared: Float64Array, correlation: number): void {
  const common = Math.sqrt(correlation);
  const own = Math.sqrt(1 - correlation);
  for (let i = 0; i < uniforms.length; i++) {
    uniforms[i] = drawnNormalCdf(common * shared[i]! + own * drawnNormalScore(uniforms[i]!));
  }
}

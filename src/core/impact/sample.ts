import { fillQuantiles } from '../distribution/marginal.ts';
import { drawnNormalCdf, drawnNormalScore } from '../distribution/normal-table.ts';
import { fillUniforms } from '../random/stream.ts';
import type { CompiledInput } from './parameter-book.ts';
import { giveBack, lendUnset } from '../memory/lent-arrays.ts';

/** Uniforms by the name of their stream, [n] each: the probabilities at which inputs were drawn. */
export type DrawnUniforms = Map<string, Float64Array>;

/**
 * Samples every input of one chunk.
 *
 * Chance enters here and nowhere else: each input reads the stream of its own name, so that adding one leaves the
 * others as they were. Inputs of a family share a factor: score = √ρ z_family + √(1 − ρ) z, read back through Φ.
 *
 * @param drawn  keeps the uniforms of every stream, but not what inputs of a family draw beside their factor
 * @returns [inputs][n]
 */
export function sampleInputs(
  inputs: readonly CompiledInput[],
  seed: number,
  chunk: number,
  n: number,
  drawn: DrawnUniforms = new Map(),
): Float64Array[] {
  const familyScores = new Map<string, Float64Array>();
  const columns = inputs.map(({ marginal, family, stream }) => {
    const column = lendUnset(n);
    if (marginal.kind === 'constant' || family === null) {
      const uniforms = marginal.kind === 'constant' ? column : drawUniforms(drawn, n, seed, stream, chunk);
      fillQuantiles(marginal, uniforms, column, n);
      return column;
    }
    let shared = familyScores.get(family.stream);
    if (shared === undefined) {
      shared = scoresOf(drawUniforms(drawn, n, seed, family.stream, chunk));
      familyScores.set(family.stream, shared);
    }
    fillUniforms(column, seed, stream, chunk);
    correlate(column, shared, family.correlation);
    fillQuantiles(marginal, column, column, n);
    return column;
  });
  for (const scores of familyScores.values()) giveBack(scores);
  return columns;
}

/** Stream that the probabilities of an input stand under in `DrawnUniforms`: its family's where it has one; null for a constant. */
export function drawnStream({ marginal, family, stream }: CompiledInput): string | null {
  if (marginal.kind === 'constant') return null;
  return family === null ? stream : family.stream;
}

/** Uniforms of one stream, [n]: those already drawn, or else new ones, which are kept. */
export function drawUniforms(
  drawn: DrawnUniforms,
  n: number,
  seed: number,
  stream: string,
  chunk: number,
): Float64Array {
  let uniforms = drawn.get(stream);
  if (uniforms === undefined) {
    uniforms = lendUnset(n);
    fillUniforms(uniforms, seed, stream, chunk);
    drawn.set(stream, uniforms);
  }
  return uniforms;
}

function scoresOf(uniforms: Float64Array): Float64Array {
  const scores = lendUnset(uniforms.length);
  for (let i = 0; i < scores.length; i++) scores[i] = drawnNormalScore(uniforms[i]!);
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

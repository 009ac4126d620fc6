import { sameMarginal } from '../distribution/marginal.ts';
import { giveBack } from '../memory/lent-arrays.ts';
import type { CompiledInput } from './parameter-book.ts';
import { drawnStream, sampleInputs } from './sample.ts';
import type { DrawnUniforms } from './sample.ts';

/**
 * What the last estimate drew, by chunk, for the next one: a slider moves few inputs, and all others are drawn alike.
 * Whoever asks for estimates owns it and hands it in again; `sampleOrKeep` replaces what it holds, so that it never
 * holds more than one run: inputs × draws × 8 bytes, and as much again for the uniforms.
 */
export type KeptDraws = Map<number, KeptChunk>;

interface KeptChunk {
  readonly seed: number;
  /** Draws. */
  readonly n: number;
  /** By name of the input. */
  readonly columns: ReadonlyMap<string, KeptColumn>;
  readonly drawn: ReadonlyMap<string, Float64Array>;
}

interface KeptColumn {
  readonly input: CompiledInput;
  readonly draws: Float64Array;
}

/**
 * The inputs of one chunk as `sampleInputs` draws them, to the byte. An input keeps its last draws only where everything
 * that they depend on is as it was: seed, number of draws, stream, family and distribution.
 *
 * @param drawn  gets the uniforms of every stream
 * @returns [inputs][n], not to be written to
 */
export function sampleOrKeep(
  kept: KeptDraws,
  inputs: readonly CompiledInput[],
  seed: number,
  chunk: number,
  n: number,
  drawn: DrawnUniforms,
): Float64Array[] {
  const last = kept.get(chunk);
  const before = last?.seed === seed && last.n === n ? last : null;
  const columns = new Map<string, KeptColumn>();
  for (const input of inputs) {
    const known = before?.columns.get(input.name);
    if (known !== undefined && drawnAlike(known.input, input)) columns.set(input.name, known);
  }
  const changed = inputs.filter(({ name }) => !columns.has(name));
  const uniforms: DrawnUniforms = new Map(before?.drawn);
  sampleInputs(changed, seed, chunk, n, uniforms).forEach((draws, i) => {
    const input = changed[i]!;
    columns.set(input.name, { input, draws: ownCopy(draws) });
  });
  for (const input of inputs) {
    const stream = drawnStream(input);
    if (stream === null || drawn.has(stream)) continue;
    drawn.set(stream, before?.drawn.get(stream) ?? ownCopy(uniforms.get(stream)!));
  }
  kept.set(chunk, { seed, n, columns, drawn: new Map(drawn) });
  return inputs.map(({ name }) => columns.get(name)!.draws);
}

/** What is lent for one estimate cannot be kept for the next. */
function ownCopy(lent: Float64Array): Float64Array {
  const own = lent.slice();
  giveBack(lent);
  return own;
}

function drawnAlike(a: CompiledInput, b: CompiledInput): boolean {
  return (
    a.stream === b.stream &&
    a.family?.stream === b.family?.stream &&
    a.family?.correlation === b.family?.correlation &&
    sameMarginal(a.marginal, b.marginal)
  );
}

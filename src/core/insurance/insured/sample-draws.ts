import type { DrawTable } from '../../impact/method.ts';
import type { CompiledInput } from '../../impact/parameter-book.ts';
import { chunkCount, chunkSize } from '../../impact/run-chunk.ts';
import { sampleInputs } from '../../impact/sample.ts';
import { CHUNK_DRAWS } from '../../random/stream.ts';

/** Every draw of every input, the chunks laid side by side: [inputs][draws]. */
export function sampleDraws(inputs: readonly CompiledInput[], seed: number, draws: number): DrawTable {
  const all = inputs.map(() => new Float64Array(draws));
  for (let chunk = 0; chunk < chunkCount(draws); chunk++) {
    sampleInputs(inputs, seed, chunk, chunkSize(draws, chunk)).forEach((part, input) => {
      all[input]!.set(part, chunk * CHUNK_DRAWS);
    });
  }
  return all;
}

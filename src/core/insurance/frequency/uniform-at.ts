import { CHUNK_DRAWS, fillUniforms } from '../../random/stream.ts';

/**
 * One number of a long stream, uniform inside (0, 1). It depends on the seed, the name and the index only.
 *
 * @param index  place in the stream, >= 0
 */
export function uniformAt(seed: number, name: string, index: number): number {
  const within = index % CHUNK_DRAWS;
  const out = new Float64Array(within + 1);
  fillUniforms(out, seed, name, Math.floor(index / CHUNK_DRAWS), 'event-years');
  return out[within]!;
}

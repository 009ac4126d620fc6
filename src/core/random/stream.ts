import { invariant } from '../errors/invariant.ts';
import { philoxBlock } from './philox.ts';
import { stableHash } from './stable-hash.ts';
import { fillUnitInterval, legalState } from './xoshiro128.ts';

/** What the numbers are for; each purpose has streams of its own under the same name. */
export type Purpose = 'sampling' | 'sobol-scramble' | 'bootstrap' | 'event-years';

/** Draws per chunk. Part of the promise of equal bytes: it belongs to the engine version. */
export const CHUNK_DRAWS = 4096;

const PURPOSE_WORD: Readonly<Record<Purpose, number>> = {
  sampling: 0,
  'sobol-scramble': 1,
  bootstrap: 2,
  'event-years': 3,
};

const TWO_TO_32 = 2 ** 32;

/** A named stream. Hashing its name costs as much as a hundred numbers: who fills from it often keeps it. */
export interface Stream {
  readonly high: number;
  readonly low: number;
}

/** @param name  path of the input, such as `recapture.retail-trade` */
export function streamOf(name: string): Stream {
  const [high, low] = stableHash(name);
  return { high, low };
}

/** State of the generator at hand; it starts anew with each chunk. */
const state = new Uint32Array(4);

/**
 * Fills `out` with the first numbers of one chunk of one named stream, uniform strictly inside (0, 1).
 * Each (seed, name, chunk, purpose) is a stream of its own: chunks can be made in any order or alone, another name
 * does not move this one, and a shorter `out` gets the same leading values.
 *
 * State = one Philox block (counter: hash of the name, chunk, purpose; key: the seed), then xoshiro128++.
 *
 * @param out  at most CHUNK_DRAWS long
 * @param seed  integer, 0 to 2^53-1
 * @param chunk  index of the chunk, 0 to 2^32-1
 */
export function fillFrom(
  { high, low }: Stream,
  out: Float64Array,
  seed: number,
  chunk: number,
  purpose: Purpose = 'sampling',
): void {
  invariant(Number.isSafeInteger(seed) && seed >= 0, `seed ${seed} is not an integer from 0 to 2^53-1`);
  invariant(
    Number.isInteger(chunk) && chunk >= 0 && chunk < TWO_TO_32,
    `chunk ${chunk} is not a 32-bit index`,
  );
  invariant(out.length <= CHUNK_DRAWS, `${out.length} draws asked of one chunk of ${CHUNK_DRAWS}`);
  const counter = [low, high, chunk, PURPOSE_WORD[purpose]] as const;
  const key = [seed % TWO_TO_32, Math.floor(seed / TWO_TO_32)] as const;
  philoxBlock(counter, key, state);
  fillUnitInterval(out, legalState(state));
}

/** The same from the name of the stream. */
export function fillUniforms(
  out: Float64Array,
  seed: number,
  name: string,
  chunk: number,
  purpose: Purpose = 'sampling',
): void {
  fillFrom(streamOf(name), out, seed, chunk, purpose);
}

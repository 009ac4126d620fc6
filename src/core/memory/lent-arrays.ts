/**
 * Arrays of draws, lent for the length of one estimate and used again by the next. Browsers clear and map each new array
 * afresh, which took longer than the estimate itself; outside `lending` every array is simply new.
 */

/** Longer ones are left to the collector, so that one large run does not hold memory for ever. */
const LONGEST_KEPT = 1 << 15;

type Lent = Float64Array | Uint32Array | Uint8Array;

interface Shelf<Kind extends Lent> {
  readonly free: Map<number, Kind[]>;
  readonly make: (length: number) => Kind;
}

const floats: Shelf<Float64Array> = { free: new Map(), make: (length) => new Float64Array(length) };
const words: Shelf<Uint32Array> = { free: new Map(), make: (length) => new Uint32Array(length) };
const bytes: Shelf<Uint8Array> = { free: new Map(), make: (length) => new Uint8Array(length) };

/** Puts back what was lent since the scope began, in the order of lending; null outside any scope. */
let scope: Map<Lent, () => void> | null = null;

/**
 * Runs `work`, then takes back every array lent meanwhile: nothing that it returns may hold one. Scopes may be nested.
 *
 * @param work  synchronous
 */
export function lending<Result>(work: () => Result): Result {
  const outer = scope;
  const own = new Map<Lent, () => void>();
  scope = own;
  try {
    return work();
  } finally {
    scope = outer;
    for (const putBack of own.values()) putBack();
  }
}

/** [length] zeros. */
export function lendFloats(length: number): Float64Array {
  return lend(floats, length, true);
}

/** [length] of whatever was there before: for a caller that writes every element. */
export function lendUnset(length: number): Float64Array {
  return lend(floats, length, false);
}

/** [length] zeros. */
export function lendWords(length: number): Uint32Array {
  return lend(words, length, true);
}

/** [length] of whatever was there before, as `lendUnset`. */
export function lendUnsetWords(length: number): Uint32Array {
  return lend(words, length, false);
}

/** [length] zeros. */
export function lendBytes(length: number): Uint8Array {
  return lend(bytes, length, true);
}

/** Takes back an array that is no longer needed, before its scope ends. */
export function giveBack(array: Lent): void {
  scope?.get(array)?.();
  scope?.delete(array);
}

function lend<Kind extends Lent>(shelf: Shelf<Kind>, length: number, zeros: boolean): Kind {
  if (scope === null || length > LONGEST_KEPT) return shelf.make(length);
  const free = shelf.free.get(length) ?? [];
  if (free.length === 0) shelf.free.set(length, free);
  const kept = free.pop();
  if (zeros) kept?.fill(0);
  const array = kept ?? shelf.make(length);
  scope.set(array, () => free.push(array));
  return array;
}

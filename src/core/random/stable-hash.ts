const PRIME_LOW = 0x1b3; // the 64-bit FNV prime is 2^40 + 0x1b3
const OFFSET_HIGH = 0xcbf29ce4;
const OFFSET_LOW = 0x84222325;
const TWO_TO_32 = 2 ** 32;
const utf8 = new TextEncoder();

/**
 * 64-bit FNV-1a hash of the UTF-8 bytes of a name, as two unsigned 32-bit words.
 * It names a random stream, so it must never change; it is not for security.
 *
 * @returns [upper 32 bits, lower 32 bits]
 * Source: Fowler, Noll, Vo, "The FNV Non-Cryptographic Hash Algorithm", IETF draft-eastlake-fnv
 */
export function stableHash(name: string): readonly [high: number, low: number] {
  let high = OFFSET_HIGH;
  let low = OFFSET_LOW;
  for (const byte of utf8.encode(name)) {
    low = (low ^ byte) >>> 0;
    // (high, low) x (2^40 + 0x1b3) modulo 2^64; 2^32 x 0x1b3 stays far below 2^53, so the doubles are exact.
    const lowProduct = low * PRIME_LOW;
    high = (high * PRIME_LOW + Math.floor(lowProduct / TWO_TO_32) + ((low << 8) >>> 0)) % TWO_TO_32;
    low = lowProduct % TWO_TO_32;
  }
  return [high, low];
}

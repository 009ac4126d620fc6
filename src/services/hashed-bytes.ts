import { openSha256 } from '../core/units/hash.ts';

/** Bytes that are hashed while they are read. */
export interface HashedBytes {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** SHA-256 of what has been read so far, in lower-case hexadecimal. */
  readonly sha256: () => string;
}

/** The same pieces, and the hash of their bytes once they are read; nothing is kept of them. */
export function hashedBytes(bytes: AsyncIterable<Uint8Array>): HashedBytes {
  const hash = openSha256();
  async function* read(): AsyncGenerator<Uint8Array> {
    for await (const piece of bytes) {
      hash.add(piece);
      yield piece;
    }
  }
  return { bytes: read(), sha256: hash.hex };
}

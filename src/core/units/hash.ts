import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical-json.ts';

const BASE32_ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const RESULT_ID_LENGTH = 26;

/** SHA-256 of bytes, or of the UTF-8 bytes of a text, in lower-case hexadecimal. Source: FIPS 180-4. */
export function sha256Hex(content: string | Uint8Array): string {
  return bytesToHex(sha256(bytesOf(content)));
}

/** SHA-256 of bytes that come in pieces; where they are cut changes nothing. */
export interface RunningSha256 {
  readonly add: (bytes: Uint8Array) => void;
  /** In lower-case hexadecimal, of all that was added so far. */
  readonly hex: () => string;
}

export function openSha256(): RunningSha256 {
  const hash = sha256.create();
  return { add: (bytes) => void hash.update(bytes), hex: () => bytesToHex(hash.clone().digest()) };
}

/** Base 32 of bytes in lower case, without padding. Source: RFC 4648, section 6. */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += BASE32_ALPHABET.charAt((buffer >>> bits) & 31);
    }
    buffer &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + BASE32_ALPHABET.charAt((buffer << (5 - bits)) & 31);
}

/** Name of a result by its content: the first 26 characters (130 bits) of base 32 of SHA-256 of the canonical JSON. */
export function resultId(value: unknown): string {
  return base32(sha256(utf8ToBytes(canonicalJson(value)))).slice(0, RESULT_ID_LENGTH);
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? utf8ToBytes(content) : content;
}

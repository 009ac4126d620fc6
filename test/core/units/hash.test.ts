import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base32, openSha256, resultId, sha256Hex } from '../../../src/core/units/hash.ts';

describe('sha256Hex', () => {
  // NIST, "SHA-256 Examples" (FIPS 180-4): the message "abc", the empty message and the 448-bit message.
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('hashes %j', (text, hash) => {
    expect(sha256Hex(text)).toBe(hash);
    expect(sha256Hex(new TextEncoder().encode(text))).toBe(hash);
  });
});

describe('openSha256', () => {
  it('gives the hash of the whole, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 }), (pieces) => {
        const hash = openSha256();
        let sofar: number[] = [];
        for (const piece of pieces) {
          hash.add(piece);
          sofar = [...sofar, ...piece];
          expect(hash.hex()).toBe(sha256Hex(Uint8Array.from(sofar)));
        }
        expect(hash.hex()).toBe(sha256Hex(Uint8Array.from(pieces.flatMap((piece) => [...piece]))));
      }),
    );
  });
});

describe('base32', () => {
  // RFC 4648, section 10, in lower case and without padding.
  it.each([
    ['', ''],
    ['f', 'my'],
    ['fo', 'mzxq'],
    ['foo', 'mzxw6'],
    ['foob', 'mzxw6yq'],
    ['fooba', 'mzxw6ytb'],
    ['foobar', 'mzxw6ytboi'],
  ])('encodes %j', (text, encoded) => {
    expect(base32(new TextEncoder().encode(text))).toBe(encoded);
  });
});

describe('resultId', () => {
  it('is the start of base 32 of SHA-256 of the canonical JSON', () => {
    // python3: base64.b32encode(hashlib.sha256(b'{"a":[true,null],"b":1}').digest()).decode().lower()[:26]
    expect(resultId({ b: 1, a: [true, null] })).toBe('kfyfule6wpt6ieffr5uwu5ymhl');
  });

  it('differs for different content', () => {
    expect(resultId({ a: 1 })).not.toBe(resultId({ a: 2 }));
  });
});

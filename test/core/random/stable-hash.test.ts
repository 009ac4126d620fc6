import { describe, expect, it } from 'vitest';
import { stableHash } from '../../../src/core/random/stable-hash.ts';

describe('stableHash', () => {
  // FNV-1a 64 test vectors of draft-eastlake-fnv (appendix "Test Vectors"); the last two by the definition in Python 3.
  it.each([
    ['', 0xcbf29ce4, 0x84222325],
    ['a', 0xaf63dc4c, 0x8601ec8c],
    ['foobar', 0x85944171, 0xf73967e8],
    ['recapture.retail-trade', 0x97409025, 0x39d78748],
    ['durée', 0xee7861e5, 0xee9cc7cf],
  ])('hashes %j', (name, high, low) => {
    expect(stableHash(name)).toEqual([high, low]);
  });
});

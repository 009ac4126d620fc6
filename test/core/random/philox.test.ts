import { describe, expect, it } from 'vitest';
import { philoxBlock } from '../../../src/core/random/philox.ts';

const ONES = 0xffffffff;

describe('philoxBlock', () => {
  // Random123, tests/kat_vectors, rows "philox4x32 10": https://github.com/DEShawResearch/random123
  it.each([
    ['zeros', [0, 0, 0, 0], [0, 0], [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]],
    ['all ones', [ONES, ONES, ONES, ONES], [ONES, ONES], [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd]],
    [
      'digits of pi',
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
    ],
  ] as const)('gives the published answer for %s', (_name, counter, key, expected) => {
    const block = new Uint32Array(4);
    philoxBlock(counter, key, block);
    expect([...block]).toEqual(expected);
  });
});

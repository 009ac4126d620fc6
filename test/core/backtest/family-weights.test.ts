import { describe, expect, it } from 'vitest';
import { familyShare, withoutFamily } from '../../../src/core/backtest/family-weights.ts';

const rows = [
  { family: 'a', hit: true },
  { family: 'a', hit: false },
  { family: 'a', hit: false },
  { family: 'b', hit: true },
];

describe('families', () => {
  it('have one voice each', () => {
    // Family a: 1 of 3; family b: 1 of 1.
    expect(familyShare(rows, (row) => row.hit)).toBeCloseTo((1 / 3 + 1) / 2, 14);
  });

  it('are left out whole', () => {
    expect(withoutFamily(rows, 'a')).toEqual([{ family: 'b', hit: true }]);
  });
});

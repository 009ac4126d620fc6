import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { twentyDots } from '../../src/report/twenty-dots.ts';
import { certainLoss, lossOf } from '../support/estimate-result.ts';

describe('twentyDots', () => {
  it('counts outcomes between round amounts', () => {
    expect(twentyDots(lossOf(0.49e9, 12.6))).toEqual([
      { label: 'under $100 million', count: 3 },
      { label: '$100 to 300 million', count: 4 },
      { label: '$300 million to 1 billion', count: 7 },
      { label: '$1 to 3 billion', count: 4 },
      { label: '$3 to 10 billion', count: 1 },
      { label: '$10 to 30 billion', count: 1 },
      { label: 'over $30 billion', count: 0, chance: 'less than 1 chance in 200' },
    ]);
  });

  it('always has twenty, in at most nine rows', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1e13, noNaN: true }),
        fc.double({ min: 1.0001, max: 1e5, noNaN: true }),
        (middle, factor) => {
          const rows = twentyDots(lossOf(middle, factor));
          expect(rows.reduce((sum, row) => sum + row.count, 0)).toBe(20);
          expect(rows.length).toBeLessThanOrEqual(9);
        },
      ),
    );
  });

  it('tells outcomes without any loss apart', () => {
    const loss = lossOf(10e6, 10);
    const quantiles = loss.quantiles.map(([p, usd]) => [p, p < 0.4 ? 0 : usd] as const);
    const rows = twentyDots({ ...loss, quantiles });
    expect(rows[0]).toEqual({ label: 'nothing', count: 8 });
    expect(rows.reduce((sum, row) => sum + row.count, 0)).toBe(20);
  });

  it('is one row when nothing is ever lost', () => {
    expect(twentyDots(certainLoss(0))).toEqual([{ label: 'nothing', count: 20 }]);
  });

  it('uses finer steps for a narrow range', () => {
    const labels = twentyDots(lossOf(2e9, 1.6)).map((row) => row.label);
    expect(labels).toContain('$1.5 to 2 billion');
  });

  it('writes other currencies', () => {
    expect(twentyDots(lossOf(0.49e9, 12.6), 'EUR')[0]?.label).toBe('under EUR 100 million');
  });
});

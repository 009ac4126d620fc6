import { describe, expect, it } from 'vitest';
import { latestKnown } from '../../../src/core/outage/dated-facts.ts';

const at = (asOf?: string) => (asOf === undefined ? {} : { asOf });

describe('latestKnown', () => {
  it.each<readonly [string, readonly (string | undefined)[], string | undefined, number | null]>([
    ['the latest of all without a limit', ['2025-01-02', '2025-01-03', '2025-01-01'], undefined, 1],
    ['the latest up to the limit', ['2025-01-02', '2025-01-03', '2025-01-01'], '2025-01-02', 0],
    ['nothing when all are later', ['2025-01-02'], '2025-01-01', null],
    ['nothing of nothing', [], '2025-01-01', null],
    ['an undated one counts as known', [undefined], '2020-01-01', 0],
    ['a dated one is preferred to an undated one', ['2025-01-01', undefined], undefined, 0],
    ['of two of one date the later in the list', ['2025-01-01', '2025-01-01'], undefined, 1],
    ['of two undated ones the later in the list', [undefined, undefined], undefined, 1],
    ['a date is the end of its day', ['2025-01-01T23:00:00Z', '2025-01-01'], '2025-01-01', 1],
    ['an instant within the day of the limit', ['2025-01-01T23:59:59Z'], '2025-01-01', 0],
    ['a date is not yet known within its day', ['2025-01-01'], '2025-01-01T12:00:00Z', null],
    ['offsets are heeded', ['2025-01-01T23:00:00-05:00'], '2025-01-01', null],
  ])('%s', (_, dates, limit, index) => {
    expect(latestKnown(dates.map(at), limit)?.index ?? null).toBe(index);
  });

  it('returns the statement itself', () => {
    const facts = [{ asOf: '2025-01-01', value: 3 }];
    expect(latestKnown(facts, undefined)).toEqual({ fact: facts[0], index: 0 });
  });
});

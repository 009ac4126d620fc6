import { describe, expect, it } from 'vitest';
import { cedeYear } from '../../../../src/core/insurance/reinsurance/cede-year.ts';
import type { TreatyTerms } from '../../../../src/core/insurance/reinsurance/treaty.ts';
import { aggregateExcess, eventExcess, quotaShare, whole } from './support.ts';

/** A year of outages; each is an event of its own unless the numbers of the events are given. */
function cede(terms: TreatyTerms, losses: readonly number[], events = losses.map((_, i) => i)) {
  const recovered = new Float64Array(losses.length);
  const used = cedeYear(terms, Float64Array.from(losses), Uint32Array.from(events), recovered);
  return { recovered: [...recovered], used };
}

describe('a year of one treaty by hand', () => {
  it('quota share 45 % of 100 is 45; 80 % placed, 36', () => {
    expect(cede(quotaShare(0.45), [100])).toEqual({ recovered: [45], used: 45 });
    const { recovered } = cede(quotaShare(0.45, { placedShare: 0.8 }), [100, 50]);
    expect(recovered[0]).toBeCloseTo(36, 12);
    expect(recovered[1]).toBeCloseTo(18, 12);
  });

  it('10M above 5M with one reinstatement: 12M, 18M and 7M pay 7M, 10M and 2M, then 1M is left of 20M', () => {
    const layer = eventExcess(10e6, 5e6, [1]);
    expect(cede(layer, [12e6, 18e6, 7e6])).toEqual({ recovered: [7e6, 10e6, 2e6], used: 19e6 });
    // 8, then 10 of 35, nothing of 5, and 2 of 25: the year ends at 20.
    expect(cede(layer, [13e6, 40e6, 5e6, 30e6])).toEqual({ recovered: [8e6, 10e6, 0, 2e6], used: 20e6 });
  });

  it('the placed share reduces what is paid, not what uses up the limit', () => {
    const half = eventExcess(10, 0, [], { placedShare: 0.5 });
    expect(cede(half, [8, 8])).toEqual({ recovered: [4, 1], used: 10 });
  });

  it('aggregate excess 30 above 20 in date order: 12, 23 and 60 pay nothing, 15 and 15', () => {
    const { recovered, used } = cede(aggregateExcess(30, 20), [12, 23, 60]);
    expect(recovered[0]).toBe(0);
    expect(recovered[1]).toBeCloseTo(15, 12);
    expect(recovered[2]).toBeCloseTo(15, 12);
    expect(used).toBe(30);
  });

  it('an aggregate attachment is borne once in the year, of what the layer of one event lets through', () => {
    // 10 above 5, 8 of the year retained: 7 and 10 come in, of which 0 and 9 are paid.
    const terms = { ...eventExcess(10, 5), aggregate: { attachment: 8, limit: null } };
    expect(cede(terms, [12, 15]).recovered).toEqual([0, 9]);
  });

  it('outages of one event are one loss to the layer, and share its recovery pro rata', () => {
    // 6 + 3 = 9, 4 above 5: two thirds and one third. Apart only 1 would be paid.
    const { recovered } = cede(eventExcess(10, 5), [6, 20, 3], [0, 1, 0]);
    expect(recovered[0]).toBeCloseTo(8 / 3, 12);
    expect(recovered[1]! + recovered[2]!).toBeCloseTo(6 + 4 / 3, 12);
    expect(cede(eventExcess(10, 5), [6, 3]).recovered).toEqual([1, 0]);
  });

  it('the ceded share comes before the layer, the placed share after it', () => {
    // Half of 100 is 50, less 20 is 30, at most 25; 80 % of it is 20.
    const terms = { ...whole, cededShare: 0.5, occurrence: { attachment: 20, limit: 25 }, placedShare: 0.8 };
    expect(cede(terms, [100])).toEqual({ recovered: [20], used: 25 });
  });

  it('a year without loss cedes nothing; a negative loss is a bug', () => {
    expect(cede(quotaShare(0.5), [0, 0])).toEqual({ recovered: [0, 0], used: 0 });
    expect(cede(quotaShare(0.5), [])).toEqual({ recovered: [], used: 0 });
    expect(() => cede(quotaShare(0.5), [-1])).toThrow('invariant');
  });
});

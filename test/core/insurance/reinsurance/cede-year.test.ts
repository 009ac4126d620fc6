import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocateBack } from '../../../../src/core/insurance/reinsurance/allocate-back.ts';
import { cedeEvent, cedeYear } from '../../../../src/core/insurance/reinsurance/cede-year.ts';
import {
  aggregateExcess,
  eventExcess,
  quotaShare,
  stopLoss,
} from '../../../../src/core/insurance/reinsurance/treaty.ts';
import type { Treaty } from '../../../../src/core/insurance/reinsurance/treaty.ts';

interface Ceded {
  /** [events][risks] */
  readonly risks: readonly (readonly number[])[];
  readonly events: readonly number[];
  readonly beforePlaced: number;
}

/** A year through a treaty: cede each event, then the year, then back to the risks. */
function cede(treaty: Treaty, losses: readonly (readonly number[])[]): Ceded {
  const cessions = losses.map((event) => new Float64Array(event.length));
  const events = Float64Array.from(losses, (event, index) =>
    cedeEvent(treaty, Float64Array.from(event), cessions[index]!),
  );
  const recovered = new Float64Array(events.length);
  const beforePlaced = cedeYear(treaty, events, recovered);
  cessions.forEach((weights, index) => allocateBack(recovered[index]!, weights, weights));
  return { risks: cessions.map((event) => [...event]), events: [...recovered], beforePlaced };
}

describe('treaties by hand', () => {
  it('quota share 45 %, 80 % placed: 36 % of every loss', () => {
    const { risks, events } = cede(quotaShare(0.45, 0.8), [[100, 300], [50]]);
    expect(events[0]).toBeCloseTo(144, 12);
    expect(events[1]).toBeCloseTo(18, 12);
    expect(risks[0]![0]).toBeCloseTo(36, 12);
    expect(risks[0]![1]).toBeCloseTo(108, 12);
  });

  it('10 excess of 5, one reinstatement: 8, then 10, then 2 of what is left of 20', () => {
    const { events, beforePlaced } = cede(eventExcess({ attachment: 5, limit: 10 }, 1), [
      [13],
      [40],
      [5],
      [30],
    ]);
    expect(events).toEqual([8, 10, 0, 2]);
    expect(beforePlaced).toBe(20);
  });

  it('the placed share reduces what is paid, not what uses up the limit', () => {
    const { events, beforePlaced } = cede(eventExcess({ attachment: 0, limit: 10 }, 0, 0.5), [[8], [8]]);
    expect(events).toEqual([4, 1]);
    expect(beforePlaced).toBe(10);
  });

  it('aggregate excess 30 over 20 in date order: nothing, 15, then 15', () => {
    expect(cede(aggregateExcess({ attachment: 20, limit: 30 }), [[12], [23], [60]]).events).toEqual([
      0, 15, 15,
    ]);
  });

  it('stop loss 50 % over 110 % of 100: from 110 to 160', () => {
    expect(cede(stopLoss(100, 1.1, 0.5), [[90], [90]]).events).toEqual([0, 50]);
  });

  it('terms of each risk come before those of the event', () => {
    // Half of 100 and 20 is 50 and 10; over 20, up to 25: 25 and 0. Event: 25 - 5 = 20, all of it the first risk's.
    const treaty: Treaty = {
      cededShare: 0.5,
      risk: { attachment: 20, limit: 25 },
      occurrence: { attachment: 5, limit: null },
      aggregate: { attachment: 0, limit: null },
      placedShare: 1,
    };
    expect(cede(treaty, [[100, 20]])).toMatchObject({ events: [20], risks: [[20, 0]] });
  });

  it('an event without loss cedes nothing, to nobody', () => {
    expect(cede(quotaShare(0.5), [[0, 0]])).toEqual({ risks: [[0, 0]], events: [0], beforePlaced: 0 });
    expect(() => cede(quotaShare(0.5), [[-1]])).toThrow('invariant');
  });
});

const money = fc.integer({ min: 0, max: 1_000_000 }).map((cents) => cents / 100);
const limit = fc.option(money, { nil: null });
const layer = fc.record({ attachment: money, limit });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const treaties = fc.record({
  cededShare: share,
  risk: layer,
  occurrence: layer,
  aggregate: layer,
  placedShare: share,
});
const years = fc.array(fc.array(money, { minLength: 1, maxLength: 4 }), { maxLength: 6 });
const total = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe('properties of treaties', () => {
  it('ceded is between 0 and gross for every risk, and risks add up to their event', () => {
    fc.assert(
      fc.property(treaties, years, (treaty, losses) => {
        const { risks, events } = cede(treaty, losses);
        losses.forEach((event, index) => {
          event.forEach((gross, risk) => {
            const ceded = risks[index]![risk]!;
            expect(ceded).toBeGreaterThanOrEqual(0);
            expect(ceded).toBeLessThanOrEqual(gross);
            expect(gross - ceded + ceded).toBeCloseTo(gross, 6);
          });
          expect(total(risks[index]!)).toBeCloseTo(events[index]!, 6);
        });
      }),
    );
  });

  it('the year pays at most the aggregate limit, and as much in any order of events', () => {
    fc.assert(
      fc.property(treaties, years, (treaty, losses) => {
        const { events } = cede(treaty, losses);
        const { limit } = treaty.aggregate;
        if (limit !== null) expect(total(events)).toBeLessThanOrEqual(treaty.placedShare * limit + 1e-6);
        expect(total(cede(treaty, [...losses].reverse()).events)).toBeCloseTo(total(events), 5);
      }),
    );
  });

  it('n reinstatements pay at most limit x (1 + n)', () => {
    const counts = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(money, money, counts, years, (attachment, most, n, losses) => {
        const { events } = cede(eventExcess({ attachment, limit: most }, n), losses);
        expect(total(events)).toBeLessThanOrEqual(most * (1 + n) + 1e-6);
        events.forEach((paid) => expect(paid).toBeLessThanOrEqual(most));
      }),
    );
  });
});

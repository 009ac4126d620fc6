import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cedeYears } from '../../../../src/core/insurance/reinsurance/cede-years.ts';
import type { DatedOutages } from '../../../../src/core/insurance/reinsurance/cede-years.ts';
import type { TreatyTerms } from '../../../../src/core/insurance/reinsurance/treaty.ts';
import { aggregateExcess, eventExcess, quotaShare, whole } from './support.ts';

interface Outage {
  readonly hour: number;
  readonly cause: number;
  readonly loss: number;
}

/** Years of outages as the books have them. */
function yearsOf(years: readonly (readonly Outage[])[]): { outages: DatedOutages; gross: Float64Array } {
  const all = years.flat();
  let next = 0;
  const starts = Uint32Array.from([0, ...years.map((year) => (next += year.length))]);
  return {
    outages: {
      starts,
      startHour: Float64Array.from(all, ({ hour }) => hour),
      cause: Uint32Array.from(all, ({ cause }) => cause),
    },
    gross: Float64Array.from(all, ({ loss }) => loss),
  };
}

function cede(treaties: readonly TreatyTerms[], years: readonly (readonly Outage[])[]) {
  const { outages, gross } = yearsOf(years);
  const { net, treaties: ceded } = cedeYears(treaties, outages, gross);
  return {
    net: [...net],
    recovered: ceded.map(({ recovered }) => [...recovered]),
    premium: ceded.map(({ reinstatementPremium }) => [...reinstatementPremium]),
    used: ceded.map(({ used }) => [...used]),
  };
}

/** One outage a month, each of a cause of its own. */
const apart = (losses: readonly number[]): Outage[] =>
  losses.map((loss, i) => ({ hour: 700 * i, cause: i, loss }));

describe('treaties of a book by hand', () => {
  it('without a treaty net is gross', () => {
    expect(cede([], [apart([5, 7])])).toEqual({ net: [5, 7], recovered: [], premium: [], used: [] });
  });

  it('a quota share first, then an event excess on the rest', () => {
    // 60 % of 100 is left, 10 above 40 takes 10 of it; in the other order 10 of 100 and 40 % of 90.
    const share = quotaShare(0.4, { number: 1, inuringPriority: 1 });
    const excess = eventExcess(10, 40, [], { number: 2, inuringPriority: 2 });
    const inOrder = cede([excess, share], [apart([100])]);
    expect(inOrder.recovered).toEqual([[10], [40]]);
    expect(inOrder.net).toEqual([50]);
    const other = cede([{ ...share, inuringPriority: 3 }, excess], [apart([100])]);
    expect(other.recovered).toEqual([[36], [10]]);
    expect(other.net).toEqual([54]);
  });

  it('treaties of one priority see the same loss', () => {
    const share = quotaShare(0.4, { number: 1 });
    const excess = eventExcess(10, 40, [], { number: 2 });
    expect(cede([share, excess], [apart([100])])).toMatchObject({ recovered: [[40], [10]], net: [50] });
  });

  it('and pay no more than they see, each its part of it', () => {
    // 80 % and 40 % are 120: two thirds and one third of 100.
    const { recovered, net } = cede([quotaShare(0.8), quotaShare(0.4, { number: 2 })], [apart([100])]);
    expect(recovered[0]![0]).toBeCloseTo(200 / 3, 10);
    expect(recovered[1]![0]).toBeCloseTo(100 / 3, 10);
    expect(net).toEqual([0]);
  });

  it('each year has its own limits, and its reinstatement premium stays out of the net loss', () => {
    // Limit 10M twice a year: 13M pays 8M, 20M pays 10M, 20M pays 2M; the year after starts again with 10M.
    const layer = eventExcess(10e6, 5e6, [1], { premiumUsd: 2e6 });
    const { net, premium, used } = cede([layer], [apart([13e6, 20e6, 20e6]), apart([20e6])]);
    expect(net).toEqual([5e6, 10e6, 18e6, 10e6]);
    expect(used).toEqual([[20e6, 10e6]]);
    // One reinstatement at 100 % of 2M, used wholly in both years.
    expect(premium).toEqual([[2e6, 2e6]]);
  });

  it('the hours clause joins outages of one cause within a year', () => {
    const layer = eventExcess(10, 5, [1, 1, 1]);
    const pair = (cause: number, gap: number): Outage[] => [
      { hour: 100, cause: 1, loss: 4 },
      { hour: 100 + gap, cause, loss: 4 },
    ];
    // Together 8, 3 above 5; apart nothing.
    expect(cede([layer], [pair(1, 60)]).net).toEqual([2.5, 2.5]);
    expect(cede([layer], [pair(2, 60)]).net).toEqual([4, 4]);
    expect(cede([layer], [pair(1, 80)]).net).toEqual([4, 4]);
    expect(cede([{ ...layer, eventHours: 168 }], [pair(1, 80)]).net).toEqual([2.5, 2.5]);
    // At the turn of a year a new event begins.
    const turn = [[{ hour: 8750, cause: 1, loss: 4 }], [{ hour: 10, cause: 1, loss: 4 }]];
    expect(cede([layer], turn).net).toEqual([4, 4]);
  });

  it('a program of three, the sample of this project in small', () => {
    // Gross 200, 400: 55 % is left, 110 and 220. Above 100 each, at most 100 and twice a year: 10 and 100.
    // What is left, 100 and 120, is 220 in the year: 50 above 150, all of it by the second.
    const program = [
      quotaShare(0.45, { number: 1, inuringPriority: 1 }),
      eventExcess(100, 100, [1], { number: 2, inuringPriority: 2 }),
      aggregateExcess(50, 150, { number: 3, inuringPriority: 3 }),
    ];
    const { recovered, net } = cede(program, [apart([200, 400])]);
    const expected = [
      [90, 180],
      [10, 100],
      [0, 50],
    ];
    expected.forEach((row, treaty) =>
      row.forEach((paid, event) => expect(recovered[treaty]![event]).toBeCloseTo(paid, 10)),
    );
    expect(net[0]).toBeCloseTo(100, 10);
    expect(net[1]).toBeCloseTo(70, 10);
  });
});

const money = fc.integer({ min: 0, max: 1_000_000 }).map((cents) => cents / 100);
const layer = fc.record({ attachment: money, limit: fc.option(money, { nil: null }) });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const treaty = fc
  .record({
    inuringPriority: fc.integer({ min: 1, max: 3 }),
    cededShare: share,
    occurrence: layer,
    aggregate: layer,
    placedShare: share,
    eventHours: fc.constantFrom(72, 168),
  })
  .map((terms): TreatyTerms => ({ ...whole, ...terms }));
const program = fc
  .array(treaty, { maxLength: 4 })
  .map((list) => list.map((terms, i) => ({ ...terms, number: i + 1 })));
const outage = fc.record({ hour: fc.nat(600), cause: fc.nat(2), loss: fc.oneof(fc.constant(0), money) });
const year = fc
  .array(outage, { maxLength: 6 })
  .map((list) => [...list].sort((one, other) => one.hour - other.hour));
const years = fc.array(year, { minLength: 1, maxLength: 3 });
const total = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);

describe('properties of a program', () => {
  it('net is between 0 and gross for every outage, and with the recoveries makes gross', () => {
    fc.assert(
      fc.property(program, years, (treaties, list) => {
        const { outages, gross } = yearsOf(list);
        const result = cedeYears(treaties, outages, gross);
        gross.forEach((loss, i) => {
          const net = result.net[i]!;
          expect(net).toBeGreaterThanOrEqual(0);
          expect(net).toBeLessThanOrEqual(loss);
          const paid = total(result.treaties.map(({ recovered }) => recovered[i]!));
          expect(net + paid).toBeCloseTo(loss, 6);
        });
      }),
    );
  });

  it('a year pays at most the placed share of limit x (1 + reinstatements)', () => {
    const charges = fc.array(fc.constantFrom(0, 1), { maxLength: 3 });
    fc.assert(
      fc.property(money, money, charges, share, years, (limit, attachment, list, placedShare, losses) => {
        const { outages, gross } = yearsOf(losses);
        const terms = eventExcess(limit, attachment, list, { placedShare });
        const [ceded] = cedeYears([terms], outages, gross).treaties;
        losses.forEach((_, i) => {
          const paid = total(ceded!.recovered.subarray(outages.starts[i], outages.starts[i + 1]));
          expect(paid).toBeLessThanOrEqual(placedShare * limit * (1 + list.length) + 1e-6);
          expect(ceded!.used[i]).toBeLessThanOrEqual(limit * (1 + list.length));
        });
      }),
    );
  });

  it('the order of the file changes nothing', () => {
    fc.assert(
      fc.property(program, years, (treaties, list) => {
        const { outages, gross } = yearsOf(list);
        const one = cedeYears(treaties, outages, gross);
        const other = cedeYears([...treaties].reverse(), outages, gross);
        expect(other.net).toEqual(one.net);
        expect([...other.treaties].reverse()).toEqual(one.treaties);
      }),
    );
  });

  it('a larger share or limit never raises the net loss of a year', () => {
    fc.assert(
      fc.property(treaty, share, money, years, (terms, more, higher, list) => {
        const { outages, gross } = yearsOf(list);
        const yearly = (changed: TreatyTerms): number[] => {
          const { net } = cedeYears([changed], outages, gross);
          return list.map((_, i) => total(net.subarray(outages.starts[i], outages.starts[i + 1])));
        };
        const before = yearly(terms);
        const raised: TreatyTerms[] = [
          { ...terms, cededShare: Math.max(terms.cededShare, more) },
          { ...terms, placedShare: Math.max(terms.placedShare, more) },
          ...(['occurrence', 'aggregate'] as const).map((name) => {
            const { attachment, limit } = terms[name];
            return { ...terms, [name]: { attachment, limit: limit === null ? null : limit + higher } };
          }),
        ];
        for (const changed of raised) {
          yearly(changed).forEach((net, i) => expect(net).toBeLessThanOrEqual(before[i]! + 1e-6));
        }
      }),
    );
  });

  it('does not touch the losses that it is given', () => {
    const { outages, gross } = yearsOf([apart([100])]);
    cedeYears([quotaShare(0.5)], outages, gross);
    expect([...gross]).toEqual([100]);
  });
});

import { describe, expect, it } from 'vitest';
import { openEventTables, SUMMARY_SETS } from '../../../../src/core/insurance/book-years/event-table.ts';
import type { EventTables, SummaryLosses } from '../../../../src/core/insurance/book-years/event-table.ts';
import { yearLosses } from '../../../../src/core/insurance/curves/year-losses.ts';
import { annualLossOfTable } from '../../../support/closed-forms/event-loss-table.ts';
import type { InsuredPolicy } from '../../../../src/core/insurance/portfolio/insured-policy.ts';
import { runWorld } from '../../../../src/core/insurance/years/run-world.ts';
import type { YearsModel } from '../../../../src/core/insurance/years/open-years-model.ts';
import { sum } from '../../../../src/core/statistics/sum.ts';
import { CERTAIN, modelOf, OPTIONS, policyOf, tablesOf } from '../years/support.ts';

const rows: readonly InsuredPolicy[] = [
  policyOf('a'),
  policyOf('b', {}, { dependsOn: [{ provider: 'azure', region: 'eastus', share: 1 }] }),
  policyOf('c', {}, { sector: 'finance-and-insurance', dependsOn: null }),
];

function tablesBy(model: YearsModel): EventTables {
  const tables = openEventTables(model);
  for (let world = 0; world < model.options.worlds; world++) tables.add(runWorld(model, world), null);
  return tables.tables();
}

describe('event tables of a book', () => {
  const model = modelOf(rows, {}, { ...OPTIONS, worlds: 4, yearsPerWorld: 500 });
  const { events, sets, groundUp, gross } = tablesBy(model);

  it('rate × mean over the events is the average annual loss of the years', () => {
    const years = tablesOf(model);
    const average = (losses: Float64Array): number => sum(losses) / losses.length;
    expect(annualLossOfTable(gross.book.moments, 0).averageAnnualLoss).toBeCloseTo(
      average(years.grossMeanNeutral.total),
      6,
    );
    expect(annualLossOfTable(groundUp.book.moments, 0).averageAnnualLoss).toBeCloseTo(
      average(years.groundUp.total) / model.structuralMean,
      6,
    );
    expect([...gross.book.years[0]!.largest]).toEqual([...years.grossMeanNeutral.largest]);
  });

  it('splits add up to the book, event by event and year by year', () => {
    for (const perspective of [groundUp, gross]) {
      for (const set of ['sector', 'provider'] as const) {
        for (const whole of perspective.book.moments) {
          const parts = perspective[set].moments.filter(({ eventId }) => eventId === whole.eventId);
          expect(parts.reduce((total, { mean }) => total + mean, 0)).toBeCloseTo(whole.mean, 6);
          const footprint = parts.reduce((total, row) => total + row.footprintIncome, 0);
          expect(footprint).toBeLessThanOrEqual(whole.footprintIncome + 1e-6);
          expect(whole.largestStruckIncome).toBeLessThanOrEqual(whole.footprintIncome + 1e-6);
        }
        perspective.book.years[0]!.total.forEach((loss, year) => {
          const parts = perspective[set].years.reduce((total, row) => total + row.total[year]!, 0);
          expect(parts).toBeCloseTo(loss, 4);
        });
      }
    }
  });

  it('names sectors and providers with the income of their insureds', () => {
    const income = (set: 'book' | 'sector' | 'provider') =>
      sets[set].map(({ id, name, incomeUsd }) => [id, name, incomeUsd]);
    // 8.76 million of revenue at a margin of 1 each.
    expect(income('book')).toEqual([[1, '', 3 * 8_760_000]]);
    expect(income('sector')).toEqual([
      [1, 'finance-and-insurance', 8_760_000],
      [2, 'retail-trade', 2 * 8_760_000],
    ]);
    expect(income('provider').map(([, name]) => name)).toEqual(['aws', 'azure', 'unknown']);
  });

  it('moments of one event by hand: 500 an hour, lengths of 4 h and an exponential excess of mean 8 h', () => {
    const options = { ...OPTIONS, worlds: 4, yearsPerWorld: 5000 };
    const tables = tablesBy(modelOf([policyOf('a')], CERTAIN, options));
    expect(tables.events.map(({ provider, allRegions }) => [provider, allRegions])).toContainEqual([
      'aws',
      false,
    ]);
    const moments = tables.groundUp.book.moments;
    // Both service classes reach everybody here: one in two years together.
    const rate = moments.reduce((total, row) => total + row.rate, 0);
    expect(Math.abs(rate - 0.5)).toBeLessThan(4 * Math.sqrt(0.5 / 20_000));
    for (const { rate: own, mean, standardDeviation, chanceOfLoss, meanStruckIncome } of moments) {
      const occurrences = own * 20_000;
      expect(chanceOfLoss).toBe(1);
      expect(meanStruckIncome).toBe(8_760_000);
      // Mean 12 h, standard deviation 8 h; 4 standard errors.
      expect(Math.abs(mean - 6000)).toBeLessThan((4 * 4000) / Math.sqrt(occurrences));
      // Kurtosis 9 of an exponential law: the standard error of its deviation is sd × √(8 / 4n).
      expect(Math.abs(standardDeviation - 4000)).toBeLessThan(4 * 4000 * Math.sqrt(2 / occurrences));
    }
  });

  it('net losses fall on every part of the book in proportion to gross, outage by outage', () => {
    const builder = openEventTables(model);
    const world = runWorld(model, 0);
    // At most 1,000 of an outage stay.
    const net = world.grossMeanNeutral.byEvent.map((loss) => Math.min(loss, 1000));
    builder.add(world, net);
    const { net: tables, gross, sets } = builder.tables();
    const totalOf = ({ years }: SummaryLosses, year: number) =>
      years.reduce((all, { total }) => all + total[year]!, 0);
    const byYear = yearLosses(world.starts, net).total;
    byYear.forEach((total, year) => {
      for (const set of SUMMARY_SETS) expect(totalOf(tables![set], year)).toBeCloseTo(total, 6);
    });
    expect(byYear.some((total) => total > 0)).toBe(true);
    for (const set of SUMMARY_SETS) {
      expect(tables![set].moments.map(({ rate }) => rate)).toEqual(
        gross[set].moments.map(({ rate }) => rate),
      );
      expect(tables![set].years).toHaveLength(sets[set].length);
      tables![set].moments.forEach(({ mean }, i) =>
        expect(mean).toBeLessThanOrEqual(gross[set].moments[i]!.mean),
      );
    }
    expect(tablesBy(modelOf([policyOf('a')])).net).toBeNull();
  });

  it('lists only events that happened, each with its rate', () => {
    const total = events.reduce((all, { rate }) => all + rate, 0);
    expect(events.every(({ rate }) => rate > 0)).toBe(true);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expect(total).toBeGreaterThan(0.5);
  });
});

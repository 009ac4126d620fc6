import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../../../src/catalog/load-catalog.ts';
import { compileCatalogue } from '../../../../src/core/insurance/frequency/compile-catalogue.ts';
import { countDistribution } from '../../../../src/core/insurance/frequency/count-distribution.ts';
import { drawWorld } from '../../../../src/core/insurance/frequency/draw-world.ts';
import type { CatalogueWorld } from '../../../../src/core/insurance/frequency/draw-world.ts';
import { survivalShare } from '../../../../src/core/insurance/frequency/duration.ts';
import { simulateEventYears } from '../../../../src/core/insurance/frequency/event-year.ts';
import type { EventYears } from '../../../../src/core/insurance/frequency/event-year.ts';
import { rateAt } from '../../../../src/core/insurance/frequency/rate-belief.ts';

const { catalogues, parameters } = loadCatalog();
const cloud = compileCatalogue(catalogues.get('cloud')!, parameters);
const SEED = 20_251_020;

/** The events of some years as rows, for comparison. */
function rows({ starts, source, allRegions, startHour, durationHours }: EventYears): number[][][] {
  return [...starts.slice(1)].map((end, year) =>
    Array.from({ length: end - starts[year]! }, (_, place) => {
      const event = starts[year]! + place;
      return [source[event]!, allRegions[event]!, startHour[event]!, durationHours[event]!];
    }),
  );
}

describe('drawWorld', () => {
  const world = drawWorld(cloud, SEED, 3);
  const sourceOf = (region: string, serviceClass: string) =>
    world.sources.find((source) => source.region === region && source.serviceClass === serviceClass)!;

  it('is the same when drawn again, and another for another index or seed', () => {
    expect(JSON.stringify(drawWorld(cloud, SEED, 3))).toBe(JSON.stringify(world));
    expect(drawWorld(cloud, SEED, 4).sources[0]!.rate).not.toBe(world.sources[0]!.rate);
    expect(drawWorld(cloud, SEED + 1, 3).sources[0]!.rate).not.toBe(world.sources[0]!.rate);
  });

  it('regions with one count share its rate', () => {
    expect(sourceOf('eu-west-1', 'many-services').rate).toBe(sourceOf('us-west-2', 'many-services').rate);
    expect(sourceOf('westeurope', 'many-services').rate).toBe(sourceOf('us-west-2', 'many-services').rate);
    expect(sourceOf('us-east-1', 'many-services').rate).toBeGreaterThan(
      sourceOf('us-west-2', 'many-services').rate,
    );
  });

  it('a rate above the counted length, times the chance to be longer, gives the count back', () => {
    // Over all worlds the mean of rate x S(10 h) x regions' share must be (6 + 1/2) / 130 a region-year.
    const n = 400;
    let sum = 0;
    for (let index = 0; index < n; index++) {
      const { sources } = drawWorld(cloud, SEED, index);
      sum += sources
        .filter(({ region }) => region === 'eu-west-1')
        .reduce((total, { rate, duration }) => total + rate * survivalShare(duration, 10), 0);
    }
    const error = Math.sqrt(6.5) / 130 / Math.sqrt(n);
    expect(Math.abs(sum / n - 6.5 / 130)).toBeLessThan(4 * error);
  });

  it('us-east-1 has (9 + 1/2) / 15 outages a year over four hours in the mean', () => {
    const n = 400;
    let sum = 0;
    for (let index = 0; index < n; index++) {
      const { sources } = drawWorld(cloud, SEED, index);
      sum += sources
        .filter(({ region }) => region === 'us-east-1')
        .reduce((total, { rate }) => total + rate, 0);
    }
    expect(Math.abs(sum / n - 9.5 / 15)).toBeLessThan((4 * Math.sqrt(9.5)) / 15 / Math.sqrt(n));
    expect(rateAt({ events: 9, years: 15 }, 0.5)).toBeCloseTo(0.61, 2);
  });
});

describe('simulateEventYears', () => {
  const world = drawWorld(cloud, SEED, 0);

  it('any split of the years gives the same events', () => {
    const whole = rows(simulateEventYears(world, SEED, 0, 6_000));
    for (const cut of [1, 777, 4_095, 4_096, 4_097, 5_999]) {
      const parts = [
        ...rows(simulateEventYears(world, SEED, 0, cut)),
        ...rows(simulateEventYears(world, SEED, cut, 6_000 - cut)),
      ];
      expect(parts).toEqual(whole);
    }
  });

  it('another seed or world gives other events', () => {
    const events = rows(simulateEventYears(world, SEED, 0, 200));
    expect(rows(simulateEventYears(world, SEED + 1, 0, 200))).not.toEqual(events);
    expect(rows(simulateEventYears({ ...world, name: 'other' }, SEED, 0, 200))).not.toEqual(events);
  });

  it('each year is in order of time, inside the year, with lengths above the threshold', () => {
    const { starts, startHour, durationHours } = simulateEventYears(world, SEED, 0, 5_000);
    for (let year = 0; year < 5_000; year++) {
      for (let event = starts[year]!; event < starts[year + 1]!; event++) {
        expect(startHour[event]! > 0 && startHour[event]! < 8_760).toBe(true);
        expect(durationHours[event]!).toBeGreaterThan(4);
        if (event > starts[year]!) expect(startHour[event]!).toBeGreaterThan(startHour[event - 1]!);
      }
    }
  });

  it('counts, sources, common shocks and lengths have the frequencies asked for', () => {
    const duration = { kind: 'generalised-pareto', thresholdHours: 4, scaleHours: 8, shape: 0.4 } as const;
    const source = { provider: 'p', serviceClass: 'c', duration, reachedShare: 1 };
    const made: CatalogueWorld = {
      name: 'made-up',
      sources: [
        { ...source, region: 'a', rate: 0.9 },
        { ...source, region: 'b', rate: 0.3 },
      ],
      providers: [
        {
          id: 'p',
          count: countDistribution(1.2, 0.5),
          commonShockShare: 0.2,
          firstSource: 0,
          upToShare: Float64Array.of(0.75, 1),
        },
      ],
    };
    const years = 40_000;
    const events = simulateEventYears(made, SEED, 0, years);
    const n = events.source.length;
    const counts = events.starts.slice(1).map((end, year) => end - events.starts[year]!);
    // Mean 1.2, variance 1.2 (1 + 0.6) = 1.92.
    expect(Math.abs(n / years - 1.2)).toBeLessThan(4 * Math.sqrt(1.92 / years));
    const spread = counts.reduce((sum, count) => sum + (count - 1.2) ** 2, 0) / years;
    // Fourth central moment of this negative binomial is below 25.
    expect(Math.abs(spread - 1.92)).toBeLessThan(4 * Math.sqrt(25 / years));
    const within = (found: number, share: number) =>
      expect(Math.abs(found / n - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / n));
    within(events.source.filter((place) => place === 1).length, 0.25);
    within(events.allRegions.filter((all) => all === 1).length, 0.2);
    within(events.durationHours.filter((hours) => hours > 12).length, survivalShare(duration, 12));
    within(events.startHour.filter((hour) => hour < 2_190).length, 0.25);
  });
});

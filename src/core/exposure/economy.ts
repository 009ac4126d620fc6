import type { Catalog, Country, Sector, ZoneOffsetHours } from '../catalog.ts';
import { ImpactError } from '../errors/impact-error.ts';
import type { ParameterBook } from '../impact/parameter-book.ts';
import { activityWeek } from '../outage/activity.ts';
import { integrate } from '../outage/activity-integral.ts';
import type { Stretch } from '../outage/activity-integral.ts';
import type { Timing } from '../outage/timing.ts';
import { HOURS_PER_YEAR } from '../units/time.ts';
import { settledAfterHours, severityHours } from '../vulnerability/severity.ts';
import type { SeverityCurve } from '../vulnerability/severity.ts';
import { valueAddedByCountry } from './value-added.ts';
import type { ValueAdded } from './value-added.ts';

/**
 * What every country's sectors produce during one outage, by local hour: value added joined with the clock.
 * Countries that share an offset from UTC share one clock.
 */
export interface Economy {
  readonly valueAdded: ValueAdded;
  /** Activity week by sector, [336] each. */
  readonly weeks: readonly Float64Array[];
  readonly curve: SeverityCurve;
  /** ∫ σ dt from the start to an hour, hours; each hour computed once. */
  readonly severityUntil: (hour: number) => number;
  readonly timing: Timing;
  /** Hours that each clock is ahead of UTC. */
  readonly clockOffsetHours: readonly number[];
  /** For each country, the clocks its work runs on, with shares that sum to 1. */
  readonly countryClocks: readonly (readonly { readonly clock: number; readonly share: number }[])[];
  /**
   * Value added of an average hour by sector at each clock that the countries work by, US dollars per hour; undefined at
   * a clock without any. Computed when first asked for.
   */
  readonly clockUsdPerHour: (shares: CountryShares) => readonly (Float64Array | undefined)[];
  /** ∫ a dt from the start to an hour, by sector, hours; computed when first asked for. */
  readonly activityHours: (clock: number, toHour: number) => Float64Array;
  /** ∫ a σ dt over one phase by sector, hours, at one scale node; computed when first asked for. */
  readonly severityHours: (clock: number, node: number, phase: number) => Float64Array;
}

/** Joins value added of the outage's year with local time. Offsets are those at the start of the outage. */
export function compileEconomy(
  catalog: Catalog,
  timing: Timing,
  year: number,
  book: ParameterBook,
  zoneOffset: ZoneOffsetHours,
): Economy {
  book.useData('sectors');
  book.useData('countries');
  book.useData('sectorsByCountry');
  book.useData('usGdp');
  const growth = book.number('growth.nominalShare');
  const valueAdded = valueAddedByCountry(catalog, catalog.countries, year, growth);
  const weeks = catalog.sectors.map((sector) => weekOf(sector, catalog, book));
  const curve: SeverityCurve = {
    immediateShare: book.number('severity.immediateShare'),
    maximumShare: book.number('severity.maximumShare'),
    timeScaleHours: book.number('severity.timeScaleHours'),
    shape: book.number('severity.shape'),
  };
  const clockOffsetHours: number[] = [];
  const countryClocks = valueAdded.countries.map((country) =>
    zoneShares(country, book).map(({ zone, share }) => {
      const offset = timing.startMs === null ? 0 : zoneOffset(zone, timing.startMs);
      if (!clockOffsetHours.includes(offset)) clockOffsetHours.push(offset);
      return { clock: clockOffsetHours.indexOf(offset), share };
    }),
  );
  const over = (
    clock: number,
    stretch: Stretch,
    primitive: (hour: number) => number,
    linearFrom: number,
  ): Float64Array =>
    integrate(timing.startMs, clockOffsetHours[clock]!, stretch, weeks, primitive, linearFrom);
  const severityUntil = rememberHour((hour) => severityHours(curve, hour));
  return {
    valueAdded,
    weeks,
    curve,
    severityUntil,
    timing,
    clockOffsetHours,
    countryClocks,
    clockUsdPerHour: rememberShares((shares) => sumByClock(valueAdded, countryClocks, weeks.length, shares)),
    activityHours: remember((clock: number, toHour: number) =>
      over(clock, { fromHour: 0, toHour }, (hour) => hour, 0),
    ),
    severityHours: remember((clock: number, node: number, phase: number) => {
      const scale = timing.scaleNodes[node]!;
      const { fromHour, toHour } = timing.phases[phase]!;
      const stretch = { fromHour: fromHour * scale, toHour: toHour * scale };
      return over(clock, stretch, severityUntil, settledAfterHours(curve));
    }),
  };
}

/** A country's zones with shares that sum to 1, overrides included. */
export function zoneShares(country: Country, book: ParameterBook): { zone: string; share: number }[] {
  const zones = country.zones.map(({ zone, share, parameter }) => ({
    zone,
    share: parameter === undefined ? share : book.number(parameter),
  }));
  const total = zones.reduce((sum, row) => sum + row.share, 0);
  return zones.map(({ zone, share }) => ({ zone, share: share / total }));
}

/** The local week of a sector, as its archetypes and its weekend have it, [336]. */
export function weekOf(sector: Sector, catalog: Catalog, book: ParameterBook): Float64Array {
  book.useModelFile(sector.file);
  const shapes = sector.archetypes.map((id) => ({
    ...catalog.archetypes.get(id)!,
    weight: book.number(`activity.${id}.weight`),
    otherWeight: book.number(`activity.${id}.otherWeight`),
  }));
  const idle = shapes.find(
    (shape) => !(shape.weight * (shape.toHour - shape.fromHour) + shape.otherWeight > 0),
  );
  if (idle !== undefined) {
    throw new ImpactError('PARAMETER_OUT_OF_RANGE', {
      path: `assumptions.activity.${idle.id}.weight`,
      message: 'no hour of the day would have any activity',
      hint: 'leave one of weight and otherWeight above 0',
    });
  }
  return activityWeek(shapes, book.number(`weekend.${sector.id}`));
}

/** Clocks cut an outage at the same half hours, so most answers are asked for many times. */
function rememberHour(compute: (hour: number) => number): (hour: number) => number {
  const known = new Map<number, number>();
  return (hour) => {
    let value = known.get(hour);
    if (value === undefined) known.set(hour, (value = compute(hour)));
    return value;
  };
}

/** Sums over hours and phases ask for the same shares again and again. */
function rememberShares<Answer>(
  compute: (shares: CountryShares) => Answer,
): (shares: CountryShares) => Answer {
  const known = new WeakMap<CountryShares, Answer>();
  return (shares) => {
    let value = known.get(shares);
    if (value === undefined) known.set(shares, (value = compute(shares)));
    return value;
  };
}

/** A function that computes each answer once. */
function remember<Args extends readonly number[]>(
  compute: (...args: Args) => Float64Array,
): (...args: Args) => Float64Array {
  const known = new Map<string, Float64Array>();
  return (...args) => {
    const key = args.join('/');
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = compute(...args)));
    return value;
  };
}

/** Share of each country that counts, 0–1, in the order of `economy.valueAdded.countries`. */
export type CountryShares = Float64Array;

export function sharesOf(economy: Economy, shareOf: (iso2: string) => number): CountryShares {
  return Float64Array.from(economy.valueAdded.countries, (country) => shareOf(country.iso2));
}

/** Everything the countries produce from the start to an hour, by local hour, US dollars. */
export function outputUsd(economy: Economy, shares: CountryShares, toHour: number): number {
  return sectorOutputUsd(economy, shares, toHour).reduce((sum, usd) => sum + usd, 0);
}

/** The same by sector, [sectors]. */
export function sectorOutputUsd(economy: Economy, shares: CountryShares, toHour: number): Float64Array {
  const bySector = new Float64Array(economy.weeks.length);
  forEachClock(economy, shares, (clock, usdPerHour) => {
    const hours = economy.activityHours(clock, toHour);
    for (let sector = 0; sector < bySector.length; sector++) {
      bySector[sector]! += usdPerHour[sector]! * hours[sector]!;
    }
  });
  return bySector;
}

/** Value added of an average hour, US dollars per hour: flat, without the time of day. */
export function flatUsdPerHour(economy: Economy, shares: CountryShares): number {
  let usd = 0;
  economy.valueAdded.usdPerYear.forEach((sectors, country) => {
    for (const annual of sectors) usd += (shares[country]! * annual) / HOURS_PER_YEAR;
  });
  return usd;
}

/**
 * US dollars that would stop if every sector depended wholly on the service and it were wholly down:
 * Σ V/8760 · ∫ a σ dt, at one scale node, as [sectors × phases] (phase runs fastest).
 */
export function severityUsd(economy: Economy, shares: CountryShares, node: number): Float64Array {
  const phases = economy.timing.phases.length;
  const kernel = new Float64Array(economy.weeks.length * phases);
  forEachClock(economy, shares, (clock, usdPerHour) => {
    for (let phase = 0; phase < phases; phase++) {
      addPhase(kernel, phases, phase, usdPerHour, economy.severityHours(clock, node, phase));
    }
  });
  return kernel;
}

/** The same kernel of one country, by its index and the share of it that counts. */
export function countrySeverityUsd(
  economy: Economy,
  country: number,
  share: number,
  node: number,
): Float64Array {
  const phases = economy.timing.phases.length;
  const kernel = new Float64Array(economy.weeks.length * phases);
  for (const row of economy.countryClocks[country]!) {
    const weight = (share * row.share) / HOURS_PER_YEAR;
    const usdPerHour = economy.valueAdded.usdPerYear[country]!.map((annual) => weight * annual);
    for (let phase = 0; phase < phases; phase++) {
      addPhase(kernel, phases, phase, usdPerHour, economy.severityHours(row.clock, node, phase));
    }
  }
  return kernel;
}

/** The same kernel at the middle length, cut to one stretch of hours: for the loss by hour. */
export function severityUsdBetween(
  economy: Economy,
  shares: CountryShares,
  fromHour: number,
  toHour: number,
): Float64Array {
  const { phases, startMs } = economy.timing;
  const kernel = new Float64Array(economy.weeks.length * phases.length);
  const stretches = phases.map((phase) => ({
    fromHour: Math.max(fromHour, phase.fromHour),
    toHour: Math.min(toHour, phase.toHour),
  }));
  forEachClock(economy, shares, (clock, usdPerHour) => {
    const offset = economy.clockOffsetHours[clock]!;
    stretches.forEach((stretch, phase) => {
      if (stretch.toHour <= stretch.fromHour) return;
      const hours = integrate(startMs, offset, stretch, economy.weeks, economy.severityUntil, Infinity);
      addPhase(kernel, phases.length, phase, usdPerHour, hours);
    });
  });
  return kernel;
}

function addPhase(
  kernel: Float64Array,
  phases: number,
  phase: number,
  usdPerHour: Float64Array,
  hours: Float64Array,
): void {
  for (let sector = 0; sector < hours.length; sector++) {
    kernel[sector * phases + phase]! += usdPerHour[sector]! * hours[sector]!;
  }
}

/** Visits the clocks that the countries work by: countries are many and clocks are few. */
function forEachClock(
  economy: Economy,
  shares: CountryShares,
  visit: (clock: number, usdPerHour: Float64Array) => void,
): void {
  economy.clockUsdPerHour(shares).forEach((usdPerHour, clock) => {
    if (usdPerHour !== undefined) visit(clock, usdPerHour);
  });
}

function sumByClock(
  valueAdded: ValueAdded,
  countryClocks: Economy['countryClocks'],
  sectors: number,
  shares: CountryShares,
): readonly (Float64Array | undefined)[] {
  const byClock: (Float64Array | undefined)[] = [];
  countryClocks.forEach((clocks, country) => {
    const countryShare = shares[country]!;
    if (countryShare === 0) return;
    const annual = valueAdded.usdPerYear[country]!;
    for (const { clock, share } of clocks) {
      const weight = (countryShare * share) / HOURS_PER_YEAR;
      const usdPerHour = (byClock[clock] ??= new Float64Array(sectors));
      for (let sector = 0; sector < sectors; sector++) usdPerHour[sector]! += weight * annual[sector]!;
    }
  });
  return byClock;
}

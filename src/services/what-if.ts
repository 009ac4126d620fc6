import type { Quantity } from '../core/distribution/quantity.ts';
import { ImpactError } from '../core/errors/impact-error.ts';
import { countOf, reportsOf } from '../core/outage/dated-facts.ts';
import type { BusinessCount, Outage, Scenario } from '../core/scenario.ts';
import { formatInstant, parseDateOrInstant, parseInstant } from '../core/units/instant.ts';
import { dayInWords } from './day-in-words.ts';

/** A scenario after a change, with the change in words for the reader. */
export interface WhatIf {
  readonly scenario: Scenario;
  readonly said: readonly string[];
}

const MS_PER_HOUR = 3_600_000;
const MS_PER_DAY = 24 * MS_PER_HOUR;

/**
 * The same outage with another length: every window and phase is stretched from the common start by one factor, and
 * so are the hours until business was normal. Where only a length is known, or none, it is replaced.
 *
 * @param hours >= 0; 0 leaves no outage
 */
export function withHours(scenario: Scenario, hours: number): WhatIf {
  const { outage } = scenario;
  const known = lengthHours(outage);
  if (hours === 0)
    return { scenario: withOutage(scenario, endedAtOnce(outage)), said: ['0 hours, so no outage at all'] };
  if (known === null || known === 0) {
    const { restorationHours: until } = outage;
    const restoration = typeof until === 'number' && until < hours ? { restorationHours: hours } : {};
    const replaced = { ...outage, ...restoration, durationHours: hours };
    return {
      scenario: withOutage(scenario, replaced),
      said: [`${figure(hours)} hours; the length was not known`],
    };
  }
  const factor = hours / known;
  const origin = startMs(outage);
  const stretch = <Span extends { readonly start: string; readonly end: string }>(span: Span): Span => ({
    ...span,
    start: moved(span.start, (ms) => origin + (ms - origin) * factor),
    end: moved(span.end, (ms) => origin + (ms - origin) * factor),
  });
  const stretched: Outage = {
    ...outage,
    windows: outage.windows.map(stretch),
    phases: outage.phases.map(stretch),
    ...(outage.phases.length > 0 ? {} : { durationHours: hours }),
    ...(outage.restorationHours === undefined
      ? {}
      : { restorationHours: scaled(outage.restorationHours, factor) }),
  };
  const companies = scenario.affected.companies.map((company) =>
    company.restorationHours === undefined
      ? company
      : { ...company, restorationHours: scaled(company.restorationHours, factor) },
  );
  return {
    scenario: { ...scenario, outage: stretched, affected: { ...scenario.affected, companies } },
    said: [
      `${figure(hours)} hours instead of ${figure(known)}: every length of time is multiplied by ${figure(factor)}`,
      ...unmovedCounts(scenario),
    ],
  };
}

/** Counts that a longer outage would change too, but nobody can say by how much. */
function unmovedCounts({ affected }: Scenario): readonly string[] {
  const counts = [
    ...(affected.flightsCancelled === undefined ? [] : ['flights']),
    ...(affected.passengers === undefined ? [] : ['passengers']),
  ];
  return counts.length === 0 ? [] : [`${counts.join(' and ')} stay as counted; change them in a file`];
}

function withOutage(scenario: Scenario, outage: Outage): Scenario {
  return { ...scenario, outage };
}

function endedAtOnce(outage: Outage): Outage {
  const { kind, provider, region } = outage;
  const start = firstStart(outage);
  return {
    kind,
    ...(provider === undefined ? {} : { provider }),
    ...(region === undefined ? {} : { region }),
    ...(start === undefined ? {} : { start }),
    windows: [],
    phases: [],
    durationHours: 0,
    restorationHours: 0,
  };
}

/** Hours from the first start to the last end, or the length as stated; null when there is none. */
export function lengthHours(outage: Outage): number | null {
  const { durationHours, phases, windows } = outage;
  if (phases.length === 0 && durationHours !== undefined) {
    return typeof durationHours === 'number' ? durationHours : null;
  }
  const spans = phases.length > 0 ? phases : windows;
  if (spans.length === 0) return null;
  const starts = spans.map((span) => instantMs(span.start));
  const ends = spans.map((span) => instantMs(span.end));
  return (Math.max(...ends) - Math.min(...starts)) / MS_PER_HOUR;
}

function startMs(outage: Outage): number {
  const start = firstStart(outage);
  return start === undefined ? 0 : instantMs(start);
}

function firstStart({ phases, start, windows }: Outage): string | undefined {
  return phases[0]?.start ?? start ?? windows[0]?.start;
}

function scaled(quantity: Quantity, factor: number): Quantity {
  if (typeof quantity === 'number') return quantity * factor;
  if ('lognormal' in quantity && 'median' in quantity.lognormal) {
    return { lognormal: { ...quantity.lognormal, median: quantity.lognormal.median * factor } };
  }
  // Every other form that a length can take is a set of hours.
  return scaledHours(quantity, factor) as Quantity;
}

function scaledHours(value: unknown, factor: number): unknown {
  if (typeof value === 'number') return value * factor;
  if (Array.isArray(value)) return value.map((inner) => scaledHours(inner, factor));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, scaledHours(inner, factor)]));
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/**
 * The same outage on another day of the week, at the same hour: moved by up to three days to the nearest such day of
 * its start, in UTC.
 *
 * @throws ImpactError USAGE for an unknown day or an outage without a start
 */
export function onWeekday(scenario: Scenario, day: string): WhatIf {
  const wanted = weekdays.findIndex((name) => day.length >= 3 && name.startsWith(day.toLowerCase()));
  if (wanted === -1) {
    throw usage('--on', `"${day}" is not a day of the week`, `write one of ${weekdays.join(', ')}`);
  }
  const { outage } = scenario;
  const start = firstStart(outage);
  if (start === undefined) {
    throw usage(
      '--on',
      'the outage has no start, so it has no day',
      'give one with --start or in outage.start',
    );
  }
  const from = new Date(instantMs(start));
  const days = ((wanted - from.getUTCDay() + 10) % 7) - 3;
  const { outage: movedOutage, start: movedStart } = shifted(outage, start, days * MS_PER_DAY);
  const name = capital(weekdays[wanted] ?? '');
  const steps = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  const change =
    days === 0
      ? `it began on a ${name} already (UTC)`
      : `on ${name} ${dayInWords(movedStart)}, ${steps} ${days < 0 ? 'earlier' : 'later'} at the same hour (UTC)`;
  return { scenario: withOutage(scenario, movedOutage), said: [change] };
}

/** The outage with every window, phase and start moved by some milliseconds, and where `start` went. */
function shifted(outage: Outage, start: string, byMs: number): { outage: Outage; start: string } {
  const shift = (text: string): string => moved(text, (ms) => ms + byMs);
  const span = <Span extends { readonly start: string; readonly end: string }>(row: Span): Span => ({
    ...row,
    start: shift(row.start),
    end: shift(row.end),
  });
  return {
    outage: {
      ...outage,
      windows: outage.windows.map(span),
      phases: outage.phases.map(span),
      ...(outage.start === undefined ? {} : { start: shift(outage.start) }),
    },
    start: shift(start),
  };
}

/** The same outage from another instant on; an outage without a start gets one. `start` is an instant with offset. */
export function startingAt(scenario: Scenario, start: string): WhatIf {
  const { outage } = scenario;
  const before = firstStart(outage);
  const said = (from: string): string => `from ${from.slice(0, 16).replace('T', ' ')} UTC`;
  if (before === undefined)
    return { scenario: withOutage(scenario, { ...outage, start }), said: [said(start)] };
  const after = shifted(outage, before, instantMs(start) - instantMs(before));
  return {
    scenario: withOutage(scenario, after.outage),
    said: [`${said(after.start)} instead of ${before.slice(0, 16).replace('T', ' ')}`],
  };
}

/** The same outage in another region of its provider. Whether there is such a region is for the catalog to say. */
export function inRegion(scenario: Scenario, region: string): WhatIf {
  const before = scenario.outage.region;
  return {
    scenario: withOutage(scenario, { ...scenario.outage, region }),
    said: [`region ${region}${before === undefined ? '' : ` instead of ${before}`}`],
  };
}

/**
 * Another number of firms, in place of the count in use and of the same sort (a list of names, or all that were hit);
 * sizes keep their shares. Without a count it becomes a list of names.
 *
 * @param firms >= 0
 */
export function withFirms(scenario: Scenario, firms: number): WhatIf {
  const used = (countOf(scenario, ['named', 'all']) ?? countOf(scenario, ['part']))?.fact;
  const count: BusinessCount = {
    count: firms,
    counted: used?.counted ?? 'named',
    groups: used === undefined ? [] : sizesScaledTo(firms, used),
  };
  const sort = {
    named: 'firms named in reports (a floor)',
    all: 'organisations in all',
    part: 'firms, a part of those hit',
  }[count.counted];
  return {
    scenario: { ...scenario, affected: { ...scenario.affected, businesses: [count] } },
    said: [`${figure(firms)} ${sort}${insteadOf(used?.count)}`],
  };
}

function insteadOf(before: Quantity | undefined): string {
  if (before === undefined) return '';
  return typeof before === 'number' ? ` instead of ${figure(before)}` : ' instead of the range given';
}

function sizesScaledTo(firms: number, used: BusinessCount): BusinessCount['groups'] {
  const counts = used.groups.map((group) => group.count);
  if (!counts.every((count) => typeof count === 'number')) return [];
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return [];
  return used.groups.map((group, index) => ({ ...group, count: ((counts[index] ?? 0) / total) * firms }));
}

/** Another number of user reports, in place of all counts. `reports` >= 0. */
export function withReports(scenario: Scenario, reports: number): WhatIf {
  const used = reportsOf(scenario)?.fact.count;
  return {
    scenario: { ...scenario, affected: { ...scenario.affected, userReports: [{ count: reports }] } },
    said: [`${figure(reports)} user reports${insteadOf(used)}`],
  };
}

/**
 * Only what was known on a date: later facts are set aside. Whether it is a date is for the schema to say.
 *
 * @throws ImpactError USAGE for a date before the outage, when nothing was known
 */
export function asOfDate(scenario: Scenario, date: string): WhatIf {
  const start = firstStart(scenario.outage);
  const until = parseDateOrInstant(date);
  if (start !== undefined && until !== null && until < instantMs(start)) {
    throw usage(
      '--as-of',
      `${date} lies before the outage, which began on ${dayInWords(start)}`,
      'give that day or a later one',
    );
  }
  return {
    scenario: { ...scenario, asOf: date },
    said: [`only what was known on ${/T/.test(date) ? date : dayInWords(date)}`],
  };
}

/** A model parameter replaced by its path. */
export function withOverride(scenario: Scenario, path: string, value: Quantity): WhatIf {
  const words = typeof value === 'number' ? figure(value) : JSON.stringify(value);
  return {
    scenario: { ...scenario, assumptions: { ...scenario.assumptions, [path]: value } },
    said: [`${path} = ${words}`],
  };
}

function moved(text: string, move: (ms: number) => number): string {
  return formatInstant(Math.round(move(instantMs(text))));
}

/** The schema lets no other text through. */
function instantMs(text: string): number {
  return parseInstant(text) ?? NaN;
}

function figure(value: number): string {
  return Number(value.toPrecision(value >= 1000 ? 12 : 4)).toLocaleString('en-US', {
    maximumFractionDigits: 4,
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function usage(path: string, message: string, hint: string): ImpactError {
  return new ImpactError('USAGE', { path, message, hint });
}

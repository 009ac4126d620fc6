import { z } from 'zod';
import type { Affected, BusinessCount, Company, Fact } from '../core/scenario.ts';
import { hoursQuantity } from './hours.ts';
import { explain, plain } from './issue.ts';
import { listOf, requireDistinct } from './list.ts';
import { addBoundIssues, boundedQuantity, quantityError, quantityForms } from './quantity.ts';
import { strictObject } from './strict-object.ts';
import { countryCode, idOf, lineOfText } from './text.ts';
import { dateOrInstantText } from './time.ts';

/** More than all people, or all firms, that could ever be counted. */
const MOST_COUNTED = 1e10;
/** Ten times the largest revenue of any company. */
const MOST_REVENUE_USD = 1e13;
const MOST_COUNTS = 100;
const MOST_COMPANIES = 1_000;
const MOST_COUNTRIES = 300;
/** Groups and their count may differ by what rounding decimal fractions does. */
const SUM_TOLERANCE = 1e-9;

const dating = {
  asOf: dateOrInstantText.optional(),
  source: idOf('the name of a source', 'press').optional(),
};

const countOf = (unit: string) => boundedQuantity({ min: 0, max: MOST_COUNTED, unit });
const revenue = boundedQuantity({ min: 0, max: MOST_REVENUE_USD, unit: 'USD' });

/** A fact: a quantity, or one with its date and source. */
function factOf(unit: string) {
  const bounds = { min: 0, max: MOST_COUNTED, unit };
  const long = strictObject({ value: countOf(unit), ...dating }, 'a fact').transform((fact): Fact => fact);
  return z
    .union([...quantityForms, long], { error: quantityError(`must be a count of ${unit}`) })
    .superRefine((fact, context) => {
      if (!isFact(fact)) addBoundIssues(fact, bounds, context);
    })
    .transform((fact): Fact => (isFact(fact) ? fact : { value: fact }));
}

function isFact(value: object | number): value is Fact {
  return typeof value === 'object' && 'value' in value;
}

const COUNTED = 'must say what the count is';
const counted = z.enum(
  ['named', 'all', 'part'],
  explain(
    COUNTED,
    'write "named" (a list that somebody made: a floor), "all" (everyone hit) or "part" (a subset, never scaled up)',
  ),
);

const SIZES = ['fortune-500', '500+', '100-499', '20-99', '<20', '<500'] as const;
const group = strictObject(
  {
    count: countOf('businesses'),
    size: z.enum(SIZES, explain('must be a size class by employees', `write one of ${SIZES.join(', ')}`)),
  },
  'a size group',
);

const businessCount = strictObject(
  {
    count: countOf('businesses'),
    counted,
    groups: listOf(group, 'size groups', SIZES.length)
      .superRefine((groups, context) => requireDistinct(groups, ({ size }) => size, 'groups', context))
      .default([]),
    ...dating,
  },
  'a count of businesses',
).superRefine(requireSum);

const userReports = strictObject({ count: countOf('reports'), ...dating }, 'a count of user reports');

const coverage = strictObject(
  {
    country: countryCode,
    share: boundedQuantity({ min: 0, max: 1, unit: 'share' }),
    source: dating.source,
  },
  'the share of a country that was cut off',
);

/** `null` says in so many words that a figure is not known. */
const knownRevenue = revenue.nullish().transform((value) => value ?? undefined);

const company = strictObject(
  {
    name: lineOfText('the name of the company').refine(
      (name) => !/^(?:grand )?totals?$/i.test(name.trim()),
      explain('must be one company, not the total row of a table', 'remove the row: the total is computed'),
    ),
    sector: idOf('the sector', 'air-transportation'),
    country: countryCode.optional(),
    annualRevenueUsd: knownRevenue,
    affectedUnitRevenueUsd: knownRevenue,
    manualFallback: z
      .boolean(explain('must be true or false', 'true when work could go on by hand'))
      .optional(),
    restorationHours: hoursQuantity.optional(),
    source: dating.source,
  },
  'a company',
).superRefine(requireUnitWithinCompany);

/** Who was hit, as counted by somebody; every part is optional, and each switches on methods. */
export const affectedSchema = strictObject(
  {
    businesses: listOf(businessCount, 'counts of businesses', MOST_COUNTS).default([]),
    userReports: listOf(userReports, 'counts of user reports', MOST_COUNTS).default([]),
    coverage: listOf(coverage, 'countries', MOST_COUNTRIES)
      .superRefine((rows, context) => requireDistinct(rows, ({ country }) => country, 'coverage', context))
      .default([]),
    companies: listOf(company, 'companies', MOST_COMPANIES)
      .superRefine((rows, context) =>
        requireDistinct(rows, ({ name }) => sameName(name), 'companies', context),
      )
      .default([]),
    flightsCancelled: factOf('flights').optional(),
    passengers: factOf('passengers').optional(),
    devices: factOf('devices').optional(),
  },
  'what was affected',
);

/** Capitals and spaces do not make another company. */
function sameName(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

function requireSum(count: BusinessCount, context: z.core.$RefinementCtx): void {
  const sizes = count.groups.map((part) => part.count);
  if (
    sizes.length === 0 ||
    typeof count.count !== 'number' ||
    !sizes.every((size) => typeof size === 'number')
  )
    return;
  const sum = sizes.reduce((total, size) => total + size, 0);
  if (Math.abs(sum - count.count) <= SUM_TOLERANCE * Math.max(sum, count.count)) return;
  const message = explain(
    `must sum to the count: the groups hold ${plain(sum)}, count is ${plain(count.count)}`,
    'add a group for the rest, or correct one of the numbers',
  );
  context.addIssue({ code: 'custom', path: ['groups'], message, params: { found: false } });
}

function requireUnitWithinCompany(row: Company, context: z.core.$RefinementCtx): void {
  const { annualRevenueUsd: whole, affectedUnitRevenueUsd: unit } = row;
  if (typeof whole !== 'number' || typeof unit !== 'number' || unit <= whole) return;
  const message = explain(
    `must be at most the company's annualRevenueUsd, ${plain(whole)}`,
    'both are yearly revenue in US dollars; the unit is a part of the company',
  );
  context.addIssue({ code: 'custom', path: ['affectedUnitRevenueUsd'], message });
}

/** What was affected as input: empty lists left out, facts in their short form when they are only a quantity. */
export function printAffected(affected: Affected): Record<string, unknown> {
  const { flightsCancelled, passengers, devices, ...lists } = affected;
  const filled = Object.entries(lists).filter(([, list]) => list.length > 0);
  return {
    ...Object.fromEntries(filled),
    flightsCancelled: printFact(flightsCancelled),
    passengers: printFact(passengers),
    devices: printFact(devices),
  };
}

function printFact(fact: Fact | undefined): unknown {
  if (fact === undefined || fact.asOf !== undefined || fact.source !== undefined) return fact;
  return fact.value;
}

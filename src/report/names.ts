import type { MeasureId, MethodId, WaterfallStep } from '../core/result.ts';

/** How each way of counting is called in a report. */
export const methodNames: Readonly<Record<MethodId, string>> = {
  footprint: 'work that rests on the service',
  'business-count': 'firms hit',
  'user-time': "users' time",
  'gdp-hours-ladder': 'shares lost in past outages',
  'named-companies': 'companies named',
  airline: 'flights cancelled',
};

export const measureNames: Readonly<Record<MeasureId, string>> = {
  'economic-loss': 'lost for good',
  'interrupted-output': 'interrupted, before any catch-up',
  'corporate-interruption': 'the same at firms, with extra expense',
  revenue: 'sales not made',
  cost: 'cost to the companies',
  profit: 'profit lost',
  'insured-industry': 'paid by insurers, all together',
  'household-time': "people's own time, valued",
};

/** In the order in which the steps follow each other. */
export const stepNames: Readonly<Record<WaterfallStep, string>> = {
  'interrupted-output': 'interrupted',
  'made-up-later': 'made up later',
  'inputs-saved': 'inputs not bought',
  'moved-to-rivals': 'moved to rivals',
  'extra-expense': 'extra expense',
  'lost-for-good': 'lost for good',
};

/** The facts of a scenario that a user can add, with the option or field that takes them. */
const factNames: Readonly<Record<string, string>> = {
  'outage.provider': 'which provider (--provider)',
  'outage.region': 'which region (--region)',
  'outage.start': 'when it began (--start)',
  'outage.durationHours': 'how long it lasted (--hours)',
  'outage.phases': 'how much of the service was down, hour by hour (outage.phases)',
  'outage.restorationHours': 'hours until business was normal (outage.restorationHours)',
  'outage.impairmentShare': 'how much of the service was down (outage.impairmentShare)',
  'affected.businesses': 'how many firms were hit (--firms)',
  'affected.userReports': 'how many user reports came in (--reports)',
  'affected.coverage': 'which countries, and how much of each (affected.coverage)',
  'affected.companies[].annualRevenueUsd': 'yearly revenue of each company (annualRevenueUsd)',
  'affected.companies[].affectedUnitRevenueUsd':
    'yearly revenue of the part that was down (affectedUnitRevenueUsd)',
  'affected.companies[].manualFallback': 'whether work went on by hand (manualFallback)',
  'affected.companies[].restorationHours': 'when each company was back to normal (restorationHours)',
  'affected.companies[].sector': 'sector of each company (sector)',
  'affected.companies[].country': 'main market of each company (country)',
  'affected.flightsCancelled': 'how many flights were cancelled (affected.flightsCancelled)',
  'affected.passengers': 'how many passengers were hit (affected.passengers)',
  'affected.devices': 'how many devices stopped (affected.devices)',
};

/** A scenario field as a question's words; the path itself when it has none. */
export function factName(path: string): string {
  return factNames[path] ?? path;
}

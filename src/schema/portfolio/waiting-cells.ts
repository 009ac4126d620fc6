import type { WaitingPeriod } from '../../core/insurance/policy.ts';
import { numberOf, shareOf } from '../csv/number-cell.ts';
import { refuse, textOf } from '../csv/row.ts';
import { wordOf } from '../csv/word-cell.ts';
import type { PortfolioRow } from './header.ts';

const MINUTES_PER_DAY = 24 * 60;

/** As long as the longest period of indemnity. */
const LONGEST_HOURS = 3650 * 24;

/** Share of impairment from which an hour counts, unless the policy says otherwise. Evidence: assumed. */
export const USUAL_MINIMUM_IMPAIRMENT = 0.5;

/** The waiting period of a row. */
export function waitingOf(row: PortfolioRow): WaitingPeriod {
  return {
    hours: hoursOf(row),
    mode: wordOf(row, 'FlexiPolBIWaitingMode', ['timeDeductible', 'qualifying', 'greaterOf']),
    trigger: wordOf(row, 'FlexiPolBIWaitingTrigger', ['at-least', 'more-than']),
    greaterOfTrigger: 'hours',
    count: wordOf(row, 'FlexiPolBITrigger', ['continuous', 'cumulative']),
    minimumImpairmentShare: shareOf(row, 'FlexiPolMinImpairment', USUAL_MINIMUM_IMPAIRMENT),
    clock: wordOf(row, 'FlexiPolBIWaitingClock', ['provider-outage', 'insured-interruption']),
  };
}

/** Waiting periods on sale go to 72 hours. Whoever writes 4, 8, 12 or 24 in a column of days means hours. */
const MOST_DAYS = 3;

/** Days are read to the minute, so that 0.333333 of a day is eight hours. */
function hoursOf(row: PortfolioRow): number {
  const days = numberOf(row, 'BIWaitingPeriod');
  const hours = numberOf(row, 'FlexiPolBIWaitingHours');
  const fromDays = days === null ? null : Math.round(days * MINUTES_PER_DAY) / 60;
  if (hours !== null && hours > LONGEST_HOURS)
    refuse(row, 'FlexiPolBIWaitingHours', 'is longer than ten years');
  if (hours === null && days !== null && days > MOST_DAYS) {
    const reason = `is in days, so it is ${Number((days * 24).toFixed(2))} hours; write 0.333333 for eight hours; if it is meant, say it in FlexiPolBIWaitingHours, too`;
    refuse(row, 'BIWaitingPeriod', reason);
  }
  if (hours === null && fromDays === null) {
    const isBlank = textOf(row, 'BIWaitingPeriod') === '' && textOf(row, 'FlexiPolBIWaitingHours') === '';
    if (isBlank)
      refuse(row, 'BIWaitingPeriod', 'is blank; write days, 0.333333 for eight hours, or 0 for none');
    return 0;
  }
  if (hours !== null && fromDays !== null && Math.round(hours * 60) !== Math.round(fromDays * 60)) {
    const read = `${Number(fromDays.toFixed(2))} h`;
    refuse(
      row,
      'FlexiPolBIWaitingHours',
      `disagrees with BIWaitingPeriod, which is in days and gives ${read}`,
    );
  }
  return hours ?? fromDays!;
}

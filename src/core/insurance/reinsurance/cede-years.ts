import { cedeYear } from './cede-year.ts';
import { groupEvents } from './group-events.ts';
import { reinstatementPremium } from './reinstatement-premium.ts';
import type { TreatyTerms } from './treaty.ts';

/** Outages of consecutive years, in order of time within each year. */
export interface DatedOutages {
  /** [years + 1] outage i belongs to year y when starts[y] <= i < starts[y + 1]. */
  readonly starts: Uint32Array;
  /** [outages] hours since the start of the year. */
  readonly startHour: Float64Array;
  /** [outages] what a treaty counts as one cause. */
  readonly cause: Uint32Array;
}

/** What one treaty did in all years, money. */
export interface CededYears {
  /** [outages] paid. */
  readonly recovered: Float64Array;
  /** [years] used up of the whole layer, before the placed share. */
  readonly used: Float64Array;
  /** [years] owed for limits that were used, for the placed share; no part of a net loss. */
  readonly reinstatementPremium: Float64Array;
}

export interface NetYears {
  /** [outages] gross less what all treaties pay, >= 0. */
  readonly net: Float64Array;
  /** [treaties] in the order given. */
  readonly treaties: readonly CededYears[];
}

/**
 * Puts years of a book through its treaties. Each year is a new one for every treaty. Treaties of one priority see the
 * same loss and the next priority sees what is left; if those of one priority would pay more than they see, each pays
 * its part of it.
 *
 * @param treaties  of the whole book, in any order, each with a number of its own
 * @param gross  [outages] loss of the book after policy terms, money, >= 0
 */
export function cedeYears(
  treaties: readonly TreatyTerms[],
  outages: DatedOutages,
  gross: Float64Array,
): NetYears {
  const net = Float64Array.from(gross);
  const ceded = new Map<TreatyTerms, CededYears>();
  // By number within a priority: the order of a file must not move the last digit.
  const ordered = [...treaties].sort((a, b) => a.inuringPriority - b.inuringPriority || a.number - b.number);
  for (let first = 0; first < ordered.length;) {
    const priority = ordered[first]!.inuringPriority;
    const same = ordered.slice(first).filter(({ inuringPriority }) => inuringPriority === priority);
    const results = same.map((terms) => cedeTreaty(terms, outages, net));
    same.forEach((terms, i) => ceded.set(terms, results[i]!));
    deduct(net, results);
    first += same.length;
  }
  return { net, treaties: treaties.map((terms) => ceded.get(terms)!) };
}

function cedeTreaty(terms: TreatyTerms, outages: DatedOutages, losses: Float64Array): CededYears {
  const { starts, startHour, cause } = outages;
  const years = starts.length - 1;
  const result = {
    recovered: new Float64Array(losses.length),
    used: new Float64Array(years),
    reinstatementPremium: new Float64Array(years),
  };
  for (let year = 0; year < years; year++) {
    const [from, to] = [starts[year]!, starts[year + 1]!];
    const seen = losses.subarray(from, to);
    if (seen.every((loss) => loss === 0)) continue;
    const hours = startHour.subarray(from, to);
    const event = groupEvents(hours, cause.subarray(from, to), seen, terms.eventHours);
    const used = cedeYear(terms, seen, event, result.recovered.subarray(from, to));
    result.used[year] = used;
    result.reinstatementPremium[year] = reinstatementPremium(terms, used);
  }
  return result;
}

/** Takes what treaties of one priority pay from the loss that they saw. */
function deduct(losses: Float64Array, results: readonly CededYears[]): void {
  for (let outage = 0; outage < losses.length; outage++) {
    const loss = losses[outage]!;
    const paid = results.reduce((sum, { recovered }) => sum + recovered[outage]!, 0);
    losses[outage] = Math.max(loss - paid, 0);
    if (paid <= loss) continue;
    for (const { recovered } of results) recovered[outage]! *= loss / paid;
  }
}

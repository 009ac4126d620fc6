import { invariant } from '../../errors/invariant.ts';

/** What each simulated year lost, same money as the events. */
export interface YearLosses {
  /** [years] largest event of the year; the basis of OEP (occurrence exceedance probability). 0 without events. */
  readonly largest: Float64Array;
  /** [years] sum of the year's events; the basis of AEP (aggregate exceedance probability). */
  readonly total: Float64Array;
}

/**
 * Largest event and sum of events of each year. Years without events are 0 and stay in.
 *
 * @param starts  [years + 1] event i belongs to year y when starts[y] <= i < starts[y + 1]; starts[0] = 0
 * @param eventLosses  [events] one loss per event, money, >= 0
 */
export function yearLosses(starts: Uint32Array, eventLosses: Float64Array): YearLosses {
  const years = starts.length - 1;
  invariant(years >= 1 && starts[years] === eventLosses.length, 'years and events do not fit together');
  const largest = new Float64Array(years);
  const total = new Float64Array(years);
  for (let year = 0; year < years; year++) {
    for (let event = starts[year]!; event < starts[year + 1]!; event++) {
      const loss = eventLosses[event]!;
      invariant(loss >= 0, `event ${event} loses ${loss}`);
      total[year]! += loss;
      if (loss > largest[year]!) largest[year] = loss;
    }
  }
  return { largest, total };
}

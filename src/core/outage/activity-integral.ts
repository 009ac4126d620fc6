import { activitySteps } from './activity.ts';

export interface Stretch {
  readonly fromHour: number;
  readonly toHour: number;
}

/**
 * ∫ a(t) dF(t) over a stretch of the outage, for each activity week.
 *
 * With F(t) = t this is active hours; with F the integral of the severity, active hours that stop.
 *
 * @param startMs    ms since the epoch; null: every hour is an average hour (a = 1)
 * @param offsetHours  how far the local clock is ahead of UTC
 * @param weeks      [336] each
 * @param primitive  F, hours since the start → hours
 * @returns one integral per week, hours
 */
export function integrate(
  startMs: number | null,
  offsetHours: number,
  stretch: Stretch,
  weeks: readonly Float64Array[],
  primitive: (hour: number) => number,
): Float64Array {
  const totals = new Float64Array(weeks.length);
  if (startMs === null) {
    return totals.fill(primitive(stretch.toHour) - primitive(stretch.fromHour));
  }
  let before = primitive(stretch.fromHour);
  for (const step of activitySteps(startMs, offsetHours, stretch.fromHour, stretch.toHour)) {
    const after = primitive(step.toHour);
    for (let w = 0; w < weeks.length; w++) totals[w]! += weeks[w]![step.slot]! * (after - before);
    before = after;
  }
  return totals;
}

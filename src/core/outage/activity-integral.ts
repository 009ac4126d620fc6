import { activitySteps } from './activity.ts';

const HOURS_PER_WEEK = 168;

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
 * @param linearFrom  hour from which F grows evenly; whole weeks after it count at the mean activity of 1
 * @returns one integral per week, hours
 */
export function integrate(
  startMs: number | null,
  offsetHours: number,
  stretch: Stretch,
  weeks: readonly Float64Array[],
  primitive: (hour: number) => number,
  linearFrom: number,
): Float64Array {
  const totals = new Float64Array(weeks.length);
  if (startMs === null) {
    return totals.fill(primitive(stretch.toHour) - primitive(stretch.fromHour));
  }
  const evenFrom = Math.max(stretch.fromHour, linearFrom);
  const wholeWeeks = Math.max(0, Math.floor((stretch.toHour - evenFrom) / HOURS_PER_WEEK));
  if (wholeWeeks > 0) {
    const evenTo = evenFrom + wholeWeeks * HOURS_PER_WEEK;
    const parts = [
      { fromHour: stretch.fromHour, toHour: evenFrom },
      { fromHour: evenTo, toHour: stretch.toHour },
    ];
    totals.fill(primitive(evenTo) - primitive(evenFrom));
    for (const part of parts) {
      const rest = integrate(startMs, offsetHours, part, weeks, primitive, Infinity);
      for (let w = 0; w < weeks.length; w++) totals[w]! += rest[w]!;
    }
    return totals;
  }
  let before = primitive(stretch.fromHour);
  for (const step of activitySteps(startMs, offsetHours, stretch.fromHour, stretch.toHour)) {
    const after = primitive(step.toHour);
    for (let w = 0; w < weeks.length; w++) totals[w]! += weeks[w]![step.slot]! * (after - before);
    before = after;
  }
  return totals;
}

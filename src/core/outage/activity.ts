/** Half hours in a week; slot 0 is Monday 00:00 local time. */
export const SLOTS_PER_WEEK = 336;
const SLOT_HOURS = 0.5;
const SLOTS_PER_DAY = 48;
/** 1 January 1970 was a Thursday: hours from the Monday before it. */
const EPOCH_WEEK_HOURS = 72;

/** Hours of a local day [fromHour, toHour) that weigh `weight`; the others weigh `otherWeight`. Multiples of 0.5 h. */
export interface ActivityShape {
  readonly fromHour: number;
  readonly toHour: number;
  readonly weight: number;
  readonly otherWeight: number;
}

/**
 * The week of a sector: activity in each local half hour relative to the average hour, so its mean is exactly 1.
 *
 * The weekday is the mean of the shapes, each first brought to mean 1; a weekend half hour is `weekendShare` times
 * the weekday's.
 *
 * @returns [336] factors ≥ 0
 */
export function activityWeek(shapes: readonly ActivityShape[], weekendShare: number): Float64Array {
  const week = new Float64Array(SLOTS_PER_WEEK);
  for (const shape of shapes) {
    const day = shapeDay(shape, weekendShare);
    for (let slot = 0; slot < SLOTS_PER_WEEK; slot++) {
      const weekend = slot >= 5 * SLOTS_PER_DAY;
      week[slot]! += (day[slot % SLOTS_PER_DAY]! * (weekend ? weekendShare : 1)) / shapes.length;
    }
  }
  return week;
}

function shapeDay(shape: ActivityShape, weekendShare: number): Float64Array {
  const day = new Float64Array(SLOTS_PER_DAY);
  let total = 0;
  for (let slot = 0; slot < SLOTS_PER_DAY; slot++) {
    const hour = slot * SLOT_HOURS;
    day[slot] = hour >= shape.fromHour && hour < shape.toHour ? shape.weight : shape.otherWeight;
    total += day[slot]!;
  }
  const meanOfWeek = (total / SLOTS_PER_DAY) * ((5 + 2 * weekendShare) / 7);
  return day.map((value) => value / meanOfWeek);
}

/** One stretch between two local half hours, in hours since the start of the outage. */
export interface ActivityStep {
  readonly fromHour: number;
  readonly toHour: number;
  /** Slot of the local week, 0–335. */
  readonly slot: number;
}

/**
 * Cuts a stretch of the outage at every half hour of a local clock.
 *
 * @param startMs       start of the outage, ms since the epoch
 * @param offsetHours   how far the local clock is ahead of UTC
 * @param fromHour, toHour  the stretch, hours since the start
 */
export function activitySteps(
  startMs: number,
  offsetHours: number,
  fromHour: number,
  toHour: number,
): ActivityStep[] {
  const localStart = startMs / 3_600_000 + EPOCH_WEEK_HOURS + offsetHours;
  const steps: ActivityStep[] = [];
  let hour = fromHour;
  while (hour < toHour) {
    const slotNumber = Math.floor((localStart + hour) / SLOT_HOURS + 1e-9);
    const next = Math.min(toHour, (slotNumber + 1) * SLOT_HOURS - localStart);
    steps.push({ fromHour: hour, toHour: next, slot: modulo(slotNumber, SLOTS_PER_WEEK) });
    hour = next;
  }
  return steps;
}

function modulo(value: number, base: number): number {
  return ((value % base) + base) % base;
}

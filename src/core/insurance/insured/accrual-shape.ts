import { HOURS_PER_YEAR } from '../../units/time.ts';
import type { Accrual } from '../accrual.ts';
import type { OutageClock } from '../insured-outage.ts';
import { spanOf } from './insured-clock.ts';

/** A stretch of constant depth, hours since the start. */
export interface DepthPhase {
  readonly fromHour: number;
  readonly toHour: number;
  /** How far the services are impaired for those whom the outage reaches, 0–1. */
  readonly depth: number;
}

const KNOT_HOURS = 0.5;

/**
 * Loss as it accrues, for 1 US dollar of annual income that rests wholly on the services that fail.
 *
 * Formula: ∫ a(t) u(t) σ(t − first) dt / 8760 over the hours in which a needed service is impaired, at knots every half
 * hour and where phases and stretches end; then a tail that accrues evenly over the hours of restoration:
 * idleRatio · restoration / length of the loss before it
 *
 * @param phases       depth u; no phase, no loss
 * @param activeHours  ∫ a σ dt between two hours since the start, severity counted from `first`, the first hour of this
 *   insured's outage: buffers and work by hand last as long for a service that fails later
 * @param idleRatio    0–1
 * @returns US dollars at a scale of 1
 */
export function accrualShape(
  clock: OutageClock,
  phases: readonly DepthPhase[],
  activeHours: (fromHour: number, toHour: number) => number,
  idleRatio: number,
): Accrual {
  const { stretches, restorationHours } = clock;
  const span = spanOf(stretches);
  const hours = knots(span.toHour, [...stretches, ...phases]);
  const loss = [0];
  let total = 0;
  for (let i = 1; i < hours.length; i++) {
    const [from, to] = [hours[i - 1]!, hours[i]!];
    const middle = (from + to) / 2;
    const holds = (part: { fromHour: number; toHour: number }) =>
      part.fromHour < middle && middle < part.toHour;
    const depth = stretches.some(holds) ? (phases.find(holds)?.depth ?? 0) : 0;
    if (depth > 0) total += (depth * activeHours(from, to)) / HOURS_PER_YEAR;
    loss.push(total);
  }
  if (restorationHours > 0 && total > 0) {
    hours.push(span.toHour + restorationHours);
    loss.push(total * (1 + (idleRatio * restorationHours) / (span.toHour - span.fromHour)));
  }
  return { hours: Float64Array.from(hours), loss: Float64Array.from(loss) };
}

/** 0, every half hour and every edge, up to `toHour`; ascending, without repeats. */
function knots(toHour: number, edges: readonly { fromHour: number; toHour: number }[]): number[] {
  const all = new Set([0, toHour]);
  for (let hour = KNOT_HOURS; hour < toHour; hour += KNOT_HOURS) all.add(hour);
  for (const edge of edges) {
    for (const hour of [edge.fromHour, edge.toHour]) if (hour > 0 && hour < toHour) all.add(hour);
  }
  return [...all].sort((a, b) => a - b);
}

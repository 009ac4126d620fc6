import type { Kind } from '../../catalog.ts';
import { quantileAt } from '../../distribution/marginal.ts';
import type { DrawTable } from '../../impact/method.ts';
import type { InputIndex, ParameterBook } from '../../impact/parameter-book.ts';
import { compileTiming } from '../../outage/timing.ts';
import type { Timing } from '../../outage/timing.ts';
import type { Outage } from '../../scenario.ts';
import { formatInstant, parseInstant } from '../../units/instant.ts';
import { MS_PER_HOUR } from '../../units/time.ts';
import { invariant } from '../../errors/invariant.ts';
import type { ImpairedStretch } from '../insured-outage.ts';
import { spanOf } from './insured-clock.ts';

/** Service of a stretch when the scenario names none: everything that failed. */
export const EVERY_SERVICE = 'every service';

/** One outage on the clock of insureds: windows and phases in hours since `startMs`. */
export interface EventOutage {
  /** ms since the epoch; null: every hour counts as an average one. */
  readonly startMs: number | null;
  /** Published windows, each of impairment 1; or phases, with the depth that those reached have in the middle. */
  readonly stretches: readonly ImpairedStretch[];
  /** The stretches name services, so that an insured can need some of them. */
  readonly namesServices: boolean;
  /** Middle impairment over all customers, 0–1. */
  readonly phases: readonly { fromHour: number; toHour: number; impairmentShare: number }[];
  readonly timing: Timing;
  /** Doubt about an impairment that is stated as one number. */
  readonly impairmentScale: InputIndex | null;
  /** Hours of restoration after the end, as the scenario has them; null when it has none. */
  readonly restorationHours: number | null;
}

/**
 * Windows and phases on one clock. A length that is uncertain counts at its middle; windows without phases have the
 * impairment of the kind from the first to the last of them.
 */
export function compileEventOutage(outage: Outage, kind: Kind, book: ParameterBook): EventOutage {
  const windows = outage.windows.map(({ service, start, end }) => ({
    service,
    startMs: msOf(start),
    endMs: msOf(end),
  }));
  const firstMs = Math.min(...windows.map(({ startMs }) => startMs));
  const windowHours = (Math.max(...windows.map(({ endMs }) => endMs)) - firstMs) / MS_PER_HOUR;
  const bare = windows.length > 0 && outage.phases.length === 0 && outage.durationHours === undefined;
  const timing = compileTiming(
    bare ? { ...outage, start: formatInstant(firstMs), durationHours: windowHours } : outage,
    kind,
    book,
  );
  const startMs = windows.length === 0 ? timing.startMs : Math.min(firstMs, timing.startMs ?? firstMs);
  const shift = startMs === null ? 0 : ((timing.startMs ?? startMs) - startMs) / MS_PER_HOUR;
  const phases = timing.phases.map(({ fromHour, toHour, impairment, weight }) => ({
    fromHour: fromHour + shift,
    toHour: toHour + shift,
    impairmentShare: quantileAt(book.inputs[impairment]!.marginal, 0.5) * weight,
  }));
  const stretches =
    windows.length > 0
      ? windows.map(({ service, startMs: from, endMs }) => ({
          service,
          fromHour: (from - startMs!) / MS_PER_HOUR,
          toHour: (endMs - startMs!) / MS_PER_HOUR,
          impairmentShare: 1,
        }))
      : phases.map((phase) => ({ service: EVERY_SERVICE, ...phase }));
  const { restoration } = timing;
  return {
    startMs,
    stretches,
    namesServices: windows.length > 0,
    phases,
    timing,
    impairmentScale: timing.phases.some(({ impairmentIsNumber }) => impairmentIsNumber)
      ? book.draw('footprint.impairmentScale')
      : null,
    restorationHours:
      restoration === null
        ? null
        : Math.max(0, quantileAt(book.inputs[restoration.hours]!.marginal, 0.5) - spanOf(stretches).toHour),
  };
}

function msOf(text: string): number {
  const ms = parseInstant(text);
  invariant(ms !== null, `instant ${text} passed the schema`);
  return ms;
}

/** Impairment of those whom an outage reaches: the average over all customers falls on them alone, 0–1. */
export function depthOf(impairmentShare: number, reach: number): number {
  return impairmentShare === 0 ? 0 : Math.min(1, impairmentShare / reach);
}

/**
 * Share of the customers reached, [draws]: never below the largest share of all work that stops, since nobody can bear more
 * than a full stop.
 *
 * @param reach  [draws] as the class of the outage has it
 */
export function reachOfOutage(
  { timing, impairmentScale }: EventOutage,
  inputs: DrawTable,
  reach: Float64Array,
): Float64Array {
  return reach.map((reached, draw) =>
    timing.phases.reduce(
      (most, phase) => Math.max(most, stoppedShare(phase, impairmentScale, inputs, draw)),
      reached,
    ),
  );
}

/** Share of the work of all customers that one phase stops in one draw, 0–1. */
function stoppedShare(
  { impairment, weight, impairmentIsNumber }: Timing['phases'][number],
  impairmentScale: InputIndex | null,
  inputs: DrawTable,
  draw: number,
): number {
  const scale = impairmentIsNumber && impairmentScale !== null ? inputs[impairmentScale]![draw]! : 1;
  return Math.min(1, inputs[impairment]![draw]! * weight * scale);
}

/**
 * Depth of the outage in each draw ÷ that of the middle: hours of full impairment of those reached. The profile over
 * the hours is that of the middle, its height is drawn.
 *
 * @param middleReach  share of customers reached, in the middle
 * @param reach        [draws]
 * @returns [draws]
 */
export function depthFactors(
  { phases, timing, impairmentScale }: EventOutage,
  inputs: DrawTable,
  middleReach: number,
  reach: Float64Array,
): Float64Array {
  let middle = 0;
  for (const { fromHour, toHour, impairmentShare } of phases) {
    middle += (toHour - fromHour) * depthOf(impairmentShare, middleReach);
  }
  return reach.map((reached, draw) => {
    let hours = 0;
    for (const phase of timing.phases) {
      const share = stoppedShare(phase, impairmentScale, inputs, draw);
      hours += (phase.toHour - phase.fromHour) * depthOf(share, reached);
    }
    return middle === 0 ? 0 : hours / middle;
  });
}

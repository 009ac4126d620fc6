import type { Kind } from '../catalog.ts';
import type { Quantity } from '../distribution/quantity.ts';
import { quantileAt, compileQuantity } from '../distribution/marginal.ts';
import { invariant } from '../errors/invariant.ts';
import type { InputIndex, ParameterBook } from '../impact/parameter-book.ts';
import type { Outage } from '../scenario.ts';
import { parseInstant } from '../units/instant.ts';
import { MS_PER_HOUR } from '../units/time.ts';

/** A stretch of constant impairment, in hours since the start, at the middle duration. */
export interface TimedPhase {
  readonly fromHour: number;
  readonly toHour: number;
  /** Impairment, 0–1. */
  readonly impairment: InputIndex;
  /** Impairment was stated as one number, so the model adds its own doubt about it. */
  readonly impairmentIsNumber: boolean;
}

/**
 * The outage on one clock. An uncertain length stretches every phase by the same factor, the drawn length divided by
 * `middleHours`.
 */
export interface Timing {
  /** ms since the epoch; null when unknown, then every hour counts as an average one. */
  readonly startMs: number | null;
  readonly phases: readonly TimedPhase[];
  /** From the start to the end of the last phase, at the middle of its range. */
  readonly middleHours: number;
  readonly duration: InputIndex;
  /** Lengths at which time integrals are computed, as multiples of the middle; ascending; one when the length is known. */
  readonly scaleNodes: readonly number[];
  /** Hours from the start until business was normal; null when unknown. */
  readonly restoration: InputIndex | null;
  /** No impairment at all: every loss is exactly 0. */
  readonly nothingStopped: boolean;
}

const IMPAIRMENT_STREAM = 'impairment';

/** Puts windows, phases or bare lengths on one clock; priors of the kind fill what is unknown, and are named. */
export function compileTiming(outage: Outage, kind: Kind, book: ParameterBook): Timing {
  const startMs = startOf(outage);
  if (startMs === null) {
    book.warn('START_UNKNOWN', 'outage.start', 'no start is given, so every hour counts as an average hour');
  }
  const restoration =
    outage.restorationHours === undefined
      ? null
      : book.fact('outage.restorationHours', outage.restorationHours, { min: 0 }, restorationWords);
  return outage.phases.length > 0
    ? timingOfPhases(outage, startMs!, restoration, book)
    : timingOfLength(outage, kind, startMs, restoration, book);
}

const restorationWords = { unit: 'hours', words: 'how long it took until business was normal' };
const impairmentWords = 'how much of the service was really down';

function startOf(outage: Outage): number | null {
  const first = outage.phases[0]?.start ?? outage.start ?? outage.windows[0]?.start;
  return first === undefined ? null : instantMs(first);
}

function instantMs(text: string): number {
  const ms = parseInstant(text);
  invariant(ms !== null, `instant ${text} passed the schema`);
  return ms;
}

function timingOfPhases(
  outage: Outage,
  startMs: number,
  restoration: InputIndex | null,
  book: ParameterBook,
): Timing {
  const phases = outage.phases.map((phase, i): TimedPhase => {
    const path = `outage.phases[${i}].impairmentShare`;
    return {
      fromHour: (instantMs(phase.start) - startMs) / MS_PER_HOUR,
      toHour: (instantMs(phase.end) - startMs) / MS_PER_HOUR,
      impairment: book.fact(
        path,
        phase.impairmentShare,
        { min: 0, max: 1 },
        {
          unit: 'share',
          words: impairmentWords,
          // One uniform for all phases: what we do not know about the outage is the same in each of them.
          stream: IMPAIRMENT_STREAM,
        },
      ),
      impairmentIsNumber: typeof phase.impairmentShare === 'number',
    };
  });
  const hours = phases[phases.length - 1]!.toHour;
  return {
    startMs,
    phases,
    middleHours: hours,
    duration: book.fact(
      'outage.durationHours',
      hours,
      { min: 0 },
      {
        unit: 'hours',
        words: 'how long it lasted',
      },
    ),
    scaleNodes: [1],
    restoration,
    nothingStopped: outage.phases.every((phase) => phase.impairmentShare === 0),
  };
}

function timingOfLength(
  outage: Outage,
  kind: Kind,
  startMs: number | null,
  restoration: InputIndex | null,
  book: ParameterBook,
): Timing {
  const { duration, quantity } = durationOf(outage, kind, book);
  const { middle, nodes } = lengthNodes(quantity);
  const { impairment, isNumber } = impairmentOf(outage, kind, book);
  const profile = kind.profile ?? [{ shareOfDuration: 1, impairmentShare: 1 }];
  let from = 0;
  const phases = profile.map((part, i): TimedPhase => {
    const phase: TimedPhase = {
      fromHour: from * middle,
      toHour: (from + part.shareOfDuration) * middle,
      impairment:
        kind.profile === undefined
          ? impairment
          : book.fact(
              `kind.${kind.id}.profile[${i}].impairmentShare`,
              part.impairmentShare,
              { min: 0, max: 1 },
              {
                unit: 'share',
                words: impairmentWords,
              },
            ),
      impairmentIsNumber: kind.profile !== undefined || isNumber,
    };
    from += part.shareOfDuration;
    return phase;
  });
  return {
    startMs,
    phases,
    middleHours: middle,
    duration,
    scaleNodes: nodes,
    restoration,
    nothingStopped: quantity === 0 || outage.impairmentShare === 0,
  };
}

function durationOf(
  outage: Outage,
  kind: Kind,
  book: ParameterBook,
): { duration: InputIndex; quantity: Quantity } {
  if (outage.durationHours !== undefined) {
    const about = { unit: 'hours', words: 'how long it lasted' };
    return {
      duration: book.fact('outage.durationHours', outage.durationHours, { min: 0 }, about),
      quantity: outage.durationHours,
    };
  }
  const prior = `kind.${kind.id}.durationHours`;
  // A company's own view runs on the hours until business was normal, where those are known.
  const ownView =
    kind.stops === 'own' && kind.exposure !== 'systemic' && outage.restorationHours !== undefined;
  if (!ownView)
    book.warn('DURATION_UNKNOWN', 'outage.durationHours', `no length is given; ${prior} stands in for it`);
  return { duration: book.draw(prior), quantity: book.quantity(prior) };
}

function impairmentOf(
  outage: Outage,
  kind: Kind,
  book: ParameterBook,
): { impairment: InputIndex; isNumber: boolean } {
  if (outage.impairmentShare !== undefined) {
    const about = { unit: 'share', words: impairmentWords, stream: IMPAIRMENT_STREAM };
    return {
      impairment: book.fact('outage.impairmentShare', outage.impairmentShare, { min: 0, max: 1 }, about),
      isNumber: typeof outage.impairmentShare === 'number',
    };
  }
  return { impairment: book.draw(`kind.${kind.id}.impairmentShare`), isNumber: false };
}

const NODES = 24;

/** Middle of an uncertain length, and the multiples of it between its 1-in-2,000 ends at which to compute integrals. */
function lengthNodes(quantity: Quantity): { middle: number; nodes: number[] } {
  if (typeof quantity === 'number') return { middle: quantity, nodes: [1] };
  const { marginal } = compileQuantity(quantity, { min: 0 }, 'outage.durationHours');
  const middle = quantileAt(marginal, 0.5);
  const low = Math.max(quantileAt(marginal, 0.0005), middle / 1000);
  const high = quantileAt(marginal, 0.9995);
  const ratio = Math.pow(high / low, 1 / (NODES - 1));
  return { middle, nodes: Array.from({ length: NODES }, (_, i) => (low / middle) * Math.pow(ratio, i)) };
}

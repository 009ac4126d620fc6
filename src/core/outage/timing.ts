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
  /** Impairment at the height of the outage, 0–1. */
  readonly impairment: InputIndex;
  /** This phase's impairment ÷ that height: below 1 where a kind's profile eases off. */
  readonly weight: number;
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
  /** Hours from the start until business was normal, and lengths of it at which integrals are computed; null when unknown. */
  readonly restoration: { readonly hours: InputIndex; readonly nodes: readonly number[] } | null;
  /** The scenario itself says how far the service was impaired. */
  readonly impairmentStated: boolean;
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
      : {
          hours: book.fact('outage.restorationHours', outage.restorationHours, { min: 0 }, restorationWords),
          nodes: hoursAtNodes(outage.restorationHours),
        };
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
  restoration: Timing['restoration'],
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
      weight: 1,
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
    impairmentStated: true,
    nothingStopped: outage.phases.every((phase) => phase.impairmentShare === 0),
  };
}

function timingOfLength(
  outage: Outage,
  kind: Kind,
  startMs: number | null,
  restoration: Timing['restoration'],
  book: ParameterBook,
): Timing {
  const { duration, quantity } = durationOf(outage, kind, book);
  const { middle, nodes } = lengthNodes(quantity);
  const profile = profileOf(outage, kind, book);
  let from = 0;
  const phases = profile.map(({ shareOfDuration, ...phase }): TimedPhase => {
    const fromHour = from * middle;
    from += shareOfDuration;
    return { ...phase, fromHour, toHour: from * middle };
  });
  return {
    startMs,
    phases,
    middleHours: middle,
    duration,
    scaleNodes: nodes,
    restoration,
    impairmentStated: outage.impairmentShare !== undefined,
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
    (kind.exposure === 'company-long-cyber' || kind.exposure === 'airline') &&
    outage.restorationHours !== undefined;
  if (!ownView)
    book.warn(
      'DURATION_UNKNOWN',
      'outage.durationHours',
      `no length is given; lengths of past outages of this kind stand in for it (${prior})`,
    );
  return { duration: book.draw(prior), quantity: book.quantity(prior) };
}

type ProfilePart = Pick<TimedPhase, 'impairment' | 'weight' | 'impairmentIsNumber'> & {
  readonly shareOfDuration: number;
};

/** How impairment runs over a bare length: as stated, else as the kind's outages are restored, else the kind's prior. */
function profileOf(outage: Outage, kind: Kind, book: ParameterBook): ProfilePart[] {
  const parts = kind.profile ?? [{ shareOfDuration: 1, impairmentShare: 1 }];
  const height = Math.max(...parts.map((part) => part.impairmentShare));
  const bounds = { min: 0, max: 1 };
  const about = { unit: 'share', words: impairmentWords, stream: IMPAIRMENT_STREAM };
  const stated = outage.impairmentShare;
  const impairment =
    stated !== undefined
      ? book.fact('outage.impairmentShare', stated, bounds, about)
      : kind.profile !== undefined
        ? book.fact(`kind.${kind.id}.profile`, height, bounds, about)
        : book.draw(`kind.${kind.id}.impairmentShare`);
  return parts.map((part) => ({
    shareOfDuration: part.shareOfDuration,
    impairment,
    weight: part.impairmentShare / height,
    impairmentIsNumber: stated === undefined ? kind.profile !== undefined : typeof stated === 'number',
  }));
}

const NODES = 24;

/** Hours of a length at its nodes. */
function hoursAtNodes(quantity: Quantity): number[] {
  const { middle, nodes } = lengthNodes(quantity);
  return nodes.map((scale) => scale * middle);
}

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

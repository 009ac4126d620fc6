import { paretoLength, paretoLimited, paretoSurvival } from './generalised-pareto.ts';
import type { GeneralisedPareto } from './generalised-pareto.ts';
import { lognormalLength, lognormalLimited, lognormalSurvival } from './lognormal-length.ts';
import type { LognormalLength } from './lognormal-length.ts';

/** How long outages last, with every parameter known. */
export type Duration = GeneralisedPareto | LognormalLength;

/** Chance that an outage lasts longer than `hours`, S(u): 0 to 1. */
export function survivalShare(law: Duration, hours: number): number {
  switch (law.kind) {
    case 'generalised-pareto':
      return paretoSurvival(law, hours);
    case 'lognormal':
      return lognormalSurvival(law, hours);
  }
}

/** Length, hours, that a share of outages exceeds: the inverse of `survivalShare`. @param tail  inside (0, 1) */
export function durationExceededBy(law: Duration, tail: number): number {
  switch (law.kind) {
    case 'generalised-pareto':
      return paretoLength(law, tail);
    case 'lognormal':
      return lognormalLength(law, tail);
  }
}

/** Limited expected value: mean of min(length, hours), the integral of S from 0 to `hours`; hours >= 0. */
export function limitedHours(law: Duration, hours: number): number {
  switch (law.kind) {
    case 'generalised-pareto':
      return paretoLimited(law, hours);
    case 'lognormal':
      return lognormalLimited(law, hours);
  }
}

import type { WaitingClock } from './policy.ts';

/** A stretch in which one service was impaired, hours since the start of the event. */
export interface ImpairedStretch {
  readonly service: string;
  readonly fromHour: number;
  readonly toHour: number;
  /** 0–1; a published window without a figure counts as 1 for the clock, which is stated. */
  readonly impairmentShare: number;
}

/** An outage as the clock of a policy sees it, before the services of one insured are chosen. */
export interface OutageClock {
  readonly stretches: readonly ImpairedStretch[];
  /** Hours of restoration after the last stretch; they count only on the clock of the insured's interruption. */
  readonly restorationHours: number;
}

/** Why a loss arose, as terms distinguish it. */
export interface LossCause {
  readonly coverage: 'own' | 'dependent';
  /** `system-failure`, or a kind that a policy may exclude: `power`, `telecom` … */
  readonly cause: string;
  /** 1: the insured's own provider failed; 2: a provider of that one. */
  readonly tier: 1 | 2;
  /** One cause strikes many insureds. */
  readonly widespread: boolean;
}

/** Hours that count, before and after they are compared with the waiting period. */
export interface CountedHours {
  /** From the first counting hour, hours since the start. */
  readonly fromHour: number;
  readonly hours: number;
  readonly clock: WaitingClock;
}

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
  /** An attack, which is a security failure and no system failure. */
  readonly malicious: boolean;
  /** 1: the insured's own provider failed; 2: a provider of that one. */
  readonly tier: 1 | 2;
  /** One cause strikes many insureds. */
  readonly widespread: boolean;
}

/** Hours without a gap, since the start of the event. */
export interface HourRun {
  readonly fromHour: number;
  readonly toHour: number;
}

/** Hours that count, before and after they are compared with the waiting period. */
export interface CountedHours {
  /** In order and apart: one run when hours must be continuous, else all of them; none when nothing counts. */
  readonly runs: readonly HourRun[];
  /** Their sum, to a billionth of an hour. */
  readonly hours: number;
  /** The services behind them, in the order in which they failed. */
  readonly services: readonly string[];
  readonly clock: WaitingClock;
}

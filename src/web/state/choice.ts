import type { Quantity } from '../../core/distribution/quantity.ts';

/**
 * What to estimate: a bundled event, or a blank start of a few facts, with what the reader changed. Plain data: it goes
 * into the address of the page and to the engine's worker. A number that is absent is left to the event, or to the priors
 * of the kind of outage.
 */
export interface Choice {
  /** Id of a bundled event; absent for a blank start. */
  readonly event?: string | undefined;
  /** Only without an event. */
  readonly kind?: string | undefined;
  readonly provider?: string | undefined;
  /** ISO 3166-1 alpha-2; only without an event. */
  readonly countries?: readonly string[] | undefined;
  readonly region?: string | undefined;
  /** Instant in UTC, `2025-10-20T06:48:00Z`. */
  readonly start?: string | undefined;
  /** >= 0. */
  readonly hours?: number | undefined;
  /** >= 0. */
  readonly firms?: number | undefined;
  /** >= 0. */
  readonly reports?: number | undefined;
  /** ISO date. */
  readonly asOf?: string | undefined;
  /** Overrides of model parameters by path. */
  readonly assumptions: Readonly<Record<string, Quantity>>;
  readonly draws?: number | undefined;
  readonly seed?: number | undefined;
}

export const DEFAULT_EVENT = 'aws-2025-10-20';

export const defaultChoice: Choice = { event: DEFAULT_EVENT, assumptions: {} };

/** A blank start: a cloud outage of six hours, which needs no further fact. */
export const blankChoice: Choice = {
  kind: 'cloud',
  provider: 'aws',
  region: 'us-east-1',
  hours: 6,
  assumptions: {},
};

/** The facts that a reader can change beside the event itself. */
export const changeable = ['region', 'start', 'hours', 'firms', 'reports', 'asOf'] as const;

export type Changeable = (typeof changeable)[number];

/** True when the choice is a bundled event and nothing else. */
export function isUnchanged(choice: Choice): boolean {
  return (
    changeable.every((name) => choice[name] === undefined) && Object.keys(choice.assumptions).length === 0
  );
}

import type { Insured } from '../insured/insured.ts';
import type { Policy } from '../policy.ts';

/** One row of a portfolio: a layer of a policy and its insured, with every default filled in. */
export interface InsuredPolicy {
  /** Line of the file, from 1; the header is line 1. */
  readonly line: number;
  readonly key: PolicyKey;
  readonly insured: Insured;
  /** In US dollars, at the rate of the year that the book is run for. */
  readonly terms: Policy<number>;
  /** Currency of the file, before conversion. */
  readonly currency: string;
  /** ms since the epoch; losses count to the policy that is in force at the start of the event. */
  readonly inceptionMs: number;
  readonly expiryMs: number;
  readonly grossPremiumUsd: number | null;
}

export interface PolicyKey {
  readonly portNumber: string;
  readonly accNumber: string;
  readonly polNumber: string;
  readonly layerNumber: number;
}

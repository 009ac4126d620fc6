import { coinsuranceAfterLimits, coinsuranceAfterRetention } from './terms/coinsurance.ts';
import { countedLoss } from './terms/counted-loss.ts';
import { coverageDeductible, coverageLimit } from './terms/coverage.ts';
import { coveredCause } from './terms/covered-cause.ts';
import { extraExpense } from './terms/extra-expense.ts';
import { greaterOf } from './terms/greater-of.ts';
import { indemnityPeriod } from './terms/indemnity-period.ts';
import { layer, participation } from './terms/layer.ts';
import { policyDeductible } from './terms/policy-deductible.ts';
import { recoveries } from './terms/recoveries.ts';
import { retention } from './terms/retention.ts';
import { systemFailureLimit } from './terms/system-failure-limit.ts';
import type { MoneyTerm, Term } from './terms/term.ts';
import { waitingPeriod } from './terms/waiting-period.ts';
import { widespread } from './terms/widespread.ts';

/** From the loss that accrues to the loss of the interruption that the policy looks at. */
const hoursTerms: readonly Term[] = [coveredCause, countedLoss, waitingPeriod, indemnityPeriod, greaterOf];

/** From there to the gross loss. */
export const moneyTerms: readonly MoneyTerm[] = [
  ...[extraExpense, recoveries, retention, coinsuranceAfterRetention],
  ...[coverageDeductible, coverageLimit, systemFailureLimit, widespread],
  ...[policyDeductible, layer, participation, coinsuranceAfterLimits],
];

/**
 * The order in which the terms of a policy apply to one loss: that of the Oasis loss modelling framework (waiting,
 * indemnity, coverage, policy, layer), with the terms it does not know put between them. The annual aggregate comes
 * after all of them, loss by loss of a year.
 */
export const termOrder: readonly Term[] = [...hoursTerms, ...moneyTerms];

import type { Decimal } from 'decimal.js';
import { sortedCopy, sortedQuantile } from '../../statistics/quantiles.ts';
import { applyPolicy, type PolicyOutcome } from '../apply-policy.ts';
import { decimalArithmetic } from '../arithmetic.ts';
import { convertPolicy } from '../convert-policy.ts';
import { countHours } from '../count-hours.ts';
import { explainPolicy, type PolicyStep } from '../explain-policy.ts';
import type { CountedHours } from '../insured-outage.ts';
import { insuredKey } from '../insured/insured-key.ts';
import { roomForStruck, type InsuredModel } from '../insured/open-insured-model.ts';
import type { ShowMoney } from '../terms/term.ts';
import type { InsuredPolicy } from './insured-policy.ts';

/** How the loss of one policy of a book comes about, at the middle of the draws that strike it. US dollars. */
export interface ExplainedPolicy {
  readonly policy: InsuredPolicy;
  /** Share of the draws that strike it, 0–1. */
  readonly struckShare: number;
  readonly counted: CountedHours;
  readonly outcome: PolicyOutcome<Decimal>;
  readonly steps: readonly PolicyStep<Decimal>[];
}

/** @param show  writes an amount inside a sentence */
export function explainInBook(
  model: InsuredModel,
  policy: InsuredPolicy,
  show: ShowMoney<Decimal>,
): ExplainedPolicy {
  const room = roomForStruck(model.draws);
  const struck = room.scale.subarray(0, model.fillStruck(policy.insured, insuredKey(policy.key), room));
  const scale = struck.length === 0 ? 0 : sortedQuantile(sortedCopy(struck), 0.5);
  const { clock, accrual } = model.shapeOf(policy.insured);
  const counted = countHours(clock, null, policy.terms.waiting);
  const terms = convertPolicy(policy.terms, (amount) => decimalArithmetic.of(amount));
  const loss = {
    cause: model.cause,
    extraExpense: decimalArithmetic.of(scale * accrual.loss.at(-1)! > 0 ? policy.insured.extraExpenseUsd : 0),
    lossAvoided: null,
    recoveries: decimalArithmetic.zero,
    accrual: { hours: accrual.hours, loss: accrual.loss.map((amount) => amount * scale) },
  };
  return {
    policy,
    struckShare: struck.length / model.draws,
    counted,
    outcome: applyPolicy(decimalArithmetic, terms, loss, counted),
    steps: explainPolicy(decimalArithmetic, terms, loss, counted, show),
  };
}

import type { MeasureId } from '../result.ts';
import type { ClaimAmount, ClaimMeasure } from './claim.ts';
import type { ClaimBackground, ClaimComparison, Verdict } from './claim-assessment.ts';
import { totalOf } from './claim-total.ts';
import { comparableMeasures, isMeasure, yardstickOfAll } from './comparable-measures.ts';
import { likelyMistakes } from './likely-mistakes.ts';
import { possibleCurrencies } from './missing-currency.ts';
import { hasRate, perUsd, type OpenEvent } from './open-event.ts';
import { localCurrencies, type Claim, type Reading } from './readings.ts';
import { ruleWords } from './rules.ts';
import { scopeRelation } from './scope-relation.ts';
import { judge } from './verdict.ts';
import type { ClaimTotal, Judgement, Yardstick } from './verdict.ts';

/** A reading with its total and its verdict. */
export interface Judged extends Reading, JudgedTotal {}

interface JudgedTotal extends Judgement {
  readonly total: ClaimTotal | null;
  /** What it was held against; null when nothing we estimate is of its kind and scope. */
  readonly yardstick: Yardstick | null;
}

export function judgeReading(
  amount: ClaimAmount,
  stated: ClaimMeasure | null,
  claim: Claim,
  event: OpenEvent,
): JudgedTotal {
  const total = totalOf(amount, perUsd(amount.currency!, event), event.measures);
  const relation = scopeRelation(claim.reading.scope, event.compilation.model.scope);
  if (isNoLossOfThis(amount, stated) || relation === 'wider' || relation === 'other') {
    const beyond = total !== null && relation === 'other' && total.lowUsd > yearlyGdpUsd(claim, event);
    const judgement = beyond
      ? ({ verdict: 'exceeds-ceiling', rule: 3 } as const)
      : ({ verdict: 'not-comparable', rule: 1 } as const);
    return { total, yardstick: null, ...judgement };
  }
  const yardstick = yardstickFor(stated, claim, event);
  if (total === null || yardstick === null)
    return { total, yardstick: null, verdict: 'needs-review', rule: 2 };
  return { total, yardstick, ...judge(total, yardstick, relation === 'narrower') };
}

function isNoLossOfThis({ unit }: ClaimAmount, stated: ClaimMeasure | null): boolean {
  if (stated !== null && !isMeasure(stated)) return true;
  return unit === 'per-firm' || unit === 'per-firm-hour' || unit === 'per-customer';
}

/** What the countries that a claim names produce in a year: no outage of days can cost that. */
function yearlyGdpUsd(claim: Claim, { catalog }: OpenEvent): number {
  const named = new Set(claim.reading.scope?.countries ?? []);
  const total = catalog.countries.reduce(
    (sum, row) => sum + (named.has(row.iso2) ? (row.gdpUsd ?? 0) : 0),
    0,
  );
  return total > 0 ? total : Infinity;
}

/** The range and the ceiling to hold a claim against; null when nothing we estimate is of its kind. */
function yardstickFor(stated: ClaimMeasure | null, claim: Claim, event: OpenEvent): Yardstick | null {
  const measures = comparableMeasures(stated, event.estimate, event.headline);
  const { scope } = claim.reading;
  const economy = event.compilation.model.scope.kind === 'economy';
  const within = economy && scope?.kind === 'countries';
  return yardstickOfAll(
    event.estimate,
    measures,
    event.headline,
    within ? Math.min(event.ceilingUsd, event.ceilingWithin(scope.countries)) : event.ceilingUsd,
  );
}

/** The verdict of all readings together: one that they share, or none. */
export function settle(
  judged: readonly Judged[],
  stated: ClaimMeasure | null,
  event: OpenEvent,
): Judgement & { readonly words: string } {
  const [main] = judged;
  const review = (words: string) => ({ verdict: 'needs-review', rule: 2, words }) as const;
  if (main === undefined) return review(ruleWords.noAmount);
  if (main.rule === 2) {
    const missing = comparableMeasures(stated, event.estimate, event.headline).length === 0;
    return review(missing ? ruleWords.noMeasure : main.total === null ? ruleWords.noCount : ruleWords.noLoss);
  }
  const differs = judged.some((other) => other.decides && other.verdict !== main.verdict);
  if (differs) return review(ruleWords.ambiguous);
  return { verdict: main.verdict, rule: main.rule, words: ruleWords.of(main.verdict, main.rule) };
}

/** The headline measure where its own verdict is the one given, else the measure that gives it. */
export function measureCompared(
  total: ClaimTotal,
  verdict: Verdict,
  stated: ClaimMeasure | null,
  event: OpenEvent,
): MeasureId | null {
  const measures = comparableMeasures(stated, event.estimate, event.headline);
  const verdictBy = (measure: MeasureId): Verdict | null => {
    const yardstick = yardstickOfAll(event.estimate, [measure], event.headline, event.ceilingUsd);
    return yardstick === null ? null : judge(total, yardstick).verdict;
  };
  return measures.find((measure) => verdictBy(measure) === verdict) ?? measures[0] ?? null;
}

/** Verdicts by each kind of loss: the stated one, or all that we estimate. */
export function comparisonsOf(
  total: ClaimTotal,
  stated: ClaimMeasure | null,
  claim: Claim,
  event: OpenEvent,
): readonly ClaimComparison[] {
  const { estimate, headline, ceilingUsd } = event;
  const narrower = scopeRelation(claim.reading.scope, event.compilation.model.scope) === 'narrower';
  const measures =
    stated === null
      ? (Object.keys(estimate.measures) as MeasureId[]).filter((measure) => measure !== 'household-time')
      : comparableMeasures(stated, estimate, headline);
  return measures.flatMap((measure) => {
    const { scope, p5, p50, p95 } = estimate.measures[measure]!;
    const yardstick = yardstickOfAll(estimate, [measure], headline, ceilingUsd);
    if (yardstick === null) return [];
    return [{ measure, scope, verdict: judge(total, yardstick, narrower).verdict, p5, p50, p95 }];
  });
}

/** Slips that would explain the first reading; none where it was held against nothing. */
export function mistakesOf(
  { total, yardstick, amount }: Judged,
  verdict: Verdict,
  stated: ClaimMeasure | null,
  claim: Claim,
  event: OpenEvent,
  background: ClaimBackground,
): ReturnType<typeof likelyMistakes> {
  if (total === null || yardstick === null) return [];
  const narrower = scopeRelation(claim.reading.scope, event.compilation.model.scope) === 'narrower';
  const as = (measure: MeasureId): Verdict | null => {
    const asOther = yardstickOfAll(event.estimate, [measure], event.headline, event.ceilingUsd);
    return asOther === null || stated === measure ? null : judge(total, asOther, narrower).verdict;
  };
  const currency = amount.currency!;
  const here = perUsd(currency, event);
  const others = possibleCurrencies(claim.reading.language, localCurrencies(event));
  return likelyMistakes({
    claim: total,
    unit: amount.unit,
    verdict,
    event: event.measures,
    judge: (other) => judge(other, yardstick, narrower).verdict,
    judgeAs: { interrupted: as('interrupted-output'), revenue: as('revenue') },
    currencies: others
      .filter((code) => code !== currency && hasRate(code, event))
      .map((code) => ({ code, ratio: perUsd(code, event) / here }))
      // Currencies of about the same worth explain nothing.
      .filter(({ ratio }) => ratio > 3 || ratio < 1 / 3),
    pastClaims: background.pastClaims.filter(
      (past) => past.family === null || past.family === background.family,
    ),
    figures: background.figures.filter((figure) => figure.family === background.family),
  });
}

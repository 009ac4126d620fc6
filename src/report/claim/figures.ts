import { Decimal } from 'decimal.js';
import type { ClaimFindings, PastClaim, Verdict } from '../../core/claims/claim-assessment.ts';
import { roundForSentence } from '../amounts.ts';

/** The end of a claim that its verdict rests on, US dollars: the lowest reading, or the highest of a low one. */
export function decisiveEndUsd({ claim, verdict }: ClaimFindings): number | null {
  const { lowUsd, highUsd } = claim;
  if (isLow(verdict)) return highUsd ?? lowUsd;
  return lowUsd ?? highUsd;
}

export function isLow(verdict: Verdict): boolean {
  return verdict === 'implausible-low' || verdict === 'low-but-possible';
}

/** Our range for the kind of loss that the claim was set against; the headline when it was set against none. */
export function ourFigure({
  comparisons,
  measureCompared,
  estimate,
}: ClaimFindings): Pick<ClaimFindings['estimate'], 'measure' | 'p5' | 'p50' | 'p95'> {
  return comparisons.find(({ measure }) => measure === measureCompared) ?? estimate;
}

/** Past claims shown besides those nearest to the claim: as many nearest to our middle. */
const NEAREST_PAST = 4;

/** Past claims nearest in size to this one, and those nearest to our middle estimate; the largest first. */
export function pastClaimsToShow(findings: ClaimFindings): readonly PastClaim[] {
  const { lowUsd, highUsd } = findings.claim;
  const claimed = lowUsd ?? highUsd;
  const sizeOf = (past: PastClaim): number => Math.sqrt(past.lowUsd * past.highUsd);
  const totals = findings.pastClaims.filter(({ unit }) => unit === 'total');
  const nearest = (usd: number): readonly PastClaim[] =>
    [...totals]
      .sort((a, b) => Math.abs(Math.log(sizeOf(a) / usd)) - Math.abs(Math.log(sizeOf(b) / usd)))
      .slice(0, NEAREST_PAST);
  const chosen = new Set([
    ...(claimed === null ? [] : nearest(Math.sqrt(claimed * (highUsd ?? claimed)))),
    ...nearest(ourFigure(findings).p50),
  ]);
  return [...chosen].sort((a, b) => sizeOf(b) - sizeOf(a));
}

/** True when the claim names one figure and no bound, so that nothing in it is lowest or highest. */
export function isOneFigure({ claim }: ClaimFindings): boolean {
  return claim.bound === 'none' && claim.low === claim.high;
}

/** True when the claim has a lowest and a highest reading. */
export function isRange({ claim }: ClaimFindings): boolean {
  return claim.low !== null && claim.high !== null && claim.low !== claim.high;
}

/** How many times as large one amount is, as a sentence says it: 1.3, 7, 200. */
export function timesInDigits(ratio: number): number {
  return ratio >= 10
    ? new Decimal(ratio).toSignificantDigits(ratio >= 100 ? 1 : 2, Decimal.ROUND_DOWN).toNumber()
    : roundForSentence(ratio).toNumber();
}

/** Share of our outcomes at or beyond the decisive end, 0-1; null when it cannot be told. */
export function shareBeyond(claim: ClaimFindings): number | null {
  const { shareOfOutcomesAtOrAboveLow: above, shareOfOutcomesAtOrAboveHigh: aboveHigh } = claim;
  if (isLow(claim.verdict)) {
    const share = aboveHigh ?? above;
    return share === null ? null : 1 - share;
  }
  return above ?? aboveHigh;
}

/** `1 in 20` of a share between 0 and 1. */
export function oneIn(share: number): number {
  const many = 1 / share;
  return many < 20 ? Math.round(many) : new Decimal(many).toSignificantDigits(1).toNumber();
}

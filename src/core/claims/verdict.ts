import type { LossSummary } from '../result.ts';
import type { ClaimBound } from './claim.ts';
import type { Verdict } from './claim-assessment.ts';

/** A claim in total over the event, US dollars; `highUsd` is Infinity when it is open above, `lowUsd` 0 when open below. */
export interface ClaimTotal {
  readonly lowUsd: number;
  readonly highUsd: number;
  readonly bound: ClaimBound;
}

/** What a claim is held against. */
export interface Yardstick extends Pick<LossSummary, 'p5' | 'p10' | 'p90' | 'p95'> {
  /** The most that can be lost, US dollars; null when nothing bounds this measure. */
  readonly ceilingUsd: number | null;
}

/** A verdict with the number of the rule that gave it; see the README of this folder. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly rule: number;
}

/** A claim may leave our 90 % range by half of its end before it is called implausible: the ends are estimates too. Assumed. */
export const LEEWAY = 1.5;

/**
 * Where a claim stands against a range: rules 3 to 7.
 *
 * @param narrower  the claim is about less than the range is: then it can be too high, never too low
 */
export function judge(claim: ClaimTotal, range: Yardstick, narrower = false): Judgement {
  const { lowUsd, highUsd, bound } = claim;
  if (range.ceilingUsd !== null && lowUsd > range.ceilingUsd) return { verdict: 'exceeds-ceiling', rule: 3 };
  const least = bound === 'up-to' ? highUsd : lowUsd;
  if (least > LEEWAY * range.p95) return { verdict: 'implausible-high', rule: 5 };
  if (least > range.p95) return { verdict: 'high-but-possible', rule: 5 };
  if (!narrower && highUsd < range.p5 / LEEWAY) return { verdict: 'implausible-low', rule: 6 };
  if (!narrower && highUsd < range.p5) return { verdict: 'low-but-possible', rule: 6 };
  const centre = centreUsd(claim);
  if (centre > range.p90) return { verdict: 'high-but-possible', rule: 7 };
  if (!narrower && centre < range.p10) return { verdict: 'low-but-possible', rule: 7 };
  return { verdict: 'plausible', rule: 7 };
}

/** One figure for a claim: its geometric middle, or the end that it names, US dollars. */
export function centreUsd({ lowUsd, highUsd, bound }: ClaimTotal): number {
  if (bound === 'at-least') return lowUsd;
  if (bound === 'up-to') return highUsd;
  return Math.sqrt(lowUsd * highUsd);
}

/** The end of a claim that must be explained: the lowest reading of a high claim, the highest of a low one. */
export function nearestEndUsd(claim: ClaimTotal, middleUsd: number): number {
  const low = claim.bound === 'up-to' ? claim.highUsd : claim.lowUsd;
  const high = claim.bound === 'at-least' ? claim.lowUsd : claim.highUsd;
  if (low > middleUsd) return low;
  return high < middleUsd ? high : centreUsd(claim);
}

/** From too low to too high; null for verdicts that say nothing of size. */
export function rankOf(verdict: Verdict): number | null {
  const at = ranked.indexOf(verdict);
  return at === -1 ? null : at - ranked.indexOf('plausible');
}

const ranked: readonly Verdict[] = [
  'implausible-low',
  'low-but-possible',
  'plausible',
  'high-but-possible',
  'implausible-high',
  'exceeds-ceiling',
];

/** True when the verdict alone asks for a second look. */
export function isFlagged(verdict: Verdict): boolean {
  return ['not-comparable', 'exceeds-ceiling', 'implausible-high', 'implausible-low'].includes(verdict);
}

import type { MeasureId } from '../result.ts';
import type { AlternativeReading, ClaimBound, ClaimMeasure, ClaimScope, ClaimUnit } from './claim.ts';

export type Verdict =
  | 'exceeds-ceiling'
  | 'implausible-high'
  | 'high-but-possible'
  | 'plausible'
  | 'low-but-possible'
  | 'implausible-low'
  | 'not-comparable'
  | 'needs-review';

/** A published loss of the past, as somebody stated it; see `data/published-claims`. */
export interface PastClaim {
  readonly id: string;
  /** Family of event files that it speaks of; null when no bundled event is of it. */
  readonly family: string | null;
  readonly text: string;
  readonly lowUsd: number;
  readonly highUsd: number;
  readonly unit: ClaimUnit;
  readonly claimant: string;
  readonly kind: string;
  /** `2025`, `2025-10` or `2025-10-22`. */
  readonly date: string;
  readonly url: string | null;
  readonly assessment: string;
  readonly why: string;
}

/** One measure that a claim was set against. */
export interface ClaimComparison {
  readonly measure: MeasureId;
  readonly scope: string;
  readonly verdict: Verdict;
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
}

/** An input, or a figure anyone can check, with the value that the claim would need. */
export interface WouldHaveToBeTrue {
  /** Path of a parameter or fact, or `per-firm`, `share-of-output`. */
  readonly input: string;
  readonly words: string;
  readonly unit: string;
  /** Value that alone would bring the middle estimate to the claim; null when no value does. */
  readonly needed: number | null;
  /** Its own 90 % range in this estimate; null for a figure that is no input. */
  readonly range: { readonly low: number; readonly middle: number; readonly high: number } | null;
  /** Whether `needed` lies in that range. */
  readonly withinRange: boolean;
}

/** The most likely way in which all inputs together would give the claim. */
export interface JointChange {
  /** Chance of a loss at or beyond the claim along this way, in the leading way of counting, 0-1. */
  readonly chance: number;
  readonly inputs: readonly {
    readonly input: string;
    readonly words: string;
    readonly unit: string;
    readonly needed: number;
    /** Share of the belief about this input that lies below `needed`, 0-1. */
    readonly percentile: number;
  }[];
}

export interface LikelyMistake {
  readonly id: string;
  readonly words: string;
  /** The figure without it, US dollars. */
  readonly correctedLowUsd: number;
  readonly correctedHighUsd: number;
}

/** `lossrange/claim@1`: what a published figure was read as, and how it stands against our range. */
export interface ClaimAssessment {
  readonly schema: 'lossrange/claim@1';
  readonly id: string;
  readonly event: { readonly id: string | null; readonly title: string; readonly family: string | null };
  readonly claim: {
    readonly text: string;
    /** As stated, whole units of `currency`; null when it is open on that side or no amount was read. */
    readonly low: number | null;
    readonly high: number | null;
    readonly currency: string | null;
    readonly unit: ClaimUnit;
    readonly bound: ClaimBound;
    readonly measure: ClaimMeasure | null;
    readonly scope: ClaimScope | null;
    /** In total over the event, US dollars. */
    readonly lowUsd: number | null;
    readonly highUsd: number | null;
    readonly words: string;
    readonly alternatives: readonly (AlternativeReading & { readonly verdict: Verdict })[];
  };
  readonly verdict: Verdict;
  /** The rule that gave it: its number in `src/core/claims/README.md`, and what it says of this claim. */
  readonly rule: { readonly number: number; readonly words: string };
  readonly measureCompared: MeasureId | null;
  readonly comparisons: readonly ClaimComparison[];
  /** True when the figure needs a second look: the verdict says so, or a likely mistake was found. */
  readonly flagged: boolean;
  readonly shareOfOutcomesAtOrAboveLow: number | null;
  readonly shareOfOutcomesAtOrAboveHigh: number | null;
  readonly ratioLowToMedian: number | null;
  readonly ratioHighToMedian: number | null;
  readonly ceiling: {
    readonly scopeUsd: number;
    readonly worldUsd: number;
    readonly hours: number;
    /** Lowest reading ÷ what the scope, and the world, produce in those hours. */
    readonly shareOfScopeNeeded: number;
    readonly shareOfWorldNeeded: number;
  } | null;
  readonly ladder: readonly {
    readonly title: string;
    readonly lowFraction: number;
    readonly highFraction: number;
  }[];
  /** Lowest reading ÷ flat GDP-hours of the scope; null in a company's view. */
  readonly impliedFraction: number | null;
  /** Published figures of other outages, nearest in size. */
  readonly neighbours: readonly {
    readonly event: string;
    readonly title: string;
    readonly usd: number;
    readonly measure: MeasureId;
  }[];
  readonly wouldHaveToBeTrue: readonly WouldHaveToBeTrue[];
  readonly jointChange: JointChange | null;
  readonly likelyMistakes: readonly LikelyMistake[];
  readonly pastClaims: readonly PastClaim[];
  readonly estimate: {
    readonly id: string;
    readonly p5: number;
    readonly p50: number;
    readonly p95: number;
  } | null;
  readonly quote: string;
  readonly citation: { readonly inline: string; readonly full: string; readonly bibtex: string };
}

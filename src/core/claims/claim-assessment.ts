import type { MeasureId, MethodId } from '../result.ts';
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
  /** In English. */
  readonly text: string;
  readonly lowUsd: number;
  readonly highUsd: number;
  readonly unit: ClaimUnit;
  readonly claimant: string;
  /** What kind of figure it is; null where no measure of ours fits. */
  readonly measure: ClaimMeasure | null;
  /** `2025`, `2025-10` or `2025-10-22`. */
  readonly date: string;
  readonly url: string | null;
  /** What became of it, in one word of the table: `confirmed`, `misprint`, `too_low` ... */
  readonly assessment: string;
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

/** A figure anyone can check, or an input of one way of counting, with the value that the claim would need. */
export interface WouldHaveToBeTrue {
  /** Path of a parameter or fact; `usd-per-firm` and `share-of-output` for figures that are no input. */
  readonly input: string;
  readonly words: string;
  readonly unit: string;
  /** The way of counting whose middle estimate it moves; null for a figure that is no input. */
  readonly within: MethodId | null;
  /** Value that alone would bring that middle estimate to the claim, all else at its middle; null when no value does. */
  readonly needed: number | null;
  /** Its own 90 % range in this estimate; null for a figure that is no input. */
  readonly range: { readonly low: number; readonly middle: number; readonly high: number } | null;
  /** Whether `needed` lies in that range. */
  readonly withinRange: boolean;
}

/** The least unlikely way in which all doubts of one way of counting together give the claim. */
export interface JointChange {
  readonly within: MethodId;
  /** Chance of a loss at or beyond the claim in that way of counting, 0-1; a linear approximation. */
  readonly chance: number;
  readonly inputs: readonly {
    readonly input: string;
    readonly words: string;
    readonly unit: string;
    /** Null for a factor that several inputs share. For what no input explains: how many times estimates would have to miss. */
    readonly needed: number | null;
    /** Where it would lie in our belief about it, 0-1. */
    readonly percentile: number;
  }[];
}

export interface LikelyMistake {
  readonly id: string;
  readonly words: string;
  /** The figure without it, US dollars. */
  readonly correctedLowUsd: number;
  /** Null when open above. */
  readonly correctedHighUsd: number | null;
}

/** A loss that somebody published about an event, as its event file has it. */
export interface PublishedLoss {
  readonly event: string;
  readonly title: string;
  readonly family: string;
  readonly scope: string;
  /** The loss of named companies, not of an economy. */
  readonly company: boolean;
  readonly measure: MeasureId;
  readonly usd: number;
}

/** What has been claimed and published about past events, for placing a claim among it; nothing of it enters an estimate. */
export interface ClaimBackground {
  /** Of the event that the claim is about; null when no bundled event is of it. */
  readonly family: string | null;
  readonly pastClaims: readonly PastClaim[];
  readonly figures: readonly PublishedLoss[];
}

/** How a figure stands against our range, before it is put into a sentence. */
export interface ClaimFindings {
  readonly schema: 'lossrange/claim@1';
  readonly id: string;
  readonly event: {
    readonly id: string | null;
    readonly title: string;
    readonly family: string | null;
    /** Date of its facts. */
    readonly asOf: string | null;
  };
  readonly claim: {
    readonly text: string;
    /** As stated, whole units of `currency`; null when it is open on that side or no amount was read. */
    readonly low: number | null;
    readonly high: number | null;
    readonly currency: string | null;
    /** False when the words name no currency, so that `currency` is only the likeliest of several. */
    readonly currencyStated: boolean;
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
  /** The rule that gave it: its number in `src/core/claims/README.md`, and why it holds. */
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
    /** Whose output `scopeUsd` is: the scope, or the countries of a part whose own output is not known. */
    readonly economy: string;
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
  readonly neighbours: readonly PublishedLoss[];
  readonly wouldHaveToBeTrue: readonly WouldHaveToBeTrue[];
  readonly jointChange: JointChange | null;
  readonly likelyMistakes: readonly LikelyMistake[];
  /** Published about the same family of events, oldest first. */
  readonly pastClaims: readonly PastClaim[];
  /** Our own figure: the headline measure of the estimate. */
  readonly estimate: {
    readonly id: string;
    readonly measure: MeasureId;
    readonly scope: string;
    readonly draws: number;
    readonly seed: number;
    readonly p5: number;
    readonly p50: number;
    readonly p95: number;
  };
}

/** `lossrange/claim@1`: what a published figure was read as, how it stands against our range, and how to say so. */
export interface ClaimAssessment extends ClaimFindings {
  /** Two sentences to print, in the language of the report. */
  readonly quote: string;
  readonly citation: { readonly inline: string; readonly full: string; readonly bibtex: string };
}

import type { Evidence, Reference } from './catalog.ts';
import type { Quantity } from './distribution/quantity.ts';
import type { Scenario } from './scenario.ts';

export type MeasureId =
  | 'economic-loss'
  | 'interrupted-output'
  | 'corporate-interruption'
  | 'revenue'
  | 'cost'
  | 'profit'
  | 'insured-industry'
  | 'household-time';

export type MethodId =
  'footprint' | 'business-count' | 'user-time' | 'gdp-hours-ladder' | 'named-companies' | 'airline';

/** A distribution of simulated amounts, in `unit`. Quantiles are of type 7. */
export interface LossSummary {
  readonly unit: string;
  readonly p5: number;
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
  readonly p95: number;
  /** [probability, amount] at .01 … .99 and .995. */
  readonly quantiles: readonly (readonly [number, number])[];
  readonly mean: number;
  /** False when the top 1 % of draws carries over half of the mean: then no mean belongs in a headline. */
  readonly meanStable: boolean;
  /** Error of computing with finitely many draws; not part of the range. */
  readonly monteCarloStandardError: {
    readonly p5: number;
    readonly p50: number;
    readonly p95: number;
    readonly mean: number;
  };
}

/** A summary with what it measures and whose loss it is. */
export interface ScopedLoss extends LossSummary {
  readonly measure: MeasureId;
  readonly scope: string;
}

export interface MethodResult {
  readonly method: MethodId;
  /** `whole`: all loss of the event, pooled. `part`: stands beside the range as a floor. */
  readonly scope: 'whole' | 'part';
  readonly measure: MeasureId;
  /** Share of the draws taken from this method, 0–1. */
  readonly weight: number;
  /** Before structural error and ceiling; null when the method was not used. */
  readonly raw: LossSummary | null;
  readonly economicLoss: LossSummary | null;
  /** Why it did not run, in words; null when it did. */
  readonly notUsedBecause: string | null;
  /** Share of draws that the ceiling cut, 0–1. */
  readonly clippedShare: number;
  /** What it counted, in one sentence for the reader. */
  readonly words: string;
}

export interface Driver {
  readonly input: string;
  /** Null: of the pooled range. A method: of that method's own range before structural error. */
  readonly within: MethodId | null;
  /** Share of the 90 % range (in log10) that goes when this input is known, 0–1. Shares need not sum to 1. */
  readonly share: number;
  readonly words: string;
}

export interface ProvenanceRow {
  readonly parameter: string;
  readonly value: Quantity;
  readonly unit: string;
  /** `fact`: stated by the scenario; `user`: a parameter that the scenario overrides. */
  readonly evidence: Evidence | 'fact' | 'user';
  readonly source: Reference | null;
  readonly note?: string | undefined;
  readonly words: string;
}

export interface ResultWarning {
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

export interface NamedAmount {
  readonly id: string;
  readonly title: string;
  readonly usd: number;
}

/** `lossrange/estimate@1`: everything an estimate says, the same object in library, CLI and API. */
export interface EstimateResult {
  readonly schema: 'lossrange/estimate@1';
  readonly id: string;
  readonly headline: boolean;
  readonly versions: {
    readonly engine: string;
    readonly models: Readonly<Record<string, string>>;
    readonly data: Readonly<Record<string, string>>;
  };
  readonly seed: number;
  readonly draws: number;
  readonly scenario: Scenario;
  /** The headline range. `measure` is `economic-loss`, or `cost` when `scope` is a company. */
  readonly economicLoss: ScopedLoss | null;
  /** Only without a headline: lowest p5 and highest p95 of the whole methods. */
  readonly span?: { readonly lowUsd: number; readonly highUsd: number } | undefined;
  readonly methods: readonly MethodResult[];
  /** Measures that apply; not to be added to each other. */
  readonly measures: Readonly<Partial<Record<MeasureId, ScopedLoss>>>;
  /** Steps from interrupted to lost; averages over the middle tenth of the draws, so that they add up to the last one. */
  readonly waterfall: readonly { readonly step: WaterfallStep; readonly usd: number }[];
  /** The middle tenth's average loss, split; each list sums to the last step of the waterfall. */
  readonly bySector: readonly NamedAmount[];
  readonly byCountry: readonly NamedAmount[];
  /** Loss by hour since the start; the last row, `fromHour` null, is the tail after the end. */
  readonly timeline: readonly { readonly fromHour: number | null; readonly usd: number }[];
  /** Null in a company's view: what an economy produces bounds no company. */
  readonly ceiling: {
    /** Everything the scope produces in the hours of the outage, by local hour, US dollars (middle duration). */
    readonly scopeUsd: number;
    /** Of that, made by work that needs services of this kind at all; null when no method judges it. */
    readonly dependentUsd: number | null;
    readonly worldUsd: number;
    readonly hours: number;
    /** Middle estimate ÷ `scopeUsd`. */
    readonly shareOfScope: number;
  } | null;
  /** Middle estimate ÷ flat GDP-hours of the scope, with the nearest rungs; null in a company's view. */
  readonly lossFraction: {
    readonly p50: number;
    readonly nearest: readonly {
      readonly title: string;
      readonly lowFraction: number;
      readonly highFraction: number;
    }[];
  } | null;
  readonly drivers: readonly Driver[];
  readonly provenance: readonly ProvenanceRow[];
  /** Dated facts used, and those set aside, in words. */
  readonly facts: readonly FactRow[];
  readonly notCounted: readonly string[];
  readonly warnings: readonly ResultWarning[];
}

export type WaterfallStep =
  | 'interrupted-output'
  | 'made-up-later'
  | 'moved-to-rivals'
  | 'inputs-saved'
  | 'extra-expense'
  | 'lost-for-good';

export interface FactRow {
  readonly path: string;
  readonly value: Quantity;
  readonly words: string;
  readonly asOf?: string | undefined;
  readonly source?: string | undefined;
  readonly used: boolean;
}

/** `lossrange/comparison@1`: two scenarios on the same draws, with the pooling weights of the first held. */
export interface ComparisonResult {
  readonly schema: 'lossrange/comparison@1';
  readonly first: EstimateResult;
  /** Pooled with the weights of `first`, so its headline can differ from the same scenario alone. */
  readonly second: EstimateResult;
  /** Second ÷ first, draw by draw; null when a first loss is 0 or one side has no headline. */
  readonly ratio: { readonly p5: number; readonly p50: number; readonly p95: number } | null;
  /** Share of the draws in which the second is higher, 0–1. */
  readonly secondHigherShare: number;
  /** Normalised scenario fields that differ, with both values in words. */
  readonly changed: readonly { readonly path: string; readonly first: string; readonly second: string }[];
  /** Methods whose raw middle changed, of those in both. */
  readonly methodsFelt: readonly MethodId[];
}

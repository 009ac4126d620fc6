import type { MeasureId } from '../result.ts';
import type { ExposureKind } from '../scenario.ts';
import type { StructuralFit } from './structural-fit.ts';

/** A published loss that an estimate is scored against: same measure, same scope. US dollars. */
export interface Truth {
  readonly measure: MeasureId;
  readonly scope: string;
  readonly lowUsd: number | null;
  /** Central figure as published, else the geometric mean of low and high. */
  readonly centralUsd: number;
  readonly highUsd: number | null;
  readonly estimator: string;
}

/** One past event, scored. Ranges are those of the estimate made without its own family in any fit. */
export interface BacktestEvent {
  readonly id: string;
  readonly title: string;
  readonly family: string;
  readonly exposure: ExposureKind;
  readonly measure: MeasureId;
  readonly scope: string;
  /** Counts in the scores; false: scored and shown apart. */
  readonly fit: boolean;
  readonly p5: number;
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
  readonly p95: number;
  readonly published: { readonly low: number | null; readonly central: number; readonly high: number | null };
  /** log10(p50 / central). */
  readonly log10Error: number;
  /** Probability integral transform: share of draws below the published figure (its central value), 0–1. */
  readonly pit: number;
  /** Continuous ranked probability score of log10 loss; lower is better. */
  readonly crps: number;
  /** Interval score of the 90 % range in log10; lower is better. */
  readonly intervalScore90: number;
  /** log10(p95 / p5). */
  readonly width90: number;
  readonly inside50: boolean;
  readonly inside80: boolean;
  readonly inside90: boolean;
  /** Structural error used (log10), fitted without the event's family. */
  readonly structuralError: number;
  /** Naive estimate: revenue or GDP of the hours; null where neither is known. */
  readonly baselineUsd: number | null;
}

/** Counts, means and medians are plain, one event one voice; only `coverage` gives each family one voice. */
export interface BacktestScores {
  /** Events scored. */
  readonly scored: number;
  readonly families: number;
  readonly inside50: number;
  readonly inside80: number;
  readonly inside90: number;
  /** Shares inside, each family weighing 1. */
  readonly coverage: { readonly 50: number; readonly 80: number; readonly 90: number };
  readonly medianAbsLog10Error: number;
  readonly meanAbsLog10Error: number;
  /** Mean log10 error: above 0 the model is too high. */
  readonly bias: number;
  readonly crps: number;
  readonly intervalScore90: number;
  readonly meanWidth90: number;
  /** 12 × variance of the PIT: 1 honest, above 1 overconfident, below 1 too wide; 0 for a single event. */
  readonly pitVarianceTimes12: number;
}

export interface Baseline {
  readonly name: 'B0' | 'B1';
  readonly words: string;
  readonly events: number;
  readonly medianAbsLog10Error: number;
  readonly crps: number;
  readonly intervalScore90: number;
  /** 1 − our CRPS / its CRPS, on the events it can score. */
  readonly skill: number;
}

/** `lossrange/backtest@1`: the scores of all events together, and what they come from. */
export interface BacktestResult extends BacktestScores {
  readonly schema: 'lossrange/backtest@1';
  readonly versions: {
    readonly engine: string;
    readonly models: Readonly<Record<string, string>>;
    readonly data: Readonly<Record<string, string>>;
  };
  /** sha256 of the canonical JSON of the events scored, those apart included, in order of id. */
  readonly eventsHash: string;
  readonly seed: number;
  readonly draws: number;
  readonly outOfScope: readonly { readonly id: string; readonly why: string }[];
  readonly byExposure: readonly (BacktestScores & { readonly exposure: ExposureKind })[];
  /** 90 % bootstrap intervals of the plain means, whole families resampled. */
  readonly intervals: {
    readonly meanAbsLog10Error: readonly [number, number];
    readonly bias: readonly [number, number];
    readonly crps: readonly [number, number];
    readonly inside80Share: readonly [number, number];
  };
  /** Structural errors fitted on all scored events, by kind: what `npm run fit` writes into models/. */
  readonly structuralFits: readonly StructuralFit[];
  readonly baselines: readonly Baseline[];
  readonly pit: readonly number[];
  readonly events: readonly BacktestEvent[];
  /** Comparable but not in the scores (`fit: false`), scored with the shipped structural errors. */
  readonly apart: readonly BacktestEvent[];
}

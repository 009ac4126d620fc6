import type { MeasureId } from '../result.ts';
import type { ExposureKind, Scenario } from '../scenario.ts';

/** A loss as somebody published it; only scoring may see it. US dollars. */
export interface PublishedLoss {
  readonly measure: MeasureId;
  /** Whose loss, word for word; `company` stands for the companies of a company's view. */
  readonly scope: string;
  readonly lowUsd: number | null;
  readonly centralUsd: number | null;
  readonly highUsd: number | null;
  readonly estimator: string;
}

/** One past event: its facts, and apart from them what was published about its cost. */
export interface BacktestInput {
  readonly id: string;
  readonly title: string;
  /** Events of one family are one piece of evidence. */
  readonly family: string;
  readonly exposure: ExposureKind;
  /** False: scored and shown apart, never fitted. */
  readonly fit: boolean;
  /** The first one is scored. */
  readonly published: readonly PublishedLoss[];
  readonly scenario: Scenario;
}

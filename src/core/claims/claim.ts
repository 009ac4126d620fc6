import type { MeasureId } from '../result.ts';

/** Languages that a claim is read in, by BCP 47 tag; one file each in `languages/`. */
export const claimLanguages = ['en', 'ar', 'de', 'fr', 'es', 'hi', 'ja', 'zh'] as const;

export type ClaimLanguage = (typeof claimLanguages)[number];

/** What an amount is a rate of; `total` when it is none. */
export type ClaimUnit =
  | 'total'
  | 'per-minute'
  | 'per-hour'
  | 'per-day'
  | 'per-week'
  | 'per-firm'
  | 'per-firm-hour'
  | 'per-customer';

/** `at-least`: open above ("more than", "could easily top"). `up-to`: open below ("as much as"). */
export type ClaimBound = 'none' | 'at-least' | 'up-to';

/** Figures that are no loss of this outage, or not one that any measure of ours can be set against. */
export type OtherFigure =
  | 'market-value'
  | 'trading-loss'
  | 'compensation'
  | 'service-credit'
  | 'investment'
  | 'several-years'
  | 'survey-rate'
  | 'per-record'
  | 'scenario';

/** Kind of loss that the words of a claim name. */
export type ClaimMeasure = MeasureId | OtherFigure;

/** One amount as it was read. */
export interface ClaimAmount {
  /** Whole units of `currency`, > 0; the figure itself when one is named, else the lowest it can mean. */
  readonly low: number;
  /** As `low`, the highest; equal to it when one figure is named. */
  readonly high: number;
  /** ISO 4217; null when the text names none. */
  readonly currency: string | null;
  readonly unit: ClaimUnit;
  readonly bound: ClaimBound;
  /** The stretch of the text that it was read from. */
  readonly words: string;
}

/** Another reading of the first amount, with what it would rest on ("billón is 10^12 in Spanish"). */
export interface AlternativeReading {
  readonly amount: ClaimAmount;
  readonly because: string;
}

/** Whose loss the words of a claim name, when they name it. */
export interface ClaimScope {
  /** `part`: some companies or one group of an economy. */
  readonly kind: 'world' | 'countries' | 'part';
  /** ISO 3166-1 alpha-2; empty unless `kind` is `countries`. */
  readonly countries: readonly string[];
  readonly words: string;
}

/** What a sentence says about a loss. Nothing in it is guessed: what is missing is null, what is ambiguous has alternatives. */
export interface ClaimReading {
  /** As given, trimmed, without control characters. */
  readonly text: string;
  /** The language whose words were used; null when there was no word to tell it by. */
  readonly language: ClaimLanguage | null;
  /** Amounts that say different things, in the order of the text; a restatement ("$5.4 billion (£4.2bn)") is left out. */
  readonly amounts: readonly ClaimAmount[];
  readonly alternatives: readonly AlternativeReading[];
  readonly measure: { readonly id: ClaimMeasure; readonly words: string } | null;
  readonly scope: ClaimScope | null;
}

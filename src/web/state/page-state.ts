import { DEFAULT_EVENT, defaultChoice, type Choice } from './choice.ts';
import { defaultRisk, type RiskChoice } from './risk-choice.ts';

export const views = ['estimate', 'compare', 'claim', 'insurer'] as const;
export type View = (typeof views)[number];

/** The two halves of the insurer view. */
export const insurerParts = ['risk', 'book'] as const;
export type InsurerPart = (typeof insurerParts)[number];

/** What a reader corrected in the reading of a claim; absent parts are as read. */
export interface ClaimCorrection {
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly currency?: string | undefined;
  readonly unit?: string | undefined;
  readonly measure?: string | undefined;
  readonly bound?: string | undefined;
  /** Language that the claim is read in. */
  readonly language?: string | undefined;
}

/** Everything that a link carries. */
export interface PageState {
  readonly view: View;
  readonly choice: Choice;
  /** The other side of a comparison. */
  readonly other: Choice;
  readonly claim: { readonly text: string; readonly correction: ClaimCorrection };
  readonly part: InsurerPart;
  readonly risk: RiskChoice;
  /** Id of the past event that a book is put through; the book itself is in no link. */
  readonly bookEvent: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly language: Language;
  readonly digits: Digits;
}

export const languages = ['en', 'ar'] as const;
export type Language = (typeof languages)[number];

/** Western digits, or Arabic-Indic ones on the Arabic page. */
export const digitKinds = ['latn', 'arab'] as const;
export type Digits = (typeof digitKinds)[number];

/** A day instead of the hours that it took, which most readers ask for first. */
const DAY = 24;

export const defaultState: PageState = {
  view: 'estimate',
  choice: defaultChoice,
  other: { ...defaultChoice, hours: DAY },
  claim: { text: 'hundreds of billions of dollars', correction: {} },
  part: 'risk',
  risk: defaultRisk,
  bookEvent: DEFAULT_EVENT,
  currency: 'USD',
  language: 'en',
  digits: 'latn',
};

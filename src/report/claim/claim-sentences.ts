import type { ClaimFindings } from '../../core/claims/claim-assessment.ts';

/** A row of the answer: what it is about, and one or two sentences. */
export interface AnswerRow {
  readonly label: string;
  readonly text: string;
}

export interface TitledTable {
  readonly title: string;
  /** Said under the title; null for none. */
  readonly words: string | null;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a report of a claim check says, in one language; the order and the form are those of `claim-document.ts`. */
export interface ClaimSentences {
  readonly title: (claim: ClaimFindings) => string;
  /** The verdict, in capitals where the language has them, with the figure that carries it. */
  readonly headline: (claim: ClaimFindings) => string;
  readonly rows: (claim: ClaimFindings) => readonly AnswerRow[];
  /** Two sentences that can be printed as they stand. */
  readonly quote: (claim: ClaimFindings) => string;
  readonly quoteTitle: string;
  readonly tables: (claim: ClaimFindings) => readonly TitledTable[];
  readonly record: (claim: ClaimFindings) => { readonly title: string; readonly lines: readonly string[] };
}

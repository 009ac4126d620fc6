import type { ErrorCode } from '../../core/errors/impact-error.ts';
import type { ComparisonResult, EstimateResult, MethodId } from '../../core/result.ts';
import type { Catalog, ValidationRecord } from '../../core/catalog.ts';
import type { BookResult } from '../../core/insurance/portfolio/book-result.ts';
import type { PriceResult } from '../../core/insurance/price/price-result.ts';
import type { Rejected } from '../../report/book/rejects-csv.ts';
import type { RiskChoice } from '../state/risk-choice.ts';
import type { ClaimReading } from '../../core/claims/claim.ts';
import type { ClaimAssessment } from '../../core/claims/claim-assessment.ts';
import type { CountKind } from '../../core/scenario.ts';
import type { Changeable, Choice } from '../state/choice.ts';
import type { Language, PageState } from '../state/page-state.ts';

/** What the page asks the engine for. */
export type Task =
  | { readonly kind: 'index' }
  /** `draws` at most so many: a rough answer while a slider moves. */
  | {
      readonly kind: 'estimate';
      readonly choice: Choice;
      readonly draws?: number | undefined;
    }
  | { readonly kind: 'compare'; readonly first: Choice; readonly second: Choice }
  | {
      readonly kind: 'claim';
      readonly choice: Choice;
      readonly claim: PageState['claim'];
      readonly language: Language;
    }
  | { readonly kind: 'price'; readonly risk: RiskChoice }
  /** A portfolio file under a past event, with a file of treaties or without. */
  | { readonly kind: 'book'; readonly file: File; readonly treaties: File | null; readonly event: string }
  /** The scenario as a file, for the API and the command line. */
  | { readonly kind: 'scenario'; readonly choice: Choice }
  /** Which methods feel a change of each fact. */
  | { readonly kind: 'reach'; readonly choice: Choice };

/** A question, or that nobody waits for its answer any more. */
export type Request =
  { readonly id: number; readonly task: Task } | { readonly id: number; readonly stop: true };

export type Reply =
  /** Still at work. */
  | { readonly id: number; readonly done: number }
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly problem: Problem };

/** An `ImpactError` that crossed from the worker. */
export interface Problem {
  readonly code: ErrorCode | 'BROKEN';
  readonly path: string;
  readonly message: string;
  readonly hint: string;
}

/** Names that the page offers for choice. */
export interface CatalogIndex {
  readonly events: readonly {
    readonly id: string;
    readonly title: string;
    readonly kind: string;
    /** A book can be put through it: it says which provider failed. */
    readonly strikesBooks: boolean;
  }[];
  readonly kinds: readonly { readonly id: string; readonly title: string }[];
  readonly providers: readonly {
    readonly provider: string;
    readonly region: string;
    readonly title: string;
    readonly kind: string;
  }[];
  readonly sectors: readonly { readonly id: string; readonly title: string }[];
  readonly countries: readonly { readonly iso2: string; readonly name: string }[];
  readonly exchangeRates: Catalog['exchangeRates'];
  readonly validation: ValidationRecord | null;
}

/** Facts as the scenario has them, for the controls. */
export interface FactsNow {
  readonly kind: string;
  readonly provider: string | null;
  readonly region: string | null;
  readonly start: string | null;
  readonly hours: number | null;
  readonly firms: number | null;
  /** What sort of count that is. */
  readonly firmsCounted: CountKind | null;
  readonly reports: number | null;
  readonly asOf: string | null;
  /** Dates at which a fact became known, to choose from. */
  readonly datesKnown: readonly string[];
}

/** Middle and 9-in-10 range of an input; all alike when it is given as known. */
export interface Span {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

export interface EstimateReply {
  readonly result: EstimateResult;
  /** What was changed, in English words of the command line. */
  readonly said: readonly string[];
  readonly facts: FactsNow;
  readonly ask: readonly string[];
  /** From fewer outcomes than the scenario asks for, while a slider moves. */
  readonly rough: boolean;
  /** By parameter of `result.provenance`; empty in a rough answer. */
  readonly spans: Readonly<Record<string, Span>>;
}

export interface PriceReply {
  readonly result: PriceResult;
  /** By parameter of `result.provenance`. */
  readonly spans: Readonly<Record<string, Span>>;
}

export interface BookReply {
  readonly result: BookResult;
  /** Rows that are not used, in the order of the file. */
  readonly refused: readonly Rejected[];
  /** Header of the file; empty where no row is refused. */
  readonly columns: readonly string[];
}

export interface ComparisonReply {
  readonly comparison: ComparisonResult;
  readonly said: readonly [readonly string[], readonly string[]];
  readonly facts: readonly [FactsNow, FactsNow];
}

export interface ClaimReply {
  readonly assessment: ClaimAssessment;
  /** What the words say, before any correction. */
  readonly read: ClaimReading;
}

/** Methods whose middle moves when a fact does; a fact that cannot be changed here is absent. */
export type ReachReply = Readonly<Partial<Record<Changeable, readonly MethodId[]>>>;

/** The answer to a kind of task. */
export interface Answers {
  readonly index: CatalogIndex;
  readonly estimate: EstimateReply;
  readonly compare: ComparisonReply;
  readonly reach: ReachReply;
  readonly price: PriceReply;
  readonly book: BookReply;
  readonly claim: ClaimReply;
  readonly scenario: unknown;
}

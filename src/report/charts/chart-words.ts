import type { EstimateResult, LossSummary, MethodId, WaterfallStep } from '../../core/result.ts';
import type { ColumnUnit } from '../amount-column.ts';
import type { WordsOptions } from './chart-options.ts';
import { arabicWords } from './arabic-words.ts';
import { englishWords } from './english-words.ts';

/** A published figure as a stretch of the money axis, US dollars; null where it is open. */
export interface ClaimedRange {
  readonly lowUsd: number | null;
  readonly highUsd: number | null;
}

/** Everything that charts say, in one language and one currency. Amounts go in as US dollars. */
export interface ChartWords {
  readonly title: (result: EstimateResult) => string;
  /** The sentence that answers; the alternative text of a chart repeats it. */
  readonly answer: (result: EstimateResult) => string;
  readonly amount: (usd: number, standardErrorUsd?: number) => string;
  readonly middle: (loss: LossSummary) => string;
  readonly nineInTen: (loss: LossSummary) => string;
  /** From the lowest to the highest end of ways of counting that disagree. */
  readonly span: (lowUsd: number, highUsd: number) => string;
  /** What the scope of the estimate produces in the hours of the outage; null in a company's view. */
  readonly everything: (result: EstimateResult) => string | null;
  readonly claim: (claim: ClaimedRange) => string;
  /** A round amount in the currency shown, in one or two lines. */
  readonly tick: (amount: number) => readonly [string] | readonly [string, string];
  readonly nothing: string;
  /** How to read the marks and the axis; `inTens` when each label is ten times the one before. */
  readonly legend: (marks: 'dots' | 'ways' | 'span', inTens: boolean) => string;
  readonly twentyOutcomes: string;
  readonly twoTimesTwenty: string;
  readonly waysToCount: string;
  readonly interruptedToLost: string;
  readonly bySector: string;
  readonly byHour: string;
  readonly together: string;
  readonly floor: string;
  readonly method: (id: MethodId) => string;
  readonly step: (id: WaterfallStep) => string;
  readonly figure: (value: number) => string;
  readonly hoursSinceStart: string;
  /** Which hour lost most; `hour` counts from 0. */
  readonly mostInHour: (hour: number, amount: string) => string;
  readonly afterTheEnd: (amount: string) => string;
  /** A figure of a table column, such as `0.61` of billions. */
  readonly inColumn: (figure: string, unit: ColumnUnit) => string;
  /** Name, id and version, and that it is an estimate. */
  readonly source: (name: string, id: string, version: string) => string;
  /** On a page whose details are in another language. */
  readonly detailsInEnglish: string;
  /** Keeps the letters of a line in order, whatever stands around it. */
  readonly line: (text: string) => string;
}

export function chartWords(options: WordsOptions): ChartWords {
  return options.language === 'ar' ? arabicWords(options) : englishWords(options);
}

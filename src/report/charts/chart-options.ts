import type { ArabicDigits } from '../arabic.ts';
import type { CurrencyRate } from '../currency.ts';
import type { SvgDocument } from './svg-element.ts';

export type ChartLanguage = 'en' | 'ar';

/** What the words of a chart depend on. */
export interface WordsOptions {
  /** English when absent. Axes run from left to right in both. */
  readonly language?: ChartLanguage | undefined;
  /** Digits of Arabic text; western ones when absent. */
  readonly digits?: ArabicDigits | undefined;
  readonly currency?: CurrencyRate | undefined;
  /** Names of countries by ISO 3166-1 alpha-2 code. */
  readonly countryNames?: ReadonlyMap<string, string> | undefined;
}

/** What every chart takes besides its figures. */
export interface ChartOptions extends WordsOptions {
  readonly document: SvgDocument;
  /** Pixels that the drawing is laid out for, 300 to 1200; 720 when absent. It scales with the page. */
  readonly width?: number | undefined;
  /** `page` (when absent) takes colours and headline from its page; `file` stands alone, with title and source. */
  readonly form?: 'page' | 'file' | undefined;
}

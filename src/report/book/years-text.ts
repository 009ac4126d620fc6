import type { BookYearsResult } from '../../core/insurance/book-years/book-years-result.ts';
import { jsonText } from '../json-text.ts';
import { renderText } from '../render-text.ts';
import type { BookReportOptions } from './book-document.ts';
import { yearsDocument, yearsSentence } from './years-document.ts';

/** Simulated years of a book as text for a terminal. */
export function yearsText(result: BookYearsResult, options: BookReportOptions): string {
  return renderText(yearsDocument(result, options));
}

/** The answer in one line, for `--quiet`. */
export function yearsLine(result: BookYearsResult): string {
  return `${yearsSentence(result)}\n`;
}

/** The same as JSON, US dollars. */
export function yearsJson(result: BookYearsResult): string {
  return jsonText(result);
}

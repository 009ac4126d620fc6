import type { BookResult } from '../../core/insurance/portfolio/book-result.ts';
import { renderText } from '../render-text.ts';
import { bookDocument, bookSentence, type BookReportOptions } from './book-document.ts';

/** Losses of a book as text for a terminal. */
export function bookText(result: BookResult, options: BookReportOptions): string {
  return renderText(bookDocument(result, options));
}

/** The answer in one line, for `--quiet`. */
export function bookLine(result: BookResult): string {
  return `${bookSentence(result)}\n`;
}

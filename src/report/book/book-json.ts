import type { BookResult } from '../../core/insurance/portfolio/book-result.ts';
import { jsonText } from '../json-text.ts';

/** The losses of a book as JSON, US dollars, every policy that is struck in the order of the file. */
export function bookJson(result: BookResult): string {
  const { schema, engine, event, rows, seed, draws, policies, warnings, files, ...losses } = result;
  return jsonText({ schema, engine, seed, draws, event, rows, ...losses, warnings, files, policies });
}

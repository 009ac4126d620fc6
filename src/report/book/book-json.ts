import type { BookResult } from '../../core/insurance/portfolio/book-result.ts';
import { jsonText } from '../json-text.ts';
import type { Rejected } from './rejects-csv.ts';

/**
 * The losses of a book as JSON, US dollars, every policy that is struck in the order of the file.
 *
 * @param refused  rows that are not used, for an answer that has no file of them
 */
export function bookJson(result: BookResult, refused?: readonly Rejected[]): string {
  const { schema, id, engine, event, rows, seed, draws, policies, warnings, files, ...losses } = result;
  const problems = refused?.flatMap(({ line, problems: wrong }) => wrong.map((one) => ({ line, ...one })));
  return jsonText({
    ...{ schema, id, engine, seed, draws, event, rows, ...losses, warnings, files, policies },
    ...(problems === undefined ? {} : { problems }),
  });
}

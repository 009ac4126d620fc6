import { nearestName } from '../../core/units/nearest-name.ts';
import { refuse, textOf, type Row } from './row.ts';

/** One of a few words; the first when blank or refused. */
export function wordOf<Column extends string, Word extends string>(
  row: Row<Column>,
  column: NoInfer<Column>,
  words: readonly [Word, ...Word[]],
): Word {
  const text = textOf(row, column);
  if (text === '') return words[0];
  const found = words.find((word) => word === text);
  if (found !== undefined) return found;
  const near = nearestName(text, words);
  refuse(row, column, `is not one of ${words.join(', ')}${near === null ? '' : `; did you mean ${near}?`}`);
  return words[0];
}

/** Yes or no, `Y` or `N`; null when blank or refused. */
export function yesOrNo<Column extends string>(row: Row<Column>, column: NoInfer<Column>): boolean | null {
  const text = textOf(row, column);
  if (text === '') return null;
  if (text === 'Y' || text === 'N') return text === 'Y';
  refuse(row, column, 'is neither Y nor N');
  return null;
}

/** Parts between semicolons, each of which must match; null when blank or refused. */
export function listOf<Column extends string>(
  row: Row<Column>,
  column: NoInfer<Column>,
  part: RegExp,
  wanted: string,
): readonly string[] | null {
  const text = textOf(row, column);
  if (text === '') return null;
  const parts = text.split(';').map((entry) => entry.trim());
  if (parts.every((entry) => part.test(entry)) && new Set(parts).size === parts.length) return parts;
  refuse(row, column, `is no list of ${wanted} with semicolons between them, each once`);
  return null;
}

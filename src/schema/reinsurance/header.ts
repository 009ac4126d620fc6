import { ImpactError } from '../../core/errors/impact-error.ts';
import { nearestName } from '../../core/units/nearest-name.ts';
import type { CsvHeader } from '../csv/row.ts';
import { quoted } from '../issue.ts';
import { requiredColumns, treatyColumns, type TreatyColumn } from './columns.ts';

/** Unknown columns that a message names. */
const MOST_LISTED = 10;

/**
 * Reads the header of a treaty file. Every column must be known: one that is passed over could change what is paid.
 *
 * @throws ImpactError PORTFOLIO_INVALID for missing, doubled or unknown columns, naming all of them
 */
export function readTreatyHeader(names: readonly string[], file: string): CsvHeader<TreatyColumn> {
  const fail = (message: string, hint: string): never => {
    throw new ImpactError('PORTFOLIO_INVALID', { path: `${file}: line 1`, message, hint });
  };
  const doubled = names.filter((name, place) => names.indexOf(name) !== place);
  if (doubled.length > 0)
    fail(`has more than one column ${[...new Set(doubled)].map(quoted).join(', ')}`, 'keep one of each');
  const known = new Set<string>(treatyColumns);
  const absent = treatyColumns.filter((column) => !names.includes(column));
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    const listed = unknown.slice(0, MOST_LISTED).map((name) => {
      const near = nearestName(name, absent);
      return near === null ? quoted(name) : `${quoted(name)} (${near}?)`;
    });
    const more = unknown.length > listed.length ? ` and ${unknown.length - listed.length} more` : '';
    fail(
      `has columns that are not of OED's ReinsInfo: ${listed.join(', ')}${more}`,
      'correct the names, or remove the columns',
    );
  }
  const missing = requiredColumns.filter((column) => !names.includes(column));
  if (missing.length > 0)
    fail(
      `lacks the columns ${missing.join(', ')}`,
      'data/samples/reinsurance.csv is a file to start from; columns are those of the ReinsInfo file of OED',
    );
  const places = treatyColumns.flatMap((column) =>
    names.includes(column) ? [[column, names.indexOf(column)]] : [],
  );
  return { names, places: Object.fromEntries(places) as CsvHeader<TreatyColumn>['places'] };
}

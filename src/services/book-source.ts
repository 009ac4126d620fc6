import type { BookSource } from '../core/insurance/portfolio/book-identity.ts';
import type { Treaty } from '../core/insurance/reinsurance/treaty.ts';
import type { PortfolioTables } from '../schema/portfolio/tables.ts';
import { hashedBytes } from './hashed-bytes.ts';
import { readReinsurance, type ReinsuranceFile } from './read-reinsurance.ts';

/** A book about to be read: its treaties, its bytes, and what they were once all of them are read. */
export interface OpenedBook {
  readonly treaties: readonly Treaty[];
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly source: () => BookSource;
}

/**
 * Reads the treaties of a book, and hashes both files while they are read.
 *
 * @throws ImpactError as `readReinsurance`
 */
export async function openBookSource(
  bytes: AsyncIterable<Uint8Array>,
  reinsurance: ReinsuranceFile | undefined,
  tables: PortfolioTables,
): Promise<OpenedBook> {
  const rows = hashedBytes(bytes);
  const terms = reinsurance === undefined ? null : hashedBytes(reinsurance.bytes);
  const treaties =
    terms === null ? [] : await readReinsurance({ file: reinsurance!.file, bytes: terms.bytes }, tables);
  const { usdPerUnit, sectorOfNaics, countries } = tables;
  return {
    treaties,
    bytes: rows.bytes,
    source: () => ({
      portfolio: rows.sha256(),
      reinsurance: terms?.sha256() ?? null,
      tables: {
        usdPerUnit: Object.fromEntries(usdPerUnit),
        sectorOfNaics: Object.fromEntries(sectorOfNaics),
        countries: [...countries].sort(),
      },
    }),
  };
}

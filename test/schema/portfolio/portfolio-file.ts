import { Readable } from 'node:stream';
import {
  readPortfolio,
  type PortfolioBatch,
  type PortfolioOptions,
} from '../../../src/services/read-portfolio.ts';
import { loadCatalog } from '../../../src/catalog/load-catalog.ts';
import { portfolioTables } from '../../../src/schema/portfolio/tables.ts';

export const tables = portfolioTables(loadCatalog(), 2025);

/** A row that is right, by column. */
export const goodRow: Readonly<Record<string, string>> = {
  PortNumber: '1',
  AccNumber: 'A1',
  PolNumber: 'P1',
  AccCurrency: 'USD',
  AnnualRevenue: '250000000',
  IndustryCode1: '445110',
  LayerLimit: '5000000',
  LayerParticipation: '1',
  PolDed: '25000',
  PolLimitCBI: '0',
  BIWaitingPeriod: '0.333333',
  CloudVendor: '1',
};

/** A portfolio of rows that differ from the good one as given. */
export function portfolioText(...changes: readonly Readonly<Record<string, string>>[]): string {
  const columns = [...new Set([goodRow, ...changes].flatMap((row) => Object.keys(row)))];
  const rows = changes.map((change) => columns.map((column) => ({ ...goodRow, ...change })[column] ?? ''));
  return `${[columns, ...rows].map((cells) => cells.join(',')).join('\n')}\n`;
}

/** The bytes in pieces of one size. */
export function pieces(content: string | Uint8Array, size = 65_536): AsyncIterable<Uint8Array> {
  return Readable.from(cut(content, size), { objectMode: true }) as AsyncIterable<Uint8Array>;
}

function* cut(content: string | Uint8Array, size: number): Generator<Uint8Array> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Everything that reading gives, in one batch. */
export async function readAll(
  content: string | Uint8Array | AsyncIterable<Uint8Array>,
  options: Partial<PortfolioOptions> = {},
  size?: number,
): Promise<PortfolioBatch> {
  const bytes =
    typeof content === 'string' || content instanceof Uint8Array ? pieces(content, size) : content;
  const batches: PortfolioBatch[] = [];
  for await (const batch of readPortfolio(bytes, tables, { file: 'book.csv', mostRows: 1000, ...options })) {
    batches.push(batch);
  }
  return {
    header: batches[0]!.header,
    rows: batches.flatMap(({ rows }) => rows),
    failures: batches.flatMap(({ failures }) => failures),
  };
}

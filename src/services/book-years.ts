import type { Catalog } from '../core/catalog.ts';
import { ImpactError } from '../core/errors/impact-error.ts';
import { openParameterBook } from '../core/impact/parameter-book.ts';
import type { BookYearsResult } from '../core/insurance/book-years/book-years-result.ts';
import { openBookYears } from '../core/insurance/book-years/open-book-years.ts';
import { identifyBookYears } from '../core/insurance/portfolio/book-identity.ts';
import type { InsuredPolicy } from '../core/insurance/portfolio/insured-policy.ts';
import { nearestName } from '../core/units/nearest-name.ts';
import { ENGINE_VERSION } from '../core/version.ts';
import type { PortfolioHeader } from '../schema/portfolio/header.ts';
import { portfolioTables } from '../schema/portfolio/tables.ts';
import { bundledCatalog } from './bundled-catalog.ts';
import { openOrdFiles, type OrdFiles } from './ord-files.ts';
import { runWorlds } from './run-worlds.ts';
import { nothingUsed } from './book-losses.ts';
import { openBookSource } from './book-source.ts';
import type { ReinsuranceFile } from './read-reinsurance.ts';
import { readPortfolio, type PortfolioOptions, type RejectedRow } from './read-portfolio.ts';

export interface BookYearsRequest extends PortfolioOptions {
  /** Id of a catalogue of outages. */
  readonly catalogue: string;
  /** In all worlds together; `checkYears` makes it from outside values. */
  readonly simulation: { readonly worlds: number; readonly years: number; readonly seed: number };
  /** Treaties of the whole book, in force in every year; absent: net is the same as gross. */
  readonly reinsurance?: ReinsuranceFile | undefined;
  readonly catalog?: Catalog;
  /** Threads that simulate a large book, 1 when absent; the result is the same. */
  readonly threads?: number;
  /** Called with text to append to files in the format of Open Results Data (ORD). */
  readonly onOrdText?: ((file: string, text: string) => void) | undefined;
  /** Called with rows that are not used, in the order of the file. */
  readonly onFailures?: (failures: readonly RejectedRow[], header: PortfolioHeader) => void;
  /** Called now and then with the number of rows read, then of worlds simulated. */
  readonly onProgress?: (done: number, of: 'rows' | 'worlds') => void;
}

/**
 * Outside values to the years of a simulation.
 *
 * @throws ImpactError PARAMETER_OUT_OF_RANGE for the first problem found
 */
export async function checkYears(json: unknown): Promise<BookYearsRequest['simulation']> {
  const { parseBookYears } = await import('../schema/book-years.ts');
  return parseBookYears(json);
}

/**
 * Simulates years of outages on a portfolio. All rows that can be used are kept in memory.
 *
 * @param bytes  a portfolio file; see `readPortfolio`
 * @throws ImpactError as `readPortfolio` and `readReinsurance`; TERM_UNKNOWN for a catalogue that does not exist; PORTFOLIO_INVALID when no row
 *   can be used
 */
export async function bookYears(
  bytes: AsyncIterable<Uint8Array>,
  request: BookYearsRequest,
): Promise<BookYearsResult> {
  const { zoneOffsetHours } = await import('../catalog/zone-offset.ts');
  const catalog = request.catalog ?? (await bundledCatalog());
  const catalogue = catalogueNamed(catalog, request.catalogue);
  const policies: InsuredPolicy[] = [];
  let refused = 0;
  let first: RejectedRow | undefined;
  let ignoredColumns: readonly string[] = [];
  const tables = portfolioTables(catalog, Infinity);
  const opened = await openBookSource(bytes, request.reinsurance, tables);
  for await (const { header, rows, failures } of readPortfolio(opened.bytes, tables, request)) {
    for (const row of rows) policies.push(row);
    refused += failures.length;
    first ??= failures[0];
    ignoredColumns = header.ignored;
    if (failures.length > 0) request.onFailures?.(failures, header);
    request.onProgress?.(policies.length + refused, 'rows');
  }
  if (policies.length === 0) throw nothingUsed(request.file, refused, first);
  const { worlds, seed } = request.simulation;
  const yearsPerWorld = Math.ceil(request.simulation.years / worlds);
  const book = openParameterBook(catalog, { assumptions: {}, sources: {} });
  const options = { worlds, yearsPerWorld, seed };
  const run = openBookYears(
    ...([policies, catalogue, options, catalog, book, zoneOffsetHours] as const),
    opened.treaties.map(({ terms }) => terms),
  );
  const ord: OrdFiles | null =
    request.onOrdText === undefined ? null : openOrdFiles(run.model, request.onOrdText);
  // Threads read the bundled catalog.
  const threads = request.catalog === undefined ? (request.threads ?? 1) : 1;
  const task = { rows: policies, catalogue: catalogue.id, simulation: options };
  for await (const result of runWorlds(run.model, task, threads)) {
    const net = run.add(result);
    ord?.add(result, net);
    request.onProgress?.(result.world + 1, 'worlds');
  }
  ord?.finish();
  const files = Object.fromEntries([...book.filesUsed].map((file) => [file, catalog.hashes.get(file)!]));
  const years = { catalogue: catalogue.id, worlds, yearsPerWorld, seed };
  return {
    schema: 'lossrange/book-years@1',
    id: identifyBookYears(opened.source(), years, { files, provenance: book.provenance }),
    engine: ENGINE_VERSION,
    catalogue: catalogue.id,
    seed,
    worlds,
    yearsPerWorld,
    rows: { read: policies.length + refused, used: policies.length, refused, ignoredColumns },
    ...run.losses(),
    warnings: book.warnings,
    files,
  };
}

function catalogueNamed({ catalogues }: Catalog, name: string) {
  const found = catalogues.get(name);
  if (found !== undefined) return found;
  const known = [...catalogues.keys()];
  const near = nearestName(name, known);
  throw new ImpactError('TERM_UNKNOWN', {
    path: 'catalogue',
    message: `there is no catalogue of outages "${name.slice(0, 40)}"`,
    hint: near === null ? `one of: ${known.join(', ')}` : `did you mean "${near}"?`,
  });
}

import type { Catalog } from '../core/catalog.ts';
import { ImpactError } from '../core/errors/impact-error.ts';
import { openInsuredModel } from '../core/insurance/insured/open-insured-model.ts';
import type { BookResult } from '../core/insurance/portfolio/book-result.ts';
import { identifyBook } from '../core/insurance/portfolio/book-identity.ts';
import { eventHours } from '../core/insurance/portfolio/event-hours.ts';
import { explainInBook, type ExplainedPolicy } from '../core/insurance/portfolio/explained-policy.ts';
import type { InsuredPolicy } from '../core/insurance/portfolio/insured-policy.ts';
import { openBook } from '../core/insurance/portfolio/open-book.ts';
import { reinsuredEvent } from '../core/insurance/portfolio/reinsured-event.ts';
import { summariseBook } from '../core/insurance/portfolio/summarise-book.ts';
import type { Scenario } from '../core/scenario.ts';
import { parseInstant } from '../core/units/instant.ts';
import { ENGINE_VERSION } from '../core/version.ts';
import type { PortfolioHeader } from '../schema/portfolio/header.ts';
import { portfolioTables } from '../schema/portfolio/tables.ts';
import { showDollars } from '../report/book/explained-policy-text.ts';
import { openBookSource } from './book-source.ts';
import type { ReinsuranceFile } from './read-reinsurance.ts';
import { readPortfolio, type PortfolioOptions, type RejectedRow } from './read-portfolio.ts';

/** Draws of a book unless asked otherwise: each policy is put through all of them. */
export const BOOK_DRAWS = 1000;

export interface BookRequest extends PortfolioOptions {
  /** Names a provider; its simulation says draws and seed. */
  readonly scenario: Scenario;
  /** Treaties of the whole book; absent: net is the same as gross. */
  readonly reinsurance?: ReinsuranceFile | undefined;
  readonly catalog: Catalog;
  /** Called with rows that are not used, in the order of the file. */
  readonly onFailures?: (failures: readonly RejectedRow[], header: PortfolioHeader) => void;
  /** Called now and then with the number of rows read. */
  readonly onProgress?: (rows: number) => void;
}

/**
 * Puts a portfolio through one event: ground-up and gross loss of every policy and of the book, and what its treaties
 * leave of it. Rows are dropped once they are added, so that memory grows by a few numbers a policy; with treaties, those that
 * pay are run again at the end.
 *
 * @param bytes  a portfolio file; see `readPortfolio`
 * @throws ImpactError as `readPortfolio`, `readReinsurance` and `openInsuredModel`, and PORTFOLIO_INVALID when no row can
 *   be used
 */
export async function bookLosses(
  bytes: AsyncIterable<Uint8Array>,
  request: BookRequest,
): Promise<BookResult> {
  const { model, tables, event, catalog } = await openEventModel(request);
  const opened = await openBookSource(bytes, request.reinsurance, tables);
  const book = openBook(model, event, opened.treaties.length > 0);
  let used = 0;
  let refused = 0;
  let first: RejectedRow | undefined;
  let ignoredColumns: readonly string[] = [];
  for await (const { header, rows, failures } of readPortfolio(opened.bytes, tables, request)) {
    rows.forEach(book.add);
    used += rows.length;
    refused += failures.length;
    first ??= failures[0];
    ignoredColumns = header.ignored;
    if (failures.length > 0) request.onFailures?.(failures, header);
    request.onProgress?.(used + refused);
  }
  if (used === 0) throw nothingUsed(request.file, refused, first);
  const { losses: reinsured, netShare } = reinsuredEvent(opened.treaties, event.startMs, book.sums.gross);
  if (netShare !== null) book.addNet(netShare);
  const { outage, simulation, title, id } = request.scenario;
  const files = Object.fromEntries(model.filesUsed.map((file) => [file, catalog.hashes.get(file)!]));
  return {
    schema: 'lossrange/book@1',
    id: identifyBook(opened.source(), request.scenario, { files, provenance: model.provenance }),
    engine: ENGINE_VERSION,
    event: {
      title: title ?? id ?? 'this outage',
      provider: event.provider,
      region: event.region,
      start: startOf(request.scenario) ?? null,
      hours: eventHours(outage.windows),
    },
    rows: { read: used + refused, used, refused, ignoredColumns },
    seed: simulation.seed,
    draws: simulation.draws,
    ...summariseBook(book.sums),
    ...reinsured,
    warnings: model.warnings,
    files,
  };
}

/**
 * How the losses of the rows with one policy number come about, term by term.
 *
 * @throws ImpactError as `bookLosses`; POLICY_UNKNOWN when no row that can be used has the number
 */
export async function explainPolicyOfBook(
  bytes: AsyncIterable<Uint8Array>,
  polNumber: string,
  request: BookRequest,
): Promise<readonly ExplainedPolicy[]> {
  const { model, tables } = await openEventModel(request);
  const found: InsuredPolicy[] = [];
  for await (const { rows } of readPortfolio(bytes, tables, request)) {
    found.push(...rows.filter(({ key }) => key.polNumber === polNumber));
  }
  if (found.length === 0) {
    throw new ImpactError('POLICY_UNKNOWN', {
      path: request.file,
      message: `no row that can be used has the PolNumber ${JSON.stringify(polNumber.slice(0, 60))}`,
      hint: 'without --explain, rows that are refused are listed with their reasons',
    });
  }
  return found.map((policy) => explainInBook(model, policy, showDollars));
}

async function openEventModel({ scenario, catalog }: BookRequest) {
  const { zoneOffsetHours } = await import('../catalog/zone-offset.ts');
  const model = openInsuredModel(scenario, catalog, zoneOffsetHours);
  const start = startOf(scenario);
  const { provider, region, kind } = scenario.outage;
  return {
    model,
    catalog,
    tables: portfolioTables(catalog, start === undefined ? Infinity : Number(start.slice(0, 4))),
    event: {
      provider: provider!,
      region: region === undefined || region === 'all' ? null : region,
      strikesClouds: kind === 'cloud',
      startMs: start === undefined ? null : parseInstant(start),
    },
  };
}

function startOf({ outage: { phases, start, windows } }: Scenario): string | undefined {
  return phases[0]?.start ?? start ?? windows[0]?.start;
}

/** No row of a portfolio can be used. @param first  of those that are refused; none in a file without rows */
export function nothingUsed(file: string, refused: number, first: RejectedRow | undefined): ImpactError {
  const { column, value, reason } = first?.problems[0] ?? { column: '', value: '', reason: '' };
  const place = `line ${first?.line}${column === '' ? '' : `, column ${column}`}`;
  return new ImpactError('PORTFOLIO_INVALID', {
    path: file,
    message: refused === 1 ? 'its only row is refused' : `all of its ${refused} rows are refused`,
    hint: `the first, ${place}: ${`${value} ${reason}`.trim()}`,
  });
}

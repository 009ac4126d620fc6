import { ImpactError, type ErrorCode } from '../core/errors/impact-error.ts';
import type { EstimateResult } from '../core/result.ts';
import type { Risk } from '../core/insurance/price/risk.ts';
import type { Scenario } from '../core/scenario.ts';
import type { ClaimRequest } from '../schema/claim-request.ts';
import { assessClaim } from '../services/assess-claim.ts';
import { bundledCatalog } from '../services/bundled-catalog.ts';
import { compareEstimates } from '../services/compare-estimates.ts';
import { estimateImpact } from '../services/estimate-impact.ts';
import { claimJson } from '../report/claim/claim-json.ts';
import { comparisonJson } from '../report/comparison-json.ts';
import { estimateCsv } from '../report/estimate-csv.ts';
import { estimateHtml } from '../report/estimate-html.ts';
import { estimateLine } from '../report/estimate-json.ts';
import { factsToAsk } from '../services/describe-model.ts';
import { drawEstimateCharts, drawEstimateSvg, drawPng } from '../services/draw-chart.ts';
import { openEvent, scenarioJson } from '../services/open-scenario.ts';
import { bookLosses } from '../services/book-losses.ts';
import type { RejectedRow } from '../services/read-portfolio.ts';
import { bookJson } from '../report/book/book-json.ts';
import { pricePolicy } from '../services/price-policy.ts';
import { priceJson } from '../report/price/price-json.ts';

/** Once per thread; the pool sends work only when it is there. */
const catalog = await bundledCatalog();
const countryNames = new Map(catalog.countries.map(({ iso2, name }) => [iso2, name]));

/** An answer, or the error that refused the input: an error object would lose its fields between threads. */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false;
      readonly error: {
        readonly code: ErrorCode;
        readonly path: string;
        readonly message: string;
        readonly hint: string;
      };
    };

/** What a claim check needs: the claim, and the outage by one of the two. */
export interface ClaimCheck {
  readonly request: ClaimRequest;
  readonly event?: string | undefined;
  readonly scenario?: Scenario | undefined;
}

/** Codes that speak of the claim, not of the outage. */
const ofClaim: ReadonlySet<ErrorCode> = new Set(['CLAIM_INVALID', 'CURRENCY_UNKNOWN']);

/** An estimate as it is sent. */
export interface EstimateText {
  readonly id: string;
  /** UTF-8, so that the thread of the server need not encode it. */
  readonly json: Uint8Array;
}

export function estimate(scenario: Scenario): Promise<Outcome<EstimateText>> {
  return outcome(async () => {
    const result = await estimateImpact(scenario, { catalog });
    return { id: result.id, json: new TextEncoder().encode(estimateLine(result)) };
  });
}

export function compare(pair: { first: Scenario; second: Scenario }): Promise<Outcome<string>> {
  return outcome(
    async () => comparisonJson(await compareEstimates(pair.first, pair.second, { catalog })),
    async (error) => `${await sideOf(pair.first, error)}.`,
  );
}

/** A claim check, of a bundled event or of a scenario. */
export function assess(check: ClaimCheck): Promise<Outcome<string>> {
  const { request, event, scenario } = check;
  return outcome(
    async () => {
      const subject = event === undefined ? { scenario: scenario!, family: null } : await openEvent(event);
      return claimJson(await assessClaim(request, subject, { catalog }));
    },
    // Of a scenario the path says where; what is wrong with the claim itself is in its own keys.
    ({ code }) => (scenario !== undefined && !ofClaim.has(code) ? 'scenario.' : ''),
  );
}

/** The price of one risk. */
export function price(risk: Risk): Promise<Outcome<string>> {
  return outcome(async () => priceJson(await pricePolicy(risk, { catalog })));
}

/** A book, and its outage by one of the two; draws and seed of a scenario are its own. */
export interface BookToRun {
  readonly csv: string;
  /** Treaties of the whole book. */
  readonly reinsuranceCsv?: string | undefined;
  readonly event?: string | undefined;
  readonly scenario?: Scenario | undefined;
  readonly draws: number;
  readonly seed?: number | undefined;
}

/** Rows of one book: an answer names each policy that is struck. */
const MOST_BOOK_ROWS = 10_000;

/** Losses of a book in one event, with what is wrong with the rows that are refused. */
export function book(request: BookToRun): Promise<Outcome<string>> {
  const { csv: text, reinsuranceCsv: treaties, event, scenario, draws, seed } = request;
  const refused: RejectedRow[] = [];
  return outcome(
    async () => {
      try {
        const result = await bookLosses(bytesOf(text), {
          file: 'csv',
          mostRows: MOST_BOOK_ROWS,
          scenario: scenario ?? (await eventDrawn(event!, draws, seed)),
          reinsurance:
            treaties === undefined ? undefined : { file: 'reinsuranceCsv', bytes: bytesOf(treaties) },
          catalog,
          onFailures: (failures) => refused.push(...failures),
        });
        return bookJson(result, refused);
      } catch (error) {
        if (!(error instanceof ImpactError) || error.code !== 'PORTFOLIO_TOO_LARGE') throw error;
        const { code, path, message } = error;
        throw new ImpactError(code, { path, message, hint: '`lossrange book` reads books of any size' });
      }
    },
    ({ path }) => (scenario !== undefined && !/^(csv|reinsuranceCsv)/.test(path) ? 'scenario.' : ''),
  );
}

async function eventDrawn(event: string, draws: number, seed: number | undefined): Promise<Scenario> {
  const { scenario } = await openEvent(event);
  return { ...scenario, simulation: { draws, seed: seed ?? scenario.simulation.seed } };
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new TextEncoder().encode(text));
}

/** The table of an estimate that was sent before. */
export function csv(json: Uint8Array): Promise<Outcome<string>> {
  return outcome(() => Promise.resolve(estimateCsv(resultOf(json))));
}

/** Its chart as a drawing. */
export function svg(json: Uint8Array): Promise<Outcome<string>> {
  return outcome(() => drawEstimateSvg(resultOf(json), { countryNames }));
}

/** Its chart as a picture. */
export function png(json: Uint8Array): Promise<Outcome<Uint8Array>> {
  return outcome(async () => drawPng(await drawEstimateSvg(resultOf(json), { countryNames })));
}

/** The whole report as one page that stands alone. */
export function html(json: Uint8Array): Promise<Outcome<string>> {
  return outcome(async () => {
    const result = resultOf(json);
    const options = {
      unicode: true,
      countryNames,
      validation: catalog.validation ?? undefined,
      ask: factsToAsk(result.scenario, catalog),
    };
    const drawn = await drawEstimateCharts(result, options);
    return estimateHtml(result, { ...options, ...drawn, scenario: await scenarioJson(result.scenario) });
  });
}

/** JSON keeps every field of a result; what is undefined is absent. */
function resultOf(json: Uint8Array): EstimateResult {
  return JSON.parse(new TextDecoder().decode(json)) as EstimateResult;
}

/** Does nothing; answered when the catalog is read. */
export function warm(): Promise<Outcome<null>> {
  return outcome(() => Promise.resolve(null));
}

async function outcome<Value>(
  work: () => Promise<Value>,
  prefixOf: (error: ImpactError) => string | Promise<string> = () => '',
): Promise<Outcome<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (!(error instanceof ImpactError)) throw error;
    const { code, message, hint } = error;
    return { ok: false, error: { code, path: (await prefixOf(error)) + error.path, message, hint } };
  }
}

/** Which of two scenarios an error speaks of: the first when it fails alone in the same way. */
async function sideOf(first: Scenario, error: ImpactError): Promise<'first' | 'second'> {
  try {
    await estimateImpact({ ...first, simulation: { draws: 1, seed: 0 } }, { catalog });
  } catch (alone) {
    if (alone instanceof ImpactError && alone.path === error.path) return 'first';
  }
  return 'second';
}

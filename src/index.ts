import type { Catalog } from './core/catalog.ts';
import type { ComparisonResult, EstimateResult } from './core/result.ts';
import type { ClaimAssessment } from './core/claims/claim-assessment.ts';
import type { Scenario } from './core/scenario.ts';
import type { BookYearsResult } from './core/insurance/book-years/book-years-result.ts';
import type { BookResult } from './core/insurance/portfolio/book-result.ts';
import type { PriceResult } from './core/insurance/price/price-result.ts';
import type { ReportLanguage } from './report/language.ts';
import type { ClaimRequest } from './schema/claim-request.ts';
import type { RiskInput } from './schema/risk.ts';
import type { ScenarioInput } from './schema/scenario.ts';
import type { BookRequest } from './services/book-losses.ts';
import type { Portfolio } from './services/portfolio-bytes.ts';
import type { RejectedRow } from './services/read-portfolio.ts';

export type {
  Archetype,
  Catalog,
  Country,
  Evidence,
  FirmClass,
  Kind,
  LadderRung,
  Parameter,
  ProviderRegion,
  Reference,
  Sector,
} from './core/catalog.ts';
export type { ClaimAmount, ClaimLanguage, ClaimMeasure, ClaimScope } from './core/claims/claim.ts';
export type {
  ClaimAssessment,
  ClaimComparison,
  JointChange,
  LikelyMistake,
  PastClaim,
  PublishedLoss,
  Verdict,
  WouldHaveToBeTrue,
} from './core/claims/claim-assessment.ts';
export type { Quantity } from './core/distribution/quantity.ts';
export { errorCatalogue, ImpactError } from './core/errors/impact-error.ts';
export type { ErrorCode } from './core/errors/impact-error.ts';
export { economyAccount, firmAccount } from './core/impact/accounting.ts';
export type { EconomyTerms, FirmTerms } from './core/impact/accounting.ts';
export type {
  BookYearsResult,
  ExceedancePoint,
  ExceedanceRow,
  YearSummary,
} from './core/insurance/book-years/book-years-result.ts';
export type { BookGroup, BookResult, LossRange } from './core/insurance/portfolio/book-result.ts';
export type { PolicyLoss } from './core/insurance/portfolio/book-sums.ts';
export type { PolicyKey } from './core/insurance/portfolio/insured-policy.ts';
export type {
  OtherWording,
  PriceResult,
  WaitingRow,
  WorldRange,
} from './core/insurance/price/price-result.ts';
export type {
  ComparisonResult,
  Driver,
  EstimateResult,
  FactRow,
  LossSummary,
  MeasureId,
  MethodId,
  MethodResult,
  NamedAmount,
  ProvenanceRow,
  ResultWarning,
  ScopedLoss,
  WaterfallStep,
} from './core/result.ts';
export type { Scenario } from './core/scenario.ts';
export type { ReportLanguage } from './report/language.ts';
export type { ClaimRequest } from './schema/claim-request.ts';
export type { RiskInput } from './schema/risk.ts';
export type { ScenarioInput } from './schema/scenario.ts';
export type { Portfolio } from './services/portfolio-bytes.ts';
export type { RejectedRow } from './services/read-portfolio.ts';

/** Options of every call that estimates. */
export interface EstimateOptions {
  /** Parameters and tables; the bundled ones when absent, read from disk at the first call. */
  readonly catalog?: Catalog;
}

/**
 * Estimates what an outage cost, as a range, with its parts and reasons.
 *
 * @param scenario  facts of one outage, in the form of a scenario file
 * @throws ImpactError that names the field, what was found, what is allowed and what to do next
 * @example
 * const result = await estimateImpact({
 *   outage: { kind: 'cloud', provider: 'aws', region: 'us-east-1', start: '2025-10-20T06:48:00Z', durationHours: 6 },
 * });
 * result.economicLoss?.p50; // US dollars, as likely above as below
 */
export async function estimateImpact(
  scenario: ScenarioInput,
  options: EstimateOptions = {},
): Promise<EstimateResult> {
  const { estimateImpact: estimate } = await import('./services/estimate-impact.ts');
  return estimate(await checked(scenario), options);
}

/**
 * Compares two scenarios on the same draws: second ÷ first, draw by draw.
 *
 * @throws ImpactError as `estimateImpact`, and when draws or seed differ
 */
export async function compareEstimates(
  first: ScenarioInput,
  second: ScenarioInput,
  options: EstimateOptions = {},
): Promise<ComparisonResult> {
  const { compareEstimates: compare } = await import('./services/compare-estimates.ts');
  return compare(await checked(first), await checked(second), options);
}

/**
 * Says whether a published figure can be: a verdict, what would have to be true, and two sentences to quote.
 *
 * @param claim  the words of the claim, or its amount
 * @param about  id of a bundled past outage, or a scenario of one's own
 * @param options.language  of the quote; English when absent
 * @throws ImpactError as `estimateImpact`; CLAIM_INVALID for words that cannot be a claim; EVENT_UNKNOWN
 * @example
 * const check = await assessClaim({ text: 'hundreds of billions of dollars' }, 'aws-2025-10-20');
 * check.verdict; // 'implausible-high'
 */
export async function assessClaim(
  claim: ClaimRequest,
  about: string | ScenarioInput,
  options: EstimateOptions & { readonly language?: ReportLanguage } = {},
): Promise<ClaimAssessment> {
  const { assessClaim: assess, checkClaimRequest } = await import('./services/assess-claim.ts');
  const request = await checkClaimRequest(claim, 'claim');
  if (typeof about !== 'string')
    return assess(request, { scenario: await checked(about), family: null }, options);
  const { openEvent } = await import('./services/open-scenario.ts');
  return assess(request, await openEvent(about), options);
}

/**
 * Prices one risk: business interruption from outages of a cloud provider, from simulated years.
 *
 * @throws ImpactError that names the field, what was found, what is allowed and what to do next
 * @example
 * const price = await pricePolicy({
 *   insured: { annualRevenueUsd: 250e6, sector: 'retail-trade', provider: 'aws', region: 'us-east-1' },
 *   policy: { waitingHours: 8, limitUsd: 5e6 },
 * });
 * price.technicalPremiumUsd.mean; // US dollars a year, gross of reinsurance
 */
export async function pricePolicy(risk: RiskInput, options: EstimateOptions = {}): Promise<PriceResult> {
  const { checkRisk, pricePolicy: price } = await import('./services/price-policy.ts');
  return price(await checkRisk(risk), options);
}

/** What became of a portfolio, and of the rows that could not be used. */
export interface BookAnswer<Result> {
  readonly result: Result;
  /** In the order of the file, each with its line, its cells and what is wrong with them. */
  readonly refused: readonly RejectedRow[];
}

/** More rows than any book of cyber policies has. */
const MOST_ROWS = 5_000_000;
/** Years need all rows at once. */
const MOST_ROWS_OF_YEARS = 1_000_000;

/** Options of every call that runs a book. */
export interface BookOptions extends EstimateOptions {
  /** Treaties of the whole book, CSV with the columns of OED's ReinsInfo; net is the same as gross when absent. */
  readonly reinsurance?: Portfolio;
}

/**
 * Puts a book of policies through one outage: ground-up, gross and net loss of each policy that is struck and of the book,
 * US dollars. Rows that are wrong are left out and returned with their reasons.
 *
 * @param portfolio  CSV with OED columns in UTF-8: its text, its bytes, or pieces of bytes as a stream gives them
 * @param about  id of a bundled past outage, or a scenario that names a provider
 * @param options.draws  simulated outcomes, 1,000 when absent: not those of the scenario, as each policy is put through all
 * @param options.seed  that of the scenario when absent
 * @throws ImpactError PORTFOLIO_INVALID for a file that is no portfolio or has no row that can be used, and for treaties
 *   of which any is wrong; EVENT_UNKNOWN; and as `estimateImpact`
 * @example
 * const { result, refused } = await bookLosses(await readFile('data/samples/portfolio.csv'), 'aws-2025-10-20');
 * result.gross.p50; // US dollars after policy terms, before reinsurance; as likely above as below
 */
export async function bookLosses(
  portfolio: Portfolio,
  about: string | ScenarioInput,
  options: BookOptions & { readonly draws?: number; readonly seed?: number } = {},
): Promise<BookAnswer<BookResult>> {
  const [{ bookLosses: losses, BOOK_DRAWS }, { openEvent, scenarioJson }] = await Promise.all([
    import('./services/book-losses.ts'),
    import('./services/open-scenario.ts'),
  ]);
  const opened = typeof about === 'string' ? (await openEvent(about)).scenario : await checked(about);
  const { draws = BOOK_DRAWS, seed = opened.simulation.seed } = options;
  // Through the schema again, for draws and seed.
  const json = (await scenarioJson({ ...opened, simulation: { draws, seed } })) as ScenarioInput;
  const scenario = await checked(json);
  const catalog = await catalogOf(options);
  return withRefused(portfolio, options, (bytes, run) =>
    losses(bytes, { ...run, scenario, catalog, mostRows: MOST_ROWS }),
  );
}

/**
 * Simulates years of outages on a book of policies: average annual loss, and the losses that are exceeded once in so
 * many years, US dollars. Gross is after policy terms and before reinsurance, net after it.
 *
 * @param portfolio  as in `bookLosses`; all rows that can be used are kept in memory
 * @param options.catalogue  id of a catalogue of outages; `cloud` when absent
 * @param options.years  simulated years, in all worlds together; 10,000 when absent
 * @param options.worlds  draws of everything uncertain; 100 when absent
 * @throws ImpactError as `bookLosses`; TERM_UNKNOWN for a catalogue that does not exist; PARAMETER_OUT_OF_RANGE
 * @example
 * const { result } = await bookYears(await readFile('data/samples/portfolio.csv'), { years: 1000, worlds: 20 });
 * result.gross.averageAnnualLossUsd.meanNeutral; // US dollars a year
 */
export async function bookYears(
  portfolio: Portfolio,
  options: BookOptions & {
    readonly catalogue?: string;
    readonly years?: number;
    readonly worlds?: number;
    readonly seed?: number;
  } = {},
): Promise<BookAnswer<BookYearsResult>> {
  const { bookYears: losses, checkYears } = await import('./services/book-years.ts');
  const { catalogue = 'cloud', years = 10_000, worlds = 100, seed = 1 } = options;
  const simulation = await checkYears({ worlds, years, seed });
  const catalog = await catalogOf(options);
  return withRefused(portfolio, options, (bytes, run) =>
    losses(bytes, { ...run, catalogue, simulation, catalog, mostRows: MOST_ROWS_OF_YEARS }),
  );
}

/** Ids of the bundled past outages. */
export async function listEvents(): Promise<readonly string[]> {
  const { listEventIds } = await import('./catalog/event-files.ts');
  return listEventIds();
}

/**
 * The scenario of a bundled past outage, ready to be changed and estimated; its published losses are left out.
 *
 * @throws ImpactError EVENT_UNKNOWN with near names
 */
export async function readEvent(id: string): Promise<ScenarioInput> {
  const [{ readEventText }, { parseEventFile }, { parseJsonText }, { toScenarioJson }] = await Promise.all([
    import('./catalog/event-files.ts'),
    import('./schema/event-file.ts'),
    import('./schema/json-text.ts'),
    import('./schema/scenario-json.ts'),
  ]);
  const { text, file } = readEventText(id);
  return toScenarioJson(parseEventFile(parseJsonText(text, file), file).scenario) as ScenarioInput;
}

/** A copy of the bundled parameters and tables, to look at or to pass on, changed, as `options.catalog`. */
export async function loadCatalog(): Promise<Catalog> {
  const { bundledCatalog } = await import('./services/bundled-catalog.ts');
  return structuredClone(await bundledCatalog());
}

/** Runs with a list for refused rows. */
async function withRefused<Result>(
  portfolio: Portfolio,
  { reinsurance }: BookOptions,
  run: (
    bytes: AsyncIterable<Uint8Array>,
    given: Pick<BookRequest, 'file' | 'reinsurance' | 'onFailures'>,
  ) => Promise<Result>,
): Promise<BookAnswer<Result>> {
  const { portfolioBytes } = await import('./services/portfolio-bytes.ts');
  const refused: RejectedRow[] = [];
  const result = await run(portfolioBytes(portfolio, 'portfolio'), {
    file: 'portfolio',
    reinsurance:
      reinsurance === undefined
        ? undefined
        : { file: 'reinsurance', bytes: portfolioBytes(reinsurance, 'reinsurance') },
    onFailures: (failures) => refused.push(...failures),
  });
  return { result, refused };
}

async function catalogOf({ catalog }: EstimateOptions): Promise<Catalog> {
  return catalog ?? (await import('./services/bundled-catalog.ts')).bundledCatalog();
}

async function checked(scenario: ScenarioInput): Promise<Scenario> {
  const { parseScenario } = await import('./schema/scenario.ts');
  return parseScenario(scenario);
}

import type { Quantity } from '../core/distribution/quantity.ts';
import type { Risk } from '../core/insurance/price/risk.ts';
import type { Scenario } from '../core/scenario.ts';
import { parseInstant } from '../core/units/instant.ts';
import { MS_PER_HOUR } from '../core/units/time.ts';
import { ApiError } from './problem.ts';

/** Draws of one estimate through the interface; above 100,000 a range hardly moves. */
export const MOST_API_DRAWS = 1_000_000;
/** Longest work of one thread for one request, by the costs below. */
const BUDGET_MS = 20_000;

// Measured on one core of a small server, rounded up; README.md gives the same figures.
const FIXED_MS = 150;
const MS_PER_OUTAGE_HOUR = 0.25;
const US_PER_DRAW = 15;
const US_PER_DRAW_AND_COMPANY = 0.11;
const US_PER_DRAW_AND_PHASE = 0.25;
/** Years of outages of one provider, and of all of them. */
const US_PER_YEAR = 20;
const US_PER_YEAR_UNKNOWN_PROVIDER = 60;

/** Rows of a book: reading one, and putting it through one draw. */
const US_PER_ROW = 150;
const US_PER_ROW_AND_DRAW = 0.05;
const US_PER_TREATY_AND_DRAW = 3;
/** As many as a treaty file may have. */
const MOST_TREATIES = 200;

/** Draws of one book through the interface; 10,000 rows of them are within the budget. */
export const MOST_API_BOOK_DRAWS = 10_000;

/** Years of one price through the interface: within the budget whichever the provider. */
export const MOST_API_YEARS = 300_000;

interface Cost {
  readonly fixedMs: number;
  readonly msPerDraw: number;
}

/** Milliseconds of one thread that an estimate takes, from its facts alone: an upper figure, not a measurement. */
export function simulationCostMs(scenario: Scenario): number {
  const { fixedMs, msPerDraw } = costOf(scenario);
  return fixedMs + msPerDraw * scenario.simulation.draws;
}

/** Milliseconds of one thread that pricing a risk takes, an upper figure. */
export function pricingCostMs({ insured, simulation }: Risk): number {
  const perYear = insured.provider === null ? US_PER_YEAR_UNKNOWN_PROVIDER : US_PER_YEAR;
  return FIXED_MS + (perYear * simulation.years) / 1000;
}

/** Milliseconds of one thread that a book takes, an upper figure. `scenario`: absent for a bundled event. */
export function bookCostMs(
  csv: string,
  reinsuranceCsv: string | undefined,
  draws: number,
  scenario: Scenario | undefined,
): number {
  const rows = csv.split('\n').length;
  const treaties = Math.min(reinsuranceCsv?.split('\n').length ?? 0, MOST_TREATIES);
  const rowsMs = (rows * (US_PER_ROW + US_PER_ROW_AND_DRAW * draws)) / 1000;
  const treatiesMs = (treaties * US_PER_TREATY_AND_DRAW * draws) / 1000;
  return rowsMs + treatiesMs + (scenario === undefined ? FIXED_MS : simulationCostMs(scenario));
}

/**
 * Refuses scenarios that together take longer than the budget.
 *
 * @param named  the scenarios, with where they stand in the body: `''` or `/first`
 * @throws ApiError COST_TOO_HIGH with the number of draws that fits
 */
export function requireAffordable(
  named: readonly { readonly at: string; readonly scenario: Scenario }[],
): void {
  const total = named.reduce((sum, { scenario }) => sum + simulationCostMs(scenario), 0);
  const [first] = named;
  if (total <= BUDGET_MS || first === undefined) return;
  const costs = named.map(({ scenario }) => costOf(scenario));
  const left = BUDGET_MS - costs.reduce((sum, { fixedMs }) => sum + fixedMs, 0);
  const fit = roundDown(left / costs.reduce((sum, { msPerDraw }) => sum + msPerDraw, 0));
  const seconds = (ms: number): string => Math.ceil(ms / 1000).toLocaleString('en-US');
  const detail = `this would take about ${seconds(total)} seconds; at most ${seconds(BUDGET_MS)} are allowed`;
  const [pointer, hint] =
    fit < 1
      ? [`#${first.at}/outage`, 'shorten the outage, or use the command line']
      : [
          `#${first.at}/simulation/draws`,
          `${fit.toLocaleString('en-US')} draws fit; or use the command line, which has no such limit`,
        ];
  throw new ApiError('COST_TOO_HIGH', {
    message: detail,
    hint,
    entries: [{ pointer, detail, code: 'COST_TOO_HIGH', hint }],
  });
}

function costOf({ outage, affected }: Scenario): Cost {
  const { phases } = outage;
  const [start, end] = [phases[0]?.start, phases.at(-1)?.end];
  const span = start === undefined || end === undefined ? 0 : (millis(end) - millis(start)) / MS_PER_HOUR;
  const hours = Math.max(
    span,
    ...[outage.durationHours, outage.restorationHours].map((quantity) => largest(quantity ?? 0)),
  );
  const usPerDraw =
    US_PER_DRAW +
    US_PER_DRAW_AND_COMPANY * affected.companies.length +
    US_PER_DRAW_AND_PHASE * outage.phases.length;
  return { fixedMs: FIXED_MS + MS_PER_OUTAGE_HOUR * hours, msPerDraw: usPerDraw / 1000 };
}

/** The largest number that a quantity states. */
function largest(quantity: Quantity): number {
  if (typeof quantity === 'number') return quantity;
  return Math.max(...Object.values(quantity).map((inner: Quantity | undefined) => largest(inner ?? 0)));
}

/** The schema lets no other text through. */
function millis(instant: string): number {
  return parseInstant(instant) ?? NaN;
}

/** To two digits, so that the figure can be typed. */
function roundDown(draws: number): number {
  if (draws < 1) return 0;
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(draws)) - 1);
  return Math.floor(draws / unit) * unit;
}

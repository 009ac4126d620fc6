import { parseWith } from './scenario.ts';
import { yearsUpTo } from './risk.ts';

/** Years of a whole book are thousands of times the work of one risk. */
const MOST_BOOK_YEARS = 1_000_000;

const simulationSchema = yearsUpTo(MOST_BOOK_YEARS);

/**
 * Outside values to worlds, years and seed of a book.
 *
 * @throws ImpactError PARAMETER_OUT_OF_RANGE or SCENARIO_INVALID for the first problem found
 */
export function parseBookYears(json: unknown): { worlds: number; years: number; seed: number } {
  return parseWith(simulationSchema, json, 'simulation');
}

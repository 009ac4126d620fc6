import type { EstimateResult } from '../core/result.ts';
import { joinWords } from './words.ts';

/** More countries than this are counted, not listed. */
const MOST_LISTED = 4;

/** Whose loss an estimate is about: `the whole world`, `Spain and Portugal`, `Delta Air Lines`. */
export function scopeInWords(result: EstimateResult, countryNames?: ReadonlyMap<string, string>): string {
  const label = labelOf(result);
  if (label === 'world') return 'the whole world';
  return isCodes(label) ? countriesInWords(label.match(CODE) ?? [], result, countryNames) : label;
}

/**
 * Where the output of the ceiling is made: a part of an economy that has a name but no share of its own is measured
 * against its countries, so these are named, not the part.
 */
export function economyInWords(result: EstimateResult, countryNames?: ReadonlyMap<string, string>): string {
  const scope = result.scenario.scope;
  return scope?.kind === 'economy' && scope.countries !== undefined && scope.valueAddedShare === undefined
    ? countriesInWords(scope.countries, result, countryNames)
    : scopeInWords(result, countryNames);
}

/** Without a headline the other measures still say whose loss they are. */
function labelOf({ economicLoss, measures, scenario }: EstimateResult): string {
  return economicLoss?.scope ?? Object.values(measures)[0]?.scope ?? scenario.scope?.label ?? 'world';
}

const CODE = /\b[A-Z]{2}\b/g;

/** `ES`, `ES, PT`, `ES and PT`: a label that nobody wrote for readers. */
function isCodes(label: string): boolean {
  return /^[A-Z]{2}(?:(?:, | and )[A-Z]{2})*$/.test(label);
}

/** A scope as printed in a result: `the whole world`, `the United Kingdom`, a name as it is. */
export function labelInWords(label: string, countryNames?: ReadonlyMap<string, string>): string {
  if (label === 'world') return 'the whole world';
  return isCodes(label) ? namesInWords(label.match(CODE) ?? [], countryNames ?? new Map()) : label;
}

function countriesInWords(
  codes: readonly string[],
  result: EstimateResult,
  countryNames: ReadonlyMap<string, string> | undefined,
): string {
  const titles = result.byCountry.map((country) => [country.id, country.title] as const);
  return namesInWords(codes, new Map([...(countryNames ?? []), ...titles]));
}

function namesInWords(codes: readonly string[], names: ReadonlyMap<string, string>): string {
  if (codes.length > MOST_LISTED) return `${codes.length} countries`;
  return joinWords(codes.map((code) => withArticle(names.get(code) ?? code)));
}

/** True when the loss is that of named companies, not of an economy. */
export function isCompanyLoss(result: EstimateResult): boolean {
  return result.economicLoss?.measure === 'cost' || result.scenario.scope?.kind === 'company';
}

/** `lasting loss to the world economy` or `cost to Delta Air Lines`. */
export function lossInWords(result: EstimateResult, countryNames?: ReadonlyMap<string, string>): string {
  const scope = scopeInWords(result, countryNames);
  if (isCompanyLoss(result)) return `cost to ${scope}`;
  if (scope === 'the whole world') return 'lasting loss to the world economy';
  return isCodes(labelOf(result)) ? `lasting loss to the economy of ${scope}` : `lasting loss, ${scope}`;
}

/** `the United Kingdom`, but `Spain`. */
function withArticle(country: string): string {
  return /^(?:United|Netherlands|Philippines|Bahamas|Gambia|Maldives)|Republic$|Islands$/.test(country)
    ? `the ${country}`
    : country;
}

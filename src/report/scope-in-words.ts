import type { EstimateResult } from '../core/result.ts';
import { joinWords } from './words.ts';

/** More countries than this are counted, not listed. */
const MOST_LISTED = 4;

/** Whose loss an estimate is about: `the whole world`, `Spain and Portugal`, `Delta Air Lines`. */
export function scopeInWords(result: EstimateResult): string {
  const scope = result.scenario.scope;
  const label = result.economicLoss?.scope ?? scope?.label ?? 'world';
  if (label === 'world') return 'the whole world';
  const countries = scope?.countries;
  if (scope?.kind !== 'economy' || countries === undefined || scope.valueAddedShare !== undefined)
    return label;
  if (countries.length > MOST_LISTED) return label;
  const titles = new Map(result.byCountry.map((country) => [country.id, country.title]));
  const names = countries.map((code) => titles.get(code));
  return names.every((name) => name !== undefined) ? joinWords(names.map(withArticle)) : label;
}

/** True when the loss is that of named companies, not of an economy. */
export function isCompanyLoss(result: EstimateResult): boolean {
  return result.economicLoss?.measure === 'cost' || result.scenario.scope?.kind === 'company';
}

/** `lasting loss to the world economy` or `cost to Delta Air Lines`. */
export function lossInWords(result: EstimateResult): string {
  const scope = scopeInWords(result);
  if (isCompanyLoss(result)) return `cost to ${scope}`;
  if (scope === 'the whole world') return 'lasting loss to the world economy';
  return isWholeEconomy(result) ? `lasting loss to the economy of ${scope}` : `lasting loss, ${scope}`;
}

function isWholeEconomy({ scenario: { scope } }: EstimateResult): boolean {
  return scope?.countries !== undefined && scope.valueAddedShare === undefined;
}

/** `the United Kingdom`, but `Spain`. */
function withArticle(country: string): string {
  return /^(?:United|Netherlands|Philippines|Bahamas|Gambia|Maldives)|Republic$|Islands$/.test(country)
    ? `the ${country}`
    : country;
}

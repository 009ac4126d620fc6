import type { ComparisonResult } from '../core/result.ts';
import { inCurrency, type CurrencyRate } from './currency.ts';
import { orderedEstimate } from './estimate-json.ts';
import { jsonText } from './json-text.ts';

/** A comparison as JSON; keys in the order of `core/result.ts`. */
export function comparisonJson(comparison: ComparisonResult, currency?: CurrencyRate): string {
  const side = (result: ComparisonResult['first']): Record<string, unknown> =>
    orderedEstimate(currency === undefined ? result : inCurrency(result, currency));
  return jsonText({
    schema: comparison.schema,
    first: side(comparison.first),
    second: side(comparison.second),
    ratio: comparison.ratio,
    secondHigherShare: comparison.secondHigherShare,
    changed: comparison.changed,
    methodsFelt: comparison.methodsFelt,
  });
}

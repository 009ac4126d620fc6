import type { EstimateResult, LossSummary, MethodResult, ScopedLoss } from '../core/result.ts';
import { inCurrency, type ConvertedResult, type CurrencyRate } from './currency.ts';
import { jsonLine, jsonText } from './json-text.ts';

/** An estimate as JSON; keys in the order of `core/result.ts`, whoever built the object. */
export function estimateJson(result: EstimateResult, currency?: CurrencyRate): string {
  return jsonText(orderedEstimate(currency === undefined ? result : inCurrency(result, currency)));
}

/** The same on one line, as the API sends it. */
export function estimateLine(result: EstimateResult): string {
  return jsonLine(orderedEstimate(result));
}

/** The same values with their keys in the published order. */
export function orderedEstimate(result: EstimateResult | ConvertedResult): Record<string, unknown> {
  return {
    schema: result.schema,
    id: result.id,
    headline: result.headline,
    ...('currency' in result ? { currency: result.currency } : {}),
    versions: {
      engine: result.versions.engine,
      models: byKey(result.versions.models),
      data: byKey(result.versions.data),
    },
    seed: result.seed,
    draws: result.draws,
    scenario: result.scenario,
    economicLoss: result.economicLoss === null ? null : scopedLoss(result.economicLoss),
    ...(result.span === undefined ? {} : { span: result.span }),
    methods: result.methods.map(method),
    measures: Object.fromEntries(Object.entries(result.measures).map(([id, loss]) => [id, scopedLoss(loss)])),
    waterfall: result.waterfall,
    bySector: result.bySector,
    byCountry: result.byCountry,
    timeline: result.timeline,
    ceiling: result.ceiling,
    lossFraction: result.lossFraction,
    drivers: result.drivers,
    provenance: result.provenance,
    facts: result.facts,
    notCounted: result.notCounted,
    warnings: result.warnings,
  };
}

function method(row: MethodResult): Record<string, unknown> {
  return {
    method: row.method,
    scope: row.scope,
    measure: row.measure,
    weight: row.weight,
    raw: row.raw === null ? null : lossSummary(row.raw),
    economicLoss: row.economicLoss === null ? null : lossSummary(row.economicLoss),
    notUsedBecause: row.notUsedBecause,
    clippedShare: row.clippedShare,
    words: row.words,
  };
}

function scopedLoss(loss: ScopedLoss): Record<string, unknown> {
  return { ...lossSummary(loss), measure: loss.measure, scope: loss.scope };
}

function lossSummary(loss: LossSummary): Record<string, unknown> {
  return {
    unit: loss.unit,
    p5: loss.p5,
    p10: loss.p10,
    p25: loss.p25,
    p50: loss.p50,
    p75: loss.p75,
    p90: loss.p90,
    p95: loss.p95,
    quantiles: loss.quantiles,
    mean: loss.mean,
    meanStable: loss.meanStable,
    monteCarloStandardError: loss.monteCarloStandardError,
  };
}

function byKey(record: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

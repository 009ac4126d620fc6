import type { EstimateResult, MeasureId } from '../result.ts';
import type { ClaimMeasure, OtherFigure } from './claim.ts';
import type { Yardstick } from './verdict.ts';

const otherFigures: ReadonlySet<string> = new Set<OtherFigure>([
  'market-value',
  'trading-loss',
  'compensation',
  'service-credit',
  'investment',
  'several-years',
  'survey-rate',
  'per-record',
  'scenario',
]);

export function isMeasure(id: ClaimMeasure): id is MeasureId {
  return !otherFigures.has(id);
}

/** What the bare words "loss", "cost" or "impact" can mean. Nobody leaves out the word insured, or sales. */
const losses: readonly MeasureId[] = ['economic-loss', 'interrupted-output', 'corporate-interruption'];
const companyLosses: readonly MeasureId[] = ['cost', 'revenue', 'profit'];

/**
 * Measures of an estimate that a claim can be set against, the headline first: the one it states, or, when it states
 * none, all that its words can mean. In a company's view its loss is its cost.
 *
 * @returns [] when none applies; time of households is never compared
 */
export function comparableMeasures(
  stated: ClaimMeasure | null,
  { measures }: EstimateResult,
  headline: MeasureId,
): readonly MeasureId[] {
  const company = headline === 'cost';
  const wanted =
    stated === null
      ? [headline, ...(company ? companyLosses : losses)]
      : company && losses.includes(stated as MeasureId)
        ? ['cost' as const]
        : [stated];
  return [...new Set(wanted)].filter(
    (id): id is MeasureId => id !== 'household-time' && isMeasure(id) && measures[id] !== undefined,
  );
}

/**
 * One yardstick of several measures: from the lowest end to the highest, so that a claim is too high only when it is too
 * high by each of them.
 *
 * @param ceilingUsd  most that can be lost for good; it bounds no measure of sales in an economy
 * @returns null for no measure, or when the middle loss of each is nothing
 */
export function yardstickOfAll(
  { measures }: EstimateResult,
  ids: readonly MeasureId[],
  headline: MeasureId,
  ceilingUsd: number,
): Yardstick | null {
  const ranges = ids.flatMap((id) => measures[id] ?? []).filter((range) => range.p50 > 0);
  if (ranges.length === 0) return null;
  const sales = headline !== 'cost' && ids.includes('revenue');
  return {
    p5: Math.min(...ranges.map((range) => range.p5)),
    p10: Math.min(...ranges.map((range) => range.p10)),
    p90: Math.max(...ranges.map((range) => range.p90)),
    p95: Math.max(...ranges.map((range) => range.p95)),
    ceilingUsd: sales ? null : ceilingUsd,
  };
}

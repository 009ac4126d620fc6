import type { ExposureKind } from '../scenario.ts';

/** One scored event, as the fit sees it. */
export interface FitRow {
  readonly family: string;
  readonly exposure: ExposureKind;
  /** log10(middle estimate / published). */
  readonly log10Error: number;
  /** Variance of log10 of the draws before structural error: the doubt that the inputs already hold. */
  readonly parameterVariance: number;
}

export interface StructuralFit {
  readonly exposure: ExposureKind;
  readonly rows: number;
  readonly families: number;
  /** Fitted standard deviation, log10. */
  readonly fitted: number;
  /** Shipped: the fit plus one standard error of a standard deviation, since few events fix it badly. Two decimals. */
  readonly shipped: number;
}

/** What was believed before any event, log10, with the weight of four events. */
export const priorStructuralError: Readonly<Record<ExposureKind, number>> = {
  'company-long-cyber': 0.35,
  airline: 0.3,
  'company-it': 0.5,
  systemic: 0.55,
  'national-shutdown': 0.45,
};

const PRIOR_WEIGHT = 4;

/**
 * Fits the structural error of one kind of event.
 *
 *   s² = (4 s0² + Σ w max(0, e² − parameter variance)) / (4 + Σ w)
 *   shipped = s · (1 + 1 / √(2 (4 + Σ w)))
 *
 * w = 1 / rows of the family within the kind: one family is one piece of evidence. Without rows the prior is shipped as
 * it is: nothing was fitted that few rows could have fixed badly.
 */
export function fitStructuralError(exposure: ExposureKind, all: readonly FitRow[]): StructuralFit {
  const rows = all.filter((row) => row.exposure === exposure);
  const sizes = new Map<string, number>();
  for (const row of rows) sizes.set(row.family, (sizes.get(row.family) ?? 0) + 1);
  const prior = priorStructuralError[exposure];
  let sum = PRIOR_WEIGHT * prior * prior;
  let weight = PRIOR_WEIGHT;
  for (const row of rows) {
    const w = 1 / sizes.get(row.family)!;
    sum += w * Math.max(0, row.log10Error * row.log10Error - row.parameterVariance);
    weight += w;
  }
  const fitted = Math.sqrt(sum / weight);
  const shipped = rows.length === 0 ? prior : fitted * (1 + 1 / Math.sqrt(2 * weight));
  return {
    exposure,
    rows: rows.length,
    families: sizes.size,
    fitted,
    shipped: Math.round(shipped * 100) / 100,
  };
}

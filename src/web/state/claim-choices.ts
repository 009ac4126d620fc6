import type { ClaimBound, ClaimUnit } from '../../core/claims/claim.ts';
import type { MeasureId } from '../../core/result.ts';

/** What a reader can say that an amount is a rate of. */
export const claimUnits = [
  'total',
  'per-minute',
  'per-hour',
  'per-day',
  'per-week',
  'per-firm',
  'per-firm-hour',
  'per-customer',
] as const satisfies readonly ClaimUnit[];

export const claimBounds = ['none', 'at-least', 'up-to'] as const satisfies readonly ClaimBound[];

/** Measures that a claim can be set against. */
export const claimMeasures = [
  'economic-loss',
  'interrupted-output',
  'corporate-interruption',
  'revenue',
  'cost',
  'profit',
  'insured-industry',
] as const satisfies readonly MeasureId[];

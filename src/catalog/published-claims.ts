import type { ClaimMeasure, ClaimUnit } from '../core/claims/claim.ts';
import type { PastClaim } from '../core/claims/claim-assessment.ts';
import { packageRoot } from './package-root.ts';
import { failCell, readTable, requiredNumber, requiredText, textCell } from './read-table.ts';
import type { Row } from './read-table.ts';
import { readSourceFile } from './source-file.ts';
import { tablePath } from './vintages.ts';

const claimColumns = [
  'claim_id',
  'event_id',
  'language',
  'claim_text',
  'original_phrase',
  'unit',
  'amount_low_usd_m',
  'amount_high_usd_m',
  'currency_as_stated',
  'claimant',
  'kind',
  'published_date',
  'url',
  'source_status',
  'assessment',
] as const;

const eventColumns = ['event_id', 'family', 'event'] as const;

/** A past claim with the words of its page and the event file to judge it by. */
export interface ClaimRow {
  readonly claim: PastClaim;
  readonly language: string;
  readonly phrase: string;
  readonly event: string | null;
}

/** Our measure for each kind of figure in the table; null where none of them is meant. */
const measureOfKind: Readonly<Record<string, ClaimMeasure | null>> = {
  economic_loss: 'economic-loss',
  model_gdp_loss: 'economic-loss',
  productivity_loss: 'economic-loss',
  direct_loss: 'corporate-interruption',
  insured_loss: 'insured-industry',
  revenue_loss: 'revenue',
  revenue_exposure: 'revenue',
  lost_sales: 'revenue',
  pre_tax_cost: 'cost',
  airline_cost: 'cost',
  public_sector_cost: 'cost',
  provider_cost: 'cost',
  company_total_cost: 'cost',
  incident_cost: 'cost',
  // The method of the claim, not its kind: a cost was meant.
  per_record_extrapolation: 'cost',
  operating_profit: 'profit',
  market_cap: 'market-value',
  customer_compensation: 'compensation',
  damages_claim: 'compensation',
  sla_credits: 'service-credit',
  rate: 'survey-rate',
};

const unitOf: Readonly<Record<string, ClaimUnit>> = {
  total: 'total',
  per_minute: 'per-minute',
  per_hour: 'per-hour',
  per_day: 'per-day',
  per_week: 'per-week',
  per_firm_hour: 'per-firm-hour',
};

/** Figures claimed in public about past outages, in the order of the table. */
export function readPublishedClaims(root: URL = packageRoot): readonly ClaimRow[] {
  const read = (dataset: 'published-claims' | 'claim-events') =>
    readSourceFile(root, tablePath(dataset), 'DATA_INVALID');
  const events = new Map(
    readTable(read('claim-events'), eventColumns).map((row) => [requiredText(row, 'event_id'), row]),
  );
  return readTable(read('published-claims'), claimColumns).map((row) => {
    const event = events.get(requiredText(row, 'event_id'));
    if (event === undefined) return failCell(row, 'event_id', 'is not in claim-events', 'add its line there');
    return claimOf(row, textCell(event, 'family'), textCell(event, 'event'));
  });
}

function claimOf(
  row: Row<(typeof claimColumns)[number]>,
  family: string | null,
  event: string | null,
): ClaimRow {
  const measure = measureOfKind[requiredText(row, 'kind')];
  const unit = unitOf[requiredText(row, 'unit')];
  if (measure === undefined) return failCell(row, 'kind', 'is no kind of figure', 'add it to measureOfKind');
  if (unit === undefined)
    return failCell(row, 'unit', 'is no unit', `write one of ${Object.keys(unitOf).join(', ')}`);
  const million = 1e6;
  const claim: PastClaim = {
    id: requiredText(row, 'claim_id'),
    family,
    text: requiredText(row, 'claim_text'),
    lowUsd: requiredNumber(row, 'amount_low_usd_m') * million,
    highUsd: requiredNumber(row, 'amount_high_usd_m') * million,
    unit,
    claimant: requiredText(row, 'claimant'),
    measure,
    date: requiredText(row, 'published_date'),
    url: textCell(row, 'url'),
    assessment: requiredText(row, 'assessment'),
  };
  return {
    claim,
    event,
    language: requiredText(row, 'language'),
    phrase: requiredText(row, 'original_phrase'),
  };
}

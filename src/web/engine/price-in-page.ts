import { zoneOffsetHours } from '../../catalog/zone-offset.ts';
import type { Catalog } from '../../core/catalog.ts';
import { priceRisk } from '../../core/insurance/price/price-risk.ts';
import { parseRisk } from '../../schema/risk.ts';
import { cloudOf, type RiskChoice } from '../state/risk-choice.ts';
import { spansOf } from './facts-now.ts';
import type { PriceReply } from './messages.ts';

/**
 * Prices a risk as the command line does.
 *
 * @throws ImpactError RISK_INVALID and PARAMETER_OUT_OF_RANGE with the field
 */
export function priceInPage(choice: RiskChoice, catalog: Catalog): PriceReply {
  const { revenue, sector, waitingHours, waitingMode, recapture, limit, retention, extraExpense } = choice;
  const risk = parseRisk({
    insured: { annualRevenueUsd: revenue, sector, ...cloudOf(choice), extraExpenseUsd: extraExpense },
    policy: { waitingHours, waitingMode, recapture, limitUsd: limit, retentionUsd: retention },
  });
  const result = priceRisk(risk, catalog, zoneOffsetHours);
  return { result, spans: spansOf(result.provenance) };
}

import type { Catalog } from '../core/catalog.ts';
import { priceRisk } from '../core/insurance/price/price-risk.ts';
import type { PriceResult } from '../core/insurance/price/price-result.ts';
import type { Risk } from '../core/insurance/price/risk.ts';
import { bundledCatalog } from './bundled-catalog.ts';

/**
 * Outside JSON to a risk.
 *
 * @throws ImpactError RISK_INVALID or PARAMETER_OUT_OF_RANGE for the first problem found
 */
export async function checkRisk(json: unknown): Promise<Risk> {
  const { parseRisk } = await import('../schema/risk.ts');
  return parseRisk(json);
}

/**
 * Prices one risk.
 *
 * @param risk  checked; `checkRisk` makes one from JSON
 * @param options.catalog  parameters and tables; the bundled ones when absent, read from disk on first use
 * @throws ImpactError when a name is unknown or a value out of bounds
 */
export async function pricePolicy(
  risk: Risk,
  options: { readonly catalog?: Catalog } = {},
): Promise<PriceResult> {
  const { zoneOffsetHours } = await import('../catalog/zone-offset.ts');
  return priceRisk(risk, options.catalog ?? (await bundledCatalog()), zoneOffsetHours);
}

import type { Catalog } from '../core/catalog.ts';
import { estimate } from '../core/estimate.ts';
import type { EstimateResult } from '../core/result.ts';
import type { Scenario } from '../core/scenario.ts';
import { bundledCatalog } from './bundled-catalog.ts';

/**
 * Estimates what an outage cost.
 *
 * @param scenario  a checked scenario; `parseScenario` makes one from JSON
 * @param options.catalog  parameters and tables; the bundled ones when absent, read from disk on first use
 * @throws ImpactError when a name is unknown, a value out of bounds, or no method applies
 */
export async function estimateImpact(
  scenario: Scenario,
  options: { readonly catalog?: Catalog } = {},
): Promise<EstimateResult> {
  const { zoneOffsetHours } = await import('../catalog/zone-offset.ts');
  return estimate(scenario, options.catalog ?? (await bundledCatalog()), zoneOffsetHours);
}

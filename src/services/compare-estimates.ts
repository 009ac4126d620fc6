import type { Catalog } from '../core/catalog.ts';
import { compare } from '../core/compare.ts';
import type { ComparisonResult } from '../core/result.ts';
import type { Scenario } from '../core/scenario.ts';
import { bundledCatalog } from './bundled-catalog.ts';

/** Compares two scenarios on the same draws, with the pooling weights of the first held. See `compare`. */
export async function compareEstimates(
  first: Scenario,
  second: Scenario,
  options: { readonly catalog?: Catalog } = {},
): Promise<ComparisonResult> {
  const { zoneOffsetHours } = await import('../catalog/zone-offset.ts');
  return compare(first, second, options.catalog ?? (await bundledCatalog()), zoneOffsetHours);
}

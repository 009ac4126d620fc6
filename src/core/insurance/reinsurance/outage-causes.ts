import type { CompiledCatalogue } from '../frequency/compile-catalogue.ts';
import type { EventYears } from '../frequency/event-year.ts';

/**
 * What a treaty counts as one cause: the source of an outage, which is a provider's region and service class, or all
 * regions of one provider together.
 *
 * @returns [outages] place of the source; behind all of them, place of the provider
 */
export function outageCauses(
  { source, allRegions }: Pick<EventYears, 'source' | 'allRegions'>,
  { providers, serviceClasses }: Pick<CompiledCatalogue, 'providers' | 'serviceClasses'>,
): Uint32Array {
  const providerOf = providers.flatMap(({ regions }, provider) =>
    Array.from({ length: regions.length * serviceClasses.length }, () => provider),
  );
  return Uint32Array.from(source, (place, outage) =>
    allRegions[outage] === 1 ? providerOf.length + providerOf[place]! : place,
  );
}

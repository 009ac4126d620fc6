import type { CompiledCatalogue } from '../frequency/compile-catalogue.ts';
import type { EventYears } from '../frequency/event-year.ts';
import { sourcePlaces } from '../frequency/source-places.ts';

/**
 * What a treaty counts as one cause: the source of an outage, which is a provider's region and service class, or all
 * regions of one provider together.
 *
 * @returns [outages] place of the source; behind all of them, place of the provider
 */
export function outageCauses(
  { source, allRegions }: Pick<EventYears, 'source' | 'allRegions'>,
  catalogue: CompiledCatalogue,
): Uint32Array {
  const places = sourcePlaces(catalogue);
  const providers = catalogue.providers.map(({ id }) => id);
  const providerOf = places.map(({ provider }) => providers.indexOf(provider));
  return Uint32Array.from(source, (place, outage) =>
    allRegions[outage] === 1 ? places.length + providerOf[place]! : place,
  );
}

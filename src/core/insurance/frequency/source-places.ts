import type { CompiledCatalogue } from './compile-catalogue.ts';

/** What an outage of a catalogue is drawn for. */
export interface SourcePlace {
  readonly provider: string;
  readonly region: string;
  readonly serviceClass: string;
}

/** Sources of every world of a catalogue, in the order in which `EventYears.source` counts them. */
export function sourcePlaces({ providers, serviceClasses }: CompiledCatalogue): SourcePlace[] {
  return providers.flatMap((provider) =>
    provider.regions.flatMap((region) =>
      serviceClasses.map(({ id }) => ({ provider: provider.id, region: region.id, serviceClass: id })),
    ),
  );
}

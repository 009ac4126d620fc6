import type { Sector } from '../core/catalog.ts';
import type { SectorModel } from './load-models.ts';
import { modelInvalid } from './read-json.ts';
import type { UsSector } from './us-sectors.ts';

/** The sector models joined with the US table by NAICS code, in the order of the table; each side must cover the other. */
export function joinSectors(models: readonly SectorModel[], table: readonly UsSector[]): readonly Sector[] {
  const codes = new Set(table.map((row) => row.naics));
  const stray = models.find((model) => !codes.has(model.naics));
  if (stray !== undefined) {
    const hint = `use one of ${[...codes].join(', ')}`;
    throw modelInvalid(stray.file, 'naics', `"${stray.naics}" is not in the table of US sectors`, hint);
  }
  return table.map(({ naics, valueAddedUsd, grossOutputUsd }) => {
    const [model, second] = models.filter((candidate) => candidate.naics === naics);
    if (model === undefined) {
      throw modelInvalid('models/sectors', 'naics', `no sector has NAICS ${naics}`, 'restore its file');
    }
    if (second !== undefined) {
      throw modelInvalid(
        second.file,
        'naics',
        `"${naics}" is also in ${model.file}`,
        'remove one of the two',
      );
    }
    return { ...model, valueAddedUsd, grossOutputUsd };
  });
}

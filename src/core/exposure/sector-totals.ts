import type { Catalog } from '../catalog.ts';

/** Share of US value added outside government, and gross output ÷ value added, over all sectors. */
export function sectorTotals({ sectors }: Catalog): {
  readonly privateShare: number;
  readonly revenueRatio: number;
} {
  let valueAdded = 0;
  let output = 0;
  let government = 0;
  for (const sector of sectors) {
    valueAdded += sector.valueAddedUsd;
    output += sector.grossOutputUsd;
    if (sector.government) government += sector.valueAddedUsd;
  }
  return { privateShare: 1 - government / valueAdded, revenueRatio: output / valueAdded };
}

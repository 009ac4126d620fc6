import type { Sector } from '../catalog.ts';
import type { ParameterBook } from '../impact/parameter-book.ts';

/**
 * Value added ÷ sales of a sector, 0–1. National accounts call the margin of trade its output, so there
 * `outputPerSale` stands between the two; elsewhere output is sales.
 */
export function valueAddedPerSale(
  { id, valueAddedUsd, grossOutputUsd }: Sector,
  book: ParameterBook,
): number {
  const path = `outputPerSale.${id}`;
  const outputPerSale = book.has(path) ? book.number(path) : 1;
  return (valueAddedUsd / grossOutputUsd) * outputPerSale;
}

/** Share of US value added outside government, and sales ÷ value added, over all sectors. */
export function sectorTotals(
  sectors: readonly Sector[],
  book: ParameterBook,
): {
  readonly privateShare: number;
  readonly revenueRatio: number;
} {
  let valueAdded = 0;
  let sales = 0;
  let government = 0;
  for (const sector of sectors) {
    valueAdded += sector.valueAddedUsd;
    sales += sector.valueAddedUsd / valueAddedPerSale(sector, book);
    if (sector.government) government += sector.valueAddedUsd;
  }
  return { privateShare: 1 - government / valueAdded, revenueRatio: sales / valueAdded };
}

import type { Quantity } from '../core/distribution/quantity.ts';
import { title, type Block } from './blocks.ts';
import { quantityInWords } from './quantity-in-words.ts';
import { renderText } from './render-text.ts';

export interface SectorLine {
  readonly id: string;
  readonly naics: string;
  /** Share of a sector's work that stops when its online services do. */
  readonly dependence: Quantity;
  /** Share of lost work that is made up later, for a short outage. */
  readonly recapture: Quantity;
  readonly finer: readonly string[];
}

/** The sectors of the economy with the two shares that decide most of their loss. */
export function sectorsText(sectors: readonly SectorLine[]): string {
  const blocks: readonly Block[] = [
    title('Sectors: share of work that depends on online services, and share made up later'),
    {
      kind: 'table',
      columns: [
        { header: 'sector', align: 'left' },
        { header: 'NAICS', align: 'left' },
        { header: 'depends', align: 'left' },
        { header: 'made up later', align: 'left' },
      ],
      rows: sectors.map((sector) => ({
        cells: [sector.id, sector.naics, shortRange(sector.dependence), shortRange(sector.recapture)],
        note: sector.finer.length === 0 ? undefined : `also by finer name: ${sector.finer.join(', ')}`,
      })),
    },
  ];
  return renderText(blocks);
}

/** `0.2 to 0.6, likeliest 0.4` as `0.2-0.4-0.6`; other forms in words. */
function shortRange(quantity: Quantity): string {
  if (typeof quantity === 'object' && 'triangular' in quantity) return quantity.triangular.join(' - ');
  if (typeof quantity === 'object' && 'pert' in quantity) return quantity.pert.join(' - ');
  return quantityInWords(quantity);
}

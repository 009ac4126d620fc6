import type { Insured } from '../../../src/core/insurance/insured/insured.ts';
import type { InsuredPolicy } from '../../../src/core/insurance/portfolio/insured-policy.ts';
import { plain } from '../../core/insurance/support.ts';

/**
 * An invented book of 500 large firms, with the totals of a published list and no firm of it.
 *
 * Decided before any loss was computed, and not changed since:
 *
 * 1. Revenue by rank follows the law of Zipf and Mandelbrot, A (rank + q)^-s. Its three constants are set by the largest, the smallest
 *    and the sum of the Fortune 500 of 2024: 648 bn (https://fortune.com/2024/08/05/meet-this-years-fortune-global-500), 7.1 bn and
 *    18.8 trillion (https://www.prnewswire.com/news-releases/fortune-announces-2024-fortune-500-302162721.html).
 * 2. Sectors: a count of the list from general knowledge, judgement. Sizes do not depend on the sector.
 * 3. 167 of the 500 rest on us-east-1 alone ("more than one third"), every third firm of each sector. Chance gave
 *    them 36 % of the revenue.
 * 4. The others name the three large providers by their share of spending, 0.29, 0.20 and 0.13, and no region: the engine places them.
 * 5. Nothing else is known of a firm: margin and need of the cloud are those of its sector, and nobody fails over.
 */
export const FIRMS = 500;
export const SOLE_FIRMS = 167;
export const LARGEST_USD = 648e9;
export const SMALLEST_USD = 7.1e9;
export const TOTAL_USD = 18.8e12;

export const firmsBySector: Readonly<Record<string, number>> = {
  manufacturing: 130,
  'finance-and-insurance': 85,
  'retail-trade': 60,
  'wholesale-trade': 40,
  information: 40,
  utilities: 35,
  'health-care': 25,
  mining: 20,
  'transportation-and-warehousing': 20,
  'professional-services': 12,
  construction: 12,
  'accommodation-and-food': 10,
  'administrative-services': 6,
  'real-estate': 5,
};

/** Revenues by rank, US dollars a year. */
export function revenues(): readonly number[] {
  let [low, high] = [0, 1000];
  // The sum grows with q while both ends stay where they are.
  for (let i = 0; i < 100; i++) {
    const q = (low + high) / 2;
    if (totalOf(revenuesAt(q)) < TOTAL_USD) low = q;
    else high = q;
  }
  return revenuesAt(low);
}

function revenuesAt(q: number): number[] {
  const s = Math.log(LARGEST_USD / SMALLEST_USD) / Math.log((FIRMS + q) / (1 + q));
  return Array.from({ length: FIRMS }, (_, i) => LARGEST_USD * ((i + 1 + q) / (1 + q)) ** -s);
}

export function totalOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** The sector of each rank: the firms of a sector lie evenly over the ranks. */
function sectorsByRank(): readonly string[] {
  return Object.entries(firmsBySector)
    .flatMap(([sector, count]) =>
      Array.from({ length: count }, (_, i) => ({ sector, place: (i + 0.5) / count })),
    )
    .sort((a, b) => a.place - b.place || (a.sector < b.sector ? -1 : 1))
    .map(({ sector }) => sector);
}

const sole: Insured['dependsOn'] = [{ provider: 'aws', region: 'us-east-1', share: 1 }];
const others: Insured['dependsOn'] = [
  ['aws', 0.29],
  ['azure', 0.2],
  ['google-cloud', 0.13],
].map(([provider, share]) => ({
  provider: provider as string,
  region: null,
  share: (share as number) / 0.62,
}));

/** The book, largest firm first. Terms have no part in a ground-up loss. */
export function largeFirms(): readonly InsuredPolicy[] {
  const sectors = sectorsByRank();
  const soleRanks = new Set(
    sectors
      .map((sector, rank) => ({ sector, rank }))
      .sort((a, b) => (a.sector === b.sector ? a.rank - b.rank : a.sector < b.sector ? -1 : 1))
      .filter((_, i) => i % 3 === 1)
      .map(({ rank }) => rank),
  );
  return revenues().map((annualRevenueUsd, rank) => ({
    line: rank + 2,
    key: { portNumber: '1', accNumber: `F${rank + 1}`, polNumber: `F${rank + 1}`, layerNumber: 1 },
    insured: {
      annualRevenueUsd,
      sector: sectors[rank]!,
      country: 'US',
      grossMarginShare: null,
      dependenceShare: null,
      dependsOn: soleRanks.has(rank) ? sole : others,
      services: null,
      failoverHours: null,
      recaptureReducesLoss: true,
      extraExpenseUsd: 0,
    },
    terms: plain.policy,
    currency: 'USD',
    inceptionMs: -Infinity,
    expiryMs: Infinity,
    grossPremiumUsd: null,
  }));
}

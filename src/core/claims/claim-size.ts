import type { Catalog } from '../catalog.ts';
import type { MeasureId } from '../result.ts';
import type { ClaimBackground, ClaimFindings, PublishedLoss } from './claim-assessment.ts';
import type { OpenEvent } from './open-event.ts';
import type { ClaimTotal } from './verdict.ts';

const NEAREST = 3;

/** Where the claim would stand among the loss fractions of past outages. */
export function placeOf(
  usd: number | null,
  { compilation }: OpenEvent,
  catalog: Catalog,
): Pick<ClaimFindings, 'ladder' | 'impliedFraction'> {
  const flatUsd = (compilation.window?.flatUsdPerHour ?? 0) * compilation.model.timing.middleHours;
  if (usd === null || flatUsd === 0) return { ladder: [], impliedFraction: null };
  const fraction = usd / flatUsd;
  return {
    impliedFraction: fraction,
    ladder: nearest(catalog.ladder, (rung) => Math.sqrt(rung.lowFraction * rung.highFraction), fraction).map(
      ({ title, lowFraction, highFraction }) => ({ title, lowFraction, highFraction }),
    ),
  };
}

export function neighboursOf(usd: number, { family, figures }: ClaimBackground): readonly PublishedLoss[] {
  // One figure of each outage: the nearest.
  const seen = new Set([family]);
  const byDistance = nearest(figures, (figure) => figure.usd, usd, figures.length);
  const others = byDistance.filter((figure) => !seen.has(figure.family) && seen.add(figure.family));
  return others.slice(0, NEAREST);
}

/** The few whose size is nearest, in powers of ten. */
function nearest<Row>(
  rows: readonly Row[],
  sizeOf: (row: Row) => number,
  size: number,
  most = NEAREST,
): readonly Row[] {
  const distance = (row: Row): number => Math.abs(Math.log(sizeOf(row) / size));
  return [...rows].sort((a, b) => distance(a) - distance(b)).slice(0, most);
}

export function sharesOf(
  total: ClaimTotal | null,
  compared: MeasureId | null,
  { drawsOf, estimate }: OpenEvent,
): Pick<
  ClaimFindings,
  'shareOfOutcomesAtOrAboveLow' | 'shareOfOutcomesAtOrAboveHigh' | 'ratioLowToMedian' | 'ratioHighToMedian'
> {
  const draws = compared === null ? null : drawsOf(compared);
  const low = total === null || total.bound === 'up-to' ? null : total.lowUsd;
  const high = total === null || total.bound === 'at-least' ? null : total.highUsd;
  const share = (usd: number | null): number | null =>
    usd === null || draws === null
      ? null
      : draws.reduce((n, draw) => n + (draw >= usd ? 1 : 0), 0) / draws.length;
  const middle = compared === null ? 0 : estimate.measures[compared]!.p50;
  const ratio = (usd: number | null): number | null => (usd === null || middle === 0 ? null : usd / middle);
  return {
    shareOfOutcomesAtOrAboveLow: share(low),
    shareOfOutcomesAtOrAboveHigh: share(high),
    ratioLowToMedian: ratio(low),
    ratioHighToMedian: ratio(high),
  };
}

export function ceilingOf({ estimate, compilation }: OpenEvent, usd: number): ClaimFindings['ceiling'] {
  const { ceiling } = estimate;
  if (ceiling === null || !(ceiling.scopeUsd > 0)) return null;
  const { scopeUsd, worldUsd, hours } = ceiling;
  const { label, countries, valueAddedShare } = compilation.model.scope;
  return {
    economy: countries !== undefined && valueAddedShare === undefined ? countries.join(', ') : label,
    scopeUsd,
    worldUsd,
    hours,
    shareOfScopeNeeded: usd / scopeUsd,
    shareOfWorldNeeded: usd / worldUsd,
  };
}

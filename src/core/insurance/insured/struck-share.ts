import type { Insured } from './insured.ts';

/** What of an insured's dependence an outage can strike, and on which condition. Shares 0–1 that sum to at most 1. */
export interface Stake {
  /** Named at the region that failed. */
  readonly named: number;
  /** Named at the provider, region not known. */
  readonly regionUnknown: number;
  /** Nothing is known: 1 or 0. */
  readonly unknown: number;
}

/**
 * What of an insured's dependence rests on a provider's region, or on the whole provider.
 *
 * Somebody who names providers rests on no other; a share that they leave open is on none that is modelled.
 *
 * @param region  null: all regions failed
 */
export function stakeOf(dependsOn: Insured['dependsOn'], provider: string, region: string | null): Stake {
  if (dependsOn === null) return { named: 0, regionUnknown: 0, unknown: 1 };
  let named = 0;
  let regionUnknown = 0;
  for (const row of dependsOn) {
    if (row.provider !== provider) continue;
    if (region === null || row.region === region) named += row.share;
    else if (row.region === null) regionUnknown += row.share;
  }
  return { named, regionUnknown, unknown: 0 };
}

/**
 * Share of an insured's dependence that one outage strikes, 0–1.
 *
 * One uniform number u per insured and outage decides all: u < reach for what is named at the region,
 * u < reach · conditional for what may lie there. So an outage that reaches more never strikes less, and the
 * layers of an insured are struck together.
 *
 * @param reach            share of the region's customers whom the outage reaches, 0–1
 * @param ofProvider       share of the provider's work that rests on the region, 0–1
 * @param ofAll            share of all cloud work that rests on the region, 0–1
 */
export function struckShare(
  stake: Stake,
  u: number,
  reach: number,
  ofProvider: number,
  ofAll: number,
): number {
  return (
    (u < reach ? stake.named : 0) +
    (u < reach * ofProvider ? stake.regionUnknown : 0) +
    (u < reach * ofAll ? stake.unknown : 0)
  );
}

import { stakeOf } from '../insured/struck-share.ts';
import type { Insured } from '../insured/insured.ts';
import type { WorldEvents } from './world-events.ts';

/** The outages of a world that can strike insureds with one dependence, in order of time. */
export interface Stakes {
  readonly event: Uint32Array;
  /** Share named at what failed, and the chance that it is struck. */
  readonly share: Float64Array;
  readonly chance: Float64Array;
  /** Share that may rest on what failed, and the chance that it does and is struck; not above `chance` when both are set. */
  readonly maybeShare: Float64Array;
  readonly maybeChance: Float64Array;
}

/** Share of the work of one country that rests on a region (null: all regions), of all cloud work or of the provider's. */
export type RegionShareOf = (
  provider: string,
  region: string | null,
) => { ofAll: number; ofProvider: number };

/** Lists the outages in which a dependence has a stake; the chances are those of `struckShare`. */
export function stakesOf(
  dependsOn: Insured['dependsOn'],
  { world, source, allRegions, reach }: WorldEvents,
  regionShare: RegionShareOf,
): Stakes {
  const rows: { event: number; share: number; chance: number; maybeShare: number; maybeChance: number }[] =
    [];
  source.forEach((place, event) => {
    const { provider, region } = world.sources[place]!;
    const struck = allRegions[event] === 1 ? null : region;
    const stake = stakeOf(dependsOn, provider, struck);
    if (stake.named + stake.regionUnknown + stake.unknown === 0) return;
    const { ofAll, ofProvider } = regionShare(provider, struck);
    const reached = reach[event]!;
    rows.push({
      event,
      share: stake.named,
      chance: stake.named > 0 ? reached : 0,
      maybeShare: stake.unknown > 0 ? stake.unknown : stake.regionUnknown,
      maybeChance: reached * (stake.unknown > 0 ? ofAll : ofProvider),
    });
  });
  const column = (name: 'share' | 'chance' | 'maybeShare' | 'maybeChance'): Float64Array =>
    Float64Array.from(rows, (row) => row[name]);
  return {
    event: Uint32Array.from(rows, (row) => row.event),
    share: column('share'),
    chance: column('chance'),
    maybeShare: column('maybeShare'),
    maybeChance: column('maybeChance'),
  };
}

import { invariant } from '../../errors/invariant.ts';
import { HOURS_PER_YEAR } from '../../units/time.ts';
import { uniformAt } from '../frequency/uniform-at.ts';
import type { WorldEvents } from './world-events.ts';

/**
 * A realistic disaster scenario: one region, or every region of a provider, is without service for all of its customers.
 * Nobody states how often that happens.
 */
export interface Disaster {
  readonly provider: string;
  /** Null: all regions. */
  readonly region: string | null;
  readonly hours: number;
}

/**
 * Puts disasters behind the simulated outages of a world, each in a year of its own, so that nothing before them moves.
 * All start at one hour of the year, drawn for the world, reach everybody and stop all dependent work.
 *
 * @param index  of the world
 */
export function withDisasters(
  events: WorldEvents,
  disasters: readonly Disaster[],
  seed: number,
  index: number,
): WorldEvents {
  if (disasters.length === 0) return events;
  const { sources } = events.world;
  const startHour = uniformAt(seed, 'disaster.start', index) * HOURS_PER_YEAR;
  const years = events.starts.length - 1;
  const outages = events.source.length;
  const behind = disasters.map(({ provider, region }) => {
    const place = sources.findIndex(
      (source) => source.provider === provider && (region === null || source.region === region),
    );
    invariant(place >= 0, `no outages of ${provider} ${region ?? ''}`);
    return place;
  });
  const floats = (length: number) => new Float64Array(length);
  return {
    world: events.world,
    starts: joined(
      (length) => new Uint32Array(length),
      events.starts,
      disasters.map((_, i) => outages + i + 1),
    ),
    year: joined(
      (length) => new Uint32Array(length),
      events.year,
      disasters.map((_, i) => years + i),
    ),
    source: joined((length) => new Uint16Array(length), events.source, behind),
    allRegions: joined(
      (length) => new Uint8Array(length),
      events.allRegions,
      disasters.map(({ region }) => Number(region === null)),
    ),
    startHour: joined(
      floats,
      events.startHour,
      disasters.map(() => startHour),
    ),
    durationHours: joined(
      floats,
      events.durationHours,
      disasters.map(({ hours }) => hours),
    ),
    reach: joined(
      floats,
      events.reach,
      disasters.map(() => 1),
    ),
    depth: joined(
      floats,
      events.depth,
      disasters.map(() => 1),
    ),
  };
}

function joined<Column extends Float64Array | Uint32Array | Uint16Array | Uint8Array>(
  make: (length: number) => Column,
  first: Column,
  behind: readonly number[],
): Column {
  const column = make(first.length + behind.length);
  column.set(first);
  column.set(behind, first.length);
  return column;
}

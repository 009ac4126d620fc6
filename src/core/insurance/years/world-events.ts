import type { CatalogueWorld } from '../frequency/draw-world.ts';
import type { EventYears } from '../frequency/event-year.ts';

/** The outages of one world with what every insured sees alike. */
export interface WorldEvents extends EventYears {
  readonly world: CatalogueWorld;
  /** [events] year, from 0. */
  readonly year: Uint32Array;
  /** [events] share of the customers whom it reaches. */
  readonly reach: Float64Array;
  /** [events] impairment of those reached, 0–1. */
  readonly depth: Float64Array;
}

/** @param depthAt  impairment of those reached, for a reach */
export function worldEvents(
  world: CatalogueWorld,
  events: EventYears,
  depthAt: (reach: number) => number,
): WorldEvents {
  const year = new Uint32Array(events.source.length);
  for (let y = 0; y + 1 < events.starts.length; y++) year.fill(y, events.starts[y], events.starts[y + 1]);
  const reach = Float64Array.from(events.source, (source) => world.sources[source]!.reachedShare);
  return { ...events, world, year, reach, depth: reach.map(depthAt) };
}

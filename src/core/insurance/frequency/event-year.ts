import { invariant } from '../../errors/invariant.ts';
import { CHUNK_DRAWS, fillFrom, fillUniforms, streamOf } from '../../random/stream.ts';
import { HOURS_PER_YEAR } from '../../units/time.ts';
import { countAt } from './count-distribution.ts';
import type { CatalogueWorld } from './draw-world.ts';
import { durationExceededBy } from './duration.ts';

/** Uniform numbers of one event: source, common shock, start, length. */
const NUMBERS = 4;

/** Outages of consecutive years of one world, in order of time within each year. */
export interface EventYears {
  /** [years + 1] event i belongs to year y when starts[y] <= i < starts[y + 1]. */
  readonly starts: Uint32Array;
  /** [events] place in the world's `sources`. */
  readonly source: Uint16Array;
  /** [events] 1 when every region of the provider is struck. */
  readonly allRegions: Uint8Array;
  /** [events] hours since the start of the year, 0 to 8760. */
  readonly startHour: Float64Array;
  /** [events] hours */
  readonly durationHours: Float64Array;
}

/**
 * Simulates years of a world: for each provider a Poisson or negative-binomial number of outages, each from one of its
 * sources in proportion to their rates, at any hour alike. An event depends on the seed, the world, its provider, its
 * year and its place in it only, so that any split of the years gives the same events.
 *
 * @param firstYear  index of the first year, >= 0
 * @param years  how many, >= 1
 */
export function simulateEventYears(
  world: CatalogueWorld,
  seed: number,
  firstYear: number,
  years: number,
): EventYears {
  const counts = world.providers.map(({ id, count }) =>
    yearUniforms(`${world.name}.${id}.count`, seed, firstYear, years).map((u) => countAt(count, u)),
  );
  const starts = new Uint32Array(years + 1);
  for (let year = 0; year < years; year++) {
    starts[year + 1] = starts[year]! + counts.reduce((sum, count) => sum + count[year]!, 0);
  }
  const total = starts[years]!;
  const events: EventYears = {
    starts,
    source: new Uint16Array(total),
    allRegions: new Uint8Array(total),
    startHour: new Float64Array(total),
    durationHours: new Float64Array(total),
  };
  const streams = world.providers.map(({ id }) => streamOf(`${world.name}.${id}.event`));
  const numbers = new Float64Array(CHUNK_DRAWS);
  for (let year = 0; year < years; year++) {
    let next = starts[year]!;
    world.providers.forEach(({ id }, provider) => {
      const count = counts[provider]![year]!;
      if (count === 0) return;
      invariant(count * NUMBERS <= CHUNK_DRAWS, `${count} outages of ${id} in a year`);
      const part = numbers.subarray(0, count * NUMBERS);
      fillFrom(streams[provider]!, part, seed, firstYear + year, 'event-years');
      for (let event = 0; event < count; event++, next++) {
        fillEvent(events, next, world, provider, part, event * NUMBERS);
      }
    });
    sortByStart(events, starts[year]!, next);
  }
  return events;
}

/** Uniform numbers of the counts of consecutive years, [years]. */
function yearUniforms(name: string, seed: number, firstYear: number, years: number): Float64Array {
  const out = new Float64Array(years);
  const chunk = new Float64Array(CHUNK_DRAWS);
  for (let year = 0; year < years;) {
    const index = firstYear + year;
    const within = index % CHUNK_DRAWS;
    fillUniforms(chunk, seed, name, Math.floor(index / CHUNK_DRAWS), 'event-years');
    const taken = Math.min(CHUNK_DRAWS - within, years - year);
    out.set(chunk.subarray(within, within + taken), year);
    year += taken;
  }
  return out;
}

function fillEvent(
  events: EventYears,
  event: number,
  { sources, providers }: CatalogueWorld,
  provider: number,
  numbers: Float64Array,
  from: number,
): void {
  const { firstSource, upToShare, commonShockShare } = providers[provider]!;
  const u = numbers[from]!;
  let place = 0;
  while (place < upToShare.length - 1 && u > upToShare[place]!) place += 1;
  const source = firstSource + place;
  events.source[event] = source;
  events.allRegions[event] = numbers[from + 1]! < commonShockShare ? 1 : 0;
  events.startHour[event] = numbers[from + 2]! * HOURS_PER_YEAR;
  events.durationHours[event] = durationExceededBy(sources[source]!.duration, numbers[from + 3]!);
}

/** Insertion sort of the events from..to - 1: a year has few. */
function sortByStart({ source, allRegions, startHour, durationHours }: EventYears, from: number, to: number) {
  for (let event = from + 1; event < to; event++) {
    const moved = [source[event]!, allRegions[event]!, startHour[event]!, durationHours[event]!] as const;
    let place = event;
    for (; place > from && startHour[place - 1]! > moved[2]; place--) {
      source[place] = source[place - 1]!;
      allRegions[place] = allRegions[place - 1]!;
      startHour[place] = startHour[place - 1]!;
      durationHours[place] = durationHours[place - 1]!;
    }
    source[place] = moved[0];
    allRegions[place] = moved[1];
    startHour[place] = moved[2];
    durationHours[place] = moved[3];
  }
}

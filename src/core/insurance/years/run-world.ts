import { addEventLosses, mapEventLosses, noEventLosses } from './event-losses.ts';
import type { EventLosses } from './event-losses.ts';
import type { YearsModel } from './open-years-model.ts';
import { openWorld } from './open-world.ts';
import type { DrawnWorld } from './open-world.ts';
import { runPolicy } from './run-policy.ts';

/** One loss perspective of a world, US dollars. */
export interface WorldLosses {
  /** [events] of the book */
  readonly byEvent: Float64Array;
  /** [policies] sum over all years of the world */
  readonly byPolicy: Float64Array;
}

/** Years of one world, every policy in them. Plain data, so that it can come from a worker. */
export interface WorldYears {
  readonly world: number;
  /** [years + 1] see `EventYears`. */
  readonly starts: Uint32Array;
  /** [events] hours since the start of the year, and how long it lasted. */
  readonly startHour: Float64Array;
  readonly durationHours: Float64Array;
  /** [events] place among the sources, which are in the order of the catalogue; 1 where all regions failed. */
  readonly source: Uint16Array;
  readonly allRegions: Uint8Array;
  readonly groundUp: WorldLosses;
  /** [events] of the ground-up loss, extra expense. */
  readonly extraExpense: Float64Array;
  /** After terms, with the structural factor as it is: median 1. */
  readonly gross: WorldLosses;
  /** After terms, with the structural factor divided by its mean. */
  readonly grossMeanNeutral: WorldLosses;
  /** [policies] events that paid something, mean-neutral. */
  readonly paidEvents: Uint32Array;
  /** [cells of the model] the same losses by event, cell by cell. */
  readonly cells: readonly EventLosses[];
  /** [disasters of the options] losses of the book in each of them. */
  readonly disasters: EventLosses;
}

/**
 * Simulates the years of one world. It depends on the seed, the world and the policies only, so that worlds can be run in
 * any order and on any number of workers.
 *
 * @param world  index, 0 to worlds - 1
 */
export function runWorld(model: YearsModel, world: number): WorldYears {
  const policies = model.policies.map((_, policy) => policy);
  return runPolicies(model, openWorld(model, world), policies, false);
}

/** The same with each policy as a book of its own, [policies]: for a few policies whose years are compared. */
export function runWorldByPolicy(model: YearsModel, world: number): WorldYears[] {
  const drawn = openWorld(model, world);
  return model.policies.map((_, policy) => runPolicies(model, drawn, [policy], true));
}

/** @param apart  each policy counts its ground-up loss, though another of the same insured does */
function runPolicies(
  model: YearsModel,
  drawn: DrawnWorld,
  policies: readonly number[],
  apart: boolean,
): WorldYears {
  const { world, outages, events } = drawn;
  const all = model.cells.map(() => noEventLosses(events.source.length));
  const byPolicy = () => new Float64Array(policies.length);
  const [groundUp, gross, grossMeanNeutral] = [byPolicy(), byPolicy(), byPolicy()];
  const paidEvents = new Uint32Array(policies.length);
  const sums = { groundUp: 0, gross: 0, grossMeanNeutral: 0, paid: 0 };
  for (let place = 0; place < policies.length; place++) {
    const policy = policies[place]!;
    const { cell, isFirstOfInsured } = model.policies[policy]!;
    runPolicy(model, drawn, all[cell]!, sums, policy, apart || isFirstOfInsured);
    groundUp[place] = sums.groundUp;
    gross[place] = sums.gross;
    grossMeanNeutral[place] = sums.grossMeanNeutral;
    paidEvents[place] = sums.paid;
  }
  const ofBook = noEventLosses(events.source.length);
  for (const cell of all) addEventLosses(ofBook, cell);
  const ofYears = (column: Float64Array): Float64Array => column.slice(0, outages);
  const { starts, startHour, durationHours, source, allRegions } = events;
  return {
    world,
    starts: starts.slice(0, model.options.yearsPerWorld + 1),
    startHour: ofYears(startHour),
    durationHours: ofYears(durationHours),
    source: source.slice(0, outages),
    allRegions: allRegions.slice(0, outages),
    groundUp: { byEvent: ofYears(ofBook.groundUp), byPolicy: groundUp },
    extraExpense: ofYears(ofBook.extraExpense),
    gross: { byEvent: ofYears(ofBook.gross), byPolicy: gross },
    grossMeanNeutral: { byEvent: ofYears(ofBook.grossMeanNeutral), byPolicy: grossMeanNeutral },
    paidEvents,
    cells: all.map((cell) => mapEventLosses(cell, ofYears)),
    disasters: mapEventLosses(ofBook, (column) => column.slice(outages)),
  };
}

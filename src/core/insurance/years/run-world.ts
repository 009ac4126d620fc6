import { ImpactError } from '../../errors/impact-error.ts';
import { invariant } from '../../errors/invariant.ts';
import { CHUNK_DRAWS, fillUniforms } from '../../random/stream.ts';
import { SLOTS_PER_WEEK } from '../../outage/activity.ts';
import { MS_PER_HOUR } from '../../units/time.ts';
import { aggregatePayment } from '../annual-aggregate.ts';
import { floatArithmetic } from '../arithmetic.ts';
import { foldedAt } from '../folded-loss.ts';
import { drawWorld } from '../frequency/draw-world.ts';
import type { CatalogueWorld } from '../frequency/draw-world.ts';
import { simulateEventYears } from '../frequency/event-year.ts';
import { depthOf } from '../insured/event-outage.ts';
import { regionShareAt } from '../insured/region-shares.ts';
import { foldEvents } from './fold-events.ts';
import type { FoldedEvents } from './fold-events.ts';
import type { YearsModel } from './open-years-model.ts';
import { stakesOf } from './stakes.ts';
import type { RegionShareOf, Stakes } from './stakes.ts';
import { worldEvents } from './world-events.ts';
import type { WorldEvents } from './world-events.ts';

/** Monday 00:00 before 1 January 1970, a Thursday, in hours. */
const EPOCH_WEEK_HOURS = 72;
const MOST_OUTAGES_PER_YEAR = 50;
/** Blocks of uniform numbers that an insured has in one world. */
const BLOCKS_PER_WORLD = 4096;

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
  /** After terms, with the structural factor as it is: median 1. */
  readonly gross: WorldLosses;
  /** After terms, with the structural factor divided by its mean. */
  readonly grossMeanNeutral: WorldLosses;
  /** [policies] events that paid something, mean-neutral. */
  readonly paidEvents: Uint32Array;
}

/**
 * Simulates the years of one world. It depends on the seed, the world and the policies only, so that worlds can be run in
 * any order and on any number of workers.
 *
 * @param world  index, 0 to worlds - 1
 */
export function runWorld(model: YearsModel, world: number): WorldYears {
  const drawn = openWorld(model, world);
  const result = noLosses(drawn, model.policies.length);
  model.policies.forEach(({ isFirstOfInsured }, policy) =>
    runPolicy(model, drawn, result, policy, policy, isFirstOfInsured),
  );
  return result;
}

/** The same with each policy as a book of its own, [policies]: for a few policies whose years are compared. */
export function runWorldByPolicy(model: YearsModel, world: number): WorldYears[] {
  const drawn = openWorld(model, world);
  return model.policies.map((_, policy) => {
    const result = noLosses(drawn, 1);
    runPolicy(model, drawn, result, policy, 0, true);
    return result;
  });
}

/** The outages of one world, folded for every group and dependence. */
interface DrawnWorld {
  readonly world: number;
  readonly events: WorldEvents;
  /** [groups] */
  readonly folded: readonly FoldedEvents[];
  /** [dependences] */
  readonly stakes: readonly Stakes[];
  /** [events] scratch */
  readonly numbers: Float64Array;
}

function openWorld(model: YearsModel, world: number): DrawnWorld {
  const { options, inputs } = model;
  const drawn = drawWorld(model.catalogue, options.seed, world);
  refuseTooMany(drawn);
  const impairment = inputs[model.impairment]![world]!;
  const events = worldEvents(
    drawn,
    simulateEventYears(drawn, options.seed, 0, options.yearsPerWorld),
    (reach) => depthOf(impairment, reach),
  );
  return {
    world,
    events,
    folded: foldGroups(model, events, world),
    stakes: model.dependences.map(({ dependsOn, country }) =>
      stakesOf(dependsOn, events, regionShareIn(model, country, world)),
    ),
    numbers: new Float64Array(events.source.length),
  };
}

/** Rates that no catalogue has come from overrides; years of them would not fit the streams. */
function refuseTooMany({ sources }: CatalogueWorld): void {
  const perYear = sources.reduce((sum, { rate }) => sum + rate, 0);
  if (perYear <= MOST_OUTAGES_PER_YEAR) return;
  throw new ImpactError('PARAMETER_OUT_OF_RANGE', {
    path: 'assumptions',
    message: `the counts and lengths make ${Math.round(perYear).toLocaleString('en-US')} outages a year; at most ${MOST_OUTAGES_PER_YEAR} are simulated`,
    hint: 'lower catalogue.cloud.frequency.<id>.events, or raise .years',
  });
}

function noLosses({ world, events }: DrawnWorld, policies: number): WorldYears {
  const { starts, startHour, durationHours, source, allRegions } = events;
  const losses = (): WorldLosses => ({
    byEvent: new Float64Array(source.length),
    byPolicy: new Float64Array(policies),
  });
  return {
    ...{ world, starts, startHour, durationHours, source, allRegions },
    groundUp: losses(),
    gross: losses(),
    grossMeanNeutral: losses(),
    paidEvents: new Uint32Array(policies),
  };
}

/**
 * One policy through all outages in which it has a stake.
 *
 * @param place  of its sums in the result
 * @param countsGroundUp  false for a further policy of an insured: what it loses before terms counts once
 */
function runPolicy(
  model: YearsModel,
  { world, events, folded: groups, stakes, numbers }: DrawnWorld,
  { groundUp, gross, grossMeanNeutral, paidEvents }: WorldYears,
  policy: number,
  place: number,
  countsGroundUp: boolean,
): void {
  const { insuredKey, terms, annualAggregate, incomeUsd, dependenceDrawn, group, dependence } =
    model.policies[policy]!;
  const { event: eventOf, share, chance, maybeShare, maybeChance } = stakes[dependence]!;
  const { whole, inPeriod, afterWaiting } = groups[group]!;
  const years = events.year;
  fillStruck(numbers.subarray(0, eventOf.length), model.options.seed, insuredKey, world);
  const { sector } = model.groups[group]!;
  const drawn = dependenceDrawn ? model.inputs[sector.dependence]![world]! : 1;
  const scale = incomeUsd * drawn * model.structural[world]!;
  const { slope, offset, cap, greaterOfRetention, grossWithoutLoss } = terms;
  const folded = { slope, offset, cap };
  const neutral = 1 / model.structuralMean;
  const aggregated = annualAggregate.attachment > 0 || annualAggregate.limit !== null;
  let year = -1;
  let sum = 0;
  let sumNeutral = 0;
  let groundUpTotal = 0;
  let grossTotal = 0;
  let neutralTotal = 0;
  let paid = 0;
  for (let i = 0; i < eventOf.length; i++) {
    const u = numbers[i]!;
    const struck = (u < chance[i]! ? share[i]! : 0) + (u < maybeChance[i]! ? maybeShare[i]! : 0);
    if (struck === 0) continue;
    const event = eventOf[i]!;
    const money = scale * struck;
    if (countsGroundUp) {
      const all = money * whole[event]!;
      groundUpTotal += all;
      groundUp.byEvent[event]! += all;
    }
    const inside = inPeriod[event]!;
    if (inside < 0) continue;
    const after = afterWaiting[event]!;
    const over = money * inside - greaterOfRetention;
    let loss = over <= 0 ? grossWithoutLoss : foldedAt(folded, Math.min(money * after, over));
    const overNeutral = money * neutral * inside - greaterOfRetention;
    let lossNeutral =
      overNeutral <= 0 ? grossWithoutLoss : foldedAt(folded, Math.min(money * neutral * after, overNeutral));
    if (aggregated) {
      if (years[event] !== year) {
        year = years[event]!;
        sum = 0;
        sumNeutral = 0;
      }
      const before = sum;
      const beforeNeutral = sumNeutral;
      sum += loss;
      sumNeutral += lossNeutral;
      loss = aggregatePayment(floatArithmetic, annualAggregate, before, loss);
      lossNeutral = aggregatePayment(floatArithmetic, annualAggregate, beforeNeutral, lossNeutral);
    }
    grossTotal += loss;
    neutralTotal += lossNeutral;
    gross.byEvent[event]! += loss;
    grossMeanNeutral.byEvent[event]! += lossNeutral;
    if (lossNeutral > 0) paid += 1;
  }
  groundUp.byPolicy[place] = groundUpTotal;
  gross.byPolicy[place] = grossTotal;
  grossMeanNeutral.byPolicy[place] = neutralTotal;
  paidEvents[place] = paid;
}

/** One uniform number for each outage that can strike an insured; the name is the insured's, the chunk the world's. */
function fillStruck(out: Float64Array, seed: number, key: string, world: number): void {
  invariant(out.length <= BLOCKS_PER_WORLD * CHUNK_DRAWS, `${out.length} outages in one world`);
  for (let from = 0, block = 0; from < out.length; from += CHUNK_DRAWS, block++) {
    const part = out.subarray(from, Math.min(from + CHUNK_DRAWS, out.length));
    fillUniforms(part, seed, `struck/${key}`, world * BLOCKS_PER_WORLD + block, 'event-years');
  }
}

function foldGroups(model: YearsModel, events: WorldEvents, world: number): FoldedEvents[] {
  const { parameters, inputs } = model;
  const slotsOf = new Map<string, { share: number; slot: Uint16Array }[]>();
  return model.groups.map((group) => {
    const { sector, country } = group;
    let slots: { share: number; slot: Uint16Array }[] = [];
    if (country !== null) {
      slots = slotsOf.get(country) ?? zoneSlots(model, events, country);
      slotsOf.set(country, slots);
    }
    const draw = {
      recaptureShare: inputs[sector.recapture]![world]!,
      tail: parameters.idleRatio > 0 ? inputs[parameters.tail]![world]! : 0,
      idleRatio: parameters.idleRatio,
    };
    return foldEvents(group, events, draw, slots);
  });
}

/** Local half hour of the week in which each outage starts, zone by zone of a country; zones on one clock are one. */
function zoneSlots(model: YearsModel, { startHour }: WorldEvents, country: string) {
  const slots = model.zonesOf(country).map(({ zone, share }) => ({
    share,
    slot: Uint16Array.from(startHour, (hour) => {
      const ms = model.options.yearStartMs + hour * MS_PER_HOUR;
      const local = ms / MS_PER_HOUR + EPOCH_WEEK_HOURS + model.zoneOffset(zone, ms);
      return Math.floor(2 * local) % SLOTS_PER_WEEK;
    }),
  }));
  const clocks = new Map<string, { share: number; slot: Uint16Array }>();
  for (const { share, slot } of slots) {
    const key = slot.join();
    clocks.set(key, { slot, share: share + (clocks.get(key)?.share ?? 0) });
  }
  return [...clocks.values()];
}

/** Shares of work on a region, as one world has them. Regions that the models do not know share their provider evenly. */
function regionShareIn(model: YearsModel, country: string | null, world: number): RegionShareOf {
  const known = new Map<string, { ofAll: number; ofProvider: number }>();
  const compute = (provider: string, region: string | null): { ofAll: number; ofProvider: number } => {
    const wholeShare = model.regionShares.get(`${provider}.all`);
    if (wholeShare === undefined) return { ofAll: 0, ofProvider: 0 };
    const whole = regionShareAt(wholeShare, country, model.inputs, world);
    if (region === null) return { ofAll: whole, ofProvider: 1 };
    const share = model.regionShares.get(`${provider}.${region}`);
    const regions = model.catalogue.providers.find(({ id }) => id === provider)!.regions.length;
    const ofAll = share === undefined ? whole / regions : regionShareAt(share, country, model.inputs, world);
    return { ofAll, ofProvider: whole > 0 ? Math.min(1, ofAll / whole) : 1 };
  };
  return (provider, region) => {
    const key = `${provider}.${region ?? 'all'}`;
    let entry = known.get(key);
    if (entry === undefined) known.set(key, (entry = compute(provider, region)));
    return entry;
  };
}

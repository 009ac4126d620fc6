import { ImpactError } from '../../errors/impact-error.ts';
import { SLOTS_PER_WEEK } from '../../outage/activity.ts';
import { MS_PER_HOUR } from '../../units/time.ts';
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
import { withDisasters } from './disaster.ts';
import { worldEvents } from './world-events.ts';
import type { WorldEvents } from './world-events.ts';

/** Monday 00:00 before 1 January 1970, a Thursday, in hours. */
const EPOCH_WEEK_HOURS = 72;
const MOST_OUTAGES_PER_YEAR = 50;

/** The outages of one world, folded for every group and dependence. */
export interface DrawnWorld {
  readonly world: number;
  /** Number of simulated outages; events from there on are the disasters. */
  readonly outages: number;
  readonly events: WorldEvents;
  /** [groups] */
  readonly folded: readonly FoldedEvents[];
  /** [dependences] */
  readonly stakes: readonly Stakes[];
  /** [events] scratch */
  readonly numbers: Float64Array;
}

/** Draws a world and its outages, and folds what policies share. */
export function openWorld(model: YearsModel, world: number): DrawnWorld {
  const { options, inputs } = model;
  const drawn = drawWorld(model.catalogue, options.seed, world);
  refuseTooMany(drawn);
  const impairment = inputs[model.impairment]![world]!;
  const simulated = worldEvents(
    drawn,
    simulateEventYears(drawn, options.seed, 0, options.yearsPerWorld),
    (reach) => depthOf(impairment, reach),
  );
  const events = withDisasters(simulated, options.disasters, options.seed, world);
  return {
    world,
    outages: simulated.source.length,
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

import { quantileAt } from '../../distribution/marginal.ts';
import type { CompiledCatalogue, CompiledDuration, WorldInput } from './compile-catalogue.ts';
import { countDistribution } from './count-distribution.ts';
import type { CountDistribution } from './count-distribution.ts';
import { survivalShare } from './duration.ts';
import type { Duration } from './duration.ts';
import { rateAt } from './rate-belief.ts';
import { uniformAt } from './uniform-at.ts';

/** Outages of one service class in one region of one provider. */
export interface EventSource {
  readonly provider: string;
  readonly region: string;
  readonly serviceClass: string;
  /** Outages a year of every length that is simulated. */
  readonly rate: number;
  readonly duration: Duration;
  /** Share of the region's customers whom such an outage reaches. */
  readonly reachedShare: number;
}

/** The sources of one provider, which share its bad years. */
export interface ProviderWorld {
  readonly id: string;
  readonly count: CountDistribution;
  /** Chance that an outage strikes every region of the provider, whichever region it was drawn for. */
  readonly commonShockShare: number;
  /** Its sources: from `firstSource` on, one for each element below. */
  readonly firstSource: number;
  /** [sources] running sum of their rates over the provider's rate, ending at 1. */
  readonly upToShare: Float64Array;
}

/** One draw of everything uncertain in a catalogue; all years of the world share it. */
export interface CatalogueWorld {
  /** Start of the names of its random streams. */
  readonly name: string;
  readonly sources: readonly EventSource[];
  readonly providers: readonly ProviderWorld[];
}

/**
 * Draws one world of a catalogue. Regions with the same count share one draw of the rate, and classes with the same law
 * one draw of its parameters: what is not known about them is not known for all.
 *
 * Formula: rate = rate of outages over `overHours` x share of the class / S(overHours), so that what was counted above one
 * length gives the rate above another
 *
 * @param world  index, >= 0; worlds can be drawn in any order
 */
export function drawWorld(catalogue: CompiledCatalogue, seed: number, world: number): CatalogueWorld {
  const draw = ({ name, marginal }: WorldInput): number => quantileAt(marginal, uniformAt(seed, name, world));
  const durations = catalogue.durations.map((duration) => drawDuration(duration, draw));
  const rates = catalogue.frequencies.map(({ name, count, overHours }) => ({
    rate: rateAt(count, uniformAt(seed, name, world)),
    overHours,
  }));
  const classes = catalogue.serviceClasses.map(({ id, share, reachedShare, duration }) => ({
    id,
    share,
    reachedShare: draw(reachedShare),
    duration: durations[duration]!,
  }));
  const sources: EventSource[] = [];
  const providers = catalogue.providers.map(({ id, commonShockShare, contagion, regions }) => {
    const firstSource = sources.length;
    for (const region of regions) {
      const { rate, overHours } = rates[region.frequency]!;
      for (const { id: serviceClass, share, reachedShare, duration } of classes) {
        sources.push({
          provider: id,
          region: region.id,
          serviceClass,
          rate: (rate * share) / survivalShare(duration, overHours),
          duration,
          reachedShare,
        });
      }
    }
    const { total, upToShare } = runningShares(sources.slice(firstSource));
    return {
      id,
      count: countDistribution(total, draw(contagion)),
      commonShockShare: draw(commonShockShare),
      firstSource,
      upToShare,
    };
  });
  return { name: `catalogue.${catalogue.id}.world-${world}`, sources, providers };
}

function drawDuration(duration: CompiledDuration, draw: (input: WorldInput) => number): Duration {
  switch (duration.kind) {
    case 'generalised-pareto': {
      const { kind, thresholdHours } = duration;
      return { kind, thresholdHours, scaleHours: draw(duration.scaleHours), shape: draw(duration.shape) };
    }
    case 'lognormal':
      return {
        kind: duration.kind,
        medianHours: draw(duration.medianHours),
        sigma: Math.log(draw(duration.gsd)),
      };
  }
}

function runningShares(sources: readonly EventSource[]): { total: number; upToShare: Float64Array } {
  const upToShare = new Float64Array(sources.length);
  let total = 0;
  sources.forEach(({ rate }, index) => {
    total += rate;
    upToShare[index] = total;
  });
  sources.forEach((_, index) => (upToShare[index]! /= total));
  return { total, upToShare };
}

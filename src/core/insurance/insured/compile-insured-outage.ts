import type { Catalog } from '../../catalog.ts';
import { quantileAt } from '../../distribution/marginal.ts';
import { ImpactError } from '../../errors/impact-error.ts';
import { kindOf, providerOf } from '../../impact/compile.ts';
import type { DrawTable } from '../../impact/method.ts';
import { openParameterBook } from '../../impact/parameter-book.ts';
import type { InputIndex, ParameterBook } from '../../impact/parameter-book.ts';
import type { Scenario } from '../../scenario.ts';
import type { LossCause } from '../insured-outage.ts';
import { compileEventOutage, depthFactors, depthOf, reachOfOutage } from './event-outage.ts';
import type { EventOutage } from './event-outage.ts';
import { compileInsuredParameters } from './insured-parameters.ts';
import type { InsuredParameters } from './insured-parameters.ts';
import { lossCause } from './loss-cause.ts';
import { compileRegionShare } from './region-shares.ts';
import type { RegionShare } from './region-shares.ts';
import { sampleDraws } from './sample-draws.ts';
import { structuralFactors } from './structural-factor.ts';

/** One outage with all that its losses need, looked up and drawn, before any insured is known. */
export interface CompiledInsuredOutage {
  readonly draws: number;
  readonly seed: number;
  readonly book: ParameterBook;
  readonly cause: LossCause;
  /** Insureds can name this cloud; of other kinds nobody's dependence is known. */
  readonly isCloud: boolean;
  readonly provider: string;
  /** Null: all regions. */
  readonly region: string | null;
  readonly outage: EventOutage;
  /** Stretches and phases at the depth that those reached have in the middle. */
  readonly stretches: EventOutage['stretches'];
  readonly phases: readonly { readonly fromHour: number; readonly toHour: number; readonly depth: number }[];
  readonly parameters: InsuredParameters;
  /** Hours of restoration after so many hours of outage. */
  readonly restoration: (outageHours: number) => number;
  /** [inputs][draws] */
  readonly inputs: DrawTable;
  /** [draws] share of the customers whom the outage reaches. */
  readonly reach: Float64Array;
  /** [draws] structural factor × depth × intensity: what all insureds share. */
  readonly common: Float64Array;
  readonly regionShare: RegionShare;
  /** Null when the models do not know the provider as a whole. */
  readonly providerShare: RegionShare | null;
}

/** @throws ImpactError when a name is unknown, no provider is named, or a value is out of bounds */
export function compileInsuredOutage(scenario: Scenario, catalog: Catalog): CompiledInsuredOutage {
  const { draws, seed } = scenario.simulation;
  const kind = kindOf(scenario, catalog);
  const provider = providerOf(scenario, catalog);
  if (provider === null) throw noProvider();
  const book = openParameterBook(catalog, scenario);
  book.useModelFile(kind.file);
  const outage = compileEventOutage(scenario.outage, kind, book);
  const parameters = compileInsuredParameters(catalog.sectors, catalog, book);
  const regionShare = compileRegionShare(provider, catalog, book);
  const whole = catalog.providers.get(`${provider.provider}.all`);
  const providerShare = whole === undefined ? null : compileRegionShare(whole, catalog, book);
  const isCloud = kind.id === 'cloud';
  const reachIndex = isCloud ? book.draw(reachOf(outage)) : null;
  const intensityPath = `exposure.${provider.provider}.${provider.region}.intensity`;
  const intensity = book.has(intensityPath) ? book.draw(intensityPath) : null;
  const logSd = book.number(`structural-error.${kind.exposure}`);

  // All inputs are known from here on.
  const inputs = sampleDraws(book.inputs, seed, draws);
  const middle = (index: InputIndex): number => quantileAt(book.inputs[index]!.marginal, 0.5);
  const middleReach =
    reachIndex === null
      ? 1
      : Math.max(middle(reachIndex), ...outage.phases.map(({ impairmentShare }) => impairmentShare));
  const reach =
    reachIndex === null
      ? new Float64Array(draws).fill(1)
      : reachOfOutage(outage, inputs, inputs[reachIndex]!);
  const depth = depthFactors(outage, inputs, middleReach, reach);
  const factors = structuralFactors(`structural/${kind.exposure}`, logSd, seed, draws);
  const tail = middle(parameters.tail);
  return {
    ...{ draws, seed, book, outage, parameters, inputs, reach, regionShare, providerShare, isCloud },
    cause: lossCause(kind),
    provider: provider.provider,
    region: provider.region === 'all' ? null : provider.region,
    stretches: outage.namesServices
      ? outage.stretches
      : outage.stretches.map((row) => ({
          ...row,
          impairmentShare: depthOf(row.impairmentShare, middleReach),
        })),
    phases: outage.phases.map(({ fromHour, toHour, impairmentShare }) => ({
      ...{ fromHour, toHour },
      depth: depthOf(impairmentShare, middleReach),
    })),
    restoration: (outageHours) =>
      outage.restorationHours ?? (parameters.idleRatio > 0 ? (tail * outageHours) / parameters.idleRatio : 0),
    common: factors.map(
      (factor, i) => factor * depth[i]! * (intensity === null ? 1 : inputs[intensity]![i]!),
    ),
  };
}

/** Path of the share of customers whom the outage of one service, or of several, reaches. */
function reachOf({ stretches, namesServices }: EventOutage): string {
  const services = new Set(stretches.map(({ service }) => service)).size;
  const serviceClass = services === 1 && namesServices ? 'one-service' : 'many-services';
  return `catalogue.cloud.class.${serviceClass}.reachedShare`;
}

function noProvider(): ImpactError {
  return new ImpactError('PROVIDER_UNKNOWN', {
    path: 'outage.provider',
    message: 'the outage names no provider, so nobody can say which insureds it strikes',
    hint: 'give outage.provider and outage.region',
  });
}

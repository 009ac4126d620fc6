import type { Catalog, ZoneOffsetHours } from '../../catalog.ts';
import { quantileAt } from '../../distribution/marginal.ts';
import { ImpactError } from '../../errors/impact-error.ts';
import { invariant } from '../../errors/invariant.ts';
import { zoneShares } from '../../exposure/economy.ts';
import { kindOf, providerOf } from '../../impact/compile.ts';
import type { InputIndex } from '../../impact/parameter-book.ts';
import { openParameterBook } from '../../impact/parameter-book.ts';
import { chunkCount, chunkSize } from '../../impact/run-chunk.ts';
import { integrate } from '../../outage/activity-integral.ts';
import { CHUNK_DRAWS, fillUniforms } from '../../random/stream.ts';
import type { ProvenanceRow, ResultWarning } from '../../result.ts';
import type { Scenario } from '../../scenario.ts';
import { recaptureLeft } from '../../vulnerability/recapture.ts';
import { severityHours } from '../../vulnerability/severity.ts';
import type { Accrual } from '../accrual.ts';
import type { LossCause, OutageClock } from '../insured-outage.ts';
import { accrualShape } from './accrual-shape.ts';
import { compileEventOutage, depthFactors, depthOf } from './event-outage.ts';
import { insuredClock, spanOf } from './insured-clock.ts';
import { compileInsuredParameters } from './insured-parameters.ts';
import type { Insured } from './insured.ts';
import { lossCause } from './loss-cause.ts';
import { compileRegionShare, regionShareAt } from './region-shares.ts';
import { stakeOf, struckShare } from './struck-share.ts';
import { sampleDraws } from './sample-draws.ts';
import { structuralFactors } from './structural-factor.ts';

/** What insureds of one sector, country, set of services and failover share in one outage. */
export interface InsuredShape {
  /** As this insured has it: count its hours with services of null. */
  readonly clock: OutageClock;
  /** US dollars for 1 US dollar of annual income that rests wholly on what failed. */
  readonly accrual: Accrual;
}

/** One outage, ready to be put through many policies. */
export interface InsuredModel {
  readonly draws: number;
  readonly cause: LossCause;
  /** The same object for all insureds with the same answer, so that callers can group by it. */
  readonly shapeOf: (insured: Insured) => InsuredShape;
  /**
   * Fills [draws] with US dollars per unit of the shape; 0 in draws in which the outage does not strike this insured.
   *
   * @param insuredKey  names the insured's own stream; the layers of an insured share it
   */
  readonly fillScales: (insured: Insured, insuredKey: string, out: Float64Array) => void;
  readonly provenance: readonly ProvenanceRow[];
  readonly warnings: readonly ResultWarning[];
  readonly filesUsed: readonly string[];
}

/** What all draws of one shape have in common, [draws]: structural factor, depth, catching up, and dependence or not. */
interface ShapeColumns {
  readonly shape: InsuredShape;
  readonly withDependence: Float64Array;
  readonly withoutDependence: Float64Array;
}

/** Shares of the work of one country that rest on what failed, [draws]: of all cloud work, and of the provider's. */
interface RegionColumns {
  readonly ofAll: Float64Array;
  readonly ofProvider: Float64Array;
}

/**
 * Opens the loss of insureds in one outage.
 *
 *   loss until t = income · dependence · struck · (1 − r · left(D)) · F · depth · shape(t)        US dollars
 *
 * income: revenue × gross margin; struck: share of the dependence that rests on what failed, in draws in which the
 * insured is reached; r recapture; D its hours of outage; F structural factor. `README.md` says which parameter is which.
 *
 * @param scenario  names a provider; draws and seed are those of its simulation
 * @throws ImpactError when a name is unknown, no provider is named, or a value is out of bounds
 */
export function openInsuredModel(
  scenario: Scenario,
  catalog: Catalog,
  zoneOffset: ZoneOffsetHours,
): InsuredModel {
  const { draws, seed } = scenario.simulation;
  const kind = kindOf(scenario, catalog);
  const provider = providerOf(scenario, catalog);
  if (provider === null) throw noProvider();
  const region = provider.region === 'all' ? null : provider.region;
  const book = openParameterBook(catalog, scenario);
  book.useModelFile(kind.file);
  const outage = compileEventOutage(scenario.outage, kind, book);
  const parameters = compileInsuredParameters(catalog.sectors, catalog, book);
  const regionShare = compileRegionShare(provider, catalog, book);
  const whole = catalog.providers.get(`${provider.provider}.all`);
  const providerShare = whole === undefined ? null : compileRegionShare(whole, catalog, book);
  const services = new Set(outage.stretches.map(({ service }) => service)).size;
  const serviceClass = services === 1 && outage.namesServices ? 'one-service' : 'many-services';
  const reachIndex =
    kind.id === 'cloud' ? book.draw(`catalogue.cloud.class.${serviceClass}.reachedShare`) : null;
  const intensityPath = `exposure.${provider.provider}.${provider.region}.intensity`;
  const intensity = book.has(intensityPath) ? book.draw(intensityPath) : null;
  const logSd = book.number(`structural-error.${kind.exposure}`);

  const inputs = sampleDraws(book.inputs, seed, draws);
  const column = (index: InputIndex): Float64Array => inputs[index]!;
  const reach = reachIndex === null ? new Float64Array(draws).fill(1) : column(reachIndex);
  const middle = (index: InputIndex): number => quantileAt(book.inputs[index]!.marginal, 0.5);
  const middleReach = reachIndex === null ? 1 : middle(reachIndex);
  const depth = depthFactors(outage, inputs, middleReach, reach);
  const factors = structuralFactors(`structural/${kind.exposure}`, logSd, seed, draws);
  const common = factors.map(
    (factor, i) => factor * depth[i]! * (intensity === null ? 1 : column(intensity)[i]!),
  );
  const phases = outage.phases.map(({ fromHour, toHour, impairmentShare }) => ({
    fromHour,
    toHour,
    depth: depthOf(impairmentShare, middleReach),
  }));
  const stretches = outage.namesServices
    ? outage.stretches
    : outage.stretches.map((row) => ({ ...row, impairmentShare: depthOf(row.impairmentShare, middleReach) }));
  const tail = middle(parameters.tail);
  const restoration = (outageHours: number): number =>
    outage.restorationHours ?? (parameters.idleRatio > 0 ? (tail * outageHours) / parameters.idleRatio : 0);

  const known = new Map<string, ShapeColumns>();
  const columnsFor = (insured: Insured): ShapeColumns => {
    const needed = outage.namesServices ? insured.services : null;
    const key = [insured.sector, insured.country, insured.failoverHours, needed?.toSorted().join('+')].join(
      '/',
    );
    let entry = known.get(key);
    if (entry === undefined) known.set(key, (entry = build({ ...insured, services: needed })));
    return entry;
  };

  function build(insured: Insured): ShapeColumns {
    const sector = parameters.sectors.get(insured.sector);
    invariant(sector !== undefined, `no sector ${insured.sector}`);
    const clock = insuredClock(stretches, insured, restoration);
    const { fromHour, toHour } = spanOf(clock.stretches);
    const stopped = (hour: number): number => severityHours(parameters.curve, hour - fromHour);
    const accrual = accrualShape(
      clock,
      phases,
      activeHours(insured.country, sector.week, stopped),
      parameters.idleRatio,
    );
    const left = recaptureLeft(sector.decay, toHour - fromHour);
    const recapture = column(sector.recapture);
    const dependence = column(sector.dependence);
    const withoutDependence = common.map((factor, i) => factor * (1 - recapture[i]! * left));
    return {
      shape: { clock, accrual },
      withoutDependence,
      withDependence: withoutDependence.map((factor, i) => factor * dependence[i]!),
    };
  }

  function activeHours(iso2: string | null, week: Float64Array, stopped: (hour: number) => number) {
    const { startMs } = outage;
    const country = catalog.countries.find((row) => row.iso2 === iso2);
    if (country === undefined || startMs === null) {
      return (from: number, to: number): number => stopped(to) - stopped(from);
    }
    const zones = zoneShares(country, book).map(({ zone, share }) => ({
      share,
      offset: zoneOffset(zone, startMs),
    }));
    return (fromHour: number, toHour: number): number =>
      zones.reduce(
        (sum, { share, offset }) =>
          sum + share * integrate(startMs, offset, { fromHour, toHour }, [week], stopped, Infinity)[0]!,
        0,
      );
  }

  const regionsKnown = new Map<string | null, RegionColumns>();
  function regionColumns(country: string | null): RegionColumns {
    let entry = regionsKnown.get(country);
    if (entry === undefined) {
      const ofAll = new Float64Array(draws).map((_, i) => regionShareAt(regionShare, country, inputs, i));
      const ofProvider = ofAll.map((share, i) =>
        providerShare === null ? 1 : Math.min(1, share / regionShareAt(providerShare, country, inputs, i)),
      );
      regionsKnown.set(country, (entry = { ofAll, ofProvider }));
    }
    return entry;
  }

  const uniforms = new Float64Array(Math.min(draws, CHUNK_DRAWS));
  return {
    draws,
    cause: lossCause(kind),
    shapeOf: (insured) => columnsFor(insured).shape,
    fillScales: (insured, insuredKey, out) => {
      invariant(out.length === draws, `${out.length} scales for ${draws} draws`);
      const { withDependence, withoutDependence } = columnsFor(insured);
      const scales = insured.dependenceShare === null ? withDependence : withoutDependence;
      const income = incomeUsd(insured, parameters.sectors.get(insured.sector)!.marginShare);
      const full = income * (insured.dependenceShare ?? 1);
      const stake = stakeOf(kind.id === 'cloud' ? insured.dependsOn : null, provider.provider, region);
      // Who needs a service that failed is reached by the outage.
      const certain = outage.namesServices && insured.services !== null;
      const { ofProvider, ofAll } = regionColumns(insured.country);
      for (let chunk = 0; chunk < chunkCount(draws); chunk++) {
        const n = chunkSize(draws, chunk);
        fillUniforms(uniforms.subarray(0, n), seed, `struck/${insuredKey}`, chunk);
        for (let i = 0, draw = chunk * CHUNK_DRAWS; i < n; i++, draw++) {
          const reached = certain ? 1 : reach[draw]!;
          const share = struckShare(stake, uniforms[i]!, reached, ofProvider[draw]!, ofAll[draw]!);
          out[draw] = share === 0 ? 0 : full * share * scales[draw]!;
        }
      }
    },
    get provenance() {
      return book.provenance;
    },
    warnings: book.warnings,
    get filesUsed() {
      return [...book.filesUsed];
    },
  };
}

/**
 * Annual income that an interruption stops: net profit and continuing expenses. A cover of gross revenue is one of a
 * gross margin of 1.
 *
 * @param sectorMarginShare  value added ÷ revenue of the sector, for a margin that is not known
 * @returns US dollars a year
 */
export function incomeUsd(
  { annualRevenueUsd, grossMarginShare }: Insured,
  sectorMarginShare: number,
): number {
  return annualRevenueUsd * (grossMarginShare ?? sectorMarginShare);
}

function noProvider(): ImpactError {
  return new ImpactError('PROVIDER_UNKNOWN', {
    path: 'outage.provider',
    message: 'the outage names no provider, so nobody can say which insureds it strikes',
    hint: 'give outage.provider and outage.region',
  });
}

import type { Catalog, ZoneOffsetHours } from '../../catalog.ts';
import { invariant } from '../../errors/invariant.ts';
import { chunkCount, chunkSize } from '../../impact/run-chunk.ts';
import { CHUNK_DRAWS, fillUniforms } from '../../random/stream.ts';
import type { ProvenanceRow, ResultWarning } from '../../result.ts';
import type { Scenario } from '../../scenario.ts';
import type { LossCause } from '../insured-outage.ts';
import { compileInsuredOutage } from './compile-insured-outage.ts';
import type { CompiledInsuredOutage } from './compile-insured-outage.ts';
import { openInsuredShapes } from './insured-shapes.ts';
import type { InsuredShape } from './insured-shapes.ts';
import type { Insured } from './insured.ts';
import { regionShareAt } from './region-shares.ts';
import { stakeOf, struckShare } from './struck-share.ts';

/** One outage, ready to be put through many policies. */
export interface InsuredModel {
  readonly draws: number;
  readonly cause: LossCause;
  /** The same object for all insureds with the same answer, so that callers can group by it. */
  readonly shapeOf: (insured: Insured) => InsuredShape;
  /**
   * Finds the draws in which the outage strikes an insured: most strike few.
   *
   * @param insuredKey  names the insured's own stream; the layers of an insured share it
   * @param out  its front is filled
   * @returns how many they are
   */
  readonly fillStruck: (insured: Insured, insuredKey: string, out: StruckDraws) => number;
  readonly provenance: readonly ProvenanceRow[];
  readonly warnings: readonly ResultWarning[];
  readonly filesUsed: readonly string[];
}

/** Room for all draws. */
export interface StruckDraws {
  /** Ascending. */
  readonly draw: Int32Array;
  /** US dollars per unit of the shape, > 0. */
  readonly scale: Float64Array;
  /** The largest of them; 0 when no draw strikes. */
  largest: number;
}

export function roomForStruck(draws: number): StruckDraws {
  return { draw: new Int32Array(draws), scale: new Float64Array(draws), largest: 0 };
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
 * insured is reached; r recapture, 0 where the wording does not deduct sales made up later; D its hours of outage; F structural
 * factor. `README.md` says which parameter is which. Extra expense is no part of it.
 *
 * @param scenario  names a provider; draws and seed are those of its simulation
 * @throws ImpactError when a name is unknown, no provider is named, or a value is out of bounds
 */
export function openInsuredModel(
  scenario: Scenario,
  catalog: Catalog,
  zoneOffset: ZoneOffsetHours,
): InsuredModel {
  const compiled = compileInsuredOutage(scenario, catalog);
  const { draws, seed, book, outage, provider, region, reach, parameters } = compiled;
  const columnsFor = openInsuredShapes(compiled, catalog, zoneOffset);
  const regionsFor = openRegions(compiled);
  const uniforms = new Float64Array(Math.min(draws, CHUNK_DRAWS));
  return {
    draws,
    cause: compiled.cause,
    shapeOf: (insured) => columnsFor(insured).shape,
    fillStruck: (insured, insuredKey, out) => {
      invariant(out.draw.length === draws, `room for ${out.draw.length} of ${draws} draws`);
      const { withDependence, withoutDependence } = columnsFor(insured);
      const scales = insured.dependenceShare === null ? withDependence : withoutDependence;
      const income = incomeUsd(insured, parameters.sectors.get(insured.sector)!.marginShare);
      const full = income * (insured.dependenceShare ?? 1);
      const stake = stakeOf(compiled.isCloud ? insured.dependsOn : null, provider, region);
      // Who needs a service that failed is reached by the outage.
      const certain = outage.namesServices && insured.services !== null;
      const { ofProvider, ofAll } = regionsFor(insured.country);
      // Most draws strike nobody; null: 1. What is named is struck at least as often as what may lie there.
      const mostChance = stake.named > 0 ? null : stake.unknown > 0 ? ofAll : ofProvider;
      let struck = 0;
      out.largest = 0;
      for (let chunk = 0; chunk < chunkCount(draws); chunk++) {
        const n = chunkSize(draws, chunk);
        fillUniforms(uniforms.subarray(0, n), seed, `struck/${insuredKey}`, chunk);
        for (let i = 0, draw = chunk * CHUNK_DRAWS; i < n; i++, draw++) {
          const u = uniforms[i]!;
          const reached = certain ? 1 : reach[draw]!;
          if (u >= (mostChance === null ? reached : reached * mostChance[draw]!)) continue;
          const share = struckShare(stake, u, reached, ofProvider[draw]!, ofAll[draw]!);
          const scale = full * share * scales[draw]!;
          if (scale === 0) continue;
          out.draw[struck] = draw;
          out.scale[struck] = scale;
          if (scale > out.largest) out.largest = scale;
          struck += 1;
        }
      }
      return struck;
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

/** Columns of a country, made when the first insured asks for them. */
function openRegions({
  draws,
  inputs,
  regionShare,
  providerShare,
}: CompiledInsuredOutage): (country: string | null) => RegionColumns {
  const known = new Map<string | null, RegionColumns>();
  return (country) => {
    let entry = known.get(country);
    if (entry === undefined) {
      const ofAll = new Float64Array(draws).map((_, i) => regionShareAt(regionShare, country, inputs, i));
      const ofProvider = ofAll.map((share, i) =>
        providerShare === null ? 1 : Math.min(1, share / regionShareAt(providerShare, country, inputs, i)),
      );
      known.set(country, (entry = { ofAll, ofProvider }));
    }
    return entry;
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

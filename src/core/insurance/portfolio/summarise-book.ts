import { quantilesOf } from '../../statistics/quantiles.ts';
import { sum } from '../../statistics/sum.ts';
import type { BookGroup, BookLosses, LossRange } from './book-result.ts';
import type { BookSums, GroupLoss } from './book-sums.ts';
import { MINIMUM_IMPAIRMENTS, waitingVariants } from './policy-hours.ts';

/** Ranges and splits of a book whose rows have all been added. */
export function summariseBook(sums: BookSums): BookLosses {
  const { policies, groundUp, gross } = sums;
  const minus = (all: Float64Array, part: Float64Array): Float64Array =>
    // The part was added in the same order, but rounding can still leave a trace of it.
    all.map((loss, draw) => Math.max(0, loss - part[draw]!));
  return {
    policyCount: sums.policyCount,
    notInForce: sums.notInForce,
    extraExpensePolicies: sums.extraExpensePolicies,
    unlikeFirstRow: sums.unlikeFirstRow,
    struckMean: policies.reduce((total, { struckShare }) => total + struckShare, 0),
    pastWaitingMean: policies.reduce(
      (total, { struckShare, pastWaiting }) => total + (pastWaiting ? struckShare : 0),
      0,
    ),
    groundUp: rangeOf(groundUp),
    gross: rangeOf(gross),
    drawsWithoutPayout: gross.filter((loss) => loss === 0).length,
    waiting: waitingVariants.map((variant, i) => ({ ...variant, gross: rangeOf(sums.waitingTable[i]!) })),
    minimumImpairment: MINIMUM_IMPAIRMENTS.map((share, i) => ({
      share,
      gross: rangeOf(sums.lessImpaired[i]!),
    })),
    unknown: {
      provider: sums.providerUnknown,
      region: sums.regionUnknown,
      services: sums.servicesUnknown,
      groundUpWithout: rangeOf(minus(groundUp, sums.groundUpUnknown)),
      grossWithout: rangeOf(minus(gross, sums.grossUnknown)),
    },
    sectors: groupsOf(sums, sums.bySector),
    providers: groupsOf(sums, sums.byProvider),
    regions: groupsOf(sums, sums.byRegion),
    policies,
  };
}

/** @param draws  [n], n at least 1 */
export function rangeOf(draws: Float64Array): LossRange {
  const [p5, p50, p95] = quantilesOf(draws, [0.05, 0.5, 0.95]) as [number, number, number];
  return { mean: sum(draws) / draws.length, p5, p50, p95 };
}

/** By ground-up loss, largest first; of equals by name. */
function groupsOf({ hasNet }: BookSums, groups: ReadonlyMap<string, GroupLoss>): BookGroup[] {
  return [...groups]
    .map(([name, { policies, groundUp, gross, net }]) => ({
      name,
      policies,
      groundUpMean: groundUp,
      grossMean: gross,
      netMean: hasNet ? net : null,
    }))
    .sort((a, b) => b.groundUpMean - a.groundUpMean || (a.name < b.name ? -1 : 1));
}

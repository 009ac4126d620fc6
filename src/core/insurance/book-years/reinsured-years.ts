import { sum } from '../../statistics/sum.ts';
import { invariant } from '../../errors/invariant.ts';
import { yearLosses } from '../curves/year-losses.ts';
import type { CompiledCatalogue } from '../frequency/compile-catalogue.ts';
import { cedeYears } from '../reinsurance/cede-years.ts';
import { outageCauses } from '../reinsurance/outage-causes.ts';
import type { TreatyTerms } from '../reinsurance/treaty.ts';
import type { YearsOptions } from '../years/open-years-model.ts';
import type { WorldYears } from '../years/run-world.ts';
import type { ReinsuredYears, TreatyYears } from './book-years-result.ts';
import { exceedanceRows } from './exceedance-rows.ts';
import { yearSummary } from './year-summary.ts';

/** A year's use of a limit that falls short of it by rounding alone still exhausts it. */
const ROUNDING = 1e-9;

/** Takes one world after the other and keeps nothing of it but its years. */
export interface ReinsuredYearsBuilder {
  /** @returns [events] net loss of the book, mean-neutral; null without treaties */
  readonly add: (result: WorldYears) => Float64Array | null;
  /** @throws Error (invariant) when a world is missing */
  readonly summary: () => ReinsuredYears;
}

/**
 * Puts simulated years of a book through its treaties, both with the structural factor as it is and divided by its mean.
 *
 * @param treaties  of the whole book, in force in every year
 * @param catalogue  that the worlds were drawn from
 */
export function openReinsuredYears(
  treaties: readonly TreatyTerms[],
  catalogue: CompiledCatalogue,
  { worlds, yearsPerWorld, seed }: Pick<YearsOptions, 'worlds' | 'yearsPerWorld' | 'seed'>,
): ReinsuredYearsBuilder {
  const years = worlds * yearsPerWorld;
  const column = (): Float64Array => new Float64Array(treaties.length === 0 ? 0 : years);
  const net = { asItIs: column(), neutral: { largest: column(), total: column() } };
  const sums = treaties.map(() => ({
    ...{ recoveredAsItIs: 0, recovered: 0, reinstatementPremium: 0 },
    ...{ payingYears: 0, exhaustedYears: 0 },
  }));
  let added = 0;

  function add(result: WorldYears): Float64Array | null {
    invariant(result.world === added, `world ${result.world} comes in place of ${added}`);
    const firstYear = added * yearsPerWorld;
    added += 1;
    if (treaties.length === 0) return null;
    const { starts, startHour, gross, grossMeanNeutral } = result;
    const outages = { starts, startHour, cause: outageCauses(result, catalogue) };
    const asItIs = cedeYears(treaties, outages, gross.byEvent);
    const neutral = cedeYears(treaties, outages, grossMeanNeutral.byEvent);
    net.asItIs.set(yearLosses(starts, asItIs.net).total, firstYear);
    const netYears = yearLosses(starts, neutral.net);
    net.neutral.largest.set(netYears.largest, firstYear);
    net.neutral.total.set(netYears.total, firstYear);
    treaties.forEach(({ aggregate: { limit } }, treaty) => {
      const { recovered, used, reinstatementPremium } = neutral.treaties[treaty]!;
      const row = sums[treaty]!;
      row.recoveredAsItIs += sum(asItIs.treaties[treaty]!.recovered);
      row.recovered += sum(recovered);
      row.reinstatementPremium += sum(reinstatementPremium);
      row.payingYears += yearLosses(starts, recovered).total.filter((paid) => paid > 0).length;
      if (limit === null) return;
      row.exhaustedYears += used.filter((amount) => amount >= limit * (1 - ROUNDING)).length;
    });
    return neutral.net;
  }

  function summary(): ReinsuredYears {
    invariant(added === worlds, `${added} of ${worlds} worlds`);
    if (treaties.length === 0) return { net: null, netExceedance: null, treaties: [] };
    return {
      net: yearSummary(net.asItIs, net.neutral.total, worlds),
      netExceedance: exceedanceRows(net.neutral, null, seed, 'net'),
      treaties: treaties.map((terms, treaty): TreatyYears => {
        const row = sums[treaty]!;
        return {
          terms,
          averageRecoveryUsd: {
            factorMedianOne: row.recoveredAsItIs / years,
            meanNeutral: row.recovered / years,
          },
          payingYearsShare: row.payingYears / years,
          exhaustedYearsShare: terms.aggregate.limit === null ? null : row.exhaustedYears / years,
          averageReinstatementPremiumUsd: row.reinstatementPremium / years,
          cededPremiumUsd: terms.premiumUsd === null ? null : terms.premiumUsd * terms.placedShare,
        };
      }),
    };
  }

  return { add, summary };
}

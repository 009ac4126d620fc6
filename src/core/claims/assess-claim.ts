import type { Catalog, ZoneOffsetHours } from '../catalog.ts';
import type { Scenario } from '../scenario.ts';
import { resultId } from '../units/hash.ts';
import { ENGINE_VERSION } from '../version.ts';
import type { ClaimAmount, ClaimMeasure } from './claim.ts';
import type { ClaimBackground, ClaimFindings } from './claim-assessment.ts';
import { ceilingOf, neighboursOf, placeOf, sharesOf } from './claim-size.ts';
import { comparisonsOf, judgeReading, measureCompared, mistakesOf, settle } from './judge-claim.ts';
import { openEvent, type OpenEvent } from './open-event.ts';
import { readingsOf, type Claim } from './readings.ts';
import { centreUsd, isFlagged, nearestEndUsd } from './verdict.ts';
import { whatItWouldTake } from './what-it-would-take.ts';

/**
 * Holds a published figure against the range of an estimate, by the rules in the README of this folder.
 *
 * @throws ImpactError as `estimate`, and CURRENCY_UNKNOWN for a currency without a rate
 */
export function assessClaim(
  claim: Claim,
  scenario: Scenario,
  background: ClaimBackground,
  catalog: Catalog,
  zoneOffset: ZoneOffsetHours,
): ClaimFindings {
  return assessAgainst(openEvent(scenario, catalog, zoneOffset), claim, background);
}

/** As `assessClaim`, for several claims about one event: the estimate is made once. */
export function assessAgainst(event: OpenEvent, claim: Claim, background: ClaimBackground): ClaimFindings {
  const { catalog, estimate, scenario } = event;
  const stated: ClaimMeasure | null = claim.measure ?? claim.reading.measure?.id ?? null;
  const readings = readingsOf(claim, event);
  const judged = readings.map((reading) => ({
    ...reading,
    ...judgeReading(reading.amount, stated, claim, event),
  }));
  const [main] = judged;
  const settled = settle(judged, stated, event);
  const total = main?.total ?? null;
  const compared = total === null ? null : measureCompared(total, main!.verdict, stated, event);
  const middle = estimate.measures[compared ?? event.headline]!.p50;
  const endUsd = total === null ? null : nearestEndUsd(total, middle);
  const mistakes =
    main === undefined || settled.verdict === 'needs-review'
      ? []
      : mistakesOf(main, settled.verdict, stated, claim, event, background);
  const findings: Omit<ClaimFindings, 'id' | 'schema'> = {
    event: {
      id: scenario.id ?? null,
      title: scenario.title ?? scenario.id ?? 'this outage',
      family: background.family,
      asOf: scenario.asOf ?? null,
    },
    claim: {
      text: claim.reading.text,
      ...openEnds(main?.amount ?? null),
      currencyStated:
        main !== undefined && (claim.currency ?? claim.reading.amounts[0]?.currency ?? null) !== null,
      measure: stated,
      scope: claim.reading.scope,
      lowUsd: total === null || total.bound === 'up-to' ? null : total.lowUsd,
      highUsd: total === null || total.bound === 'at-least' ? null : total.highUsd,
      alternatives: judged.slice(1).map(({ amount, because, verdict }) => ({ amount, because, verdict })),
    },
    verdict: settled.verdict,
    rule: { number: settled.rule, words: settled.words },
    measureCompared: compared,
    comparisons: total === null ? [] : comparisonsOf(total, stated, claim, event),
    flagged: isFlagged(settled.verdict) || mistakes.length > 0,
    ...sharesOf(total, compared, event),
    ceiling: endUsd === null ? null : ceilingOf(event, endUsd),
    ...placeOf(endUsd, event, catalog),
    neighbours: total === null ? [] : neighboursOf(centreUsd(total), background),
    ...(endUsd === null || (main?.yardstick ?? null) === null || settled.verdict === 'needs-review'
      ? { wouldHaveToBeTrue: [], jointChange: null }
      : whatItWouldTake(endUsd, compared ?? event.headline, event)),
    likelyMistakes: mistakes,
    pastClaims: background.pastClaims.filter(
      (past) => past.family !== null && past.family === background.family,
    ),
    estimate: {
      id: estimate.id,
      measure: event.headline,
      scope: estimate.measures[event.headline]!.scope,
      draws: estimate.draws,
      seed: estimate.seed,
      p5: estimate.measures[event.headline]!.p5,
      p50: estimate.measures[event.headline]!.p50,
      p95: estimate.measures[event.headline]!.p95,
    },
  };
  return { schema: 'lossrange/claim@1', id: identify(findings), ...findings };
}

function openEnds(
  amount: ClaimAmount | null,
): Pick<ClaimFindings['claim'], 'low' | 'high' | 'currency' | 'unit' | 'bound' | 'words'> {
  if (amount === null) {
    return { low: null, high: null, currency: null, unit: 'total', bound: 'none', words: '' };
  }
  const { low, high, bound, ...rest } = amount;
  return {
    ...rest,
    bound,
    low: bound === 'up-to' ? null : low,
    high: bound === 'at-least' ? null : high,
  };
}

/** The words of a claim change no number, so they are left out of its id. */
function identify({
  claim,
  event,
  estimate,
  measureCompared: compared,
}: Omit<ClaimFindings, 'id' | 'schema'>): string {
  const { low, high, currency, unit, bound, measure, scope, alternatives } = claim;
  return resultId({
    claim: { low, high, currency, unit, bound, measure },
    scope: scope === null ? null : { kind: scope.kind, countries: scope.countries },
    alternatives: alternatives.map(({ amount }) => [amount.low, amount.high, amount.currency, amount.unit]),
    family: event.family,
    estimate: estimate.id,
    measureCompared: compared,
    engine: ENGINE_VERSION,
  });
}

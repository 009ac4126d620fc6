import type { Affected, BusinessCount, CountKind, Fact, Scenario, UserReports } from '../scenario.ts';
import { parseDateOrInstant } from '../units/instant.ts';

/** One of several dated statements, with its place in the scenario. */
export interface Dated<F> {
  readonly fact: F;
  readonly index: number;
}

/** The latest statement that was known at the scenario's date; statements without a date count as known. */
export function latestKnown<F extends { readonly asOf?: string | undefined }>(
  facts: readonly F[],
  asOf: string | undefined,
): Dated<F> | null {
  const limit = asOf === undefined ? Infinity : (parseDateOrInstant(asOf) ?? Infinity);
  let best: Dated<F> | null = null;
  let bestDate = -Infinity;
  facts.forEach((fact, index) => {
    const date = fact.asOf === undefined ? -Infinity : (parseDateOrInstant(fact.asOf) ?? -Infinity);
    if (date <= limit && (best === null || date >= bestDate)) {
      best = { fact, index };
      bestDate = date;
    }
  });
  return best;
}

/** The business count that is used, of the kinds asked for. */
export function countOf(scenario: Scenario, kinds: readonly CountKind[]): Dated<BusinessCount> | null {
  const indexed = scenario.affected.businesses
    .map((fact, index) => ({ fact, index, asOf: fact.asOf }))
    .filter(({ fact }) => kinds.includes(fact.counted));
  return latestKnown(indexed, scenario.asOf)?.fact ?? null;
}

export function reportsOf(scenario: Scenario): Dated<UserReports> | null {
  return latestKnown(scenario.affected.userReports, scenario.asOf);
}

/** A single fact, if it was known at the scenario's date. */
export function knownFact(
  scenario: Scenario,
  name: keyof Pick<Affected, 'flightsCancelled' | 'passengers' | 'devices'>,
): Fact | undefined {
  const fact = scenario.affected[name];
  return fact === undefined ? undefined : latestKnown([fact], scenario.asOf)?.fact;
}

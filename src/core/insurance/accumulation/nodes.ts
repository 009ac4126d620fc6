import type { EventCatalogue } from '../../catalog.ts';
import { foldedAt } from '../folded-loss.ts';
import { foldTerms } from '../folded-policy.ts';
import type { LossCause } from '../insured-outage.ts';
import type { InsuredPolicy } from '../portfolio/insured-policy.ts';

/** What can fail at once: a region of a provider, or all of its regions. */
export interface Place {
  readonly provider: string;
  /** Null: all regions. */
  readonly region: string | null;
}

/** What a group of policies stakes, US dollars. Layers of one policy are policies here. */
export interface Stake {
  readonly policies: number;
  /** Most that they pay for one outage, added up; those without a limit left out. */
  readonly limitUsd: number;
  readonly unlimited: number;
  /** Of those that state one, once for all layers of a policy. */
  readonly premiumUsd: number;
}

/** Policies that name a place. */
export interface Node extends Place, Stake {}

/** Where a book's policies pile up. A policy counts whole at every place that it names. */
export interface Nodes {
  /** Every provider named (region null), then every region named, the largest limits first. */
  readonly named: readonly Node[];
  /** Policies whose cloud nobody knows. */
  readonly unknown: Stake;
  /** Places named that the catalogue has no outages of. */
  readonly outsideCatalogue: readonly Place[];
}

/** @param cause  of the outages, which terms may leave out */
export function nodesOf(
  rows: readonly InsuredPolicy[],
  { providers }: EventCatalogue,
  cause: LossCause,
): Nodes {
  const regions = new Map(providers.map(({ id, regions: all }) => [id, new Set(all.map((row) => row.id))]));
  const sums = new Map<string, { readonly place: Place; readonly stake: OpenStake }>();
  const unknown = noStake();
  for (const row of rows) {
    const most = mostPaid(row, cause);
    const { dependsOn } = row.insured;
    if (dependsOn === null) add(unknown, row, most);
    else for (const place of placesOf(dependsOn)) add(stakeAt(sums, place), row, most);
  }
  const known = ({ provider, region }: Place): boolean =>
    regions.has(provider) && (region === null || regions.get(provider)!.has(region));
  const nodes = [...sums.values()].map(({ place, stake }): Node => ({ ...place, ...closed(stake) }));
  return {
    named: nodes.filter(known).sort(byLimit),
    unknown: closed(unknown),
    outsideCatalogue: nodes
      .filter((node) => !known(node))
      .map(({ provider, region }) => ({ provider, region })),
  };
}

/** The most that a policy pays for one outage; infinite without a limit. */
function mostPaid({ terms, insured }: InsuredPolicy, cause: LossCause): number {
  const extraExpense = insured.extraExpenseUsd;
  const folded = foldTerms(terms, { cause, extraExpense, lossAvoided: null, recoveries: 0 });
  // What grows with no loss has no use for its limit: a cause that is not covered, a share of 0.
  const most = folded.slope === 0 ? foldedAt(folded, 0) : folded.cap;
  return Math.min(most, terms.annualAggregate.limit ?? Infinity);
}

/** Every provider, and every region. */
function placesOf(
  dependsOn: readonly { readonly provider: string; readonly region: string | null }[],
): Place[] {
  const providers = new Set(dependsOn.map(({ provider }) => provider));
  const named = dependsOn.filter(({ region }) => region !== null);
  return [
    ...[...providers].map((provider) => ({ provider, region: null })),
    ...named.map(({ provider, region }) => ({ provider, region })),
  ];
}

interface OpenStake {
  policies: number;
  limitUsd: number;
  unlimited: number;
  readonly premiums: Map<string, number>;
}

const noStake = (): OpenStake => ({ policies: 0, limitUsd: 0, unlimited: 0, premiums: new Map() });

function stakeAt(
  sums: Map<string, { readonly place: Place; readonly stake: OpenStake }>,
  place: Place,
): OpenStake {
  const key = `${place.provider}.${place.region ?? ''}`;
  let found = sums.get(key);
  if (found === undefined) sums.set(key, (found = { place, stake: noStake() }));
  return found.stake;
}

function add(stake: OpenStake, { key, grossPremiumUsd }: InsuredPolicy, most: number): void {
  stake.policies += 1;
  if (Number.isFinite(most)) stake.limitUsd += most;
  else stake.unlimited += 1;
  if (grossPremiumUsd === null) return;
  stake.premiums.set([key.portNumber, key.accNumber, key.polNumber].join('\u001f'), grossPremiumUsd);
}

function closed({ premiums, ...stake }: OpenStake): Stake {
  return { ...stake, premiumUsd: [...premiums.values()].reduce((sum, usd) => sum + usd, 0) };
}

function byLimit(a: Node, b: Node): number {
  const rank = (node: Node): number => Number(node.region !== null);
  return (
    rank(a) - rank(b) ||
    b.limitUsd - a.limitUsd ||
    b.policies - a.policies ||
    (a.provider + (a.region ?? '') < b.provider + (b.region ?? '') ? -1 : 1)
  );
}

import { MINIMUM_IMPAIRMENTS, waitingVariants } from './policy-hours.ts';
import type { PolicyKey } from './insured-policy.ts';

/** Loss of a group of policies: one of many ways to split the book. US dollars, means over the draws. */
export interface GroupLoss {
  policies: number;
  groundUp: number;
  gross: number;
  /** Stays 0 until `addNet`. */
  net: number;
}

export type MeanLoss = Readonly<Pick<GroupLoss, 'groundUp' | 'gross'>>;

/** One policy in the event, US dollars. */
export interface PolicyLoss {
  /** Line of the file. */
  readonly line: number;
  readonly key: PolicyKey;
  readonly sector: string;
  /** Share of the draws in which the outage strikes the insured, 0–1. */
  readonly struckShare: number;
  /** Hours that count when it does. */
  readonly countedHours: number;
  readonly pastWaiting: boolean;
  /** Means over all draws, those that strike others included. */
  readonly groundUpMean: number;
  readonly grossMean: number;
  /** Its part of what treaties of the whole book leave, in proportion to gross in each draw; null without treaties. */
  netMean: number | null;
}

/** What adds up over the rows of a book, row by row in the order of the file. */
export interface BookSums {
  /** US dollars, [draws]. */
  readonly groundUp: Float64Array;
  readonly gross: Float64Array;
  /** Of them, from the policies of `providerUnknown` and `regionUnknown`. */
  readonly groundUpUnknown: Float64Array;
  readonly grossUnknown: Float64Array;
  /** Gross loss were all policies to wait as `waitingVariants`, [variants][draws]. */
  readonly waitingTable: readonly Float64Array[];
  /** Gross loss were hours to count from `MINIMUM_IMPAIRMENTS` on, [shares][draws]. */
  readonly lessImpaired: readonly Float64Array[];
  readonly bySector: Map<string, GroupLoss>;
  readonly byProvider: Map<string, GroupLoss>;
  readonly byRegion: Map<string, GroupLoss>;
  /** Those that are struck in any draw; the others lose nothing. */
  readonly policies: PolicyLoss[];
  /** Net losses have been added. */
  hasNet: boolean;
  policyCount: number;
  notInForce: number;
  /** Policies whose cloud nobody knows; policies that name the provider that failed, but no region. */
  providerUnknown: number;
  regionUnknown: number;
  /** Policies that name no services; they need all. */
  servicesUnknown: number;
  /** Policies whose insured states extra expense. */
  extraExpensePolicies: number;
  /** Further policies of an insured whose ground-up loss is not that of its first row. */
  unlikeFirstRow: number;
}

export function emptySums(draws: number): BookSums {
  const column = (): Float64Array => new Float64Array(draws);
  return {
    groundUp: column(),
    gross: column(),
    groundUpUnknown: column(),
    grossUnknown: column(),
    waitingTable: waitingVariants.map(column),
    lessImpaired: MINIMUM_IMPAIRMENTS.map(column),
    bySector: new Map(),
    byProvider: new Map(),
    byRegion: new Map(),
    policies: [],
    hasNet: false,
    policyCount: 0,
    notInForce: 0,
    providerUnknown: 0,
    regionUnknown: 0,
    servicesUnknown: 0,
    extraExpensePolicies: 0,
    unlikeFirstRow: 0,
  };
}

/** Adds one policy to its group, which it returns. */
export function addToGroup(groups: Map<string, GroupLoss>, name: string, loss: MeanLoss): GroupLoss {
  const group = groups.get(name) ?? { policies: 0, groundUp: 0, gross: 0, net: 0 };
  groups.set(name, group);
  group.policies += 1;
  group.groundUp += loss.groundUp;
  group.gross += loss.gross;
  return group;
}

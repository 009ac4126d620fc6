import { invariant } from '../../errors/invariant.ts';
import { foldedGross, foldTerms, type FoldedHours, type FoldedTerms } from '../folded-policy.ts';
import { insuredKey } from '../insured/insured-key.ts';
import type { OtherLoss } from '../insured-loss.ts';
import type { Insured } from '../insured/insured.ts';
import type { InsuredShape } from '../insured/insured-shapes.ts';
import { roomForStruck, type InsuredModel } from '../insured/open-insured-model.ts';
import { stakeOf } from '../insured/struck-share.ts';
import type { Policy } from '../policy.ts';
import { addToGroup, emptySums } from './book-sums.ts';
import type { BookSums, GroupLoss, MeanLoss, PolicyLoss } from './book-sums.ts';
import type { InsuredPolicy } from './insured-policy.ts';
import { hoursKey, policyHours, type PolicyHours } from './policy-hours.ts';

/** What an event strikes. */
export interface BookEvent {
  readonly provider: string;
  /** Null: all regions. */
  readonly region: string | null;
  /** Insureds are struck through the clouds that they name; otherwise whatever they name. */
  readonly strikesClouds: boolean;
  /** ms since the epoch; null: all policies are in force. */
  readonly startMs: number | null;
}

export interface Book {
  readonly add: (policy: InsuredPolicy) => void;
  /**
   * Nets every policy and group, once all are added: runs the policies that pay through their draws a second time.
   *
   * @param netShare  [draws] share of the book's gross loss that its treaties leave, 0–1
   */
  readonly addNet: (netShare: Float64Array) => void;
  readonly sums: BookSums;
}

/** What the second run of a policy needs. */
interface PayingPolicy {
  readonly loss: PolicyLoss;
  readonly insured: Insured;
  readonly terms: FoldedTerms;
  readonly hours: FoldedHours;
  readonly groups: readonly GroupLoss[];
}

const UNKNOWN = 'not known';
const noLoss: MeanLoss = { groundUp: 0, gross: 0 };

/**
 * Opens a book in one event: policies are added one by one, in the order of the file, and none of them is kept, unless
 * `netToCome` and it pays something.
 *
 * Every insured has its own random stream, so the order of rows changes no policy's loss. The ground-up loss of an insured
 * with several policies or layers counts once in totals, as its first row has it; rows that have another are counted.
 */
export function openBook(model: InsuredModel, event: BookEvent, netToCome: boolean): Book {
  const paying: PayingPolicy[] = [];
  const sums = emptySums(model.draws);
  /** Mean ground-up loss of the first row of each insured, US dollars. */
  const firstOf = new Map<string, number>();
  const hoursOf = rememberedHours();
  /** Of the policy at hand. */
  const room = roomForStruck(model.draws);
  const { draw: struckDraws, scale: struckScales } = room;

  function add(policy: InsuredPolicy): void {
    const { insured, key } = policy;
    if (event.startMs !== null && !(policy.inceptionMs <= event.startMs && event.startMs < policy.expiryMs)) {
      sums.notInForce += 1;
      return;
    }
    const stake = stakeOf(event.strikesClouds ? insured.dependsOn : null, event.provider, event.region);
    const isUnknown = stake.unknown > 0 || stake.regionUnknown > 0;
    if (stake.unknown > 0) sums.providerUnknown += 1;
    if (stake.regionUnknown > 0) sums.regionUnknown += 1;
    if (insured.services === null) sums.servicesUnknown += 1;
    if (insured.extraExpenseUsd > 0) sums.extraExpensePolicies += 1;
    sums.policyCount += 1;
    const name = insuredKey(key);
    const first = firstOf.get(name);
    const counts = first === undefined;
    const struck = stake.named > 0 || isUnknown ? model.fillStruck(insured, name, room) : 0;
    const loss = struck === 0 ? null : addLoss(policy, struck, counts, isUnknown);
    if (counts) firstOf.set(name, loss?.groundUpMean ?? 0);
    else if (first !== (loss?.groundUpMean ?? 0)) sums.unlikeFirstRow += 1;
    const means =
      loss === null ? noLoss : { groundUp: counts ? loss.groundUpMean : 0, gross: loss.grossMean };
    const { provider, region } = placeOf(insured, event);
    const groups = [
      addToGroup(sums.bySector, insured.sector, means),
      addToGroup(sums.byProvider, provider, means),
      addToGroup(sums.byRegion, region, means),
    ];
    if (loss === null) return;
    sums.policies.push(loss);
    if (netToCome && loss.grossMean > 0) paying.push(payingPolicy(policy, loss, groups));
  }

  function payingPolicy(
    { insured, terms }: InsuredPolicy,
    loss: PolicyLoss,
    groups: readonly GroupLoss[],
  ): PayingPolicy {
    const hours = hoursOf(model.shapeOf(insured), terms).own;
    return { loss, insured, terms: foldTerms(terms, otherLossOf(insured)), hours, groups };
  }

  function addNet(netShare: Float64Array): void {
    invariant(netToCome, 'paying policies were kept');
    sums.hasNet = true;
    for (const loss of sums.policies) loss.netMean = 0;
    for (const { loss, insured, terms, hours, groups } of paying) {
      const struck = model.fillStruck(insured, insuredKey(loss.key), room);
      let sum = 0;
      for (let i = 0; i < struck; i++) {
        sum += foldedGross(terms, hours, struckScales[i]!) * netShare[struckDraws[i]!]!;
      }
      loss.netMean = sum / model.draws;
      for (const group of groups) group.net += loss.netMean;
    }
  }

  function addLoss(policy: InsuredPolicy, struck: number, counts: boolean, isUnknown: boolean): PolicyLoss {
    const { insured, terms, key, line } = policy;
    const shape = model.shapeOf(insured);
    const hours = hoursOf(shape, terms);
    const whole = shape.accrual.loss.at(-1)!;
    const other = otherLossOf(insured);
    const { extraExpense } = other;
    let groundUp = 0;
    for (let i = 0; i < struck; i++) groundUp += struckScales[i]! * whole + extraExpense;
    if (counts) addGroundUp(sums.groundUp, whole, extraExpense, struck);
    if (counts && isUnknown) addGroundUp(sums.groundUpUnknown, whole, extraExpense, struck);
    const gross = addGross(terms, other, hours, struck, isUnknown);
    return {
      line,
      key,
      sector: insured.sector,
      struckShare: struck / model.draws,
      countedHours: hours.counted.hours,
      pastWaiting: hours.own.triggered,
      groundUpMean: groundUp / model.draws,
      grossMean: gross / model.draws,
      netMean: null,
    };
  }

  function otherLossOf(insured: Insured): OtherLoss<number> {
    // Nothing is spent in an outage that costs no income.
    const spends = model.shapeOf(insured).accrual.loss.at(-1)! > 0;
    const extraExpense = spends ? insured.extraExpenseUsd : 0;
    return { cause: model.cause, extraExpense, lossAvoided: null, recoveries: 0 };
  }

  function addGroundUp(column: Float64Array, whole: number, extraExpense: number, struck: number): void {
    for (let i = 0; i < struck; i++) column[struckDraws[i]!]! += struckScales[i]! * whole + extraExpense;
  }

  /** @returns the sum over the draws, US dollars */
  function addGross(
    terms: Policy<number>,
    other: OtherLoss<number>,
    hours: PolicyHours,
    struck: number,
    isUnknown: boolean,
  ): number {
    const folded = foldTerms(terms, other);
    const weighs = terms.waiting.mode === 'greaterOf';
    const plain = weighs
      ? foldTerms({ ...terms, waiting: { ...terms.waiting, mode: 'qualifying' } }, other)
      : folded;
    const sum = addFolded(sums.gross, folded, hours.own, struck);
    if (isUnknown) addFolded(sums.grossUnknown, folded, hours.own, struck);
    sums.waitingTable.forEach((column, i) => addFolded(column, plain, hours.waitingTable[i]!, struck));
    sums.lessImpaired.forEach((column, i) => addFolded(column, folded, hours.lessImpaired[i]!, struck));
    return sum;
  }

  function addFolded(column: Float64Array, terms: FoldedTerms, hours: FoldedHours, struck: number): number {
    // Gross never falls as the loss grows, and most policies keep all of theirs.
    if (foldedGross(terms, hours, room.largest) === 0) return 0;
    let sum = 0;
    for (let i = 0; i < struck; i++) {
      const gross = foldedGross(terms, hours, struckScales[i]!);
      column[struckDraws[i]!]! += gross;
      sum += gross;
    }
    return sum;
  }

  return { add, addNet, sums };
}

/** Hours by shape and waiting period: a book has few of both. */
function rememberedHours(): (shape: InsuredShape, terms: Policy<number>) => PolicyHours {
  const known = new Map<InsuredShape, Map<string, PolicyHours>>();
  return (shape, terms) => {
    let ofShape = known.get(shape);
    if (ofShape === undefined) known.set(shape, (ofShape = new Map<string, PolicyHours>()));
    const key = hoursKey(terms);
    let hours = ofShape.get(key);
    if (hours === undefined) ofShape.set(key, (hours = policyHours(shape, terms)));
    return hours;
  };
}

/** Where a policy is counted: at the region that failed when it names it, else at the one it rests on most. */
function placeOf({ dependsOn }: Insured, event: BookEvent): { provider: string; region: string } {
  if (dependsOn === null) return { provider: UNKNOWN, region: UNKNOWN };
  const struck = dependsOn.find((row) => row.provider === event.provider && row.region === event.region);
  const most = struck ?? dependsOn.reduce((best, row) => (row.share > best.share ? row : best));
  return { provider: most.provider, region: `${most.provider} ${most.region ?? UNKNOWN}` };
}

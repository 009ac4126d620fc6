import { invariant } from '../../errors/invariant.ts';
import { CHUNK_DRAWS, fillFrom, type Stream } from '../../random/stream.ts';
import { aggregatePayment } from '../annual-aggregate.ts';
import { floatArithmetic } from '../arithmetic.ts';
import { foldedAt } from '../folded-loss.ts';
import type { EventLosses } from './event-losses.ts';
import type { YearsModel } from './open-years-model.ts';
import type { DrawnWorld } from './open-world.ts';

/** Blocks of uniform numbers that an insured has in one world. */
const BLOCKS_PER_WORLD = 4096;

/** Sums of one policy over the years of a world, US dollars; `paid` counts outages, mean-neutral. */
export interface PolicySums {
  groundUp: number;
  gross: number;
  grossMeanNeutral: number;
  paid: number;
}

/**
 * One policy through all outages in which it has a stake, and through the disasters.
 *
 * @param into  takes its losses by outage
 * @param sums  takes those of the years, without the disasters
 * @param countsGroundUp  false for a further policy of an insured: what it loses before terms counts once
 */
export function runPolicy(
  model: YearsModel,
  world: DrawnWorld,
  into: EventLosses,
  sums: PolicySums,
  policy: number,
  countsGroundUp: boolean,
): void {
  const { stream, dependence } = model.policies[policy]!;
  const { event } = world.stakes[dependence]!;
  fillStruck(world.numbers.subarray(0, event.length), model.options.seed, stream, world.world);
  let years = event.length;
  while (years > 0 && event[years - 1]! >= world.outages) years -= 1;
  sums.groundUp = sums.gross = sums.grossMeanNeutral = sums.paid = 0;
  runStakes(model, world, into, sums, policy, countsGroundUp, 0, years);
  if (years === event.length) return;
  const ofDisasters = { groundUp: 0, gross: 0, grossMeanNeutral: 0, paid: 0 };
  runStakes(model, world, into, ofDisasters, policy, countsGroundUp, years, event.length);
}

/** The stakes `from` to `to` - 1 of a policy, whole years. */
function runStakes(
  model: YearsModel,
  { world, events, folded: groups, stakes, numbers }: DrawnWorld,
  { groundUp, extraExpense, gross, grossMeanNeutral, struckIncome }: EventLosses,
  sums: PolicySums,
  policy: number,
  countsGroundUp: boolean,
  from: number,
  to: number,
): void {
  const { terms, annualAggregate, fullIncomeUsd, incomeUsd, dependenceDrawn, extraExpenseUsd } =
    model.policies[policy]!;
  const { group, dependence } = model.policies[policy]!;
  const { event: eventOf, share, chance, maybeShare, maybeChance } = stakes[dependence]!;
  const { whole, inPeriod, afterWaiting } = groups[group]!;
  const years = events.year;
  const { sector } = model.groups[group]!;
  const drawn = dependenceDrawn ? model.inputs[sector.dependence]![world]! : 1;
  const scale = incomeUsd * drawn * model.structural[world]!;
  const { slope, offset, cap, greaterOfRetention, grossNotTriggered, grossWithoutLoss } = terms;
  const folded = { slope, offset, cap };
  // -1 is an outage that does not pass the waiting period. What it is paid is what a loss of nothing is paid,
  // `grossWithoutLoss`, as it is extra expense for which there is no waiting period.
  const leastInside = grossNotTriggered > 0 ? -1 : 0;
  const neutral = 1 / model.structuralMean;
  const aggregated = annualAggregate.attachment > 0 || annualAggregate.limit !== null;
  let year = -1;
  let sum = 0;
  let sumNeutral = 0;
  let groundUpTotal = 0;
  let grossTotal = 0;
  let neutralTotal = 0;
  let paid = 0;
  for (let i = from; i < to; i++) {
    const u = numbers[i]!;
    const struck = (u < chance[i]! ? share[i]! : 0) + (u < maybeChance[i]! ? maybeShare[i]! : 0);
    if (struck === 0) continue;
    const event = eventOf[i]!;
    const money = scale * struck;
    if (countsGroundUp) {
      const all = money * whole[event]!;
      groundUpTotal += all;
      groundUp[event]! += all;
      struckIncome[event]! += fullIncomeUsd;
    }
    if (extraExpenseUsd > 0) {
      // Nothing is spent, nor paid, in an outage that costs no income.
      if (money * whole[event]! === 0) continue;
      if (countsGroundUp) {
        groundUpTotal += extraExpenseUsd;
        groundUp[event]! += extraExpenseUsd;
        extraExpense[event]! += extraExpenseUsd;
      }
    }
    const inside = inPeriod[event]!;
    if (inside < leastInside) continue;
    const after = afterWaiting[event]!;
    const over = money * inside - greaterOfRetention;
    let loss = over <= 0 ? grossWithoutLoss : foldedAt(folded, Math.min(money * after, over));
    const overNeutral = money * neutral * inside - greaterOfRetention;
    let lossNeutral =
      overNeutral <= 0 ? grossWithoutLoss : foldedAt(folded, Math.min(money * neutral * after, overNeutral));
    if (aggregated) {
      if (years[event] !== year) {
        year = years[event]!;
        sum = 0;
        sumNeutral = 0;
      }
      const before = sum;
      const beforeNeutral = sumNeutral;
      sum += loss;
      sumNeutral += lossNeutral;
      loss = aggregatePayment(floatArithmetic, annualAggregate, before, loss);
      lossNeutral = aggregatePayment(floatArithmetic, annualAggregate, beforeNeutral, lossNeutral);
    }
    grossTotal += loss;
    neutralTotal += lossNeutral;
    gross[event]! += loss;
    grossMeanNeutral[event]! += lossNeutral;
    if (lossNeutral > 0) paid += 1;
  }
  sums.groundUp = groundUpTotal;
  sums.gross = grossTotal;
  sums.grossMeanNeutral = neutralTotal;
  sums.paid = paid;
}

/** One uniform number for each outage that can strike an insured; the stream is the insured's, the chunk the world's. */
function fillStruck(out: Float64Array, seed: number, stream: Stream, world: number): void {
  invariant(out.length <= BLOCKS_PER_WORLD * CHUNK_DRAWS, `${out.length} outages in one world`);
  for (let from = 0, block = 0; from < out.length; from += CHUNK_DRAWS, block++) {
    const part = out.subarray(from, Math.min(from + CHUNK_DRAWS, out.length));
    fillFrom(stream, part, seed, world * BLOCKS_PER_WORLD + block, 'event-years');
  }
}

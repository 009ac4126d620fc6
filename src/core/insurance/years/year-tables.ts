import { invariant } from '../../errors/invariant.ts';
import { yearLosses } from '../curves/year-losses.ts';
import type { YearLosses } from '../curves/year-losses.ts';
import { sum } from '../../statistics/sum.ts';
import type { YearsOptions } from './open-years-model.ts';
import type { WorldLosses, WorldYears } from './run-world.ts';

/** A book over all years of all worlds, one loss perspective, US dollars. */
export interface BookYears extends YearLosses {
  /** [policies] mean a year */
  readonly averageByPolicy: Float64Array;
}

export interface YearTables {
  readonly worlds: number;
  readonly groundUp: BookYears;
  /** [years] of the ground-up loss of a year, extra expense. */
  readonly extraExpense: Float64Array;
  readonly gross: BookYears;
  readonly grossMeanNeutral: BookYears;
  /** Losses a year that were paid something, mean-neutral: [worlds] of all policies, [policies] over all worlds. */
  readonly paidByWorld: Float64Array;
  readonly paidByPolicy: Float64Array;
}

/** Takes one world after the other and keeps nothing of it but its years. */
export interface YearTablesBuilder {
  /** @throws Error (invariant) when it is not the turn of this world */
  readonly add: (result: WorldYears) => void;
  /** @throws Error (invariant) when a world is missing */
  readonly tables: () => YearTables;
}

/** Lays the years of worlds side by side: [worlds × years], world after world. */
export function openYearTables({
  worlds,
  yearsPerWorld,
}: Pick<YearsOptions, 'worlds' | 'yearsPerWorld'>): YearTablesBuilder {
  const years = worlds * yearsPerWorld;
  const sums = perspectives.map(() => ({
    largest: new Float64Array(years),
    total: new Float64Array(years),
    byPolicy: new Float64Array(0),
  }));
  const extraExpense = new Float64Array(years);
  const paidByWorld = new Float64Array(worlds);
  let paidByPolicy: Float64Array = new Float64Array(0);
  let next = 0;
  return {
    add: (result) => {
      invariant(result.world === next, `world ${result.world} comes in place of ${next}`);
      perspectives.forEach((name, i) => addWorld(sums[i]!, result, result[name], next * yearsPerWorld));
      extraExpense.set(yearLosses(result.starts, result.extraExpense).total, next * yearsPerWorld);
      paidByPolicy = added(paidByPolicy, result.paidEvents);
      paidByWorld[next] = sum(Float64Array.from(result.paidEvents)) / yearsPerWorld;
      next += 1;
    },
    tables: () => {
      invariant(next === worlds, `${next} of ${worlds} worlds`);
      const [groundUp, gross, grossMeanNeutral] = sums.map(({ largest, total, byPolicy }) => ({
        ...{ largest, total },
        averageByPolicy: byPolicy.map((loss) => loss / years),
      }));
      return {
        worlds,
        groundUp: groundUp!,
        extraExpense,
        gross: gross!,
        grossMeanNeutral: grossMeanNeutral!,
        paidByWorld,
        paidByPolicy: paidByPolicy.map((paid) => paid / years),
      };
    },
  };
}

const perspectives = ['groundUp', 'gross', 'grossMeanNeutral'] as const;

function addWorld(
  sums: { largest: Float64Array; total: Float64Array; byPolicy: Float64Array },
  { starts }: WorldYears,
  { byEvent, byPolicy }: WorldLosses,
  firstYear: number,
): void {
  const years = yearLosses(starts, byEvent);
  sums.largest.set(years.largest, firstYear);
  sums.total.set(years.total, firstYear);
  sums.byPolicy = added(sums.byPolicy, byPolicy);
}

/** Adds to running sums in place; the first rows make them. */
function added(sums: Float64Array, rows: ArrayLike<number>): Float64Array {
  if (sums.length === 0) return Float64Array.from(rows);
  for (let i = 0; i < sums.length; i++) sums[i]! += rows[i]!;
  return sums;
}

import type { MeasureId, ScopedLoss } from '../result.ts';
import { summarise } from '../statistics/summary.ts';
import type { CompiledModel } from './compile.ts';
import type { MethodColumn } from './method.ts';
import { pooledColumn, wholeMethods } from './pool.ts';
import type { Pool } from './pool.ts';
import type { Simulation } from './simulate.ts';

export const UNIT = 'USD';

/** Measures that the pooled methods can all give, in the order of results. Not to be added to each other. */
const pooledMeasures: readonly (readonly [MeasureId, MethodColumn])[] = [
  ['interrupted-output', 'interrupted'],
  ['corporate-interruption', 'corporate'],
  ['revenue', 'revenue'],
  ['cost', 'cost'],
  ['profit', 'profit'],
];

/** Measures of a company are its revenue, cost and profit; what the economy interrupts has no meaning there. */
const companyMeasures: ReadonlySet<MeasureId> = new Set(['revenue', 'cost', 'profit']);

/** What the headline measures: lost for good in an economy, cost to a company. */
export function headlineMeasure(model: CompiledModel): MeasureId {
  return model.methods[wholeMethods(model)[0]!]!.measure;
}

/** Every measure that applies, each on the same draws as the headline. */
export function measuresOf(
  model: CompiledModel,
  simulation: Simulation,
  pooled: Pool,
): Partial<Record<MeasureId, ScopedLoss>> {
  const scope = model.scope.label;
  const headline = headlineMeasure(model);
  const measures: Partial<Record<MeasureId, ScopedLoss>> = {};
  const add = (measure: MeasureId, draws: Float64Array): void => {
    measures[measure] = { measure, scope, ...summarise(draws, UNIT) };
  };
  if (headline === 'economic-loss') add('economic-loss', pooled.lost);
  for (const [measure, column] of pooledMeasures) {
    if (headline === 'cost' && !companyMeasures.has(measure)) continue;
    const draws = pooledColumn(simulation, pooled, column);
    if (draws !== null) add(measure, draws);
  }
  const corporate = pooledColumn(simulation, pooled, 'corporate');
  if (corporate !== null && simulation.insuredShare !== null) {
    add(
      'insured-industry',
      corporate.map((usd, i) => usd * simulation.insuredShare![i]!),
    );
  }
  const household = simulation.methods.find((method) => method.columns.has('household'));
  if (household !== undefined) add('household-time', household.columns.get('household')!);
  return measures;
}

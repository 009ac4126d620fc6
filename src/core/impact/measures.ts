import type { MeasureId, ScopedLoss } from '../result.ts';
import { summarise } from '../statistics/summary.ts';
import type { CompiledModel } from './compile.ts';
import { ifAll } from './detail-orders.ts';
import type { DetailOrders } from './detail-orders.ts';
import type { MethodColumn } from './method.ts';
import { pooledColumn, wholeMethods } from './pool.ts';
import type { Pool } from './pool.ts';
import type { Simulation } from './simulate.ts';

export const UNIT = 'USD';

/** Column of the pooled methods behind each measure, in the order of results. Not to be added to each other. */
const pooledMeasures: readonly (readonly [MeasureId, MethodColumn])[] = [
  ['economic-loss', 'lost'],
  ['interrupted-output', 'interrupted'],
  ['corporate-interruption', 'corporate'],
  ['revenue', 'revenue'],
  ['cost', 'cost'],
  ['profit', 'profit'],
];

/** Measures of a company are its revenue, cost and profit; what the economy interrupts has no meaning there. */
const companyMeasures: ReadonlySet<MeasureId> = new Set(['revenue', 'cost', 'profit']);

const allMeasures: readonly MeasureId[] = [
  ...pooledMeasures.map(([measure]) => measure),
  'insured-industry',
  'household-time',
];

/** What the headline measures: lost for good in an economy, cost to a company. */
export function headlineMeasure(model: CompiledModel): MeasureId {
  return model.methods[wholeMethods(model)[0]!]!.measure;
}

/** Every measure that applies, each on the same draws as the headline. */
export function measuresOf(
  model: CompiledModel,
  simulation: Simulation,
  pooled: Pool,
  orders: DetailOrders,
): Partial<Record<MeasureId, ScopedLoss>> {
  const scope = model.scope.label;
  const measures: Partial<Record<MeasureId, ScopedLoss>> = {};
  for (const measure of allMeasures) {
    const draws = measureDraws(model, simulation, pooled, measure);
    if (draws === null) continue;
    const sorted = measure === 'economic-loss' ? ifAll(orders.lost, draws) : undefined;
    measures[measure] = { measure, scope, ...summarise(draws, UNIT, sorted) };
  }
  return measures;
}

/** The column behind a measure that a method fills by itself; null for those that are made from others. */
export function columnOfMeasure(measure: MeasureId): MethodColumn | null {
  return pooledMeasures.find(([id]) => id === measure)?.[1] ?? null;
}

/** Draws of one measure, US dollars; null when the methods that ran cannot give it. */
export function measureDraws(
  model: CompiledModel,
  simulation: Simulation,
  pooled: Pool,
  measure: MeasureId,
): Float64Array | null {
  if (headlineMeasure(model) === 'cost' && !companyMeasures.has(measure)) return null;
  switch (measure) {
    case 'household-time':
      return simulation.methods.find((row) => row.columns.has('household'))?.columns.get('household') ?? null;
    case 'insured-industry': {
      const corporate = pooledColumn(simulation, pooled, 'corporate');
      const { insuredShare } = simulation;
      if (corporate === null || insuredShare === null) return null;
      for (let i = 0; i < corporate.length; i++) corporate[i]! *= insuredShare[i]!;
      return corporate;
    }
    default: {
      const column = pooledMeasures.find(([id]) => id === measure)![1];
      return pooledColumn(simulation, pooled, column);
    }
  }
}

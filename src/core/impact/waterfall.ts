import type { WaterfallStep } from '../result.ts';
import { sortedQuantile } from '../statistics/quantiles.ts';
import type { CompiledModel } from './compile.ts';
import type { DetailOrders } from './detail-orders.ts';
import type { MethodColumn } from './method.ts';
import { pooledColumn } from './pool.ts';
import type { Pool } from './pool.ts';
import type { Simulation } from './simulate.ts';

/** Draws whose total lies in the middle tenth (P45 to P55), among those kept in detail. Their averages add up; medians would not. */
export function middleTenth(pooled: Pool, { n, lost }: DetailOrders): number[] {
  const kept = pooled.lost.subarray(0, n);
  const [low, high] = [0.45, 0.55].map((p) => sortedQuantile(lost.sorted, p));
  const chosen: number[] = [];
  kept.forEach((usd, draw) => {
    if (usd >= low! && usd <= high!) chosen.push(draw);
  });
  // Fewer than a dozen draws may have none between the two quantiles: then all of them are the middle.
  return chosen.length > 0 ? chosen : Array.from(kept, (_, draw) => draw);
}

/** From interrupted to lost, averaged over the chosen draws; each step is signed, and they add up to the last. */
export function waterfallOf(
  model: CompiledModel,
  simulation: Simulation,
  pooled: Pool,
  chosen: readonly number[],
): { step: WaterfallStep; usd: number }[] {
  const meanOf = (name: MethodColumn): number | null => {
    const column = pooledColumn(simulation, pooled, name);
    return column === null ? null : mean(chosen, column);
  };
  const lost = { step: 'lost-for-good' as const, usd: mean(chosen, pooled.lost) };
  const interrupted = meanOf('interrupted');
  if (interrupted === null) return [lost];
  const recaptured = meanOf('recaptured') ?? 0;
  const saved = meanOf('saved') ?? 0;
  const rivals = model.scope.kind === 'economy' ? (interrupted - recaptured - saved) * model.rivalsShare : 0;
  const steps: { step: WaterfallStep; usd: number }[] = [
    { step: 'interrupted-output', usd: interrupted },
    { step: 'made-up-later', usd: -recaptured },
    { step: 'moved-to-rivals', usd: -rivals },
    { step: 'inputs-saved', usd: -saved },
    { step: 'extra-expense', usd: meanOf('extraExpense') ?? 0 },
  ];
  return [...steps.filter((row) => row.usd !== 0 || row.step === 'interrupted-output'), lost];
}

function mean(chosen: readonly number[], column: Float64Array): number {
  let sum = 0;
  for (const draw of chosen) sum += column[draw]!;
  return sum / chosen.length;
}

import { CHUNK_DRAWS } from '../random/stream.ts';
import { risingOrder } from '../statistics/rising-order.ts';
import type { RisingOrder } from '../statistics/rising-order.ts';
import type { Pool } from './pool.ts';
import { DETAIL_CHUNKS } from './simulate.ts';
import type { Simulation } from './simulate.ts';

/** The draws kept in detail, sorted once for summaries, drivers and the middle tenth. */
export interface DetailOrders {
  /** How many draws are kept. */
  readonly n: number;
  /** The pooled loss. */
  readonly lost: RisingOrder;
  /** Each method before structural error. */
  readonly raws: readonly RisingOrder[];
}

export function orderDetail(simulation: Simulation, pooled: Pool): DetailOrders {
  const n = Math.min(simulation.draws, DETAIL_CHUNKS * CHUNK_DRAWS);
  return {
    n,
    lost: risingOrder(pooled.lost.subarray(0, n)),
    raws: simulation.methods.map(({ raw }) => risingOrder(raw.subarray(0, n))),
  };
}

/** The draws in rising order when all of them are kept in detail; undefined when there are more. */
export function ifAll({ sorted }: RisingOrder, draws: Float64Array): Float64Array | undefined {
  return sorted.length === draws.length ? sorted : undefined;
}

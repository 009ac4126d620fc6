import type { CompiledModel } from './compile.ts';
import type { DrawTable, MethodColumn } from './method.ts';
import { CHUNK_DRAWS } from '../random/stream.ts';
import type { KeptDraws } from './kept-draws.ts';
import { chunkCount, giveBackChunk, runChunk } from './run-chunk.ts';
import type { DrawnUniforms } from './sample.ts';
import { lendUnset } from '../memory/lent-arrays.ts';

/** All draws of one model. */
export interface Simulation {
  readonly draws: number;
  readonly pick: Float64Array;
  /** Share of corporate interruption that is insured, one a draw; null in a company's view. */
  readonly insuredShare: Float64Array | null;
  readonly methods: readonly MethodDraws[];
  /** Inputs of the first chunks, for splits and drivers: work there is bounded whatever the number of draws. */
  readonly detail: readonly DrawTable[];
  /** What those chunks were drawn from, by stream. */
  readonly drawn: readonly DrawnUniforms[];
}

export interface MethodDraws {
  readonly raw: Float64Array;
  readonly clippedShare: number;
  /** `lost` and the columns the method fills, after structural error and ceiling. */
  readonly columns: ReadonlyMap<MethodColumn, Float64Array>;
}

/** Chunks whose inputs are kept: 20,480 draws. */
export const DETAIL_CHUNKS = 5;

/**
 * Runs every chunk and lays the results side by side.
 *
 * @param kept  what an earlier run drew, see `sampleOrKeep`; null draws everything
 * @param order  of the chunks; it does not matter, and tests shuffle it
 */
export function simulate(
  model: CompiledModel,
  kept: KeptDraws | null = null,
  order?: readonly number[],
): Simulation {
  const { draws } = model;
  const pick = lendUnset(draws);
  const insuredShare = model.insuredShare === null ? null : lendUnset(draws);
  const clipped = model.methods.map(() => 0);
  const methods = model.methods.map((method) => ({
    raw: lendUnset(draws),
    columns: new Map<MethodColumn, Float64Array>(
      (['lost', ...method.fills] as const).map((name) => [name, lendUnset(draws)]),
    ),
  }));
  const detail: DrawTable[] = [];
  const drawn: DrawnUniforms[] = [];
  for (const chunk of order ?? Array.from({ length: chunkCount(draws) }, (_, i) => i)) {
    const result = runChunk(model, chunk, kept);
    const at = chunk * CHUNK_DRAWS;
    pick.set(result.pick, at);
    if (insuredShare !== null) insuredShare.set(result.inputs[model.insuredShare!]!, at);
    result.methods.forEach((row, m) => {
      methods[m]!.raw.set(row.raw, at);
      clipped[m]! += row.clipped;
      for (const [name, column] of methods[m]!.columns) column.set(row.columns[name], at);
    });
    const inDetail = chunk < DETAIL_CHUNKS;
    if (inDetail) {
      detail[chunk] = result.inputs;
      drawn[chunk] = result.drawn;
    }
    giveBackChunk(result, inDetail);
  }
  return {
    draws,
    pick,
    insuredShare,
    detail,
    drawn,
    methods: methods.map((row, m) => ({ ...row, clippedShare: clipped[m]! / draws })),
  };
}

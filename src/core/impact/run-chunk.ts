import { truncatedT6Quantile } from '../distribution/student-t6.ts';
import { invariant } from '../errors/invariant.ts';
import { interpolate, locate } from '../outage/scale-nodes.ts';
import { CHUNK_DRAWS } from '../random/stream.ts';
import type { Timing } from '../outage/timing.ts';
import type { CompiledModel, EconomyCeiling } from './compile.ts';
import type { DrawTable, LossColumns } from './method.ts';
import { methodColumns } from './method.ts';
import { evaluateMethod } from './methods/registry.ts';
import type { AnyMethod } from './methods/registry.ts';
import { sampleOrKeep } from './kept-draws.ts';
import type { KeptDraws } from './kept-draws.ts';
import { drawUniforms, sampleInputs } from './sample.ts';
import type { DrawnUniforms } from './sample.ts';
import { giveBack, lendFloats, lendUnset } from '../memory/lent-arrays.ts';

/** One chunk of draws: everything later steps need, before weights are known. */
export interface ChunkResult {
  readonly inputs: DrawTable;
  /** What the inputs, the structural error and the pick were drawn from, by stream. */
  readonly drawn: DrawnUniforms;
  /** One structural factor a draw, shared by all methods: it cannot average out between them. */
  readonly structural: Float64Array;
  /** Uniform that picks the pooled method. */
  readonly pick: Float64Array;
  /** [methods]: amounts after structural error and ceiling; `raw` before them. */
  readonly methods: readonly {
    readonly raw: Float64Array;
    readonly clipped: number;
    readonly columns: LossColumns;
  }[];
}

/** Draws in a chunk: 4,096, fewer in the last one. */
export function chunkSize(draws: number, chunk: number): number {
  return Math.min(CHUNK_DRAWS, draws - chunk * CHUNK_DRAWS);
}

export function chunkCount(draws: number): number {
  return Math.ceil(draws / CHUNK_DRAWS);
}

/** Takes back the arrays of a chunk whose numbers were copied. @param keepDetail  leave those of its inputs */
export function giveBackChunk(chunk: ChunkResult, keepDetail: boolean): void {
  giveBack(chunk.structural);
  for (const { raw, columns } of chunk.methods) {
    giveBack(raw);
    for (const name of methodColumns) giveBack(columns[name]);
  }
  if (keepDetail) return;
  for (const column of [...chunk.inputs, ...chunk.drawn.values()]) giveBack(column);
}

/**
 * Runs one chunk. The same model and chunk give the same numbers, in any order, alone or beside others.
 *
 * @param kept  what an earlier run drew; null draws everything
 */
export function runChunk(model: CompiledModel, chunk: number, kept: KeptDraws | null = null): ChunkResult {
  const n = chunkSize(model.draws, chunk);
  const drawn: DrawnUniforms = new Map();
  const inputs =
    kept === null
      ? sampleInputs(model.inputs, model.seed, chunk, n, drawn)
      : sampleOrKeep(kept, model.inputs, model.seed, chunk, n, drawn);
  const structural = structuralFactors(model, chunk, n, drawn);
  const pick = drawUniforms(drawn, n, model.seed, PICK_STREAM, chunk);
  const methods = model.methods.map((method) => {
    const columns = evaluateInputs(model, method, inputs, n);
    const raw = lendUnset(n);
    raw.set(columns.lost);
    const clipped = applyFactors(method, columns, structural, n);
    return { raw, clipped, columns };
  });
  return { inputs, drawn, structural, pick, methods };
}

/** Every column of one method on given inputs, with the ceiling of the economy where there is one; before structural error. */
export function evaluateInputs(
  model: CompiledModel,
  method: AnyMethod,
  inputs: DrawTable,
  n: number,
): LossColumns {
  const columns = Object.fromEntries(
    methodColumns.map((name) => [name, lendFloats(n)]),
  ) as unknown as LossColumns;
  if (!model.timing.nothingStopped) evaluateMethod(method, inputs, columns, n);
  if (model.ceiling !== null) fillEconomyCeiling(model.timing, model.ceiling, inputs, columns, n);
  return columns;
}

/**
 * Structural factors F = 10^(0.9 s t), t Student with 6 degrees of freedom, cut at its 0.5 % tails: what no input
 * explains, as measured on past events of this kind. Median 1.
 */
function structuralFactors(
  model: CompiledModel,
  chunk: number,
  n: number,
  drawn: DrawnUniforms,
): Float64Array {
  const uniforms = drawUniforms(drawn, n, model.seed, structuralStream(model), chunk);
  const factors = lendUnset(n);
  const scale = structuralScale(model);
  for (let i = 0; i < n; i++) factors[i] = Math.exp(scale * truncatedT6Quantile(uniforms[i]!));
  return factors;
}

/** Stream that picks the pooled method of each draw. */
export const PICK_STREAM = 'pooling.method';

/** Stream of the structural error: events of one kind of exposure share its draws. */
export function structuralStream({ structural }: CompiledModel): string {
  return `structural/${structural.exposure}`;
}

/** Natural logarithm of the factor at one unit of t. */
function structuralScale({ structural }: CompiledModel): number {
  return 0.9 * structural.logSd * Math.LN10;
}

/** The structural factor at a probability, 0 to 1. */
export function structuralFactorAt(model: CompiledModel, probability: number): number {
  return Math.exp(structuralScale(model) * truncatedT6Quantile(probability));
}

/** What the scope makes until business was normal, or during the outage times the largest tail, plus extra expense. */
function fillEconomyCeiling(
  timing: Timing,
  ceiling: EconomyCeiling,
  inputs: DrawTable,
  columns: LossColumns,
  n: number,
): void {
  const node = { index: 0, fraction: 0 };
  const { restoration } = timing;
  for (let i = 0; i < n; i++) {
    const duration = inputs[timing.duration]![i]!;
    locate(timing.scaleNodes, timing.middleHours === 0 ? 0 : duration / timing.middleHours, node);
    let usd = interpolate(ceiling.scopeUsd, node);
    if (restoration === null || ceiling.restorationUsd === null) {
      usd *= ceiling.tailFactor;
    } else {
      locate(restoration.nodes, inputs[restoration.hours]![i]!, node);
      usd = Math.max(usd, interpolate(ceiling.restorationUsd, node));
    }
    if (ceiling.scopeShare !== null) usd *= inputs[ceiling.scopeShare]![i]!;
    columns.ceiling[i] = usd + columns.extraExpense[i]!;
  }
}

/** Multiplies every amount of a draw by the structural factor, or by less where the ceiling cuts. Returns how many it cut. */
function applyFactors(method: AnyMethod, columns: LossColumns, structural: Float64Array, n: number): number {
  const { lost, ceiling } = columns;
  const factors = lendUnset(n);
  factors.set(structural);
  let clipped = 0;
  for (let i = 0; i < n; i++) {
    const raw = lost[i]!;
    // The message is made only when it is needed.
    if (!(raw >= 0 && raw < Infinity)) invariant(false, `${method.method} gave ${raw}`);
    if (raw * factors[i]! > ceiling[i]!) {
      factors[i] = ceiling[i]! / raw;
      clipped++;
    }
    lost[i] = raw * factors[i]!;
  }
  for (const name of method.fills) {
    const column = columns[name];
    for (let i = 0; i < n; i++) column[i]! *= factors[i]!;
  }
  giveBack(factors);
  return clipped;
}

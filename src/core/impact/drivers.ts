import { sampleCorrelation } from 'simple-statistics';
import { CHUNK_DRAWS, fillUniforms } from '../random/stream.ts';
import type { Driver } from '../result.ts';
import { asNumbers } from '../statistics/as-numbers.ts';
import { rangeShareRemoved, rangeSharesRemoved } from '../statistics/range-removed.ts';
import type { CompiledModel } from './compile.ts';
import { chunkSize } from './run-chunk.ts';
import { wholeMethods } from './pool.ts';
import type { Pool } from './pool.ts';
import { DETAIL_CHUNKS } from './simulate.ts';
import type { Simulation } from './simulate.ts';

/** Shares below this are within the noise of the draws used. */
const NOISE_SHARE = 0.01;

/** Words of the doubts that are no input of a method. */
export interface DriverWords {
  readonly structural: string;
  readonly pooling: string;
  readonly family: (stream: string) => string;
}

/**
 * What the range rests on: the share of it that would go if one input were known, from the same draws.
 *
 * First the drivers of the pooled range; then, within each pooled method before structural error, the one input that
 * matters most there, since a mixture of methods hides what each of them hangs on. Inputs that share a factor speak
 * through the factor; their own remainders average out over twenty sectors.
 */
export function driversOf(
  model: CompiledModel,
  simulation: Simulation,
  pooled: Pool,
  words: DriverWords,
): Driver[] {
  const n = Math.min(model.draws, DETAIL_CHUNKS * CHUNK_DRAWS);
  const inputs = inputStreams(model, words);
  return [...driversOfPool(model, pooled, inputs, words, n), ...driversWithin(model, simulation, inputs, n)];
}

/** Streams that chance enters the inputs by, with words for each. */
function inputStreams(model: CompiledModel, words: DriverWords): ReadonlyMap<string, string> {
  const streams = new Map<string, string>();
  for (const input of model.inputs) {
    if (input.family !== null) streams.set(input.family.stream, words.family(input.family.stream));
    else if (input.marginal.kind !== 'constant') streams.set(input.stream, input.words);
  }
  return streams;
}

function driversOfPool(
  model: CompiledModel,
  pooled: Pool,
  inputs: ReadonlyMap<string, string>,
  words: DriverWords,
  n: number,
): Driver[] {
  const shareRemoved = rangeSharesRemoved(pooled.lost.subarray(0, n));
  const streams = new Map(inputs).set(`structural/${model.structural.exposure}`, words.structural);
  if (pooled.weights.filter((weight) => weight > 0).length > 1) streams.set('pooling.method', words.pooling);
  return [...streams]
    .map(([input, text]): Driver => {
      return { input, within: null, share: shareRemoved(uniformsOf(model.seed, input, n)), words: text };
    })
    .filter((driver) => driver.share >= NOISE_SHARE)
    .sort((a, b) => b.share - a.share || (a.input < b.input ? -1 : 1));
}

function driversWithin(
  model: CompiledModel,
  simulation: Simulation,
  inputs: ReadonlyMap<string, string>,
  n: number,
): Driver[] {
  // Fewer draws than the bins of a share say nothing of any input.
  if (n < 20) return [];
  const methods = wholeMethods(model).map((index) => ({
    id: model.methods[index]!.method,
    raw: simulation.methods[index]!.raw.subarray(0, n),
    best: '',
    bestCorrelation: 0,
  }));
  const logs = methods.map(({ raw }) => raw.map((usd) => Math.log(Math.max(usd, Number.MIN_VALUE))));
  for (const input of inputs.keys()) {
    const uniforms = uniformsOf(model.seed, input, n);
    methods.forEach((method, m) => {
      // Not a number where one side does not vary, which no comparison lets through.
      const strength = Math.abs(sampleCorrelation(asNumbers(uniforms), asNumbers(logs[m]!)));
      if (strength > method.bestCorrelation) [method.best, method.bestCorrelation] = [input, strength];
    });
  }
  return methods.flatMap(({ id, raw, best }) => {
    if (best === '') return [];
    const share = rangeShareRemoved(uniformsOf(model.seed, best, n), raw);
    return share < NOISE_SHARE ? [] : [{ input: best, within: id, share, words: inputs.get(best)! }];
  });
}

/** The probabilities at which one input was drawn, for the first n draws. */
function uniformsOf(seed: number, stream: string, n: number): Float64Array {
  const uniforms = new Float64Array(n);
  for (let from = 0; from < n; from += CHUNK_DRAWS) {
    const chunk = from / CHUNK_DRAWS;
    fillUniforms(uniforms.subarray(from, from + chunkSize(n, chunk)), seed, stream, chunk);
  }
  return uniforms;
}

import { CHUNK_DRAWS } from '../random/stream.ts';
import type { Driver, MethodId } from '../result.ts';
import { correlationsWith, standardise } from '../statistics/correlation.ts';
import { randomSplits, rangeSharesRemoved } from '../statistics/range-removed.ts';
import type { RisingOrder } from '../statistics/rising-order.ts';
import type { CompiledModel } from './compile.ts';
import type { DetailOrders } from './detail-orders.ts';
import { wholeMethods } from './pool.ts';
import { PICK_STREAM, structuralStream } from './run-chunk.ts';
import type { Pool } from './pool.ts';
import type { Simulation } from './simulate.ts';
import { lendUnset } from '../memory/lent-arrays.ts';

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
  { n, lost, raws }: DetailOrders,
  words: DriverWords,
): Driver[] {
  const inputs = inputStreams(model, words);
  const splits = randomSplits(n);
  const shareOfPool = rangeSharesRemoved(lost, splits);
  // Fewer draws than the bins of a share say nothing of what matters within a method.
  const methods =
    n < 20 ? [] : wholeMethods(model).map((index) => openMethod(model, simulation, index, raws[index]!));
  const ofPool: Driver[] = [];
  const uniforms = lendUnset(n);
  for (const [input, text] of new Map([...inputs, ...otherStreams(model, pooled, words)])) {
    joinChunks(simulation, input, uniforms);
    const share = shareOfPool(uniforms);
    if (share >= NOISE_SHARE) ofPool.push({ input, within: null, share, words: text });
    if (inputs.has(input)) keepStrongest(methods, input, uniforms);
  }
  ofPool.sort((a, b) => b.share - a.share || (a.input < b.input ? -1 : 1));
  const ofMethods = methods.flatMap(({ id, rising, best }): Driver[] => {
    if (best === '') return [];
    joinChunks(simulation, best, uniforms);
    const share = rangeSharesRemoved(rising, splits)(uniforms);
    return share < NOISE_SHARE ? [] : [{ input: best, within: id, share, words: inputs.get(best)! }];
  });
  return [...ofPool, ...ofMethods];
}

/** Streams that chance enters the inputs by, with words for each. */
function inputStreams(model: CompiledModel, words: DriverWords): ReadonlyMap<string, string> {
  const streams = new Map<string, string>();
  for (const input of model.inputs) {
    if (input.marginal.kind === 'constant') continue;
    if (input.family !== null) streams.set(input.family.stream, words.family(input.family.stream));
    else streams.set(input.stream, input.words);
  }
  return streams;
}

/** Streams of the doubts that are no input of a method. */
function otherStreams(model: CompiledModel, pooled: Pool, words: DriverWords): [string, string][] {
  const mixed = pooled.weights.filter((weight) => weight > 0).length > 1;
  return [
    [structuralStream(model), words.structural],
    ...(mixed ? [[PICK_STREAM, words.pooling] as [string, string]] : []),
  ];
}

/** One method before structural error, and the input that goes most closely with it so far. */
interface MethodInputs {
  readonly id: MethodId;
  readonly rising: RisingOrder;
  readonly logs: Float64Array;
  best: string;
  bestCorrelation: number;
}

function openMethod(
  model: CompiledModel,
  simulation: Simulation,
  index: number,
  rising: RisingOrder,
): MethodInputs {
  const { raw } = simulation.methods[index]!;
  const n = rising.sorted.length;
  const logs = lendUnset(n);
  for (let i = 0; i < n; i++) logs[i] = Math.log(Math.max(raw[i]!, Number.MIN_VALUE));
  standardise(logs);
  return { id: model.methods[index]!.method, rising, logs, best: '', bestCorrelation: 0 };
}

function keepStrongest(methods: readonly MethodInputs[], input: string, uniforms: Float64Array): void {
  const correlations = correlationsWith(
    uniforms,
    methods.map(({ logs }) => logs),
  );
  methods.forEach((method, m) => {
    // Not a number where one side does not vary, which no comparison lets through.
    const strength = Math.abs(correlations[m]!);
    if (strength > method.bestCorrelation) [method.best, method.bestCorrelation] = [input, strength];
  });
}

/** The probabilities at which one input was drawn, for the first draws of a run. */
function joinChunks({ drawn }: Simulation, stream: string, uniforms: Float64Array): void {
  drawn.forEach((streams, chunk) => uniforms.set(streams.get(stream)!, chunk * CHUNK_DRAWS));
}

import { quantileAt } from '../distribution/marginal.ts';
import { normalCdf } from '../distribution/normal.ts';
import type { CompiledModel } from '../impact/compile.ts';
import type { MethodColumn } from '../impact/method.ts';
import type { AnyMethod } from '../impact/methods/registry.ts';
import { evaluateInputs, structuralFactorAt } from '../impact/run-chunk.ts';

/** One independent doubt of a model, as a standard normal score: an input, a factor that several inputs share, or what no input explains. */
export interface Doubt {
  /** Name of its stream of chance. */
  readonly id: string;
  readonly words: string;
  /** The only input that moves with it alone; null when several do, or none. */
  readonly input: number | null;
  /** What it comes to at a point: the value of its input, or the factor by which estimates miss; null for a shared factor. */
  readonly valueAt: ((point: Float64Array) => number) | null;
}

/** A model as a function of its doubts, without chance: zero is the middle of every belief. */
export interface PointModel {
  readonly doubts: readonly Doubt[];
  /**
   * Amounts of one method, US dollars, structural error and ceiling included, at many points at once.
   *
   * @param points  [points][doubts] scores
   */
  readonly at: (method: AnyMethod, column: MethodColumn, points: readonly Float64Array[]) => Float64Array;
  /** As `at`, with one input held at given values and every doubt at its middle. */
  readonly withInput: (
    method: AnyMethod,
    column: MethodColumn,
    input: number,
    values: Float64Array,
  ) => Float64Array;
}

/** Scores beyond this are treated as the end of a belief: 1 chance in 30,000. */
export const FARTHEST_SCORE = 4;

export function pointModel(model: CompiledModel, words: DoubtWords): PointModel {
  const known = doubtsOf(model, words);
  const indexOf = new Map(known.map((doubt, index) => [doubt.id, index]));
  const structural = indexOf.get(STRUCTURAL)!;
  const factorAt = (point: Float64Array): number => structuralFactorAt(model, normalCdf(point[structural]!));
  const scoreOf = (input: CompiledModel['inputs'][number], point: Float64Array): number => {
    const own = point[indexOf.get(input.stream)!]!;
    if (input.family === null) return own;
    const { stream, correlation } = input.family;
    return Math.sqrt(correlation) * point[indexOf.get(stream)!]! + Math.sqrt(1 - correlation) * own;
  };
  const valueAt = (input: number, point: Float64Array): number => {
    const compiled = model.inputs[input]!;
    const { marginal } = compiled;
    return marginal.kind === 'constant'
      ? marginal.value
      : quantileAt(marginal, normalCdf(scoreOf(compiled, point)));
  };
  const evaluate = (
    method: AnyMethod,
    column: MethodColumn,
    inputs: readonly Float64Array[],
    factors: Float64Array,
  ): Float64Array => {
    const columns = evaluateInputs(model, method, inputs, factors.length);
    return columns[column].map((usd, i) => {
      const lost = columns.lost[i]!;
      const most = lost > 0 ? columns.ceiling[i]! / lost : Infinity;
      return usd * Math.min(factors[i]!, most);
    });
  };
  const doubts = known.map((doubt): Doubt => {
    const { id, input } = doubt;
    if (id === STRUCTURAL) return { ...doubt, valueAt: factorAt };
    return { ...doubt, valueAt: input === null ? null : (point) => valueAt(input, point) };
  });
  return {
    doubts,
    at: (method, column, points) =>
      evaluate(
        method,
        column,
        model.inputs.map((_, input) => Float64Array.from(points, (point) => valueAt(input, point))),
        Float64Array.from(points, factorAt),
      ),
    withInput: (method, column, held, values) => {
      const middle = new Float64Array(doubts.length);
      const inputs = model.inputs.map((_, input) =>
        input === held ? values : new Float64Array(values.length).fill(valueAt(input, middle)),
      );
      return evaluate(method, column, inputs, new Float64Array(values.length).fill(1));
    },
  };
}

/** Words of the doubts that are no single input. */
export interface DoubtWords {
  readonly structural: string;
  readonly family: (stream: string) => string;
}

/** Id of the doubt that no input explains. */
export const STRUCTURAL = 'structural';

function doubtsOf(model: CompiledModel, words: DoubtWords): Omit<Doubt, 'valueAt'>[] {
  const doubts = new Map<string, Omit<Doubt, 'valueAt'>>();
  model.inputs.forEach((input, index) => {
    if (input.family !== null) {
      const id = input.family.stream;
      doubts.set(id, { id, words: words.family(id), input: null });
    }
    const shared = doubts.has(input.stream);
    doubts.set(input.stream, { id: input.stream, words: input.words, input: shared ? null : index });
  });
  doubts.set(STRUCTURAL, { id: STRUCTURAL, words: words.structural, input: null });
  return [...doubts.values()];
}

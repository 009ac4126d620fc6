import { mean } from 'simple-statistics';
import { invariant } from '../errors/invariant.ts';
import type { CompiledModel } from '../impact/compile.ts';
import { pool } from '../impact/pool.ts';
import { simulate } from '../impact/simulate.ts';
import type { MethodId } from '../result.ts';
import { CHUNK_DRAWS, fillUniforms } from '../random/stream.ts';
import { sortedCopy, sortedQuantile } from '../statistics/quantiles.ts';
import { binomialBand } from './binomial-band.ts';
import { pitOf, pitVarianceTimes12 } from './pit.ts';
import { chiSquareUniform, kolmogorovSmirnovUniform, meanUniform } from './uniformity.ts';

/**
 * Ranges against truths that are known because we draw them.
 *
 * The engine propagates doubt, it does not infer, so simulation-based calibration takes this form: the facts stay
 * fixed; in world k the truth is one draw of the engine, and the range comes from a run of the engine with other
 * streams. If sampling, pooling and aggregation do what the models say, the rank of the truth among the draws is
 * uniform. This proves the machinery, not the models.
 *
 * Every range and every truth is a run of its own with a seed of its own (2k and 2k + 1 from the first), so that a
 * bond between neighbouring seeds would show.
 */

/** What is scored: the headline, or one method alone. */
export type Target = 'pool' | MethodId;

export interface WorldRun {
  readonly worlds: number;
  /** Draws behind each range; 999 make 1,000 equally likely ranks. */
  readonly draws: number;
  /** First of 2 × worlds seeds. */
  readonly seed: number;
}

/** Draws of the run that fixes the weights: as many as an estimate has by default. */
const WEIGHT_DRAWS = 10_000;

/**
 * Pooling weights of a model, from one run of the usual size.
 *
 * Weights are a property of the model that a run estimates, and a truth of one draw cannot estimate them. So they are
 * fixed once and used for ranges and truths alike; the two then differ in their streams only, or in what a stress
 * world changes on purpose.
 */
export function fixedWeights(model: CompiledModel): readonly number[] {
  const settled = { ...model, draws: WEIGHT_DRAWS };
  return pool(settled, simulate(settled)).weights;
}

/** [worlds][draws], US dollars in rising order: the range of each world, one list for each target. */
export function drawRanges(
  model: CompiledModel,
  weights: readonly number[],
  targets: readonly Target[],
  { worlds, draws, seed }: WorldRun,
): ReadonlyMap<Target, readonly Float64Array[]> {
  const ranges = new Map<Target, Float64Array[]>(targets.map((target) => [target, []]));
  for (let k = 0; k < worlds; k++) {
    const run = runOnce({ ...model, draws, seed: seed + 2 * k }, weights);
    for (const [target, list] of ranges) list.push(sortedCopy(run(target)));
  }
  return ranges;
}

/**
 * [worlds], US dollars: the truth of each world.
 *
 * @param modelOf  the world that made the truth, by its seed; it may vary between worlds
 */
export function drawTruths(
  modelOf: (seed: number) => CompiledModel,
  weights: readonly number[],
  target: Target,
  { worlds, seed }: WorldRun,
): number[] {
  return Array.from({ length: worlds }, (_, k) => {
    const own = seed + 2 * k + 1;
    return runOnce({ ...modelOf(own), draws: 1, seed: own }, weights)(target)[0]!;
  });
}

function runOnce(model: CompiledModel, weights: readonly number[]): (target: Target) => Float64Array {
  const simulation = simulate(model);
  return (target) => {
    if (target === 'pool') return pool(model, simulation, weights).lost;
    const index = model.methods.findIndex(({ method }) => method === target);
    invariant(index >= 0, `${target} does not run on these facts`);
    return simulation.methods[index]!.columns.get('lost')!;
  };
}

export const scoredLevels = [50, 80, 90] as const;
export type ScoredLevel = (typeof scoredLevels)[number];

/** How well ranges held their truths. */
export interface WorldScores {
  readonly worlds: number;
  /** Truths inside the central range of 50, 80 and 90 %; quantiles as the engine prints them. */
  readonly inside: Readonly<Record<ScoredLevel, number>>;
  /** Mean of the PIT: 1/2 honest, above it the ranges lie too low. */
  readonly meanPit: number;
  /** 12 × variance of the PIT: 1 honest, above 1 too narrow, below 1 too wide. */
  readonly pitVarianceTimes12: number;
  /** Chance of a PIT this uneven, this far from uniform, or with a mean this far off, from honest ranges. */
  readonly chiSquareP: number;
  readonly kolmogorovSmirnovP: number;
  readonly meanP: number;
}

/**
 * Scores ranges against truths. The PIT breaks ties by chance, so that it is exactly uniform for honest ranges.
 *
 * @param ranges  [worlds][draws] in rising order
 * @param truths  [worlds]
 * @param seed  of U
 */
export function scoreWorlds(
  ranges: readonly Float64Array[],
  truths: readonly number[],
  seed: number,
): WorldScores {
  invariant(ranges.length === truths.length, `${ranges.length} ranges for ${truths.length} truths`);
  const uniforms = tieUniforms(truths.length, seed);
  const pits = truths.map((truth, k) => pitOf(ranges[k]!, truth, uniforms[k]));
  return {
    worlds: truths.length,
    inside: {
      50: insideOf(ranges, truths, 50),
      80: insideOf(ranges, truths, 80),
      90: insideOf(ranges, truths, 90),
    },
    meanPit: mean(pits),
    pitVarianceTimes12: pitVarianceTimes12(pits),
    chiSquareP: chiSquareUniform(pits),
    kolmogorovSmirnovP: kolmogorovSmirnovUniform(pits),
    meanP: meanUniform(pits),
  };
}

export type WorldScoreName = 'coverage 50' | 'coverage 80' | 'coverage 90' | 'chi-square' | 'KS' | 'mean';

/**
 * The scores that honest ranges would not give.
 *
 * @param level  chance with which honest ranges fail one score, such as 0.01; divide it by the number of worlds looked
 * at together (Bonferroni)
 */
export function failedScores(scores: WorldScores, level: number): readonly WorldScoreName[] {
  const failed: WorldScoreName[] = [];
  for (const percent of scoredLevels) {
    const { low, high } = binomialBand(scores.worlds, percent / 100, level);
    if (scores.inside[percent] < low || scores.inside[percent] > high) failed.push(`coverage ${percent}`);
  }
  if (scores.chiSquareP < level) failed.push('chi-square');
  if (scores.kolmogorovSmirnovP < level) failed.push('KS');
  if (scores.meanP < level) failed.push('mean');
  return failed;
}

function insideOf(ranges: readonly Float64Array[], truths: readonly number[], percent: ScoredLevel): number {
  const tail = (1 - percent / 100) / 2;
  return truths.filter(
    (truth, k) => sortedQuantile(ranges[k]!, tail) <= truth && truth <= sortedQuantile(ranges[k]!, 1 - tail),
  ).length;
}

function tieUniforms(count: number, seed: number): Float64Array {
  const uniforms = new Float64Array(count);
  for (let at = 0; at < count; at += CHUNK_DRAWS) {
    fillUniforms(uniforms.subarray(at, at + CHUNK_DRAWS), seed, 'synthetic-worlds.ties', at / CHUNK_DRAWS);
  }
  return uniforms;
}

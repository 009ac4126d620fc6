import type { CompiledModel } from '../impact/compile.ts';
import { drawRanges, drawTruths, failedScores, fixedWeights, scoreWorlds } from './synthetic-worlds.ts';
import type { Target, WorldRun, WorldScoreName, WorldScores } from './synthetic-worlds.ts';

/**
 * What the scores should say of a world.
 *
 * - `honest`    the truth follows the engine: no score may fail
 * - `rejected`  the truth breaks an assumption that matters: at least one score must fail, or the scores prove nothing
 * - `held`      the facts are a little wrong, as facts are: the 90 % range must still hold 80 of 100 truths
 */
export type Expectation = 'honest' | 'rejected' | 'held';

/** Where truths come from. */
export interface World {
  readonly id: string;
  /** In plain words, at most 40 characters. */
  readonly title: string;
  readonly expected: Expectation;
  readonly target: Target;
  /** The model that makes the truth, by the world's seed. */
  readonly truth: (seed: number) => CompiledModel;
  /** Factor on the truth, by the world's seed; absent = 1. */
  readonly lossFactor?: (seed: number) => number;
}

/** One engine run and the worlds it is tried on: the ranges are drawn once for all of them. */
export interface WorldGroup {
  readonly range: CompiledModel;
  readonly worlds: readonly World[];
}

/** One line of the calibration table. */
export interface WorldRow {
  readonly id: string;
  readonly title: string;
  readonly expected: Expectation;
  readonly target: Target;
  readonly scores: WorldScores;
  readonly failed: readonly WorldScoreName[];
  /** The scores said what they should. */
  readonly asExpected: boolean;
}

/** Share of truths that a 90 % range must still hold when the facts are a little wrong. */
const LEAST_HELD = 0.8;

/** @param level  chance with which an honest world fails one score; divided already by the worlds looked at together */
export function runWorlds(group: WorldGroup, run: WorldRun, level: number): readonly WorldRow[] {
  const weights = fixedWeights(group.range);
  const targets = [...new Set(group.worlds.map(({ target }) => target))];
  const ranges = drawRanges(group.range, weights, targets, run);
  return group.worlds.map(({ id, title, expected, target, truth, lossFactor }) => {
    const truths = drawTruths(truth, weights, target, run).map(
      (usd, k) => usd * (lossFactor?.(run.seed + 2 * k + 1) ?? 1),
    );
    const scores = scoreWorlds(ranges.get(target)!, truths, run.seed);
    const failed = failedScores(scores, level);
    return {
      id,
      title,
      expected,
      target,
      scores,
      failed,
      asExpected: isAsExpected(expected, scores, failed),
    };
  });
}

function isAsExpected(
  expected: Expectation,
  { inside, worlds }: WorldScores,
  failed: readonly WorldScoreName[],
): boolean {
  switch (expected) {
    case 'honest':
      return failed.length === 0;
    case 'rejected':
      return failed.length > 0;
    case 'held':
      return inside[90] >= LEAST_HELD * worlds;
  }
}

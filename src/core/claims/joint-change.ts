import { normalCdf } from '../distribution/normal.ts';
import type { MethodColumn } from '../impact/method.ts';
import type { AnyMethod } from '../impact/methods/registry.ts';
import type { JointChange } from './claim-assessment.ts';
import { FARTHEST_SCORE } from './point-model.ts';
import type { PointModel } from './point-model.ts';

const STEPS = 30;
const DIFFERENCE = 0.05;
/** Lengths tried along a direction, from the whole way down. */
const LENGTHS = Array.from({ length: 10 }, (_, halving) => 2 ** -halving);
/** How far beyond the last point the amount is looked for, on the line from the middle. */
const STRETCHES = Float64Array.from({ length: 201 }, (_, i) => 0.5 + i / 100);
/** Scores that moved less than this are not worth a line. */
const NOTABLE_SCORE = 0.25;
const MOST_LISTED = 5;

/**
 * The least unlikely way in which all doubts of one method together give an amount: the point of the surface
 * {loss = target} nearest to the middle, in standard normal scores. The chance of a loss beyond it is about
 * Φ(−distance); exact where the logarithm of the loss is linear in the scores.
 *
 * Method: first-order reliability; steps of Rackwitz and Fiessler (1978), "Structural reliability under combined random
 * load sequences", https://doi.org/10.1016/0045-7949(78)90046-9, shortened by the merit function of Zhang and
 * Der Kiureghian (1995), because bounded beliefs bend the surface.
 *
 * @param targetUsd  > 0
 * @returns null when no point within four standard deviations of every doubt gives the amount
 */
export function jointChange(
  model: PointModel,
  method: AnyMethod,
  column: MethodColumn,
  targetUsd: number,
  unitOf: (input: string) => string,
): JointChange | null {
  const gapsAt = (points: readonly Float64Array[]): Float64Array =>
    model.at(method, column, points).map((usd) => Math.log(targetUsd / usd));
  const near = approach(model.doubts.length, gapsAt);
  const point = near === null ? null : ontoSurface(near, gapsAt);
  if (point === null) return null;
  return {
    within: method.method,
    chance: normalCdf(-Math.sqrt(squared(point))),
    inputs: model.doubts
      .map((doubt, i) => ({ doubt, score: point[i]! }))
      .filter(({ score }) => Math.abs(score) >= NOTABLE_SCORE)
      .sort((a, b) => Math.abs(b.score) - Math.abs(a.score))
      .slice(0, MOST_LISTED)
      .map(({ doubt, score }) => ({
        input: doubt.id,
        words: doubt.words,
        unit: unitOf(doubt.id),
        needed: doubt.valueAt?.(point) ?? null,
        percentile: normalCdf(score),
      })),
  };
}

type GapsAt = (points: readonly Float64Array[]) => Float64Array;

/** The last point of the descent; null where the loss does not move with any doubt. */
function approach(size: number, gapsAt: GapsAt): Float64Array | null {
  let point = new Float64Array(size);
  for (let step = 0; step < STEPS; step++) {
    const { gap, slope } = linearAt(point, gapsAt);
    const steepness = squared(slope);
    if (!Number.isFinite(gap) || steepness < 1e-12) return step === 0 ? null : point;
    const along = slope.reduce((sum, value, i) => sum + value * point[i]!, 0);
    const goal = slope.map((value) => clamp(((along - gap) / steepness) * value));
    const penalty = 2 * Math.sqrt(Math.max(squared(point), squared(goal)) / steepness) + 1;
    const merit = (at: Float64Array, gapThere: number): number =>
      squared(at) / 2 + penalty * Math.abs(gapThere);
    const candidates = LENGTHS.map((length) => point.map((value, i) => value + length * (goal[i]! - value)));
    const gaps = gapsAt(candidates);
    let best = point;
    let bestMerit = merit(point, gap);
    candidates.forEach((candidate, i) => {
      const there = merit(candidate, gaps[i]!);
      if (there < bestMerit) [best, bestMerit] = [candidate, there];
    });
    if (best === point) return point;
    point = best;
  }
  return point;
}

/** Follows the line from the middle through a point to where the amount is reached exactly. */
function ontoSurface(point: Float64Array, gapsAt: GapsAt): Float64Array | null {
  const scaled = (factor: number): Float64Array => point.map((value) => clamp(value * factor));
  const gaps = gapsAt(Array.from(STRETCHES, scaled));
  const crossing = gaps.findIndex((gap, i) => i > 0 && gap * gaps[i - 1]! <= 0);
  if (crossing === -1) return null;
  const [before, after] = [gaps[crossing - 1]!, gaps[crossing]!];
  const share = before === after ? 0 : before / (before - after);
  return scaled(STRETCHES[crossing - 1]! + share * (STRETCHES[crossing]! - STRETCHES[crossing - 1]!));
}

/** Gap to the target at a point, and its slope in every direction, from one evaluation of all neighbours. */
function linearAt(point: Float64Array, gapsAt: GapsAt): { gap: number; slope: Float64Array } {
  const neighbours = Array.from(point, (value, i) => {
    const moved = Float64Array.from(point);
    moved[i] = value + DIFFERENCE;
    return moved;
  });
  const gaps = gapsAt([point, ...neighbours]);
  const gap = gaps[0]!;
  return { gap, slope: gaps.subarray(1).map((there) => (there - gap) / DIFFERENCE) };
}

function squared(vector: Float64Array): number {
  return vector.reduce((sum, value) => sum + value * value, 0);
}

function clamp(score: number): number {
  return Math.min(FARTHEST_SCORE, Math.max(-FARTHEST_SCORE, score));
}

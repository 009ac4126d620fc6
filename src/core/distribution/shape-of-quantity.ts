import { invariant } from '../errors/invariant.ts';
import { BETA_SHAPE_RANGE, betaFromMoments, betaTable } from './beta.ts';
import { lognormalFromInterval, lognormalFromMedian } from './lognormal.ts';
import { feasibleMedians, metalog } from './metalog.ts';
import { normalFromInterval, Z_90, Z_95 } from './normal.ts';
import { pertTable } from './pert.ts';
import {
  invalidQuantity,
  KNOWN_VALUE_HINT,
  requireBelow,
  requireMode,
  requirePositive,
} from './quantity-check.ts';
import type { Quantity } from './quantity.ts';
import type { Shape } from './shape.ts';
import { triangular } from './triangular.ts';

type Uncertain = Exclude<Quantity, number>;
type Form<Key extends string> = Extract<Uncertain, Readonly<Record<Key, unknown>>>;

const NEGATIVE_RANGE_HINT =
  'A range that reaches zero or below is not lognormal: use normal, or {p10, p50, p90}.';

/**
 * The distribution that a quantity states.
 *
 * @param quantity  finite numbers
 * @throws ImpactError QUANTITY_INVALID when no such distribution exists
 */
export function shapeOfQuantity(quantity: Uncertain, path: string): Shape {
  if ('pert' in quantity) {
    requireMode(quantity, path, quantity.pert);
    return pertTable(...quantity.pert);
  }
  if ('triangular' in quantity) {
    requireMode(quantity, path, quantity.triangular);
    return triangular(...quantity.triangular);
  }
  if ('uniform' in quantity) {
    const [low, high] = quantity.uniform;
    requireBelow(quantity, path, ['the low end', low], ['the high end', high]);
    return { kind: 'uniform', low, high };
  }
  if ('normal' in quantity) return normalOf(quantity, path);
  if ('lognormal' in quantity) return lognormalOf(quantity, path);
  if ('beta' in quantity) return betaOf(quantity, path);
  if ('p50' in quantity) return metalogOf(quantity, path);
  invariant('p5' in quantity && 'p95' in quantity, `${path} is a quantity of unknown form`);
  requirePositive(quantity, path, ['p5', quantity.p5], NEGATIVE_RANGE_HINT);
  requireBelow(quantity, path, ['p5', quantity.p5], ['p95', quantity.p95]);
  return lognormalFromInterval(quantity.p5, quantity.p95, Z_95);
}

function normalOf(quantity: Form<'normal'>, path: string): Shape {
  const { normal } = quantity;
  if ('sd' in normal) {
    requirePositive(quantity, path, ['sd', normal.sd], KNOWN_VALUE_HINT);
    return { kind: 'normal', mean: normal.mean, sd: normal.sd };
  }
  requireBelow(quantity, path, ['p5', normal.p5], ['p95', normal.p95]);
  return normalFromInterval(normal.p5, normal.p95);
}

function lognormalOf(quantity: Form<'lognormal'>, path: string): Shape {
  const { lognormal } = quantity;
  if ('median' in lognormal) {
    requirePositive(quantity, path, ['the median', lognormal.median], NEGATIVE_RANGE_HINT);
    if (lognormal.gsd <= 1) {
      const hint =
        'The geometric standard deviation is a factor: 2 means half to double in two cases of three.';
      throw invalidQuantity(quantity, path, 'gsd must be above 1', hint);
    }
    return lognormalFromMedian(lognormal.median, lognormal.gsd);
  }
  requirePositive(quantity, path, ['p10', lognormal.p10], NEGATIVE_RANGE_HINT);
  requireBelow(quantity, path, ['p10', lognormal.p10], ['p90', lognormal.p90]);
  return lognormalFromInterval(lognormal.p10, lognormal.p90, Z_90);
}

function betaOf(quantity: Form<'beta'>, path: string): Shape {
  const { mean, sd } = quantity.beta;
  if (mean <= 0 || mean >= 1) {
    throw invalidQuantity(
      quantity,
      path,
      'the mean must lie inside 0 to 1',
      'A beta is a share; use 0.3 for 30 %.',
    );
  }
  requirePositive(quantity, path, ['sd', sd], KNOWN_VALUE_HINT);
  const largestSd = Math.sqrt(mean * (1 - mean));
  if (sd >= largestSd) {
    const allowed = `sd must be below ${largestSd.toPrecision(3)}, the largest for this mean`;
    throw invalidQuantity(quantity, path, allowed, 'Give a smaller sd, or a uniform or triangular range.');
  }
  const parameters = betaFromMoments(mean, sd);
  const { min, max } = BETA_SHAPE_RANGE;
  const shapes = [parameters.alpha, parameters.beta];
  if (shapes.some((shape) => shape < min || shape > max)) {
    const allowed = `its shape parameters, ${shapes.map((shape) => shape.toPrecision(3)).join(' and ')}, must lie between ${min} and ${max}`;
    throw invalidQuantity(
      quantity,
      path,
      allowed,
      'Use normal for a very narrow range, uniform for a very wide one.',
    );
  }
  return betaTable(parameters, 0, 1);
}

function metalogOf(quantity: Form<'p50'>, path: string): Shape {
  const { p10, p50, p90 } = quantity;
  const lower = quantity.min ?? -Infinity;
  const upper = quantity.max ?? Infinity;
  requireBelow(quantity, path, ['p10', p10], ['p50', p50]);
  requireBelow(quantity, path, ['p50', p50], ['p90', p90]);
  requireBelow(quantity, path, ['min', lower], ['p10', p10]);
  requireBelow(quantity, path, ['p90', p90], ['max', upper]);
  const points = { p10, p50, p90, lower, upper };
  const [low, high] = feasibleMedians(points);
  if (p50 <= low || p50 >= high) {
    const allowed = `with this p10 and p90, p50 must lie between ${low.toPrecision(4)} and ${high.toPrecision(4)}`;
    const hint = 'Move p50 into that range, widen p10 to p90, or state a min or max near the steep side.';
    throw invalidQuantity(quantity, path, allowed, hint);
  }
  return metalog(points);
}

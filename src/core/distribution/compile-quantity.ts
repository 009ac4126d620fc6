import { ImpactError } from '../errors/impact-error.ts';
import { invariant } from '../errors/invariant.ts';
import { cutToBounds } from './cut.ts';
import { LARGEST_PROBABILITY, SMALLEST_PROBABILITY } from './open-unit.ts';
import { invalidQuantity, quantityText, requireFinite } from './quantity-check.ts';
import type { Quantity } from './quantity.ts';
import { shapeOfQuantity } from './shape-of-quantity.ts';
import { shapeQuantile, type Marginal } from './shape.ts';

/** Most of a distribution that bounds may cut; beyond it the quantity and its bounds contradict each other. */
const LARGEST_CUT_SHARE = 0.2;

interface Bounds {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/**
 * Checks a quantity and turns it into something to draw from. Probability mass outside the bounds is cut away, and
 * the rest is drawn in proportion.
 *
 * @param quantity  as a user or a model file states it
 * @param bounds  hard bounds of the parameter, `min` < `max`; absent = unbounded on that side
 * @param path  where the quantity stands, for messages
 * @returns the compiled input, and the share of its mass that was cut, 0 to 0.2
 * @throws ImpactError QUANTITY_INVALID when no such distribution exists; PARAMETER_OUT_OF_RANGE when a known value
 * breaks a bound or more than a fifth of the mass does
 */
export function compileQuantity(
  quantity: Quantity,
  bounds: Bounds,
  path: string,
): { marginal: Marginal; cutShare: number } {
  const { min = -Infinity, max = Infinity } = bounds;
  invariant(min < max, `${path} has bounds ${min} and ${max}`);
  requireFinite(quantity, path);
  if (typeof quantity === 'number') {
    if (quantity < min || quantity > max) throw outOfRange(quantity, bounds, path, '');
    return { marginal: { kind: 'constant', value: quantity }, cutShare: 0 };
  }
  const shape = shapeOfQuantity(quantity, path);
  const extremes = [SMALLEST_PROBABILITY, LARGEST_PROBABILITY];
  if (!extremes.every((p) => Number.isFinite(shapeQuantile(shape, p)))) {
    const hint = 'Give a narrower range.';
    throw invalidQuantity(quantity, path, 'its tails are too wide to compute with', hint);
  }
  const cut = cutToBounds(shape, min, max);
  const cutShare = cut.pLow + (1 - cut.pHigh);
  if (cutShare > LARGEST_CUT_SHARE) {
    throw outOfRange(quantity, bounds, path, `${Math.round(100 * cutShare)} % of `);
  }
  return { marginal: { ...shape, ...cut }, cutShare };
}

function outOfRange(quantity: Quantity, { min, max }: Bounds, path: string, part: string): ImpactError {
  const range =
    min === undefined
      ? `at most ${String(max)}`
      : max === undefined
        ? `at least ${String(min)}`
        : `from ${String(min)} to ${String(max)}`;
  return new ImpactError('PARAMETER_OUT_OF_RANGE', {
    path,
    message: `${path} must be ${range}; ${part}${quantityText(quantity)} lies outside`,
    hint: 'Move the quantity inside its bounds; check its unit, and that a share is written as 0.3, not 30.',
  });
}

import { ImpactError } from '../errors/impact-error.ts';
import type { Quantity } from './quantity.ts';

/** A quantity as the user wrote it, for messages; JSON would print Infinity as null. */
export function quantityText(quantity: Quantity): string {
  return JSON.stringify(quantity, (_key, value: unknown) =>
    typeof value === 'number' && !Number.isFinite(value) ? String(value) : value,
  ).replaceAll('"', '');
}

/** Refuses numbers that are not finite, wherever they stand in the quantity. */
export function requireFinite(quantity: Quantity, path: string): void {
  if (!everyNumber(quantity, Number.isFinite)) {
    throw invalidQuantity(quantity, path, 'every number in it must be finite', 'Give finite numbers.');
  }
}

function everyNumber(value: unknown, test: (number: number) => boolean): boolean {
  if (typeof value === 'number') return test(value);
  if (typeof value === 'object' && value !== null) {
    return Object.values(value).every((part) => everyNumber(part, test));
  }
  return true;
}

export function invalidQuantity(
  quantity: Quantity,
  path: string,
  allowed: string,
  hint: string,
): ImpactError {
  return new ImpactError('QUANTITY_INVALID', {
    path,
    message: `${path} is ${quantityText(quantity)}: ${allowed}`,
    hint,
  });
}

export const KNOWN_VALUE_HINT = 'A value that is known is written as a plain number.';

/** Requires low < high. */
export function requireBelow(
  quantity: Quantity,
  path: string,
  [lowName, low]: readonly [string, number],
  [highName, high]: readonly [string, number],
): void {
  if (low >= high) {
    const hint = low === high ? KNOWN_VALUE_HINT : 'Swap them if they are in the wrong order.';
    throw invalidQuantity(quantity, path, `${lowName} must be below ${highName}`, hint);
  }
}

/** Requires low <= mode <= high and low < high. */
export function requireMode(
  quantity: Quantity,
  path: string,
  [low, mode, high]: readonly [number, number, number],
): void {
  requireBelow(quantity, path, ['the low end', low], ['the high end', high]);
  if (mode < low || mode > high) {
    throw invalidQuantity(
      quantity,
      path,
      `the mode must lie between the ends, ${low} to ${high}`,
      'The order is [low, mode, high].',
    );
  }
}

/** Requires a number above zero. */
export function requirePositive(
  quantity: Quantity,
  path: string,
  [name, value]: readonly [string, number],
  hint: string,
): void {
  if (value <= 0) throw invalidQuantity(quantity, path, `${name} must be above 0`, hint);
}

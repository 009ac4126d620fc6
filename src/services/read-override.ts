import type { Quantity } from '../core/distribution/quantity.ts';
import { ImpactError } from '../core/errors/impact-error.ts';

/**
 * An override as typed: `recapture.retail-trade=0.7` or `...={"pert":[0.5,0.7,0.9]}`. The quantity is checked with the
 * scenario that it goes into.
 *
 * @throws ImpactError USAGE when it is not of that form
 */
export function readOverride(text: string): { readonly path: string; readonly value: Quantity } {
  const equals = text.indexOf('=');
  const path = text.slice(0, Math.max(0, equals)).trim();
  const value = equals > 0 ? parsedValue(text.slice(equals + 1)) : undefined;
  if (path === '' || value === undefined) {
    throw new ImpactError('USAGE', {
      path: '--set',
      message: `cannot read "${text.slice(0, 80)}"`,
      hint: `write path=value, for example recapture.retail-trade=0.7 or 'recapture.retail-trade={"pert":[0.5,0.7,0.9]}'`,
    });
  }
  return { path, value };
}

function parsedValue(text: string): Quantity | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isQuantity = typeof value === 'number' || (typeof value === 'object' && value !== null);
    return isQuantity ? (value as Quantity) : undefined;
  } catch {
    return undefined;
  }
}

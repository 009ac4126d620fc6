import type { Quantity } from '../core/distribution/quantity.ts';
import { countInWords } from './words.ts';

/** A quantity as a reader says it; bounds and widths in plain numbers, no name of a distribution. */
export function quantityInWords(quantity: Quantity): string {
  if (typeof quantity === 'number') return figure(quantity);
  if ('p5' in quantity) return `${figure(quantity.p5)} to ${figure(quantity.p95)}, 9 chances in 10`;
  if ('p50' in quantity) {
    return `about ${figure(quantity.p50)}; ${figure(quantity.p10)} to ${figure(quantity.p90)}, 8 chances in 10`;
  }
  if ('pert' in quantity) return threePoints(quantity.pert);
  if ('triangular' in quantity) return threePoints(quantity.triangular);
  if ('uniform' in quantity)
    return `${figure(quantity.uniform[0])} to ${figure(quantity.uniform[1])}, all alike`;
  if ('normal' in quantity) {
    return 'mean' in quantity.normal
      ? `${figure(quantity.normal.mean)} plus or minus ${figure(quantity.normal.sd)}`
      : `${figure(quantity.normal.p5)} to ${figure(quantity.normal.p95)}, 9 chances in 10`;
  }
  if ('lognormal' in quantity) {
    return 'median' in quantity.lognormal
      ? `about ${figure(quantity.lognormal.median)}, times or divided by ${figure(quantity.lognormal.gsd)}`
      : `${figure(quantity.lognormal.p10)} to ${figure(quantity.lognormal.p90)}, 8 chances in 10`;
  }
  return `${figure(quantity.beta.mean)} plus or minus ${figure(quantity.beta.sd)}`;
}

function threePoints([low, likely, high]: readonly [number, number, number]): string {
  return `${figure(low)} to ${figure(high)}, likeliest ${figure(likely)}`;
}

/** Up to four digits: inputs are shown as they were given, not as results are rounded. */
function figure(value: number): string {
  if (value === 0) return '0';
  return Math.abs(value) >= 1000 ? countInWords(value) : String(Number(value.toPrecision(4)));
}

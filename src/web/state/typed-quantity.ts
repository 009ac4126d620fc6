import type { Quantity } from '../../core/distribution/quantity.ts';

const NUMBER = String.raw`[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?`;
const ONE = new RegExp(`^${NUMBER}$`, 'i');
const TWO = new RegExp(`^(${NUMBER})\\s*(?:to|إلى|…)\\s*(${NUMBER})$`, 'i');

/**
 * A number, or a 9-in-10 range as two with a word between: `0.7`, `0.5 to 0.9`. Arabic-Indic digits are read too.
 *
 * @returns null when it is neither
 */
export function typedQuantity(text: string): Quantity | null {
  const plain = text
    .trim()
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/٫/g, '.')
    .replace(/(?<=\d)[,٬](?=\d{3}\b)/g, '');
  if (ONE.test(plain)) return Number(plain);
  const [, low, high] = TWO.exec(plain) ?? [];
  if (low === undefined || high === undefined) return null;
  return Number(low) < Number(high) ? { p5: Number(low), p95: Number(high) } : null;
}

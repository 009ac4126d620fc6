import { Decimal } from 'decimal.js';
import { currencySign, grouped } from '../amounts.ts';

/** An amount as somebody stated it, or both its ends; null where it is open. */
export interface Stated {
  readonly low: number | null;
  readonly high: number | null;
  /** ISO 4217; null when none was named. */
  readonly currency: string | null;
}

const scales = [
  { size: 1e12, name: 'trillion' },
  { size: 1e9, name: 'billion' },
  { size: 1e6, name: 'million' },
] as const;

/** What others said is repeated to this many digits; only our own figures are rounded as estimates are. */
const DIGITS = 4;
/** Digits of an amount that was converted at a yearly rate. */
const CONVERTED_DIGITS = 3;

/** `US$100 to 999 billion`, `GBP 1.9 billion`, `5.4 billion`: an amount in its own currency. */
export function statedAmount({ low, high, currency }: Stated, first = true): string {
  const sign = currency === null ? '' : currencySign({ currency, first });
  if (low === null || high === null || low === high) {
    const { figure, scale } = scaled(low ?? high ?? 0, DIGITS);
    return `${sign}${figure}${scale}`;
  }
  const [from, to] = [scaled(low, DIGITS), scaled(high, DIGITS)];
  if (from.scale === to.scale) return `${sign}${from.figure} to ${to.figure}${to.scale}`;
  return `${sign}${from.figure}${from.scale} to ${currency === null ? '' : currencySign({ currency })}${to.figure}${to.scale}`;
}

/** A published or converted amount in US dollars: `$5.4 billion`. */
export function publishedUsd(usd: number, first = false): string {
  const { figure, scale } = scaled(usd, CONVERTED_DIGITS);
  return `${currencySign({ first })}${figure}${scale}`;
}

function scaled(value: number, digits: number): { figure: string; scale: string } {
  const rounded = new Decimal(value).toSignificantDigits(digits);
  const scale = scales.find(({ size }) => rounded.gte(size));
  return scale === undefined
    ? { figure: grouped(rounded), scale: '' }
    : { figure: grouped(rounded.div(scale.size)), scale: ` ${scale.name}` };
}

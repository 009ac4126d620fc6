import { Decimal } from 'decimal.js';

/** How an amount of money is put into words. */
export interface AmountOptions {
  /** ISO 4217 code; US dollars when absent. */
  readonly currency?: string | undefined;
  /** Monte Carlo standard error in the same unit as the amount: no more digits are shown than it allows. */
  readonly standardError?: number | undefined;
  /** The first amount of a text says whose dollars: `US$`. */
  readonly first?: boolean | undefined;
}

const MILLION = new Decimal('1e6');
/** From here on one digit of a billion is enough. */
const LARGE_PART_OF_A_BILLION = new Decimal('3e8');
const TRILLION = new Decimal('1e12');
const BILLION = new Decimal('1e9');

/**
 * Rounds half up to significant digits, and to fewer when the Monte Carlo error is larger than half of the last
 * digit. One digit is the least.
 *
 * @param value any finite number
 * @param digits 1 or 2
 * @param standardError in the unit of `value`, >= 0
 */
export function roundToDigits(value: number, digits: 1 | 2, standardError = 0): Decimal {
  const exact = new Decimal(value);
  if (exact.isZero()) return exact;
  const step = digitStep(exact, digits);
  const kept = digits === 2 && step.div(2).lt(standardError) ? 1 : digits;
  return exact.toSignificantDigits(kept, Decimal.ROUND_HALF_UP);
}

/** Size of one unit in the last of `digits` significant digits. */
export function digitStep(value: Decimal, digits: number): Decimal {
  return new Decimal(10).pow(value.e - digits + 1);
}

/**
 * Rounds as a sentence does: one digit, or two when the first is 1 or 2, where one digit alone would be off by up
 * to a third.
 */
export function roundForSentence(value: number, standardError = 0): Decimal {
  const leading = value === 0 ? 0 : Number(new Decimal(value).abs().toExponential().charAt(0));
  return roundToDigits(value, leading <= 2 ? 2 : 1, standardError);
}

/** An amount in a sentence: `US$0.5 billion`, `$60 million`, `EUR 0.45 billion`; exactly 0 is `nothing`. */
export function amountInWords(value: number, options: AmountOptions = {}): string {
  const rounded = roundForSentence(value, options.standardError);
  return rounded.isZero() ? 'nothing' : roundedInWords(rounded, options);
}

/** Writes out an amount that is rounded already. */
export function roundedInWords(rounded: Decimal, options: AmountOptions = {}): string {
  const { figure, scale } = scaled(rounded.abs());
  const sign = rounded.isNegative() ? 'minus ' : '';
  return `${sign}${currencySign(options)}${figure}${scale === '' ? '' : ` ${scale}`}`;
}

/** `US$`, `$` or `EUR `: what stands before the figure. */
export function currencySign(options: AmountOptions = {}): string {
  const code = options.currency ?? 'USD';
  if (code !== 'USD') return `${code} `;
  return options.first === true ? 'US$' : '$';
}

/** Figure and word of scale. From 300 million on it is billions, so that 0.5 and 6 billion compare at a glance; 160 million stay millions. */
export function scaled(amount: Decimal): { figure: string; scale: '' | 'million' | 'billion' | 'trillion' } {
  if (amount.gte(TRILLION)) return { figure: grouped(amount.div(TRILLION)), scale: 'trillion' };
  if (amount.gte(LARGE_PART_OF_A_BILLION)) return { figure: grouped(amount.div(BILLION)), scale: 'billion' };
  if (amount.gte(MILLION)) return { figure: grouped(amount.div(MILLION)), scale: 'million' };
  return { figure: grouped(amount), scale: '' };
}

/** Plain digits with a comma at every third: `1,250.5`. */
export function grouped(value: Decimal | number): string {
  const [whole = '0', fraction] = new Decimal(value).toFixed().split('.');
  const withCommas = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? withCommas : `${withCommas}.${fraction}`;
}

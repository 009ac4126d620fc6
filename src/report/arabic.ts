import { Decimal } from 'decimal.js';
import { roundForSentence, scaled } from './amounts.ts';

/** Western digits (1 2 3) or Arabic-Indic ones (١ ٢ ٣); Arabic readers differ, so they choose. */
export type ArabicDigits = 'latn' | 'arab';

/** How a figure is put into Arabic. */
export interface ArabicOptions {
  /** Western digits when absent. */
  readonly digits?: ArabicDigits | undefined;
}

/** As `ArabicOptions`, for money. */
export interface ArabicAmountOptions extends ArabicOptions {
  /** ISO 4217 code; US dollars when absent. */
  readonly currency?: string | undefined;
  /** Monte Carlo standard error in the same unit as the amount: no more digits are shown than it allows. */
  readonly standardError?: number | undefined;
}

/**
 * A noun in the forms that numbers call for, in the case that follows a preposition (من، إلى، في، نحو): every figure
 * of ours stands after one.
 */
export interface ArabicNoun {
  /** With its word for one: `ساعة واحدة`. */
  readonly one: string;
  /** Dual: `ساعتين`. */
  readonly two: string;
  /** 3 to 10: `ساعات`. */
  readonly few: string;
  /** 11 to 99: `ساعة`, `يومًا`. */
  readonly many: string;
  /** Whole hundreds and fractions: `ساعة`. */
  readonly other: string;
}

/** A word of scale: before the noun that it counts (`80 مليون دولار`), or alone (`80 مليونًا`). */
interface ScaleWord {
  readonly before: ArabicNoun;
  readonly alone: ArabicNoun;
}

const thousand = scaleWord('ألف', 'ألفي', 'ألفين', 'آلاف', 'ألفًا');
const scaleWords: Readonly<Record<'million' | 'billion' | 'trillion', ScaleWord>> = {
  million: scaleWord('مليون', 'مليوني', 'مليونين', 'ملايين', 'مليونًا'),
  billion: scaleWord('مليار', 'ملياري', 'مليارين', 'مليارات', 'مليارًا'),
  trillion: scaleWord('تريليون', 'تريليوني', 'تريليونين', 'تريليونات', 'تريليونًا'),
};

function scaleWord(one: string, twoBefore: string, two: string, few: string, many: string): ScaleWord {
  return {
    before: { one, two: twoBefore, few, many: one, other: one },
    alone: { one: `${one} واحد`, two, few, many, other: one },
  };
}

export const arabicHour: ArabicNoun = nounOf('ساعة واحدة', 'ساعتين', 'ساعات', 'ساعة', 'ساعة');
const minute: ArabicNoun = nounOf('دقيقة واحدة', 'دقيقتين', 'دقائق', 'دقيقة', 'دقيقة');
const day: ArabicNoun = nounOf('يوم واحد', 'يومين', 'أيام', 'يومًا', 'يوم');
const dollar: ArabicNoun = nounOf(
  'دولار أمريكي واحد',
  'دولارين أمريكيين',
  'دولارات أمريكية',
  'دولارًا أمريكيًا',
  'دولار أمريكي',
);

const plainDollar: ArabicNoun = nounOf('دولار واحد', 'دولارين', 'دولارات', 'دولارًا', 'دولار');

function nounOf(one: string, two: string, few: string, many: string, other: string): ArabicNoun {
  return { one, two, few, many, other };
}

/** From here on thousands are a word: `250 ألف دولار`, but `1,500 دولار`. */
const THOUSANDS_FROM = 10_000;

/** Digits of the reader's choice, with the signs of fraction and thousands that go with them. */
export function figureInArabic(value: number, { digits = 'latn' }: ArabicOptions = {}): string {
  return new Intl.NumberFormat(`ar-u-nu-${digits}`, { maximumFractionDigits: 10 }).format(value);
}

/** A number with the noun that it counts: `ساعتين`, `3 ساعات`, `14 ساعة`. */
export function countedInArabic(count: number, noun: ArabicNoun, options: ArabicOptions = {}): string {
  const form = pluralForm(count);
  if (form === 'one' || form === 'two') return noun[form];
  return `${figureInArabic(count, options)} ${noun[form]}`;
}

function pluralForm(count: number): keyof ArabicNoun {
  const form = new Intl.PluralRules('ar').select(Math.abs(count));
  return form === 'zero' ? 'other' : form;
}

/**
 * An amount in a sentence, rounded as in English: `0.5 مليار دولار أمريكي`, `ملياري دولار أمريكي`; exactly 0 is
 * `لا شيء`.
 */
export function amountInArabic(value: number, options: ArabicAmountOptions = {}): string {
  const rounded = roundForSentence(value, options.standardError);
  return rounded.isZero() ? 'لا شيء' : roundedInArabic(rounded, options);
}

/** Writes out an amount that is rounded already. */
export function roundedInArabic(rounded: Decimal, options: ArabicAmountOptions = {}): string {
  const sign = rounded.isNegative() ? 'ناقص ' : '';
  const { count, word } = inScale(rounded.abs());
  return word === null
    ? `${sign}${countedInArabic(count, currencyNoun(options.currency), options)}`
    : `${sign}${countedInArabic(count, word.before, options)} ${currencyNoun(options.currency).other}`;
}

/**
 * An edge between round amounts, by its usual name: 300 million, not 0.3 billion; and without the country of its
 * dollars, which stands above every table of them.
 *
 * @param amount > 0, in the currency
 */
export function edgeInArabic(amount: number, options: ArabicAmountOptions = {}): string {
  const [size, word] = edgeScale(amount);
  const { currency = 'USD' } = options;
  const noun = currency === 'USD' ? plainDollar : currencyNoun(currency);
  if (word === null) return countedInArabic(amount, noun, options);
  return `${countedInArabic(Number((amount / size).toPrecision(12)), word.before, options)} ${noun.other}`;
}

/** Two edges: `من 300 مليون إلى مليار دولار`. */
export function edgesInArabic(low: number, high: number, options: ArabicAmountOptions = {}): string {
  const [size, word] = edgeScale(low);
  const from =
    word === null
      ? edgeInArabic(low, options)
      : countedInArabic(Number((low / size).toPrecision(12)), word.alone, options);
  return `من ${from} إلى ${edgeInArabic(high, options)}`;
}

function edgeScale(amount: number): readonly [number, ScaleWord | null] {
  if (amount >= 1e12) return [1e12, scaleWords.trillion];
  if (amount >= 1e9) return [1e9, scaleWords.billion];
  if (amount >= 1e6) return [1e6, scaleWords.million];
  return amount >= THOUSANDS_FROM ? [1e3, thousand] : [1, null];
}

/** Head of a column of amounts: `مليار دولار أمريكي`. `unit` is the English short name, `bn`. */
export function columnHeadInArabic(unit: string, currency?: string): string {
  const scale = { tn: scaleWords.trillion, bn: scaleWords.billion, mn: scaleWords.million }[unit];
  const noun = currencyNoun(currency).other;
  return scale === undefined ? noun : `${scale.before.other} ${noun}`;
}

/**
 * Both ends of a range in words, since a dash changes sides in text from right to left:
 * `من 80 مليونًا إلى 5 مليارات دولار أمريكي`.
 *
 * @param low ≥ 0
 * @param high ≥ `low`
 */
export function rangeInArabic(
  low: number,
  high: number,
  options: ArabicAmountOptions & { readonly lowStandardError?: number | undefined } = {},
): string {
  const rounded = roundForSentence(low, options.lowStandardError);
  const { count, word } = inScale(rounded);
  // Plain units need their currency: 500 alone would be read in the scale of the upper end.
  const from = rounded.isZero()
    ? 'صفر'
    : word === null
      ? roundedInArabic(rounded, options)
      : countedInArabic(count, word.alone, options);
  return `من ${from} إلى ${amountInArabic(high, options)}`;
}

/** Digits of an amount that others stated: it is repeated, not rounded as an estimate is. */
const STATED_DIGITS = 4;

/** An amount as somebody stated it: `5.4 مليارات دولار أمريكي`, `600 مليون دولار أمريكي`. `value` > 0. */
export function statedInArabic(value: number, options: ArabicAmountOptions = {}): string {
  const { count, word } = statedScale(value);
  return word === null
    ? countedInArabic(count, currencyNoun(options.currency), options)
    : `${countedInArabic(count, word.before, options)} ${currencyNoun(options.currency).other}`;
}

/** Both ends of a stated range: `من 100 مليار إلى 999 مليار دولار أمريكي`. */
export function statedRangeInArabic(low: number, high: number, options: ArabicAmountOptions = {}): string {
  const { count, word } = statedScale(low);
  const from = word === null ? statedInArabic(low, options) : countedInArabic(count, word.alone, options);
  return `من ${from} إلى ${statedInArabic(high, options)}`;
}

function statedScale(value: number): { readonly count: number; readonly word: ScaleWord | null } {
  const rounded = Number(value.toPrecision(STATED_DIGITS));
  const name = rounded >= 1e12 ? 'trillion' : rounded >= 1e9 ? 'billion' : rounded >= 1e6 ? 'million' : null;
  if (name === null) return inScale(new Decimal(rounded));
  const size = { trillion: 1e12, billion: 1e9, million: 1e6 }[name];
  return { count: Number((rounded / size).toPrecision(STATED_DIGITS)), word: scaleWords[name] };
}

function inScale(amount: Decimal): { readonly count: number; readonly word: ScaleWord | null } {
  const { figure, scale } = scaled(amount);
  if (scale !== '') return { count: Number(figure.replaceAll(',', '')), word: scaleWords[scale] };
  const plain = amount.toNumber();
  return plain >= THOUSANDS_FROM ? { count: plain / 1000, word: thousand } : { count: plain, word: null };
}

/** Of other currencies only the name is known, which is right after every word of scale. */
function currencyNoun(currency = 'USD'): ArabicNoun {
  if (currency === 'USD') return dollar;
  const name = new Intl.DisplayNames(['ar'], { type: 'currency' }).of(currency) ?? currency;
  return nounOf(`1 ${name}`, `2 ${name}`, name, name, name);
}

/** A length of time as one says it: `25 دقيقة`, `14 ساعة ونصف`, `21 يومًا`. `hours` ≥ 0. */
export function hoursInArabic(hours: number, options: ArabicOptions = {}): string {
  if (hours < 1) return countedInArabic(Math.round(hours * 60), minute, options);
  if (hours >= 96) return countedInArabic(Math.round(hours / 24), day, options);
  const rounded = hours >= 10 ? Math.round(hours * 2) / 2 : Math.round(hours * 10) / 10;
  if (rounded % 1 !== 0.5) return countedInArabic(rounded, arabicHour, options);
  const whole = rounded === 1.5 ? 'ساعة' : countedInArabic(Math.floor(rounded), arabicHour, options);
  return `${whole} ونصف`;
}

/**
 * A share as percent in words, with the digits of the English form: `28 في المئة`.
 *
 * @param share 0-1
 */
export function percentInArabic(share: number, options: ArabicOptions = {}): string {
  const percent = share * 100;
  if (percent > 0 && percent < 0.01) return `أقل من ${figureInArabic(0.01, options)} في المئة`;
  const shown = percent >= 10 ? Math.round(percent) : Number(percent.toPrecision(1));
  return `${figureInArabic(shown, options)} في المئة`;
}

/** A count that stands alone: `2,500`, `11 مليونًا`, `8.5 مليون`. */
export function countInArabic(count: number, options: ArabicOptions = {}): string {
  const { figure, word } = countScale(count);
  return word === null ? figureInArabic(figure, options) : countedInArabic(figure, word.alone, options);
}

/** A count with what it counts: `3 شركات`, `2,500 شركة`, `11 مليون بلاغ`. */
export function countOfInArabic(count: number, noun: ArabicNoun, options: ArabicOptions = {}): string {
  const { figure, word } = countScale(count);
  return word === null
    ? countedInArabic(figure, noun, options)
    : `${countedInArabic(figure, word.before, options)} ${noun.other}`;
}

function countScale(count: number): { readonly figure: number; readonly word: ScaleWord | null } {
  const size = Math.abs(count);
  if (size < 1e6) return { figure: Number(count.toPrecision(12)), word: null };
  const [unit, word] = size >= 1e9 ? [1e9, scaleWords.billion] : [1e6, scaleWords.million];
  return { figure: Number((count / unit).toPrecision(4)), word };
}

/** A small chance as a frequency: `نحو فرصة واحدة من 40`. `chance` 0-1. */
export function chanceInArabic(chance: number, options: ArabicOptions = {}): string {
  if (chance < 0.005) return `أقل من فرصة واحدة من ${figureInArabic(200, options)}`;
  const oneIn = 1 / chance;
  const step = oneIn < 20 ? 1 : oneIn < 100 ? 5 : 10;
  return `نحو فرصة واحدة من ${figureInArabic(Math.round(oneIn / step) * step, options)}`;
}

const months = [
  'يناير',
  'فبراير',
  'مارس',
  'أبريل',
  'مايو',
  'يونيو',
  'يوليو',
  'أغسطس',
  'سبتمبر',
  'أكتوبر',
  'نوفمبر',
  'ديسمبر',
];

/** `2025-10-20` or an instant as `20 أكتوبر 2025`; anything else unchanged. */
export function dateInArabic(iso: string, { digits = 'latn' }: ArabicOptions = {}): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  const month = months[Number(match?.[2]) - 1];
  if (match === null || month === undefined) return iso;
  const plain = new Intl.NumberFormat(`ar-u-nu-${digits}`, { useGrouping: false });
  return `${plain.format(Number(match[3]))} ${month} ${plain.format(Number(match[1]))}`;
}

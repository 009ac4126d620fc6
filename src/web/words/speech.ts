import type { LossSummary } from '../../core/result.ts';
import {
  amountInArabic,
  chanceInArabic,
  columnHeadInArabic,
  countInArabic,
  dateInArabic,
  edgeInArabic,
  edgesInArabic,
  figureInArabic,
  hoursInArabic,
  percentInArabic,
  rangeInArabic,
} from '../../report/arabic.ts';
import { cell, rangeCell, type ColumnUnit } from '../../report/amount-column.ts';
import { moneyIn } from '../../report/context.ts';
import { statedAmount } from '../../report/claim/stated-amount.ts';
import { convert, type CurrencyRate } from '../../report/currency.ts';
import { between, edge } from '../../report/twenty-dots.ts';
import {
  chanceInWords,
  countInWords,
  dateInWords,
  hoursInWords,
  percentInWords,
} from '../../report/words.ts';
import type { Digits, Language } from '../state/page-state.ts';
import { arabic } from './ar.ts';
import { english } from './en.ts';
import type { Words } from './words.ts';

/** Words of one language with its way to say figures; amounts come in as US dollars. */
export interface Speech {
  readonly words: Words;
  readonly convert: (usd: number) => number;
  readonly code: string;
  readonly amount: (usd: number, standardErrorUsd?: number) => string;
  /** The first amount of a text says whose dollars. */
  readonly firstAmount: (usd: number, standardErrorUsd?: number) => string;
  /** `from A to B`. */
  readonly range: (lowUsd: number, highUsd: number, lowError?: number, highError?: number) => string;
  /** What somebody stated, US dollars, as exactly as it was; null where it is open. */
  readonly stated: (lowUsd: number | null, highUsd: number | null) => string;
  /** Round edges in the currency itself. */
  readonly edge: (amount: number) => string;
  readonly between: (low: number, high: number) => string;
  readonly hours: (hours: number) => string;
  readonly percent: (share: number) => string;
  readonly count: (count: number) => string;
  readonly chance: (chance: number) => string;
  readonly date: (iso: string) => string;
  /** A figure that is text already, in the digits of the reader. */
  readonly figure: (text: string) => string;
  readonly columnHead: (unit: ColumnUnit) => string;
  readonly cell: (usd: number, unit: ColumnUnit, standardErrorUsd?: number) => string;
  readonly rangeCell: (loss: LossSummary, unit: ColumnUnit) => string;
}

export function speechOf(language: Language, digits: Digits, rate: CurrencyRate | undefined): Speech {
  return language === 'ar' ? inArabic(digits, rate) : inEnglish(rate);
}

function inEnglish(rate: CurrencyRate | undefined): Speech {
  const money = moneyIn(rate);
  return {
    words: english,
    convert: money.convert,
    code: money.code,
    amount: money.say,
    firstAmount: money.sayFirst,
    range: (low, high, lowError, highError) =>
      `from ${money.say(low, lowError)} to ${money.say(high, highError)}`,
    stated: (low, high) => statedAmount({ low, high, currency: 'USD' }, false),
    edge: (amount) => edge(amount, money.code),
    between: (low, high) => between(low, high, money.code),
    hours: (hours) => hoursInWords(hours, true),
    percent: percentInWords,
    count: countInWords,
    chance: chanceInWords,
    date: dateInWords,
    figure: (text) => text,
    columnHead: money.columnHead,
    cell: (usd, unit, error = 0) => cell(money.convert(usd), unit, money.convert(error)),
    rangeCell: (loss, unit) => rangeCell(loss, money.convert, unit),
  };
}

function inArabic(digits: Digits, rate: CurrencyRate | undefined): Speech {
  const to = (usd: number): number => convert(usd, rate);
  const code = rate?.code ?? 'USD';
  const options = { digits, currency: code };
  const error = (usd: number | undefined): number | undefined => (usd === undefined ? undefined : to(usd));
  const amount: Speech['amount'] = (usd, standardErrorUsd) =>
    amountInArabic(to(usd), { ...options, standardError: error(standardErrorUsd) });
  const figure = (text: string): string => (digits === 'arab' ? arabicIndic(text) : text);
  return {
    words: digits === 'arab' ? arabicIndicWords() : arabic,
    convert: to,
    code,
    amount,
    firstAmount: amount,
    range: (low, high, lowError, highError) =>
      rangeInArabic(to(low), to(high), {
        ...options,
        lowStandardError: error(lowError),
        standardError: error(highError),
      }),
    stated: (low, high) =>
      low === null || high === null || low === high
        ? edgeInArabic(low ?? high ?? 0, { digits })
        : edgesInArabic(low, high, { digits }),
    edge: (value) => edgeInArabic(value, options),
    between: (low, high) => edgesInArabic(low, high, options),
    hours: (hours) => hoursInArabic(hours, options),
    percent: (share) => percentInArabic(share, options),
    count: (count) => countInArabic(count, options),
    chance: (chance) => chanceInArabic(chance, options),
    date: (iso) => dateInArabic(iso, options),
    figure,
    columnHead: ({ name }) => columnHeadInArabic(name, code),
    cell: (usd, unit, standardError = 0) => figure(cell(to(usd), unit, to(standardError))),
    rangeCell: (loss, unit) => {
      const [low = '', high = ''] = rangeCell(loss, to, unit).split(' to ');
      return arabic.why.fromTo(figure(low), figure(high));
    },
  };
}

let wordsWithDigits: Words | undefined;

/** The words with their own figures in Arabic-Indic digits too; quotes keep what they quote. */
function arabicIndicWords(): Words {
  wordsWithDigits ??= {
    ...inArabicIndic(arabic),
    run: { ...inArabicIndic(arabic.run), quote: arabic.run.quote },
  };
  return wordsWithDigits;
}

function inArabicIndic<Value>(value: Value): Value {
  if (typeof value === 'string') return arabicIndic(value) as Value;
  if (typeof value === 'function') {
    const say = value as unknown as (...given: readonly unknown[]) => string;
    return ((...given: readonly unknown[]) => arabicIndic(say(...given))) as Value;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, inArabicIndic(inner)]),
  ) as Value;
}

/** Figures of a table: the separators change with the digits. */
function arabicIndic(text: string): string {
  return text
    .replace(/(\d),(?=\d)/g, '$1٬')
    .replace(/(\d)\.(?=\d)/g, '$1٫')
    .replace(/\d/g, (digit) => figureInArabic(Number(digit), { digits: 'arab' }));
}

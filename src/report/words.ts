import { grouped } from './amounts.ts';

/** `a`, `a and b`, `a, b and c`. */
export function joinWords(words: readonly string[], conjunction = 'and'): string {
  if (words.length <= 1) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1) ?? ''}`;
}

/**
 * A share as printed percent: one digit below 10 %, whole percents above; `under 0.01 percent` for less.
 *
 * @param share 0-1
 */
export function percentInWords(share: number): string {
  const percent = share * 100;
  if (percent === 0) return '0 percent';
  if (percent < 0.01) return 'under 0.01 percent';
  if (percent >= 10) return `${grouped(Math.round(percent))} percent`;
  return `${Number(percent.toPrecision(1))} percent`;
}

/** A small chance as a frequency: `about 1 chance in 40`. */
export function chanceInWords(chance: number): string {
  if (chance < 0.005) return 'less than 1 chance in 200';
  const oneIn = 1 / chance;
  const step = oneIn < 20 ? 1 : oneIn < 100 ? 5 : 10;
  return `about 1 chance in ${Math.round(oneIn / step) * step}`;
}

/** A length of time as one says it: `25 minutes`, `14½ hours` (`14.5 hours` in ASCII), `21 days`. */
export function hoursInWords(hours: number, unicode: boolean): string {
  if (hours < 1) return plural(Math.round(hours * 60), 'minute');
  if (hours >= 96) return plural(Math.round(hours / 24), 'day');
  const rounded = hours >= 10 ? Math.round(hours * 2) / 2 : Math.round(hours * 10) / 10;
  const half = rounded % 1 === 0.5;
  return half && unicode ? `${Math.floor(rounded)}½ hours` : plural(rounded, 'hour');
}

/** `1 hour`, `2 hours`, `1,200 draws`. */
export function plural(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A count as one says it: `2,500`, `11 million`, `8.5 million`. */
export function countInWords(count: number): string {
  if (Math.abs(count) < 1e6) return grouped(Number(count.toPrecision(12)));
  const scale = Math.abs(count) >= 1e9 ? { size: 1e9, name: 'billion' } : { size: 1e6, name: 'million' };
  return `${grouped(Number((count / scale.size).toPrecision(4)))} ${scale.name}`;
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2025-10-20` or an instant as `20 October 2025`; anything else unchanged. */
export function dateInWords(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  const month = months[Number(match?.[2]) - 1];
  if (match === null || month === undefined) return iso;
  return `${Number(match[3])} ${month} ${match[1]}`;
}

/** Small whole numbers in letters, as sentences and headings have them. */
export function numberInLetters(count: number): string {
  const letters = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
  return letters[count] ?? grouped(count);
}

/** First letter as a capital, the rest as it is. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

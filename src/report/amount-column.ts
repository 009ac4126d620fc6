import { Decimal } from 'decimal.js';
import type { LossSummary } from '../core/result.ts';
import { digitStep, grouped, roundForSentence, roundToDigits } from './amounts.ts';
import { roundToTotal } from './round-to-total.ts';

/** One unit for a whole column of a table, so that its figures can be compared by eye. */
export interface ColumnUnit {
  /** `bn`, `mn`, `tn`, or empty for plain units. */
  readonly name: string;
  readonly size: number;
}

const units: readonly ColumnUnit[] = [
  { name: 'tn', size: 1e12 },
  { name: 'bn', size: 1e9 },
  { name: 'mn', size: 1e6 },
];
const plain: ColumnUnit = { name: '', size: 1 };

/** The largest unit of which the largest amount holds a tenth or more; trillions only from one on. */
export function columnUnit(amounts: readonly number[]): ColumnUnit {
  const largest = Math.max(0, ...amounts.map(Math.abs));
  const atLeast = (unit: ColumnUnit): number => (unit.name === 'bn' ? 1e8 : unit.size);
  return units.find((unit) => largest >= atLeast(unit)) ?? plain;
}

/** Words for the unit of a column: `US$ million`. */
export function dollarsIn({ name }: ColumnUnit): string {
  const words = { bn: ' billion', mn: ' million', tn: ' trillion' }[name] ?? '';
  return `US$${words}`;
}

/** An amount in a column, to two digits or as few as its standard error allows; exactly 0 is `0`. */
export function cell(amount: number, unit: ColumnUnit, standardError = 0): string {
  if (amount === 0) return '0';
  const rounded = roundToDigits(amount, 2, standardError);
  // Keeps the zero of 0.50: it says that the second digit is known.
  const decimals = Math.max(0, Math.round(Math.log10(unit.size)) - lastDigitExponent(amount, standardError));
  return groupedFixed(rounded.div(unit.size), decimals);
}

/**
 * Both ends of a range in a column, with the digits that a sentence gives them: `0.08 to 5`, so that the table and the
 * answer read alike.
 */
export function rangeCell(loss: LossSummary, convert: (usd: number) => number, unit: ColumnUnit): string {
  const end = (usd: number, standardError: number): string =>
    grouped(roundForSentence(convert(usd), convert(standardError)).div(unit.size));
  const error = loss.monteCarloStandardError;
  return `${end(loss.p5, error.p5)} to ${end(loss.p95, error.p95)}`;
}

/** Power of ten of the last digit that `roundToDigits` keeps. */
function lastDigitExponent(amount: number, standardError: number): number {
  const exact = new Decimal(amount);
  return digitStep(exact, 2).div(2).lt(standardError) ? exact.e : exact.e - 1;
}

/**
 * A column whose printed parts add up to its printed total. The total keeps two digits; the parts share its last
 * decimal place, and its unit unless another one is given. A part that is exactly 0 prints as `0`.
 */
export function addingColumn(
  parts: readonly number[],
  total: number,
  unit: ColumnUnit = columnUnit(total === 0 ? parts : [total]),
): { readonly unit: ColumnUnit; readonly parts: readonly string[]; readonly total: string } {
  const largest = Math.max(Math.abs(total), ...parts.map((part) => Math.abs(part)));
  const reference = total === 0 ? largest : Math.abs(total);
  const step = reference === 0 ? new Decimal(1) : digitStep(new Decimal(reference), 2);
  const decimals = Math.max(0, Math.round(Math.log10(unit.size)) - step.e);
  const rounded = roundToTotal(parts, total, step);
  return {
    unit,
    parts: rounded.parts.map((part, index) =>
      parts[index] === 0 ? '0' : groupedFixed(part.div(unit.size), decimals),
    ),
    total: total === 0 ? '0' : groupedFixed(rounded.total.div(unit.size), decimals),
  };
}

function groupedFixed(value: Decimal, decimals: number): string {
  const sign = value.isNegative() && !value.isZero() ? '-' : '';
  const [whole = '0', fraction] = value.abs().toFixed(decimals).split('.');
  return `${sign}${grouped(new Decimal(whole))}${fraction === undefined ? '' : `.${fraction}`}`;
}

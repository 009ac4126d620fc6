import * as Plot from '@observablehq/plot';
import type { ChartWords } from './chart-words.ts';
import type { Sheet } from './draw-svg.ts';
import { moneyDomain } from './money-axis.ts';

/** A log axis of money that also has a place for nothing. Amounts are in the currency shown. */
export interface MoneyScale {
  readonly options: Plot.ScaleOptions;
  /** Pixels from the left. */
  readonly place: (amount: number) => number;
  /** Where an amount is drawn: itself, or the place of nothing for 0. */
  readonly at: (amount: number) => number;
  /** The amount that stands at a place. */
  readonly amountAt: (pixels: number) => number;
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  /** Whether each label is ten times the one before. */
  readonly inTens: boolean;
  readonly tickLabel: (amount: number) => string;
}

/** Pixels that a label of the axis takes with the blank beside it: in one line, or in two. */
const LABEL = { wide: 100, narrow: 52 };

/** Factor from the lowest amount down to the place of nothing. */
const TO_NOTHING = 4;

/** @param amounts ≥ 0, that must be on the axis; without a positive one it runs from 1 to 10 million */
export function moneyScale(
  amounts: readonly number[],
  left: number,
  right: number,
  sheet: Sheet,
  words: ChartWords,
): MoneyScale {
  const positive = amounts.filter((amount) => amount > 0);
  const labels = (right - left) / (sheet.narrow ? LABEL.narrow : LABEL.wide);
  const domain = moneyDomain(positive.length === 0 ? [2e6, 5e6] : positive, labels);
  const nothingAt = amounts.includes(0) ? domain.low / TO_NOTHING : undefined;
  const low = nothingAt === undefined ? domain.low : nothingAt / 2;
  const options = { type: 'log', domain: [low, domain.high], range: [left, right] } as const;
  const scale = Plot.scale({ x: options });
  const at = (amount: number): number => (amount > 0 ? Math.max(low, amount) : (nothingAt ?? low));
  return {
    options,
    place: (amount) => Number(scale.apply(at(amount))),
    at,
    amountAt: (pixels) => Number(scale.invert?.(pixels)),
    low,
    high: domain.high,
    inTens: domain.inTens,
    ticks: [...(nothingAt === undefined ? [] : [nothingAt]), ...domain.ticks],
    tickLabel: (amount) => {
      if (amount === nothingAt) return words.line(words.nothing);
      const lines = words.tick(amount);
      return sheet.narrow ? lines.map(words.line).join('\n') : words.line(lines.join(' '));
    },
  };
}

/** The axis below a drawing, with its labels in words. */
export function moneyAxis({ ticks, tickLabel }: MoneyScale): Plot.Markish {
  // As a channel: of the labels that `tickFormat` gives, a log axis leaves some out.
  return Plot.axisX(ticks, { text: tickLabel, tickSize: 5, anchor: 'bottom' });
}

import * as Plot from '@observablehq/plot';
import type { EstimateResult } from '../../core/result.ts';
import { convert } from '../currency.ts';
import type { ChartOptions } from './chart-options.ts';
import { chartWords } from './chart-words.ts';
import { drawSvg, sheetOf } from './draw-svg.ts';
import { nameOf } from './name-of.ts';
import type { SvgElement } from './svg-element.ts';
import { LINE_HEIGHT, textLines } from './text-marks.ts';

const PLOT_HEIGHT = 150;

/** Loss by hour since the start; what fell after the end is said, not drawn: it has no hours. Null without hours. */
export function timelineChart(result: EstimateResult, options: ChartOptions): SvgElement | null {
  const { timeline } = result;
  const hours = timeline.flatMap(({ fromHour, usd }) => (fromHour === null ? [] : [{ fromHour, usd }]));
  const end = result.ceiling?.hours ?? 0;
  if (hours.length < 2 || !(end > 0)) return null;
  const words = chartWords(options);
  const sheet = sheetOf(options);
  const after = timeline.find(({ fromHour }) => fromHour === null)?.usd ?? 0;
  const bars = hours.map(({ fromHour, usd }, index) => ({
    from: fromHour,
    to: hours[index + 1]?.fromHour ?? Math.max(end, fromHour),
    amount: convert(usd, options.currency),
  }));
  const afterwards = words.afterTheEnd(words.amount(after));
  const lines = [words.hoursSinceStart, ...(after > 0 ? [afterwards] : [])];
  const bottom = 24 + lines.length * LINE_HEIGHT + 4;
  const height = LINE_HEIGHT / 2 + PLOT_HEIGHT + bottom;
  const largest = bars.reduce((most, bar) => (bar.amount > most.amount ? bar : most));
  return drawSvg(
    {
      height,
      marginLeft: 88,
      marginRight: 12,
      marginTop: LINE_HEIGHT / 2,
      marginBottom: bottom,
      x: { type: 'linear', domain: [0, bars.at(-1)?.to ?? end], label: null },
      y: { type: 'linear', domain: [0, largest.amount], label: null },
      marks: [
        Plot.rect(bars, { x1: 'from', x2: 'to', y1: 0, y2: 'amount', fill: sheet.palette.first, inset: 0.5 }),
        Plot.ruleY([0], { stroke: sheet.palette.ink }),
        Plot.axisY({ ticks: 3, tickFormat: (amount: number) => words.line(words.tick(amount).join(' ')) }),
        Plot.axisX({ tickFormat: (hour: number) => words.figure(hour), ticks: sheet.narrow ? 5 : 8 }),
        textLines(lines, sheet.width / 2 + 38, height - bottom + 24, 'middle', sheet, words, {
          fill: sheet.palette.muted,
        }),
      ],
      title: `${words.byHour}: ${nameOf(result)}`,
      description: [
        words.mostInHour(largest.from, words.amount(hours[bars.indexOf(largest)]?.usd ?? 0)),
        ...(after > 0 ? [afterwards] : []),
      ]
        .map((part) => `${part}.`)
        .join(' '),
      heading: [words.title(result), words.byHour],
      source: [words.source(nameOf(result), result.id, result.versions.engine)],
      line: words.line,
    },
    options,
  );
}

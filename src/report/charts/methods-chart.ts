import * as Plot from '@observablehq/plot';
import type { EstimateResult, LossSummary } from '../../core/result.ts';
import { convert } from '../currency.ts';
import { shownLoss } from '../sections/ways-to-count.ts';
import type { ChartOptions } from './chart-options.ts';
import { chartWords, type ChartWords } from './chart-words.ts';
import { axisMargin, drawSvg, sheetOf, type Sheet } from './draw-svg.ts';
import { moneyAxis, moneyScale } from './money-scale.ts';
import { nameOf } from './name-of.ts';
import { rangeBar } from './range-bar.ts';
import type { SvgElement } from './svg-element.ts';
import { EDGE, LINE_HEIGHT, legendBlock, textLines } from './text-marks.ts';

interface Row {
  readonly name: string;
  readonly loss: LossSummary;
  /** Circle: counts the whole loss. Triangle: a floor. Diamond: all together. */
  readonly symbol: 'circle' | 'triangle' | 'diamond';
}

const ROW = LINE_HEIGHT + 24;

/** Middle and range of each way of counting, and of all together; null when none counted anything. */
export function methodsChart(result: EstimateResult, options: ChartOptions): SvgElement | null {
  const words = chartWords(options);
  const rows = rowsOf(result, words);
  if (rows.length === 0) return null;
  const sheet = sheetOf(options);
  const toShown = (usd: number): number => convert(usd, options.currency);
  const left = axisMargin(sheet);
  const ends = rows.flatMap(({ loss }) => [loss.p5, loss.p50, loss.p95]).map(toShown);
  const scale = moneyScale(ends, left, sheet.width - left, sheet, words);
  const axisAt = rows.length * ROW + 2;
  const legend = legendBlock(words.legend('ways', scale.inTens), axisAt, sheet, words);
  const marks = rows.flatMap(({ name, loss, symbol }, index) => {
    const bar = index * ROW + LINE_HEIGHT + 11;
    const colour = symbol === 'diamond' ? sheet.palette.ink : sheet.palette.first;
    return [
      ...nameLine(name, index * ROW, sheet, words),
      ...rangeBar([toShown(loss.p5), toShown(loss.p95)], bar, colour, scale),
      Plot.dot([scale.at(toShown(loss.p50))], {
        x: Plot.identity,
        y: () => bar,
        symbol,
        r: 7,
        fill: colour,
        stroke: sheet.palette.surface,
        strokeWidth: 1.5,
      }),
    ];
  });
  return drawSvg(
    {
      height: legend.bottom + 4,
      marginLeft: left,
      marginRight: left,
      marginBottom: legend.bottom + 4 - axisAt,
      x: scale.options,
      y: { type: 'identity', axis: null },
      marks: [
        Plot.ruleY([axisAt], { x1: scale.low, x2: scale.high, stroke: sheet.palette.ink }),
        ...marks,
        moneyAxis(scale),
        ...legend.marks,
      ],
      title: `${words.waysToCount}: ${nameOf(result)}`,
      description: rows
        .map(({ name, loss }) => `${name}: ${words.middle(loss)}; ${words.nineInTen(loss)}.`)
        .join(' '),
      heading: [words.title(result), words.waysToCount],
      source: [words.source(nameOf(result), result.id, result.versions.engine)],
      line: words.line,
    },
    options,
  );
}

function rowsOf({ methods, economicLoss }: EstimateResult, words: ChartWords): readonly Row[] {
  const ways = methods.flatMap((method): readonly Row[] => {
    const loss = shownLoss(method);
    if (loss === null) return [];
    const name = words.method(method.method);
    return method.scope === 'part'
      ? [{ name: `${name} (${words.floor})`, loss, symbol: 'triangle' }]
      : [{ name, loss, symbol: 'circle' }];
  });
  if (ways.every(({ loss }) => loss.p95 === 0)) return [];
  return economicLoss === null || ways.length === 1
    ? ways
    : [...ways, { name: words.together, loss: economicLoss, symbol: 'diamond' }];
}

/** Above its line, at the left in either language: the axis starts there. */
function nameLine(name: string, top: number, sheet: Sheet, words: ChartWords): readonly Plot.Markish[] {
  return [textLines([name], EDGE, top, 'start', sheet, words)];
}

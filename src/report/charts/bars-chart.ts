import * as Plot from '@observablehq/plot';
import type { EstimateResult } from '../../core/result.ts';
import { moneyIn } from '../context.ts';
import { printable } from '../printable.ts';
import { sectorColumn, waterfallColumn } from '../sections/split.ts';
import type { ChartOptions } from './chart-options.ts';
import { chartWords, type ChartWords } from './chart-words.ts';
import { drawSvg, LETTER_WIDTH, sheetOf, type Sheet } from './draw-svg.ts';
import { nameOf } from './name-of.ts';
import type { SvgElement } from './svg-element.ts';
import { EDGE, LINE_HEIGHT, textLines } from './text-marks.ts';

/** A bar with its name above it and its figure, as the table prints it, behind its end. */
interface Bar {
  readonly name: string;
  readonly figure: string;
  /** US dollars, from the lower end to the upper. */
  readonly from: number;
  readonly to: number;
  /** `whole` stands on nothing; `less` is taken away from what stood before, `more` is added to it. */
  readonly kind: 'whole' | 'less' | 'more';
}

const THICK = 14;
const ROW = LINE_HEIGHT + THICK + 10;

/** The steps from interrupted to lost as bars that start where the one before ended; null when nothing is to explain. */
export function waterfallChart(result: EstimateResult, options: ChartOptions): SvgElement | null {
  const words = chartWords(options);
  const split = waterfallColumn(result, moneyIn(options.currency));
  if (split === null) return null;
  let level = 0;
  const bars = split.steps.map(({ step, usd, figure }, index): Bar => {
    const isWhole = index === 0 || index === split.steps.length - 1;
    const before = isWhole ? 0 : level;
    level = before + usd;
    return {
      name: words.step(step),
      figure: words.inColumn(figure, split.unit),
      from: Math.min(before, level),
      to: Math.max(before, level),
      kind: isWhole ? 'whole' : usd < 0 ? 'less' : 'more',
    };
  });
  return barsChart(words.interruptedToLost, bars, result, words, options);
}

/** The loss by sector as the report lists it: the largest, then all others together; null with less than two. */
export function sectorsChart(result: EstimateResult, options: ChartOptions): SvgElement | null {
  const words = chartWords(options);
  const split = sectorColumn(result, moneyIn(options.currency));
  if (split === null) return null;
  const bars = split.rows.map(({ title, usd, figure }): Bar => ({
    name: printable(title),
    figure: words.inColumn(figure, split.unit),
    from: 0,
    to: usd,
    kind: 'whole',
  }));
  return barsChart(words.bySector, bars, result, words, options);
}

function barsChart(
  name: string,
  bars: readonly Bar[],
  result: EstimateResult,
  words: ChartWords,
  options: ChartOptions,
): SvgElement {
  const sheet = sheetOf(options);
  const height = bars.length * ROW;
  const right =
    Math.max(...bars.map(({ figure }) => Array.from(figure).length)) * sheet.fontSize * LETTER_WIDTH + 14;
  const domain = [Math.min(0, ...bars.map(({ from }) => from)), Math.max(...bars.map(({ to }) => to))];
  const scale = { type: 'linear', domain, range: [EDGE, sheet.width - right], axis: null } as const;
  const place = Plot.scale({ x: scale });
  const marks = bars.flatMap((bar, index) => {
    const top = index * ROW + LINE_HEIGHT;
    return [
      Plot.ruleX([0], { y1: top - 2, y2: top + THICK + 2, stroke: sheet.palette.ink }),
      textLines([bar.name], EDGE, index * ROW, 'start', sheet, words),
      Plot.rect([bar], { x1: 'from', x2: 'to', y1: top, y2: top + THICK, ...lookOf(bar, sheet) }),
      textLines(
        [bar.figure],
        Number(place.apply(bar.to)) + 7,
        top + (THICK - LINE_HEIGHT) / 2,
        'start',
        sheet,
        words,
      ),
    ];
  });
  return drawSvg(
    {
      height,
      marginLeft: EDGE,
      marginRight: right,
      x: scale,
      y: { type: 'identity', axis: null },
      marks,
      title: `${name}: ${nameOf(result)}`,
      description: `${bars.map((bar) => `${bar.name}: ${bar.figure}`).join('; ')}.`,
      heading: [words.title(result), name],
      source: [words.source(nameOf(result), result.id, result.versions.engine)],
      line: words.line,
    },
    options,
  );
}

/** Filled, outlined, or shaded: told apart without colour, and by the signs of the figures. */
function lookOf({ kind }: Bar, { palette }: Sheet): Plot.RectOptions {
  if (kind === 'whole') return { fill: palette.first };
  return kind === 'less'
    ? { fill: palette.surface, stroke: palette.first, strokeWidth: 2, strokeDasharray: '5 3' }
    : { fill: palette.first, fillOpacity: 0.4, stroke: palette.first, strokeWidth: 2 };
}

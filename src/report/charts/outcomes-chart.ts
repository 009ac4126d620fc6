import * as Plot from '@observablehq/plot';
import type { EstimateResult, LossSummary } from '../../core/result.ts';
import { convert } from '../currency.ts';
import { capitalised } from '../words.ts';
import { twentyOutcomes } from '../twenty-dots.ts';
import type { ChartOptions } from './chart-options.ts';
import { chartWords, type ChartWords, type ClaimedRange } from './chart-words.ts';
import { dotStacks } from './dot-stacks.ts';
import { axisMargin, drawSvg, sheetOf, type Sheet } from './draw-svg.ts';
import { moneyAxis, moneyScale, type MoneyScale } from './money-scale.ts';
import { nameOf } from './name-of.ts';
import { rangeBar } from './range-bar.ts';
import type { SvgElement } from './svg-element.ts';
import { EDGE, LINE_HEIGHT, legendBlock, textBlock, textLines, type TextBlock } from './text-marks.ts';

/** One estimate, alone or with another one, and a published figure when there is one. */
export interface OutcomesData {
  readonly result: EstimateResult;
  /** Drawn below on the same axis, with squares for dots. */
  readonly other?: EstimateResult | undefined;
  readonly claim?: ClaimedRange | undefined;
}

/** Columns of dots that stand side by side over the whole width. */
const COLUMNS = 22;
/** Stacks that twenty dots form at most, so that their shape shows. */
const STACKS = 9;
const PARTS = ['A', 'B'] as const;

interface Canvas {
  readonly scale: MoneyScale;
  readonly sheet: Sheet;
  readonly words: ChartWords;
  /** US dollars to the currency shown. */
  readonly toShown: (usd: number) => number;
  readonly left: number;
  readonly right: number;
}

/**
 * Twenty equally likely outcomes as dots on a log axis of money, with the 9-in-10 range, the middle, everything
 * produced in those hours and, where given, a published figure. Without a middle figure only the span is drawn.
 */
export function outcomesChart(data: OutcomesData, options: ChartOptions): SvgElement {
  const { result, other, claim } = data;
  const words = chartWords(options);
  const sheet = sheetOf(options);
  const toShown = (usd: number): number => convert(usd, options.currency);
  // Two outages have two such bounds; one line for both would be wrong for one of them.
  const bound = other === undefined ? result.ceiling : null;
  const results = [result, ...(other === undefined ? [] : [other])];
  const left = axisMargin(sheet);
  const right = sheet.width - left;
  const amounts = [
    ...results.flatMap(amountsOf),
    ...(bound === null ? [] : [bound.scopeUsd]),
    ...(claim === undefined ? [] : [claim.lowUsd, claim.highUsd].filter((usd) => usd !== null)),
  ].map(toShown);
  const scale = moneyScale(amounts, left, right, sheet, words);
  const canvas: Canvas = { scale, sheet, words, toShown, left, right };

  const everything = bound === null ? null : words.everything(result);
  const header: TextBlock[] = [];
  const below = (): number => header.at(-1)?.bottom ?? 2;
  if (everything !== null && bound !== null) {
    header.push(note(everything, scale.place(toShown(bound.scopeUsd)), below(), 'beside', canvas));
  }
  if (claim !== undefined) {
    header.push(note(words.claim(claim), claimSide(claim, canvas), below(), 'beside', canvas));
  }
  const panels: Panel[] = [];
  for (const [index, each] of results.entries()) {
    const top = panels.at(-1)?.bottom ?? below() + 4;
    panels.push(panelOf(each, other === undefined ? undefined : PARTS[index], top, canvas));
  }
  const axisAt = (panels.at(-1)?.bottom ?? 0) + 6;
  const hasDots = results.some(({ economicLoss }) => economicLoss !== null);
  const legend = legendBlock(words.legend(hasDots ? 'dots' : 'span', scale.inTens), axisAt, sheet, words);
  const height = legend.bottom + 4;
  return drawSvg(
    {
      height,
      marginLeft: left,
      marginRight: left,
      marginBottom: height - axisAt,
      x: scale.options,
      y: { type: 'identity', axis: null },
      marks: [
        ...(claim === undefined ? [] : [claimBand(claim, header.at(-2)?.bottom ?? 2, axisAt, canvas)]),
        ...(bound === null ? [] : [boundLine(toShown(bound.scopeUsd), 2, axisAt, canvas)]),
        Plot.ruleY([axisAt], { x1: scale.low, x2: scale.high, stroke: sheet.palette.ink }),
        ...panels.flatMap(({ marks }) => marks),
        ...header.flatMap(({ marks }) => marks),
        moneyAxis(scale),
        ...legend.marks,
      ],
      title: `${other === undefined ? words.twentyOutcomes : words.twoTimesTwenty}: ${results.map(nameOf).join(' / ')}`,
      description: [
        ...results.map(
          (each, index) => `${other === undefined ? '' : `${PARTS[index] ?? ''}: `}${words.answer(each)}`,
        ),
        ...(everything === null ? [] : [`${capitalised(everything)}.`]),
        ...(claim === undefined ? [] : [`${capitalised(words.claim(claim))}.`]),
      ].join(' '),
      heading:
        other === undefined
          ? [words.title(result), words.answer(result)]
          : [
              words.twoTimesTwenty,
              ...results.map((each, index) => `${PARTS[index] ?? ''}: ${words.title(each)}`),
            ],
      source: results.map((each) => words.source(nameOf(each), each.id, each.versions.engine)),
      line: words.line,
    },
    options,
  );
}

function amountsOf({ economicLoss, span }: EstimateResult): readonly number[] {
  if (economicLoss !== null) return [...twentyOutcomes(economicLoss), economicLoss.p5, economicLoss.p95];
  return span === undefined ? [] : [span.lowUsd, span.highUsd];
}

interface Panel {
  readonly marks: readonly Plot.Markish[];
  readonly bottom: number;
}

/** Dots of one estimate above the line of its range. */
function panelOf(result: EstimateResult, part: 'A' | 'B' | undefined, top: number, canvas: Canvas): Panel {
  const { words, sheet } = canvas;
  const header =
    part === undefined
      ? []
      : [textLines([`${part}: ${nameOf(result)}`], EDGE, top, 'start', sheet, words, { bold: true })];
  const from = top + (part === undefined ? 0 : LINE_HEIGHT + 2);
  const colour = part === 'B' ? sheet.palette.second : sheet.palette.first;
  const body =
    result.economicLoss === null
      ? spanOnly(result, from, colour, canvas)
      : dotsOf(result.economicLoss, part, from, colour, canvas);
  return { marks: [...header, ...body.marks], bottom: body.bottom };
}

function dotsOf(
  loss: LossSummary,
  part: 'A' | 'B' | undefined,
  top: number,
  colour: string,
  canvas: Canvas,
): Panel {
  const { scale, sheet, words, toShown, left, right } = canvas;
  const width = (right - left) / COLUMNS;
  const radius = Math.min(12, width * 0.43);
  const places = twentyOutcomes(loss).map((usd) => scale.place(toShown(usd)));
  const spread = (places.at(-1) ?? 0) - (places[0] ?? 0);
  const dots = dotStacks(places, Math.max(width, spread / STACKS));
  const height = (Math.max(...dots.map(({ level }) => level)) + 1) * 2 * radius;
  const middleAt = scale.place(toShown(loss.p50));
  const label = note(words.middle(loss), middleAt, top, 'around', canvas);
  const base = label.bottom + 4 + height;
  const bar = base + 12;
  const isOutside = ({ index }: { readonly index: number }): boolean =>
    index === 0 || index === dots.length - 1;
  const dotMarks = (kept: (dot: { readonly index: number }) => boolean, hollow: boolean): Plot.Markish =>
    Plot.dot(dots.filter(kept), {
      x: ({ at }: { readonly at: number }) => scale.amountAt(at),
      y: ({ level }: { readonly level: number }) => base - radius - level * 2 * radius,
      r: radius - (hollow ? 1.5 : 0.75),
      symbol: part === 'B' ? 'square' : 'circle',
      fill: hollow ? sheet.palette.surface : colour,
      stroke: colour,
      strokeWidth: hollow ? 2 : 0,
    });
  const range = note(
    words.nineInTen(loss),
    (scale.place(toShown(loss.p5)) + scale.place(toShown(loss.p95))) / 2,
    bar + 8,
    'around',
    canvas,
  );
  return {
    marks: [
      Plot.ruleX([scale.at(toShown(loss.p50))], {
        y1: label.bottom,
        y2: bar,
        stroke: sheet.palette.ink,
        strokeWidth: 1.5,
        strokeDasharray: '3 3',
      }),
      dotMarks((dot) => !isOutside(dot), false),
      dotMarks(isOutside, true),
      ...rangeBar([toShown(loss.p5), toShown(loss.p95)], bar, colour, scale),
      ...label.marks,
      ...range.marks,
    ],
    bottom: range.bottom + 4,
  };
}

/** Methods that disagree: from the lowest to the highest end, without dots. */
function spanOnly({ span }: EstimateResult, top: number, colour: string, canvas: Canvas): Panel {
  if (span === undefined) return { marks: [], bottom: top };
  const { scale, toShown, words } = canvas;
  const ends = [toShown(span.lowUsd), toShown(span.highUsd)] as const;
  const bar = top + 12;
  const middle = (scale.place(ends[0]) + scale.place(ends[1])) / 2;
  const label = note(words.span(span.lowUsd, span.highUsd), middle, bar + 8, 'around', canvas);
  return { marks: [...rangeBar(ends, bar, colour, scale), ...label.marks], bottom: label.bottom + 4 };
}

function boundLine(amount: number, top: number, bottom: number, { scale, sheet }: Canvas): Plot.Markish {
  return Plot.ruleX([scale.at(amount)], { y1: top, y2: bottom, stroke: sheet.palette.ink, strokeWidth: 5 });
}

function claimBand(claim: ClaimedRange, top: number, bottom: number, canvas: Canvas): Plot.Markish {
  const { sheet } = canvas;
  const [x1, x2] = claimEnds(claim, canvas);
  return Plot.rect([0], {
    x1,
    x2,
    y1: top,
    y2: bottom,
    fill: sheet.palette.claim,
    fillOpacity: 0.12,
    stroke: sheet.palette.claim,
    strokeWidth: 2,
    strokeDasharray: '6 3',
  });
}

/** Ends of the claim on the axis; an open side runs to the end of it. */
function claimEnds({ lowUsd, highUsd }: ClaimedRange, { scale, toShown }: Canvas): readonly [number, number] {
  return [
    lowUsd === null ? scale.low : scale.at(toShown(lowUsd)),
    highUsd === null ? scale.high : scale.at(toShown(highUsd)),
  ];
}

/** The end of the claim that has more room beside it for its words. */
function claimSide(claim: ClaimedRange, canvas: Canvas): number {
  const [low, high] = claimEnds(claim, canvas).map(canvas.scale.place) as [number, number];
  return low > canvas.sheet.width - high ? low : high;
}

function note(text: string, x: number, top: number, align: 'around' | 'beside', canvas: Canvas): TextBlock {
  const { sheet, words } = canvas;
  return textBlock(text, { x, top, align, left: EDGE, right: sheet.width - EDGE }, sheet, words);
}

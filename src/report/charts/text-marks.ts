import * as Plot from '@observablehq/plot';
import { LETTER_WIDTH, linesThatFit, type Sheet } from './draw-svg.ts';
import type { ChartWords } from './chart-words.ts';

export const LINE_HEIGHT = 18;

/** Text keeps this far from the edges of the picture. */
export const EDGE = 4;

/** A block of text: its marks, and where it ends. */
export interface TextBlock {
  readonly marks: readonly Plot.Markish[];
  /** Pixels from the top, of the end of the last line. */
  readonly bottom: number;
}

/** Where a block of text stands. Right and left are those of the page: charts are not mirrored. */
export interface TextPlace {
  /** Pixels from the left: what the text is about. */
  readonly x: number;
  /** Pixels from the top, of the upper edge of the first line. */
  readonly top: number;
  /** `around`: centred, moved as far as it must be to stay inside. `beside`: on the side of `x` with more room. */
  readonly align: 'around' | 'beside';
  readonly left: number;
  readonly right: number;
  readonly bold?: boolean | undefined;
  readonly fill?: string | undefined;
}

/** Width that a line takes at most, without a font at hand. */
function widthOf(line: string, { fontSize }: Sheet): number {
  return Array.from(line).length * fontSize * LETTER_WIDTH;
}

export function textBlock(text: string, place: TextPlace, sheet: Sheet, words: ChartWords): TextBlock {
  const { x, top, align, left, right } = place;
  const onLeft = x - left > right - x;
  const room = align === 'around' ? right - left : (onLeft ? x - left : right - x) - GAP;
  const lines = linesThatFit(text, room, sheet.fontSize);
  const half = Math.max(...lines.map((line) => widthOf(line, sheet))) / 2;
  const centre = Math.min(Math.max(x, left + half), Math.max(right - half, left + half));
  const at = align === 'around' ? centre : onLeft ? x - GAP : x + GAP;
  const anchor = align === 'around' ? 'middle' : onLeft ? 'end' : 'start';
  return {
    marks: [textLines(lines, at, top, anchor, sheet, words, place)],
    bottom: top + lines.length * LINE_HEIGHT,
  };
}

/** How to read a chart, below the labels of its axis. */
export function legendBlock(text: string, axisAt: number, sheet: Sheet, words: ChartWords): TextBlock {
  const place = {
    x: sheet.width / 2,
    top: axisAt + (sheet.narrow ? 40 : 26),
    align: 'around',
    left: EDGE,
    right: sheet.width - EDGE,
    fill: sheet.palette.muted,
  } as const;
  return textBlock(text, place, sheet, words);
}

/** Between a line and the words beside it. */
const GAP = 7;

/** Lines below each other, each a text of its own: a renderer that ignores `tspan` or `direction` still gets them right. */
export function textLines(
  lines: readonly string[],
  x: number,
  top: number,
  textAnchor: 'start' | 'middle' | 'end',
  sheet: Sheet,
  words: ChartWords,
  { bold, fill }: { readonly bold?: boolean | undefined; readonly fill?: string | undefined } = {},
): Plot.Markish {
  const rows = lines.map((text, index) => ({
    text: words.line(text),
    y: top + (index + 0.5) * LINE_HEIGHT,
  }));
  return Plot.text(rows, {
    x: { value: rows.map(() => x), scale: null },
    y: { value: rows.map(({ y }) => y), scale: null },
    text: 'text',
    textAnchor,
    fontSize: sheet.fontSize,
    fill: fill ?? sheet.palette.ink,
    // Readable also where a line runs behind it.
    stroke: sheet.palette.surface,
    strokeWidth: 4,
    ...(bold === true ? { fontWeight: 'bold' } : {}),
  });
}

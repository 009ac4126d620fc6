import * as Plot from '@observablehq/plot';
import { wrap } from '../wrap.ts';
import type { ChartOptions } from './chart-options.ts';
import { filePalette, pagePalette, type Palette } from './palette.ts';
import { SVG_NAMESPACE, type SvgElement } from './svg-element.ts';

export const DEFAULT_WIDTH = 720;
/** Below this width labels take two lines and text is a little smaller. */
const NARROW = 480;

/** Measures of a drawing, in pixels. */
export interface Sheet {
  readonly width: number;
  readonly narrow: boolean;
  readonly fontSize: number;
  readonly palette: Palette;
}

export function sheetOf({ width = DEFAULT_WIDTH, form }: ChartOptions): Sheet {
  const narrow = width < NARROW;
  return {
    width,
    narrow,
    fontSize: narrow ? 12 : 13,
    palette: form === 'file' ? filePalette : pagePalette,
  };
}

/** Margin beside an axis of money: half of its widest label, so that none is cut at its ends. */
export function axisMargin({ narrow }: Sheet): number {
  return narrow ? 24 : 40;
}

/** Width of an average letter as a share of the font size; no font is at hand to measure. */
export const LETTER_WIDTH = 0.52;

/** Lines of text that fit a width. */
export function linesThatFit(text: string, width: number, fontSize: number): readonly string[] {
  return wrap(text, Math.max(8, Math.floor(width / (fontSize * LETTER_WIDTH))));
}

/** What surrounds the marks of a chart. */
export interface Drawing {
  readonly height: number;
  readonly marginLeft: number;
  readonly marginRight: number;
  readonly marginTop?: number;
  readonly marginBottom?: number;
  readonly x: Plot.ScaleOptions;
  readonly y: Plot.ScaleOptions;
  readonly marks: readonly Plot.Markish[];
  /** Name of the picture, for readers who do not see it. */
  readonly title: string;
  /** What it shows, in sentences. */
  readonly description: string;
  /** Only in a file: stands above and below the drawing. */
  readonly heading: readonly string[];
  readonly source: readonly string[];
  readonly line: (text: string) => string;
}

const LINE_HEIGHT = 1.35;
const PADDING = 16;

/**
 * Draws one chart. This is the only place that knows Plot's DOM types: they are those of a browser, which the server's
 * program is compiled without, so the document goes in and the drawing comes out by the structural types of
 * `svg-element.ts`.
 */
export function drawSvg(drawing: Drawing, options: ChartOptions): SvgElement {
  const sheet = sheetOf(options);
  const { height, marginLeft, marginRight, marginTop = 0, marginBottom = 0, x, y, marks } = drawing;
  const plotOptions: unknown = {
    document: options.document,
    width: sheet.width,
    height,
    marginLeft,
    marginRight,
    marginTop,
    marginBottom,
    x,
    y,
    marks,
  };
  const svg = Plot.plot(plotOptions as Plot.PlotOptions) as unknown as SvgElement;
  // A style sheet inside a picture would reach the page around it.
  for (const style of svg.querySelectorAll('style')) style.remove();
  // Read out, the hundred small parts of a picture say nothing; its title and description do.
  for (const part of svg.querySelectorAll('[aria-label], [aria-hidden]')) {
    part.removeAttribute('aria-label');
    part.removeAttribute('aria-hidden');
  }
  roundPlaces(svg);
  const attributes = {
    xmlns: SVG_NAMESPACE,
    role: 'img',
    class: 'chart',
    // Text that needs the other direction isolates itself: resvg knows no `direction`.
    direction: 'ltr',
    'font-family': 'system-ui, sans-serif',
    'font-size': String(sheet.fontSize),
    fill: sheet.palette.ink,
  };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
  if (options.form === 'file') frame(svg, drawing, height, options);
  svg.prepend(
    textElement(options, 'title', drawing.title),
    textElement(options, 'desc', drawing.description),
  );
  return svg;
}

const places = ['x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'width', 'height', 'transform', 'd'];

/** To hundredths of a pixel: the last digits of a logarithm are not the same on every machine. */
function roundPlaces(svg: SvgElement): void {
  for (const element of svg.querySelectorAll('*')) {
    for (const name of places) {
      const value = element.getAttribute(name);
      if (value === null || !value.includes('.') || value.endsWith('em')) continue;
      element.setAttribute(
        name,
        value.replace(/-?\d+\.\d+/g, (figure) => String(Math.round(Number(figure) * 100) / 100)),
      );
    }
  }
}

function textElement({ document }: ChartOptions, name: string, text: string): SvgElement {
  const element = document.createElementNS(SVG_NAMESPACE, name);
  element.textContent = text;
  return element;
}

/** White ground, heading above and source below, so that the picture says what it is wherever it is pasted. */
function frame(svg: SvgElement, drawing: Drawing, height: number, options: ChartOptions): void {
  const { width, palette } = sheetOf(options);
  const room = width - 2 * PADDING;
  const lines = (texts: readonly string[], size: number, bold: boolean): readonly FrameLine[] =>
    texts.flatMap((text) => linesThatFit(text, room, size).map((line) => ({ text: line, size, bold })));
  const [first, ...others] = drawing.heading;
  const above = [...lines(first === undefined ? [] : [first], 17, true), ...lines(others, 14, false)];
  const below = lines(drawing.source, 11, false);
  const heightOf = (list: readonly FrameLine[]): number =>
    list.reduce((sum, { size }) => sum + size * LINE_HEIGHT, 0);
  const top = PADDING + heightOf(above) + 4;
  const bottom = heightOf(below) + PADDING;
  svg.setAttribute('height', String(Math.ceil(top + height + bottom)));
  svg.setAttribute('viewBox', `0 ${-Math.ceil(top)} ${width} ${Math.ceil(top + height + bottom)}`);
  svg.setAttribute('color', palette.ink);
  const ground = options.document.createElementNS(SVG_NAMESPACE, 'rect');
  const box = { x: 0, y: -Math.ceil(top), width, height: Math.ceil(top + height + bottom) };
  for (const [name, value] of Object.entries({ ...box, fill: palette.surface })) {
    ground.setAttribute(name, String(value));
  }
  svg.prepend(ground);
  const place = (list: readonly FrameLine[], from: number, ink: string): void => {
    let y = from;
    for (const { text, size, bold } of list) {
      y += size * LINE_HEIGHT;
      const element = textElement(options, 'text', drawing.line(text));
      const end = options.language === 'ar';
      const attributes = {
        x: end ? width - PADDING : PADDING,
        y: Math.round(y - size * 0.35),
        'text-anchor': end ? 'end' : 'start',
        'font-size': size,
        ...(bold ? { 'font-weight': 'bold' } : {}),
        fill: ink,
      };
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
      svg.append(element);
    }
  };
  place(above, PADDING - Math.ceil(top), palette.ink);
  place(below, height, palette.muted);
}

interface FrameLine {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
}

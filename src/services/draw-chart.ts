import type { ClaimAssessment } from '../core/claims/claim-assessment.ts';
import type { BookYearsResult } from '../core/insurance/book-years/book-years-result.ts';
import type { ComparisonResult, EstimateResult } from '../core/result.ts';
import type { ChartOptions } from '../report/charts/chart-options.ts';
import type { EstimateCharts } from '../report/estimate-html.ts';
import type { SvgDocument, SvgElement } from '../report/charts/svg-element.ts';

/** What the caller of a drawing may choose; see `ChartOptions`. */
export type DrawOptions = Omit<ChartOptions, 'document'>;

/**
 * The chart of an estimate as SVG text: twenty outcomes, or their span where methods disagree. A file that stands
 * alone unless `form` is `page`. The same input gives the same bytes.
 */
export async function drawEstimateSvg(result: EstimateResult, options: DrawOptions = {}): Promise<string> {
  const { outcomesChart } = await import('../report/charts/outcomes-chart.ts');
  return draw(options, (chart) => outcomesChart({ result }, chart));
}

/** Two estimates on one axis. */
export async function drawComparisonSvg(
  { first, second }: ComparisonResult,
  options: DrawOptions = {},
): Promise<string> {
  const { outcomesChart } = await import('../report/charts/outcomes-chart.ts');
  return draw(options, (chart) => outcomesChart({ result: first, other: second }, chart));
}

/** An estimate with a published figure beside it. */
export async function drawClaimSvg(
  result: EstimateResult,
  { claim }: ClaimAssessment,
  options: DrawOptions = {},
): Promise<string> {
  const { outcomesChart } = await import('../report/charts/outcomes-chart.ts');
  return draw(options, (chart) => outcomesChart({ result, claim: readOf(claim) }, chart));
}

/** All drawings of an estimate for its page. */
export async function drawEstimateCharts(
  result: EstimateResult,
  options: DrawOptions = {},
): Promise<{ readonly svg: string; readonly charts: EstimateCharts }> {
  const { estimateCharts } = await import('../report/charts/estimate-charts.ts');
  return estimateCharts(result, { ...options, document: await serverDocument() });
}

/** Two estimates on one axis, for a wide window and for a telephone. */
export async function drawComparisonCharts(
  { first, second }: ComparisonResult,
  options: DrawOptions = {},
): Promise<{ readonly svg: string; readonly narrow: string }> {
  const { mainCharts } = await import('../report/charts/estimate-charts.ts');
  return mainCharts({ result: first, other: second }, { ...options, document: await serverDocument() });
}

/** An estimate with a published figure beside it, for a wide window and for a telephone. */
export async function drawClaimCharts(
  result: EstimateResult,
  { claim }: ClaimAssessment,
  options: DrawOptions = {},
): Promise<{ readonly svg: string; readonly narrow: string }> {
  const { mainCharts } = await import('../report/charts/estimate-charts.ts');
  return mainCharts({ result, claim: readOf(claim) }, { ...options, document: await serverDocument() });
}

/** Exceedance curves of a book as SVG text, a file that stands alone; null when it never loses anything. */
export async function drawCurvesSvg(result: BookYearsResult): Promise<string | null> {
  const { curvesChart } = await import('../report/charts/curves-chart.ts');
  const drawn = curvesChart(result, { form: 'file', document: await serverDocument() });
  return drawn === null ? null : `${drawn.outerHTML}\n`;
}

/** What the chart shows of a claim; nothing where no amount was read. */
function readOf(claim: ClaimAssessment['claim']): ClaimAssessment['claim'] | undefined {
  return claim.lowUsd === null && claim.highUsd === null ? undefined : claim;
}

async function draw(options: DrawOptions, chart: (options: ChartOptions) => SvgElement): Promise<string> {
  const document = await serverDocument();
  return `${chart({ form: 'file', ...options, document }).outerHTML}\n`;
}

async function serverDocument(): Promise<SvgDocument> {
  const { parseHTML } = await import('linkedom');
  const page: unknown = parseHTML('<!doctype html><html><body></body></html>');
  return (page as { readonly document: SvgDocument }).document;
}

/** Pixels of a picture for one of the drawing: sharp on today's screens and in print. */
const PIXELS = 2;

/**
 * An SVG drawing of ours as a PNG picture, on white. Letters come from a font that ships with the program, never from
 * the system, so that they look alike everywhere: Latin and Arabic.
 */
export async function drawPng(svg: string): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  const { createRequire } = await import('node:module');
  const { resolve } = createRequire(import.meta.url);
  const font = (file: string): string => resolve(`@expo-google-fonts/vazirmatn/${file}`);
  const picture = new Resvg(svg, {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: PIXELS },
    font: {
      loadSystemFonts: false,
      fontFiles: [font('400Regular/Vazirmatn_400Regular.ttf'), font('700Bold/Vazirmatn_700Bold.ttf')],
      defaultFontFamily: 'Vazirmatn',
    },
  });
  return picture.render().asPng();
}

import * as Plot from '@observablehq/plot';
import type { BookYearsResult, ExceedancePoint } from '../../core/insurance/book-years/book-years-result.ts';
import { columnUnit, dollarsIn } from '../amount-column.ts';
import { grouped } from '../amounts.ts';
import { yearsSentence } from '../book/years-document.ts';
import type { ChartOptions } from './chart-options.ts';
import { drawSvg, sheetOf } from './draw-svg.ts';
import type { SvgElement } from './svg-element.ts';
import { LINE_HEIGHT } from './text-marks.ts';

const PLOT_HEIGHT = 320;
const LEGEND_HEIGHT = 2 * LINE_HEIGHT;

/**
 * Exceedance curves of a book's gross loss: the sum of a year and its largest outage, by how seldom they are reached, with
 * their intervals. Null when no return period has a loss.
 */
export function curvesChart(result: BookYearsResult, options: ChartOptions): SvgElement | null {
  const curves = {
    aggregate: pointsOf(result, 'aggregate'),
    occurrence: pointsOf(result, 'occurrence'),
  };
  const all = [...curves.aggregate, ...curves.occurrence];
  const largest = Math.max(0, ...all.map(({ high }) => high));
  if (largest === 0) return null;
  const sheet = sheetOf(options);
  const unit = columnUnit([largest]);
  const { first, second, ink, muted } = sheet.palette;
  const years = curves.aggregate.map(({ returnPeriodYears }) => returnPeriodYears);
  // 250 years would stand in the label of 200.
  const labelled = years.filter((period) => period !== 250);
  const height = LEGEND_HEIGHT + PLOT_HEIGHT + 48;
  return drawSvg(
    {
      height,
      marginLeft: 72,
      marginRight: 24,
      marginTop: LEGEND_HEIGHT,
      marginBottom: 48,
      x: { type: 'log', domain: [years[0]!, years.at(-1)!], axis: null },
      y: { type: 'linear', domain: [0, largest / unit.size], label: null },
      marks: [
        Plot.gridY({ ticks: 5, stroke: muted, strokeOpacity: 0.25 }),
        ...(
          [
            ['aggregate', first, 'none'],
            ['occurrence', second, '6 4'],
          ] as const
        ).flatMap(([name, stroke, strokeDasharray]) => [
          Plot.areaY(scaled(curves[name], unit.size), {
            ...{ x: 'returnPeriodYears', y1: 'low', y2: 'high', fill: stroke, fillOpacity: 0.12 },
          }),
          Plot.lineY(scaled(curves[name], unit.size), {
            ...{ x: 'returnPeriodYears', y: 'lossUsd', stroke, strokeWidth: 2, strokeDasharray },
          }),
          Plot.dot(scaled(curves[name], unit.size), {
            ...{ x: 'returnPeriodYears', y: 'lossUsd', r: 3, fill: stroke },
            symbol: name === 'aggregate' ? 'circle' : 'square',
          }),
        ]),
        Plot.ruleY([0], { stroke: ink }),
        Plot.axisY({ ticks: 5, label: null }),
        Plot.text(labelled, {
          ...{ x: (period: number) => period, text: (period: number) => grouped(period) },
          ...{ frameAnchor: 'bottom', dy: 16 },
        }),
        Plot.text([`reached once in so many years; gross loss, ${dollarsIn(unit)}`], {
          frameAnchor: 'bottom',
          dy: 40,
          fill: muted,
        }),
        Plot.text(['—●— sum of a year (AEP)'], {
          ...{ frameAnchor: 'top-left', dy: -LEGEND_HEIGHT + 4, fill: first },
        }),
        Plot.text(['- ■ - largest outage of a year (OEP)'], {
          ...{ frameAnchor: 'top-left', dy: -LEGEND_HEIGHT + 4 + LINE_HEIGHT, fill: second },
        }),
      ],
      title: 'How bad a year gets how often',
      description: `${yearsSentence(result)} Shaded: 95 % interval for the number of simulated years alone.`,
      heading: ['How bad a year gets how often', yearsSentence(result)],
      source: [
        `Shaded: 95 % interval for the number of simulated years alone. ${grouped(result.worlds * result.yearsPerWorld)} years of the catalogue ${result.catalogue}, seed ${result.seed}, lossrange ${result.engine}.`,
      ],
      line: (text) => text,
    },
    options,
  );
}

interface CurvePoint extends Pick<ExceedancePoint, 'lossUsd' | 'low' | 'high'> {
  readonly returnPeriodYears: number;
}

function pointsOf(
  { grossExceedance }: BookYearsResult,
  curve: 'aggregate' | 'occurrence',
): readonly CurvePoint[] {
  return grossExceedance.flatMap(({ returnPeriodYears, [curve]: point }) =>
    point === null ? [] : [{ returnPeriodYears, ...point }],
  );
}

function scaled(points: readonly CurvePoint[], size: number): readonly CurvePoint[] {
  return points.map(({ returnPeriodYears, lossUsd, low, high }) => ({
    ...{ returnPeriodYears, lossUsd: lossUsd / size, low: low / size, high: high / size },
  }));
}

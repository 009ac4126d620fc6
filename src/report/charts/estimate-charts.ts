import type { EstimateResult } from '../../core/result.ts';
import type { EstimateCharts } from '../estimate-html.ts';
import { sectorsChart, waterfallChart } from './bars-chart.ts';
import type { ChartOptions } from './chart-options.ts';
import { methodsChart } from './methods-chart.ts';
import { outcomesChart, type OutcomesData } from './outcomes-chart.ts';
import { timelineChart } from './timeline-chart.ts';
import type { SvgElement } from './svg-element.ts';

/** Width of a chart that stands beside its table. */
const BESIDE = 400;
const TELEPHONE = 330;

/** All drawings of an estimate for its page, as SVG text. */
export function estimateCharts(
  result: EstimateResult,
  options: ChartOptions,
): { readonly svg: string; readonly charts: EstimateCharts } {
  const beside = { ...options, width: BESIDE, form: 'page' } as const;
  const text = (svg: SvgElement | null): string | undefined => svg?.outerHTML;
  const { svg, narrow } = mainCharts({ result }, options);
  return {
    svg,
    charts: {
      narrow,
      methods: text(methodsChart(result, beside)),
      waterfall: text(waterfallChart(result, beside)),
      sectors: text(sectorsChart(result, beside)),
      timeline: text(timelineChart(result, beside)),
    },
  };
}

/** The main chart for a page, for a wide window and for a telephone. */
export function mainCharts(
  data: OutcomesData,
  options: ChartOptions,
): { readonly svg: string; readonly narrow: string } {
  const onPage = { ...options, form: 'page' } as const;
  return {
    svg: outcomesChart(data, onPage).outerHTML,
    narrow: outcomesChart(data, { ...onPage, width: TELEPHONE }).outerHTML,
  };
}

/** All that draws, in one part of the page that is loaded when the first chart is wanted. */
export { waterfallChart } from '../../report/charts/bars-chart.ts';
export { methodsChart } from '../../report/charts/methods-chart.ts';
export { outcomesChart } from '../../report/charts/outcomes-chart.ts';
export { timelineChart } from '../../report/charts/timeline-chart.ts';

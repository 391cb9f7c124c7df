export { type BarChartSpec, barChart } from './bar-chart.ts';
export type { Chart, ChartTable, ChartWords } from './chart.ts';
export { chartFigure } from './chart-figure.ts';
export { type CsvCell, csvText } from './csv-text.ts';
export { type LineChartSpec, lineChart } from './line-chart.ts';
export { type ProgressBarSpec, progressBar } from './progress-bar.ts';
export { type StackedBarChartSpec, stackedBarChart } from './stacked-bar-chart.ts';
export { type TimelineSpan, type TimelineSpec, timelineChart } from './timeline-chart.ts';
export { moneyInPence, percentages, type Unit, wholeNumbers } from './unit.ts';

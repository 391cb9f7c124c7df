import { stack, stackOffsetDiverging } from 'd3-shape';
import { type Html, type HtmlPart, html } from '#platform/web/html.ts';
import { acrossNought, noughtLine } from './bar-chart.ts';
import {
  across,
  type Chart,
  type ChartWords,
  emptyFrame,
  frame,
  mustBeNumbers,
  nothingYet,
} from './chart.ts';
import { csvText } from './csv-text.ts';
import { fillOf, inkOf, patterns } from './ink.ts';
import { barLabel, keyLine } from './labels.ts';
import { spreadsheetHeading, type Unit } from './unit.ts';

export type StackedBarChartSpec = ChartWords & {
  /** What the bars are, as a column's heading: "Year". */
  readonly of: string;
  readonly unit: Unit;
  /** The parts of each bar, from left to right; at most six. */
  readonly series: readonly string[];
  /** One bar each, with one number for each of the series. */
  readonly bars: readonly { readonly label: string; readonly values: readonly number[] }[];
};

const barHeight = 24;
const gap = 14;

type Bar = StackedBarChartSpec['bars'][number];

/** Draws one lying bar for each row, in parts, with its sum above it. Numbers below nought go to the left. */
export function stackedBarChart(spec: StackedBarChartSpec): Chart {
  const { id, title, of, unit, series, bars } = spec;
  for (const { label, values } of bars) {
    mustBeNumbers(values);
    if (values.length !== series.length) throw new RangeError(`${label}: one number for each of the series`);
  }
  const description = spec.description ?? describe(spec);
  return {
    id,
    title,
    description,
    svg: bars.length === 0 || series.length === 0 ? emptyFrame(spec) : draw(spec, description),
    table: {
      headings: [of, ...series, 'All'],
      rows: bars.map((bar) => [bar.label, ...bar.values.map(unit.write), unit.write(sumOf(bar))]),
    },
    csv: csvText(
      [of, ...series.map((name) => spreadsheetHeading(name, unit)), spreadsheetHeading('All', unit)],
      bars.map((bar) => [
        bar.label,
        ...[...bar.values, sumOf(bar)].map((value) => ({ number: unit.plain(value) })),
      ]),
    ),
  };
}

function sumOf(bar: Bar): number {
  return bar.values.reduce((sum, value) => sum + value, 0);
}

/** From where to where each part of each bar goes: first by series, then by bar. */
function partsOf({ series, bars }: StackedBarChartSpec) {
  return stack<Bar, number>()
    .keys(series.map((_, index) => index))
    .value((bar, index) => bar.values[index] ?? 0)
    .offset(stackOffsetDiverging)([...bars]);
}

function draw(spec: StackedBarChartSpec, description: string): Html {
  const layers = partsOf(spec);
  const place = acrossNought(layers.flatMap((layer) => layer.flat()));
  // Throws where there are more series than inks.
  inkOf(spec.series.length - 1);
  const parts: HtmlPart[] = [];
  let top = 0;
  for (const [index, name] of spec.series.entries()) {
    const sample = html`<rect x="0" y="${top}" width="34" height="18" fill="${fillOf(spec.id, index)}"/>`;
    const line = keyLine({ sample, words: name, top });
    parts.push(line.content);
    top += line.height;
  }
  top += gap;
  const hasNegative = spec.bars.some((bar) => bar.values.some((value) => value < 0));
  for (const [row, bar] of spec.bars.entries()) {
    const words = barLabel({ words: bar.label, amount: spec.unit.write(sumOf(bar)), top });
    parts.push(words.content);
    for (const [index, value] of bar.values.entries()) {
      const [from = 0, to = 0] = layers[index]?.[row] ?? [];
      const [left, right] = [place(Math.min(from, to)), place(Math.max(from, to))];
      // A white edge parts neighbours also where their textures look alike from afar.
      parts.push(
        html`<rect x="${across(left)}" y="${top + words.height}" width="${across(right - left)}" height="${barHeight}" fill="${fillOf(spec.id, index)}" stroke="#ffffff" data-series="${index}" data-value="${value}"/>`,
      );
    }
    parts.push(hasNegative && noughtLine({ at: place(0), top: top + words.height, height: barHeight }));
    top += words.height + barHeight + gap;
  }
  const content = html`${patterns(spec.id, spec.series.length)}${parts}`;
  return frame({ ...spec, description }, { height: top, content });
}

function describe(spec: StackedBarChartSpec): string {
  const { bars, series, unit, of } = spec;
  const most = bars.toSorted((one, other) => sumOf(other) - sumOf(one))[0];
  if (most === undefined || series.length === 0) return nothingYet;
  return `Stacked bar chart of ${unit.heading} by ${of}, in parts: ${series.join(', ')}. The largest bar: ${most.label}, ${unit.write(sumOf(most))}.`;
}

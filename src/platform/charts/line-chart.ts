import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { type Html, html } from '#platform/web/html.ts';
import {
  across,
  type Chart,
  type ChartWords,
  down,
  emptyFrame,
  frame,
  mustBeNumbers,
  nothingYet,
  notKnown,
} from './chart.ts';
import { csvText } from './csv-text.ts';
import { faintInk, inkOf, markOf } from './ink.ts';
import { keyLine, wrap } from './labels.ts';
import { spreadsheetHeading, type Unit } from './unit.ts';

export type LineChartSpec = ChartWords & {
  /** What stands along the bottom, as a column's heading: "Year". */
  readonly of: string;
  readonly unit: Unit;
  /** The points along the bottom, evenly apart, from left to right. */
  readonly points: readonly string[];
  /** At most six lines, each with one number a point; `null` where it is not known leaves a gap. */
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
};

const plotHeight = 220;
/** Room for the upper half of the highest amount. */
const headroom = 14;
/** The drawing on a screen of 320 pixels, and a figure of 16 pixels, both in pixels across. */
const narrowest = 290;
const letterWidth = 9.5;

type Plot = {
  /** Where the amounts end and the drawing begins, in percent across. */
  readonly left: number;
  /** Where the drawing ends below, in pixels. */
  readonly bottom: number;
  readonly xOf: (point: number) => number;
  readonly yOf: (value: number) => number;
  readonly ticks: readonly number[];
};

/** Draws lines over evenly spaced points. The scale always holds nought, so that no rise looks larger than it is. */
export function lineChart(spec: LineChartSpec): Chart {
  const { id, title, of, unit, points, series } = spec;
  for (const { name, values } of series) {
    mustBeNumbers(values);
    if (values.length !== points.length) throw new RangeError(`${name}: one number for each point`);
  }
  const description = spec.description ?? describe(spec);
  return {
    id,
    title,
    description,
    svg: points.length === 0 || series.length === 0 ? emptyFrame(spec) : draw(spec, description),
    table: {
      headings: [of, ...series.map(({ name }) => name)],
      rows: points.map((point, index) => [
        point,
        ...series.map(({ values }) => written(values[index], unit)),
      ]),
    },
    csv: csvText(
      [of, ...series.map(({ name }) => spreadsheetHeading(name, unit))],
      points.map((point, index) => [
        point,
        ...series.map(({ values }) => {
          const value = values[index] ?? null;
          return value === null ? null : { number: unit.plain(value) };
        }),
      ]),
    ),
  };
}

function written(value: number | null | undefined, unit: Unit): string {
  return value === null || value === undefined ? notKnown : unit.write(value);
}

function plotOf({ points, series, unit }: LineChartSpec, top: number): Plot {
  const values = series.flatMap((one) => one.values.filter((value) => value !== null));
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  const y = scaleLinear([least, most === least ? least + 1 : most], [top + plotHeight, top]).nice(4);
  // Amounts are whole, so lines between them would carry amounts that cannot be.
  const ticks = y.ticks(4).filter((tick) => Number.isInteger(tick));
  const longest = Math.max(...ticks.map((tick) => unit.write(tick).length));
  const left = Math.min(45, Math.ceil((longest * letterWidth * 100) / narrowest) + 2);
  const x = scalePoint(
    points.map((_, index) => index),
    [left + 3, 97],
  );
  return { left, bottom: top + plotHeight, xOf: (point) => x(point) ?? 50, yOf: y, ticks };
}

function draw(spec: LineChartSpec, description: string): Html {
  const key = drawKey(spec);
  const top = key.height + headroom;
  const plot = plotOf(spec, top);
  const content = html`${key.content}${plot.ticks.map((tick) => gridLine(tick, plot, spec.unit))}${spec.series.map((_, index) => drawSeries(spec, index, plot))}${bottomLabels(spec, plot, plot.bottom + 24)}`;
  return frame({ ...spec, description }, { height: plot.bottom + 36, content });
}

function drawKey(spec: LineChartSpec): { readonly content: Html; readonly height: number } {
  const parts: Html[] = [];
  let top = 0;
  for (const [index, { name, values }] of spec.series.entries()) {
    const ink = inkOf(index);
    const sample = html`<line x1="0" x2="34" y1="${top + 10}" y2="${top + 10}" stroke="${ink.colour}" stroke-width="3" stroke-dasharray="${ink.dash || 'none'}"/><svg x="17" y="${top + 10}" overflow="visible"><path d="${markOf(ink)}" fill="${ink.colour}"/></svg>`;
    const newest = values.findLastIndex((value) => value !== null);
    const said = newest === -1 ? notKnown : `${spec.points[newest]}: ${written(values[newest], spec.unit)}`;
    const drawn = keyLine({ sample, words: `${name} (${said})`, top });
    parts.push(drawn.content);
    top += drawn.height;
  }
  return { content: html`${parts}`, height: top };
}

function gridLine(tick: number, plot: Plot, unit: Unit): Html {
  const y = down(plot.yOf(tick));
  return html`<line x1="${across(plot.left)}" x2="100%" y1="${y}" y2="${y}" stroke="${faintInk}" stroke-width="${tick === 0 ? 2 : 0.5}"/><text x="0" y="${down(y + 5)}">${unit.write(tick)}</text>`;
}

/** The line is drawn in a frame of its own that is stretched to the width; its thickness is not stretched. */
function drawSeries(spec: LineChartSpec, index: number, plot: Plot): Html {
  const values = spec.series[index]?.values ?? [];
  const ink = inkOf(index);
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, point) => plot.xOf(point))
    .y((value) => plot.yOf(value ?? 0))
    .digits(3)([...values]);
  const height = plot.bottom;
  const marks = values.map(
    (value, point) =>
      value !== null &&
      html`<svg x="${across(plot.xOf(point))}" y="${down(plot.yOf(value))}" overflow="visible" data-series="${index}" data-value="${value}"><path d="${markOf(ink)}" fill="${ink.colour}" stroke="#ffffff"/></svg>`,
  );
  return html`<svg x="0" y="0" width="100%" height="${height}" viewBox="0 0 100 ${height}" preserveAspectRatio="none"><path d="${path}" fill="none" stroke="${ink.colour}" stroke-width="3" stroke-dasharray="${ink.dash || 'none'}" vector-effect="non-scaling-stroke"/></svg>${marks}`;
}

/** The first and the last point are named, and the middle one where its name surely has room. */
function bottomLabels(spec: LineChartSpec, plot: Plot, y: number): Html {
  const last = spec.points.length - 1;
  const short = (point: number) => wrap(spec.points[point] ?? '', 14)[0] ?? '';
  const label = (point: number, anchor: string) =>
    html`<text x="${across(anchor === 'middle' ? plot.xOf(point) : point === 0 ? plot.left : 100)}" y="${y}" text-anchor="${anchor}">${short(point)}</text>`;
  if (last === 0) return label(0, 'middle');
  const middle = last / 2;
  const hasRoom = Number.isInteger(middle) && [0, middle, last].every((point) => short(point).length <= 7);
  return html`${label(0, 'start')}${hasRoom && last > 1 && label(middle, 'middle')}${label(last, 'end')}`;
}

function describe({ points, series, unit, of }: LineChartSpec): string {
  if (points.length === 0 || series.length === 0) return nothingYet;
  const said = series.map(({ name, values }) => {
    const known = values.flatMap((value, index) => (value === null ? [] : [{ value, point: points[index] }]));
    const [first, last] = [known[0], known.at(-1)];
    if (first === undefined || last === undefined) return `${name}: not known.`;
    if (first === last) return `${name}: ${unit.write(first.value)} (${first.point}).`;
    return `${name}: from ${unit.write(first.value)} (${first.point}) to ${unit.write(last.value)} (${last.point}).`;
  });
  return `Line chart of ${unit.heading} by ${of}. ${said.join(' ')}`;
}

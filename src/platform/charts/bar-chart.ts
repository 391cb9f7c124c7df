import { scaleLinear } from 'd3-scale';
import { type Html, type HtmlPart, html } from '#platform/web/html.ts';
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
import { fillOf, patterns, plainInk } from './ink.ts';
import { barLabel } from './labels.ts';
import { spreadsheetHeading, type Unit } from './unit.ts';

export type BarChartSpec = ChartWords & {
  /** What the bars are, as a column's heading: "District". */
  readonly of: string;
  readonly unit: Unit;
  /** From top to bottom, in the order given. */
  readonly bars: readonly { readonly label: string; readonly value: number }[];
};

const barHeight = 20;
const gap = 14;

/** Draws one lying bar for each number, with its name and amount above it. Numbers below nought go to the left. */
export function barChart(spec: BarChartSpec): Chart {
  const { id, title, of, unit, bars } = spec;
  mustBeNumbers(bars.map((bar) => bar.value));
  const description = spec.description ?? describe(spec);
  return {
    id,
    title,
    description,
    svg: bars.length === 0 ? emptyFrame(spec) : draw(spec, description),
    table: {
      headings: [of, unit.heading],
      rows: bars.map(({ label, value }) => [label, unit.write(value)]),
    },
    csv: csvText(
      [of, spreadsheetHeading(unit.heading, unit)],
      bars.map(({ label, value }) => [label, { number: unit.plain(value) }]),
    ),
  };
}

function draw(spec: BarChartSpec, description: string): Html {
  const values = spec.bars.map((bar) => bar.value);
  const place = acrossNought(values);
  const hasNegative = values.some((value) => value < 0);
  const parts: HtmlPart[] = [];
  let top = 0;
  for (const { label, value } of spec.bars) {
    const words = barLabel({ words: label, amount: spec.unit.write(value), top });
    const from = place(Math.min(0, value));
    const bar = html`<rect x="${across(from)}" y="${top + words.height}" width="${across(place(Math.max(0, value)) - from)}" height="${barHeight}" fill="${fillOf(spec.id, 0)}" data-value="${value}"/>`;
    parts.push(
      words.content,
      bar,
      hasNegative && noughtLine({ at: place(0), top: top + words.height, height: barHeight }),
    );
    top += words.height + barHeight + gap;
  }
  const content = html`${patterns(spec.id, 1)}${parts}`;
  return frame({ ...spec, description }, { height: top, content });
}

/** The places of amounts across, in percent, so that nought and all of them are within. */
export function acrossNought(amounts: readonly number[]): (amount: number) => number {
  const least = Math.min(0, ...amounts);
  const most = Math.max(0, ...amounts);
  // Where everything is nought, any width does: all bars are empty.
  return scaleLinear([least, most === least ? least + 1 : most], [0, 100]);
}

/** A short line at nought, beside one bar: a long one would run through the words between the bars. */
export function noughtLine({ at, top, height }: { at: number; top: number; height: number }): Html {
  return html`<line x1="${across(at)}" x2="${across(at)}" y1="${top - 3}" y2="${top + height + 3}" stroke="${plainInk}" stroke-width="2"/>`;
}

function describe({ bars, of, unit }: BarChartSpec): string {
  const sorted = bars.toSorted((one, other) => other.value - one.value);
  const [most, least] = [sorted[0], sorted.at(-1)];
  if (most === undefined || least === undefined) return nothingYet;
  const said = (bar: typeof most) => `${bar.label}, ${unit.write(bar.value)}`;
  if (bars.length === 1) return `Bar chart of ${unit.heading} with one bar: ${said(most)}.`;
  return `Bar chart of ${unit.heading} by ${of} with ${bars.length} bars. The most: ${said(most)}. The least: ${said(least)}.`;
}

import { type Html, html } from '#platform/web/html.ts';
import { acrossNought } from './bar-chart.ts';
import { across, type Chart, type ChartWords, frame, mustBeNumbers } from './chart.ts';
import { csvText } from './csv-text.ts';
import { fillOf, patterns, plainInk } from './ink.ts';
import { barLabel } from './labels.ts';
import { spreadsheetHeading, type Unit } from './unit.ts';

export type ProgressBarSpec = ChartWords & {
  readonly unit: Unit;
  /** What is used up: "Spent". Not below nought. */
  readonly used: { readonly label: string; readonly value: number };
  /** What there is in all: "Budget". Not below nought. */
  readonly whole: { readonly label: string; readonly value: number };
};

const barHeight = 28;

/** Draws how much of a whole is used up; what goes beyond the whole is hatched and said in words. */
export function progressBar(spec: ProgressBarSpec): Chart {
  const { id, title, unit, used, whole } = spec;
  mustBeNumbers([used.value, whole.value]);
  if (used.value < 0 || whole.value < 0) throw new RangeError('a progress bar begins at nought');
  const rest = restOf(spec);
  const rows = [used, whole, rest];
  const said = rows.map(({ label, value }) => `${label}: ${unit.write(value)}`).join(', ');
  const description = spec.description ?? `Bar. ${said}.`;
  return {
    id,
    title,
    description,
    svg: draw(spec, description),
    table: {
      headings: ['What', unit.heading],
      rows: rows.map(({ label, value }) => [label, unit.write(value)]),
    },
    csv: csvText(
      ['What', spreadsheetHeading(unit.heading, unit)],
      rows.map(({ label, value }) => [label, { number: unit.plain(value) }]),
    ),
  };
}

function restOf({ used, whole }: ProgressBarSpec): { readonly label: string; readonly value: number } {
  const left = whole.value - used.value;
  return left < 0 ? { label: 'Over by', value: -left } : { label: 'Left', value: left };
}

function draw(spec: ProgressBarSpec, description: string): Html {
  const { id, unit, used, whole } = spec;
  const place = acrossNought([used.value, whole.value]);
  const within = Math.min(used.value, whole.value);
  const rest = restOf(spec);
  const above = barLabel({ words: used.label, amount: unit.write(used.value), top: 0 });
  const top = above.height;
  const below = barLabel({ words: whole.label, amount: unit.write(whole.value), top: top + barHeight + 8 });
  const last = barLabel({
    words: rest.label,
    amount: unit.write(rest.value),
    top: top + barHeight + 8 + below.height,
  });
  const bar = (part: { from: number; to: number; ink: number; name: string }) =>
    html`<rect x="${across(place(part.from))}" y="${top}" width="${across(place(part.to) - place(part.from))}" height="${barHeight}" fill="${fillOf(id, part.ink)}" data-part="${part.name}" data-value="${part.to - part.from}"/>`;
  const edge = across(place(whole.value));
  const content = html`${patterns(id, 2)}${above.content}${bar({ from: 0, to: within, ink: 0, name: 'within' })}${used.value > whole.value && bar({ from: whole.value, to: used.value, ink: 1, name: 'beyond' })}<rect x="0" y="${top}" width="${edge}" height="${barHeight}" fill="none" stroke="${plainInk}" stroke-width="2"/>${below.content}${last.content}`;
  return frame(
    { ...spec, description },
    { height: top + barHeight + 16 + below.height + last.height, content },
  );
}

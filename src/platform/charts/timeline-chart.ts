import { formatDate } from '#kernel/local-date.ts';
import { type Html, html } from '#platform/web/html.ts';
import { across, type Chart, type ChartWords, emptyFrame, frame, nothingYet } from './chart.ts';
import { csvText } from './csv-text.ts';
import { fillOf, patterns, plainInk } from './ink.ts';
import { barLabel } from './labels.ts';

/** A stretch of days, both within it; `to` is null while no end is known. */
export type TimelineSpan = {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate | null;
  /** Drawn hollow: the thing is there and rests. */
  readonly isResting?: boolean;
};

export type TimelineSpec = ChartWords & {
  /** What the rows are, as a column's heading: "Support". */
  readonly of: string;
  /** The first and the last day that are drawn. */
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  /** A line is drawn at it where it lies between. */
  readonly today: Temporal.PlainDate;
  readonly rows: readonly {
    readonly label: string;
    readonly amount: string;
    readonly spans: readonly TimelineSpan[];
  }[];
};

const barHeight = 18;
const gap = 14;

/** Draws what lasts from when to when: a lying bar for each stretch of days, one row a thing, and a line at today. */
export function timelineChart(spec: TimelineSpec): Chart {
  const { id, title, of, rows } = spec;
  const description = spec.description ?? describe(spec);
  const cells = rows.flatMap(({ label, amount, spans }) =>
    spans.map(
      ({ from, to, isResting }) =>
        [label, amount, from, to, isResting === true ? 'Suspended' : 'Running'] as const,
    ),
  );
  return {
    id,
    title,
    description,
    svg: rows.length === 0 ? emptyFrame(spec) : draw(spec, description),
    table: {
      headings: [of, 'Of', 'From', 'To', 'State'],
      rows: cells.map(([label, amount, from, to, state]) => [
        label,
        amount,
        formatDate(from),
        to === null ? 'No end is known' : formatDate(to),
        state,
      ]),
    },
    csv: csvText(
      [of, 'Of', 'From', 'To', 'State'],
      cells.map(([label, amount, from, to, state]) => [
        label,
        amount,
        from.toString(),
        to?.toString() ?? '',
        state,
      ]),
    ),
  };
}

function draw(spec: TimelineSpec, description: string): Html {
  const place = placeOf(spec);
  const parts: Html[] = [];
  let top = 0;
  for (const { label, amount, spans } of spec.rows) {
    const words = barLabel({ words: label, amount, top });
    parts.push(words.content);
    for (const { from, to, isResting } of spans) {
      const [left, right] = [place(from), to === null ? 100 : place(to.add({ days: 1 }))];
      if (right <= 0 || left >= 100) continue;
      const fill = isResting === true ? html`none` : fillOf(spec.id, 0);
      parts.push(
        html`<rect x="${across(left)}" y="${top + words.height}" width="${across(right - left)}" height="${barHeight}" fill="${fill}" stroke="${plainInk}"/>`,
      );
    }
    top += words.height + barHeight + gap;
  }
  const today = place(spec.today);
  const line =
    today > 0 && today < 100
      ? html`<line x1="${across(today)}" x2="${across(today)}" y1="0" y2="${top}" stroke="#d4351c" stroke-width="2" stroke-dasharray="4 4"/><text x="${across(today)}" y="${top + 16}" text-anchor="${today > 75 ? 'end' : today < 25 ? 'start' : 'middle'}">Today</text>`
      : html``;
  return frame(
    { ...spec, description },
    { height: top + 24, content: html`${patterns(spec.id, 1)}${parts}${line}` },
  );
}

/** The place of a day across, from 0 to 100; days outside of the drawing stand at its edge. */
function placeOf({ from, to }: TimelineSpec): (day: Temporal.PlainDate) => number {
  const whole = from.until(to, { largestUnit: 'days' }).days + 1;
  return (day) => {
    const days = from.until(day, { largestUnit: 'days' }).days;
    return Math.min(100, Math.max(0, (days / whole) * 100));
  };
}

function describe({ rows, from, to, of }: TimelineSpec): string {
  if (rows.length === 0) return nothingYet;
  const names = rows.map(({ label }) => label).join('; ');
  return `Timeline from ${formatDate(from)} to ${formatDate(to)} with ${rows.length} rows, one for each ${of.toLowerCase()}: ${names}. The table below says the days.`;
}

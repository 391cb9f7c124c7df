import { type Html, html } from '#platform/web/html.ts';
import { plainInk } from './ink.ts';

/** The numbers of a chart as words, for a real table. */
export type ChartTable = {
  readonly headings: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly string[])[];
};

/** A chart: the drawing, and the same numbers as a table and for spreadsheets. */
export type Chart = {
  /** Unique in its page. */
  readonly id: string;
  readonly title: string;
  /** What somebody who does not see the drawing is told. */
  readonly description: string;
  readonly svg: Html;
  readonly table: ChartTable;
  readonly csv: string;
};

/** What every chart is given. */
export type ChartWords = {
  /** Unique in its page: small letters, figures and dashes, beginning with a letter. */
  readonly id: string;
  readonly title: string;
  /** Instead of the description that the chart makes from its numbers. */
  readonly description?: string;
};

/** Said in the drawing and beside it when there are no numbers. */
export const nothingYet = 'There is nothing to show yet';

/** How a number that is not known stands in a table. */
export const notKnown = 'Not known';

/**
 * Draws the frame of a chart. There is no viewBox on purpose: places across are in percent and sizes of
 * letters in pixels, so that on a screen of 320 pixels the drawing is narrower and the letters are not.
 */
export function frame(
  words: { readonly id: string; readonly title: string; readonly description: string },
  drawing: { readonly height: number; readonly content: Html },
): Html {
  const { id, title, description } = words;
  if (!/^[a-z][a-z0-9-]*$/.test(id)) throw new Error(`${id} cannot name a chart in a page`);
  return html`<svg id="${id}" class="chart__drawing" role="img" aria-labelledby="${id}-title ${id}-description" width="100%" height="${drawing.height}" font-size="16" fill="${plainInk}" focusable="false" xmlns="http://www.w3.org/2000/svg"><title id="${id}-title">${title}</title><desc id="${id}-description">${description}</desc>${drawing.content}</svg>`;
}

/** The drawing of a chart without numbers. */
export function emptyFrame(words: ChartWords): Html {
  return frame(
    { ...words, description: words.description ?? nothingYet },
    { height: 40, content: html`<text x="0" y="24">${nothingYet}</text>` },
  );
}

/** Writes a place or a width across, from 0 to 100, the same on every machine. */
export function across(percent: number): string {
  return `${Math.round(percent * 1000) / 1000}%`;
}

/** Writes a place down, in pixels. */
export function down(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}

/** Numbers that are none are a bug of the caller; refusing them here keeps them out of the drawing. */
export function mustBeNumbers(values: Iterable<number | null>): void {
  for (const value of values) {
    if (value !== null && !Number.isFinite(value)) throw new RangeError('a chart shows finite numbers only');
  }
}

import {
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
} from 'd3-shape';
import { type Html, html, trustedHtml } from '#platform/web/html.ts';

/**
 * Six inks that can be told apart. Each has a contrast of at least 4.5 to 1 against white (WCAG 2.2, 1.4.3,
 * which is stricter than what 1.4.11 asks of graphics), and each has a texture, a dash and a mark of its
 * own, so that none is told by its colour alone (1.4.1).
 */
export const inks = [
  { colour: '#12436d', dash: '', texture: '', mark: symbolCircle },
  { colour: '#801650', dash: '8 4', texture: '<path d="M0 8L8 0"/>', mark: symbolSquare },
  { colour: '#0b6e69', dash: '2 4', texture: '<path d="M4 2v4M2 4h4"/>', mark: symbolTriangle },
  { colour: '#a33c08', dash: '12 4 2 4', texture: '<path d="M0 4h8"/>', mark: symbolDiamond },
  { colour: '#3d3d3d', dash: '6 3 2 3 2 3', texture: '<path d="M4 0v8"/>', mark: symbolStar },
  { colour: '#5f3f9e', dash: '14 6', texture: '<path d="M0 4h8M4 0v8"/>', mark: symbolWye },
] as const;

export type Ink = (typeof inks)[number];

/** Words and lines that are not data. */
export const plainInk = '#0b0c0c';
export const faintInk = '#6f777b';

/** The ink of a series. A chart has at most six: more could not be told apart. */
export function inkOf(series: number): Ink {
  const ink = inks[series];
  if (ink === undefined) throw new RangeError('a chart shows at most six series');
  return ink;
}

/** The patterns of the first `count` inks, for the definitions of a drawing. */
export function patterns(id: string, count: number): Html {
  return html`<defs>${inks
    .slice(0, count)
    .map(
      ({ colour, texture }, index) =>
        html`<pattern id="${id}-ink-${index}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="${colour}"/><g stroke="#ffffff" stroke-width="1.5" fill="none">${trustedHtml(texture)}</g></pattern>`,
    )}</defs>`;
}

/** The fill that names a pattern of this drawing. */
export function fillOf(id: string, series: number): string {
  return `url(#${id}-ink-${series})`;
}

/** The outline of a series' mark, around its own middle. */
export function markOf(ink: Ink): string {
  return symbol().type(ink.mark).size(90).digits(2)() ?? '';
}

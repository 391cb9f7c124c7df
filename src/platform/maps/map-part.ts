import type { Authority } from '#platform/authorities/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { districtsOf } from './districts.ts';

/** Where the browser reads a council's districts from. */
export const districtsPath = '/map/districts.geojson';

/** One thing on a map. */
export type MapPoint = {
  readonly title: string;
  /** A second line, such as the place's name. */
  readonly place?: string;
  /** Where its title leads; a point of the page's own subject leads nowhere. */
  readonly href?: string;
  readonly latitude: number;
  readonly longitude: number;
  /** Whether the point is only the middle of some streets. */
  readonly isApproximate: boolean;
  /** Its number in the list beside the map. */
  readonly number?: number;
};

/**
 * The part of a page that the script turns into a map of these points; hidden without script, and nothing where there
 * are no points. `label` names the map for those who cannot see it; `isOpen` draws it at once, else a button does.
 * The page has to say `enhancements: ['map']`.
 */
export function mapOf(
  authority: Pick<Authority, 'folder' | 'map'>,
  given: { readonly label: string; readonly points: readonly MapPoint[]; readonly isOpen?: boolean },
): Html {
  if (given.points.length === 0) return nothing;
  const districts = districtsOf(authority);
  const tiles = authority.map;
  const points = given.points.map(({ title, place, href, latitude, longitude, isApproximate, number }) => ({
    title,
    ...(place === undefined ? {} : { place }),
    ...(href === undefined ? {} : { href }),
    at: [latitude, longitude],
    ...(isApproximate ? { about: true } : {}),
    ...(number === undefined ? {} : { number }),
  }));
  return html`<div class="daybreak-map daybreak-no-print" data-map data-label="${given.label}" data-points="${JSON.stringify(points)}"${tiles !== undefined && html` data-tiles="${tiles.tiles}" data-attribution="${tiles.attribution}"`}${districts !== null && html` data-districts="${districtsPath}?${districts.version}"`}${given.isOpen === true && html` data-open`} hidden></div>`;
}

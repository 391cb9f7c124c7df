import { type NotFound, notFound, type OpenAnswer, openAnswer, type Visit } from '#platform/web/visit.ts';
import { districtsOf } from './districts.ts';

/** The districts of the council as GeoJSON, for the script that draws maps and for whoever else wants them. */
export function showDistricts(visit: Visit): OpenAnswer | NotFound {
  const districts = districtsOf(visit.authority);
  if (districts === null) return notFound('a map');
  return openAnswer({
    mediaType: 'application/geo+json',
    body: districts.text,
    etag: districts.version,
    // Its address changes with it.
    keepSeconds: 7 * 24 * 3_600,
  });
}

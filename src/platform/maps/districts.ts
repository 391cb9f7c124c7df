import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Authority } from '#platform/authorities/index.ts';

/** The most that a visitor should have to fetch for a map's ground. */
const MOST_BYTES = 120_000;

/** A corner of a district: longitude first, as GeoJSON has it (RFC 7946), and somewhere in or about England. */
const position = z.tuple([
  z
    .number()
    .min(-9, 'must be a longitude of England, which stands first')
    .max(3, 'must be a longitude of England, which stands first'),
  z
    .number()
    .min(49, 'must be a latitude of England, which stands second')
    .max(61, 'must be a latitude of England, which stands second'),
]);
const rings = z.array(z.array(position).min(4, 'must be a ring of four corners at least'));

const mapFile = z.strictObject({
  type: z.literal('FeatureCollection'),
  /** Whom the licence has us name; it stands below the map. */
  attribution: z.string().min(1),
  features: z
    .array(
      z.strictObject({
        type: z.literal('Feature'),
        properties: z.strictObject({ name: z.string().min(1), code: z.string().min(1) }),
        geometry: z.discriminatedUnion('type', [
          z.strictObject({ type: z.literal('Polygon'), coordinates: rings }),
          z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(rings) }),
        ]),
      }),
    )
    .min(1),
});

/** The ground of a map: a council's districts as the browser fetches them. */
export type Districts = {
  /** GeoJSON. */
  readonly text: string;
  /** Changes when the text does. */
  readonly version: string;
  readonly attribution: string;
  readonly names: readonly string[];
};

const read = new Map<string, Districts | null>();

/**
 * The districts of a council, from `map.geojson` in its folder; null where it has none. Throws a sentence that names
 * the file, the place in it and what must be there.
 */
export function districtsOf(authority: Pick<Authority, 'folder'>): Districts | null {
  const path = join(authority.folder, 'map.geojson');
  const known = read.get(path);
  if (known !== undefined) return known;
  const districts = existsSync(path) ? readDistricts(path, readFileSync(path, 'utf8')) : null;
  read.set(path, districts);
  return districts;
}

/** Reads the text of a map file; `path` is for the sentences. */
export function readDistricts(path: string, text: string): Districts {
  if (Buffer.byteLength(text) > MOST_BYTES)
    throw new Error(
      `${path}: the file is longer than ${MOST_BYTES / 1_000} kB. Simplify the outlines: visitors fetch it over a phone`,
    );
  const parsed = mapFile.safeParse(jsonOf(path, text));
  if (!parsed.success)
    throw new Error(
      parsed.error.issues
        .slice(0, 5)
        .map((issue) => `${path}: ${issue.path.join('.') || 'the file'}: ${issue.message}`)
        .join('\n'),
    );
  return {
    text,
    version: createHash('sha256').update(text).digest('hex').slice(0, 12),
    attribution: parsed.data.attribution,
    names: parsed.data.features.map(({ properties }) => properties.name),
  };
}

function jsonOf(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${path}: must be JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

import { locate, type Postcode, parsePostcode } from '#platform/places/index.ts';
import { nameKey, type PlaceNames } from '../domain/find/place-names.ts';
import type { FoundPoint } from '../domain/point.ts';
import { wordMeant } from '../domain/spelling.ts';

/** A part of a council's area, as its file names it. */
export type Locality = { readonly name: string; readonly postcodes: readonly string[] };

/** From where distances are measured, or why not. */
export type StartingPoint = {
  readonly from: FoundPoint | null;
  /** The town or place that was understood; null for a postcode and for a device's own place. */
  readonly placeName: string | null;
  /** Why what was typed could not be used, as a sentence; null when it could, or when there is nothing. */
  readonly problem: string | null;
};

export const anyPart = ['unit', 'sector', 'outward'] as const;
const nowhere: StartingPoint = { from: null, placeName: null, problem: null };

/** The whole postcode in what was typed, for which the database may know the very point; null where there is none. */
export function unitPostcodeIn(typed: string | null): string | null {
  const read = parsePostcode(typed ?? '', anyPart);
  return read.ok && read.value.part === 'unit' ? read.value.text : null;
}

/**
 * Finds where somebody is: where their device says it is, else by a postcode or a part of one, else by the name of a
 * locality of the council's area or of a place that a listing names, a slip of spelling forgiven.
 */
export function startingPoint(given: {
  readonly near: { readonly latitude: number; readonly longitude: number } | null;
  readonly typed: string | null;
  /** Where the unit postcode lies, where the database knows it. */
  readonly unit: FoundPoint | null;
  readonly localities: readonly Locality[];
  readonly placeNames: PlaceNames;
}): StartingPoint {
  const { near, typed } = given;
  if (near !== null) return { ...nowhere, from: { ...near, precision: 'sector' } };
  if (typed === null) return nowhere;
  const postcode = parsePostcode(typed, anyPart);
  if (postcode.ok) return ofPostcode(postcode.value, given.unit);
  // A real postcode of another country is no name of a town.
  if (!/\d/.test(typed)) {
    const locality = middleOfLocality(typed, given.localities);
    if (locality !== null) return { from: locality.point, placeName: locality.name, problem: null };
    const place = given.placeNames.find(typed);
    if (place !== null) return { from: place.point, placeName: place.name, problem: null };
  }
  return { ...nowhere, problem: postcode.message };
}

function ofPostcode(postcode: Postcode, unit: FoundPoint | null): StartingPoint {
  const from = unit ?? locate(postcode);
  if (from !== null) return { ...nowhere, from };
  return {
    ...nowhere,
    problem: `We do not know where ${postcode.text} is, so we cannot say how far things are from there`,
  };
}

function middleOfLocality(
  typed: string,
  localities: readonly Locality[],
): { readonly name: string; readonly point: FoundPoint } | null {
  const key = nameKey(typed);
  const names = new Map(localities.map((locality) => [nameKey(locality.name), locality]));
  const meant = names.has(key) ? key : wordMeant(key, [...names.keys()]);
  const locality = meant === null ? undefined : names.get(meant);
  if (locality === undefined) return null;
  const points = locality.postcodes.flatMap((text) => {
    const postcode = parsePostcode(text, anyPart);
    return (postcode.ok && locate(postcode.value)) || [];
  });
  if (points.length === 0) return null;
  const mean = (of: (point: FoundPoint) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const point = {
    latitude: mean(({ latitude }) => latitude),
    longitude: mean(({ longitude }) => longitude),
    precision: 'outward' as const,
  };
  return { name: locality.name, point };
}

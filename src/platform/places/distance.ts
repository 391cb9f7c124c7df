/** A point on the ground: WGS84 degrees. */
export type Point = { readonly latitude: number; readonly longitude: number };

/** The mean radius of the earth, 6,371.0088 km (IUGG), in miles of 1.609344 km. */
const EARTH_RADIUS_MILES = 6371.0088 / 1.609344;

/**
 * Gives the distance between two points in miles, as the crow flies, by the haversine formula. A road is
 * longer; the formula itself is within half a per cent, since the earth is not quite a ball.
 */
export function milesBetween(a: Point, b: Point): number {
  const latitudeA = radians(a.latitude);
  const latitudeB = radians(b.latitude);
  const squareOfHalfChord =
    Math.sin((latitudeB - latitudeA) / 2) ** 2 +
    Math.cos(latitudeA) * Math.cos(latitudeB) * Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 2 * EARTH_RADIUS_MILES * Math.asin(Math.min(1, Math.sqrt(squareOfHalfChord)));
}

/**
 * Writes a distance for people: "less than 1 mile", "1 mile", "2.3 miles", "24 miles" (whole from ten up).
 * `approximate` is for points that are the middle of an area: whole miles and "about".
 */
export function formatMiles(miles: number, { approximate = false }: { approximate?: boolean } = {}): string {
  const isWhole = approximate || miles >= 9.95;
  const rounded = isWhole ? Math.round(miles) : Math.round(miles * 10) / 10;
  if (rounded < 1) return 'less than 1 mile';
  const count = `${rounded} ${rounded === 1 ? 'mile' : 'miles'}`;
  return approximate ? `about ${count}` : count;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

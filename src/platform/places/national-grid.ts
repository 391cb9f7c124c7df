import type { Point } from './distance.ts';

/**
 * British National Grid to latitude and longitude, by the formulas of Ordnance Survey, "A guide to coordinate
 * systems in Great Britain": annexes B (cartesian coordinates), C (transverse Mercator) and section 6.6 (the
 * seven-parameter Helmert transformation). The Helmert step is good to about five metres anywhere in Great
 * Britain, which is ample for the distance to a club.
 */
type Ellipsoid = { readonly semiMajor: number; readonly semiMinor: number };
type Angles = { readonly latitude: number; readonly longitude: number };
type Cartesian = { readonly x: number; readonly y: number; readonly z: number };

/** Airy 1830, the ellipsoid of OSGB36 (guide, section A.1); metres. */
const AIRY: Ellipsoid = { semiMajor: 6377563.396, semiMinor: 6356256.909 };
/** WGS84 (guide, section A.1); metres. */
const WGS84: Ellipsoid = { semiMajor: 6378137, semiMinor: 6356752.3142 };

/** The National Grid's projection (guide, section A.2): scale on the central meridian, true and false origin. */
const SCALE = 0.9996012717;
const ORIGIN_LATITUDE = (49 * Math.PI) / 180;
const ORIGIN_LONGITUDE = (-2 * Math.PI) / 180;
const ORIGIN_EASTING = 400_000;
const ORIGIN_NORTHING = -100_000;

/** WGS84 to OSGB36 (guide, section 6.6), with every sign turned round: OSGB36 to WGS84. */
const SHIFT: Cartesian = { x: 446.448, y: -125.157, z: 542.06 };
const SCALE_CHANGE = -20.4894e-6;
const TURN: Cartesian = { x: arcSeconds(0.1502), y: arcSeconds(0.247), z: arcSeconds(0.8421) };

/** Gives the WGS84 point, in degrees, of an easting and northing in metres on the British National Grid. */
export function pointOfGridReference(easting: number, northing: number): Point {
  const { latitude, longitude } = anglesOf(toWgs84(cartesianOf(unproject(easting, northing), AIRY)), WGS84);
  return { latitude: degrees(latitude), longitude: degrees(longitude) };
}

/**
 * Gives the OSGB36 latitude and longitude, in radians on the Airy ellipsoid, of a grid reference in metres
 * (guide, annex C.2). The names of the terms are the guide's.
 */
export function unproject(easting: number, northing: number): Angles {
  const { semiMajor: a, semiMinor: b } = AIRY;
  const eSquared = 1 - (b * b) / (a * a);
  const latitude = footpointLatitude(northing);
  const sine = Math.sin(latitude);
  const tan2 = Math.tan(latitude) ** 2;
  const sec = 1 / Math.cos(latitude);
  const nu = (a * SCALE) / Math.sqrt(1 - eSquared * sine * sine);
  const rho = (a * SCALE * (1 - eSquared)) / (1 - eSquared * sine * sine) ** 1.5;
  const eta2 = nu / rho - 1;
  const seven = Math.tan(latitude) / (2 * rho * nu);
  const eight = (seven / (12 * nu ** 2)) * (5 + 3 * tan2 + eta2 - 9 * tan2 * eta2);
  const nine = (seven / (360 * nu ** 4)) * (61 + 90 * tan2 + 45 * tan2 ** 2);
  const ten = sec / nu;
  const eleven = (sec / (6 * nu ** 3)) * (nu / rho + 2 * tan2);
  const twelve = (sec / (120 * nu ** 5)) * (5 + 28 * tan2 + 24 * tan2 ** 2);
  const twelveA = (sec / (5040 * nu ** 7)) * (61 + 662 * tan2 + 1320 * tan2 ** 2 + 720 * tan2 ** 3);
  const d = easting - ORIGIN_EASTING;
  return {
    latitude: latitude - seven * d ** 2 + eight * d ** 4 - nine * d ** 6,
    longitude: ORIGIN_LONGITUDE + ten * d - eleven * d ** 3 + twelve * d ** 5 - twelveA * d ** 7,
  };
}

/** Finds the latitude whose meridian arc is the northing, to a hundredth of a millimetre (guide, C.2). */
function footpointLatitude(northing: number): number {
  const target = northing - ORIGIN_NORTHING;
  let latitude = target / (AIRY.semiMajor * SCALE) + ORIGIN_LATITUDE;
  for (let round = 0; round < 20; round += 1) {
    const missing = target - meridianArc(latitude);
    if (Math.abs(missing) < 0.00001) break;
    latitude += missing / (AIRY.semiMajor * SCALE);
  }
  return latitude;
}

function meridianArc(latitude: number): number {
  const { semiMajor: a, semiMinor: b } = AIRY;
  const n = (a - b) / (a + b);
  const difference = latitude - ORIGIN_LATITUDE;
  const sum = latitude + ORIGIN_LATITUDE;
  return (
    b *
    SCALE *
    ((1 + n + (5 / 4) * (n ** 2 + n ** 3)) * difference -
      (3 * n + 3 * n ** 2 + (21 / 8) * n ** 3) * Math.sin(difference) * Math.cos(sum) +
      (15 / 8) * (n ** 2 + n ** 3) * Math.sin(2 * difference) * Math.cos(2 * sum) -
      (35 / 24) * n ** 3 * Math.sin(3 * difference) * Math.cos(3 * sum))
  );
}

function cartesianOf({ latitude, longitude }: Angles, { semiMajor, semiMinor }: Ellipsoid): Cartesian {
  const eSquared = 1 - (semiMinor * semiMinor) / (semiMajor * semiMajor);
  const nu = semiMajor / Math.sqrt(1 - eSquared * Math.sin(latitude) ** 2);
  return {
    x: nu * Math.cos(latitude) * Math.cos(longitude),
    y: nu * Math.cos(latitude) * Math.sin(longitude),
    z: (1 - eSquared) * nu * Math.sin(latitude),
  };
}

function toWgs84({ x, y, z }: Cartesian): Cartesian {
  const scale = 1 + SCALE_CHANGE;
  return {
    x: SHIFT.x + scale * x - TURN.z * y + TURN.y * z,
    y: SHIFT.y + TURN.z * x + scale * y - TURN.x * z,
    z: SHIFT.z - TURN.y * x + TURN.x * y + scale * z,
  };
}

function anglesOf({ x, y, z }: Cartesian, { semiMajor, semiMinor }: Ellipsoid): Angles {
  const eSquared = 1 - (semiMinor * semiMinor) / (semiMajor * semiMajor);
  const p = Math.hypot(x, y);
  let latitude = Math.atan2(z, p * (1 - eSquared));
  for (let round = 0; round < 10; round += 1) {
    const nu = semiMajor / Math.sqrt(1 - eSquared * Math.sin(latitude) ** 2);
    const next = Math.atan2(z + eSquared * nu * Math.sin(latitude), p);
    if (Math.abs(next - latitude) < 1e-13) return { latitude: next, longitude: Math.atan2(y, x) };
    latitude = next;
  }
  return { latitude, longitude: Math.atan2(y, x) };
}

function arcSeconds(count: number): number {
  return ((count / 3600) * Math.PI) / 180;
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI;
}

import assert from 'node:assert/strict';
import { createReadStream, existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import fc from 'fast-check';
import { milesBetween } from './distance.ts';
import { pointOfGridReference, unproject } from './national-grid.ts';

const METRES_IN_A_MILE = 1609.344;

/**
 * Rows of Code-Point Open whose middle has not moved between editions: postcode, easting, northing. The latitudes and longitudes are those that
 * Ordnance Survey's precise transformation (OSTN15) gives, rounded to five decimals.
 */
const KNOWN_POSTCODES = [
  { postcode: 'SO16 0AS', grid: [437292, 115542], latitude: 50.93812, longitude: -1.47064 },
  { postcode: 'GL1 1AD', grid: [383316, 218534], latitude: 51.86513, longitude: -2.2437 },
  { postcode: 'GL1 1AE', grid: [382994, 217975], latitude: 51.8601, longitude: -2.24835 },
  { postcode: 'EX1 1EE', grid: [292079, 92307], latitude: 50.72034, longitude: -3.53019 },
  { postcode: 'BR8 7RE', grid: [551626, 170342], latitude: 51.41183, longitude: 0.17887 },
  { postcode: 'NR1 1AA', grid: [624068, 308352], latitude: 52.62665, longitude: 1.30934 },
] as const;

describe('British National Grid to latitude and longitude', () => {
  it('agrees with the worked example of the OS guide, annex C: OSGB36 to a tenth of a millimetre', () => {
    const { latitude, longitude } = unproject(651_409.903, 313_177.27);
    assert.ok(Math.abs(latitude - radians(52, 39, 27.2531)) < 5e-10);
    assert.ok(Math.abs(longitude - radians(1, 43, 4.5177)) < 5e-10);
  });

  it('turns the same point to WGS84: 52°39′28.723″ N, 1°42′57.787″ E', () => {
    const { latitude, longitude } = pointOfGridReference(651_409.903, 313_177.27);
    assert.ok(Math.abs(latitude - degrees(52, 39, 28.723)) < 0.0005 / 3600 + 1e-7);
    assert.ok(Math.abs(longitude - degrees(1, 42, 57.787)) < 0.0005 / 3600 + 1e-7);
  });

  for (const {
    postcode,
    grid: [easting, northing],
    latitude,
    longitude,
  } of KNOWN_POSTCODES) {
    it(`puts ${postcode} within six metres of where Ordnance Survey has it`, () => {
      const metres =
        milesBetween(pointOfGridReference(easting, northing), { latitude, longitude }) * METRES_IN_A_MILE;
      // Five metres for the transformation, under one for the rounding of the published figures.
      assert.ok(metres < 6, `${metres} metres`);
    });
  }

  it('undoes the forward projection anywhere in Great Britain, to a centimetre', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 60_000, max: 680_000 }),
        fc.integer({ min: 1, max: 1_299_999 }),
        (easting, northing) => {
          const back = project(unproject(easting, northing));
          assert.ok(Math.abs(back.easting - easting) < 0.01, `${back.easting}`);
          assert.ok(Math.abs(back.northing - northing) < 0.01, `${back.northing}`);
        },
      ),
    );
  });

  const units = new URL('../../../../shared/data/geography/units_england.csv.gz', import.meta.url);
  it('has the known postcodes where the open postcode list has them', {
    skip: existsSync(units) ? false : 'the shared geography data is not here',
  }, async () => {
    const wanted = new Map(KNOWN_POSTCODES.map((known) => [String(known.postcode), known]));
    let found = 0;
    const rows = createReadStream(units)
      .pipe(createGunzip())
      .pipe(parse({ columns: true }));
    for await (const row of rows) {
      const known = wanted.get(row.postcode);
      if (known === undefined) continue;
      found += 1;
      assert.equal(Number(row.latitude), known.latitude);
      assert.equal(Number(row.longitude), known.longitude);
    }
    assert.equal(found, KNOWN_POSTCODES.length);
  });
});

/** The guide's annex C.1, latitude and longitude to easting and northing: written here only to check its inverse. */
function project({ latitude, longitude }: { latitude: number; longitude: number }) {
  const [a, b, scale] = [6377563.396, 6356256.909, 0.9996012717];
  const [origin, n] = [(49 * Math.PI) / 180, (a - b) / (a + b)];
  const e2 = 1 - (b * b) / (a * a);
  const [sine, cosine, tan2] = [Math.sin(latitude), Math.cos(latitude), Math.tan(latitude) ** 2];
  const nu = (a * scale) / Math.sqrt(1 - e2 * sine ** 2);
  const rho = (a * scale * (1 - e2)) / (1 - e2 * sine ** 2) ** 1.5;
  const eta2 = nu / rho - 1;
  const [less, plus] = [latitude - origin, latitude + origin];
  const arc =
    b *
    scale *
    ((1 + n + 1.25 * n ** 2 + 1.25 * n ** 3) * less -
      (3 * n + 3 * n ** 2 + 2.625 * n ** 3) * Math.sin(less) * Math.cos(plus) +
      (1.875 * n ** 2 + 1.875 * n ** 3) * Math.sin(2 * less) * Math.cos(2 * plus) -
      (35 / 24) * n ** 3 * Math.sin(3 * less) * Math.cos(3 * plus));
  const p = longitude + (2 * Math.PI) / 180;
  const northing =
    arc -
    100_000 +
    (nu / 2) * sine * cosine * p ** 2 +
    (nu / 24) * sine * cosine ** 3 * (5 - tan2 + 9 * eta2) * p ** 4 +
    (nu / 720) * sine * cosine ** 5 * (61 - 58 * tan2 + tan2 ** 2) * p ** 6;
  const easting =
    400_000 +
    nu * cosine * p +
    (nu / 6) * cosine ** 3 * (nu / rho - tan2) * p ** 3 +
    (nu / 120) * cosine ** 5 * (5 - 18 * tan2 + tan2 ** 2 + 14 * eta2 - 58 * tan2 * eta2) * p ** 5;
  return { easting, northing };
}

function degrees(whole: number, minutes: number, seconds: number): number {
  return whole + minutes / 60 + seconds / 3600;
}

function radians(whole: number, minutes: number, seconds: number): number {
  return (degrees(whole, minutes, seconds) * Math.PI) / 180;
}

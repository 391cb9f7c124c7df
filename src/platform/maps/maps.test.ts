import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { loadAuthorities } from '#platform/authorities/index.ts';
import { districtsOf, readDistricts } from './districts.ts';
import { mapOf } from './map-part.ts';

/** A council without a map file. */
const bare = { folder: path.join(import.meta.dirname, 'no-such-folder') };
const authorities = loadAuthorities(path.join(import.meta.dirname, '../../../authorities'));

/** A district of four corners, with what a test changes of its file. */
function fileWith(change: object = {}, corner: readonly number[] = [0.5, 51.4]): string {
  const ring = [corner, [0.6, 51.4], [0.6, 51.3], corner];
  const feature = {
    type: 'Feature',
    properties: { name: 'Testbury', code: 'E07000001' },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
  return JSON.stringify({ type: 'FeatureCollection', attribution: 'Test', features: [feature], ...change });
}

test('each council has a map, small enough for a phone, that names whom its licence asks for', () => {
  assert.equal(authorities.length, 5);
  for (const authority of authorities) {
    const districts = districtsOf(authority);
    assert.ok(districts !== null, authority.slug);
    assert.ok(districts.text.length < 50_000, `${authority.slug}: ${districts.text.length}`);
    assert.match(districts.attribution, /Office for National Statistics.*Open Government Licence.*OS data/);
  }
});

test('the districts of a county council are its own', () => {
  const kent = authorities.find(({ slug }) => slug === 'kent');
  assert.ok(kent);
  const names = districtsOf(kent)?.names ?? [];
  assert.equal(names.length, 12);
  assert.ok(names.includes('Thanet') && !names.includes('Medway'));
});

test('a map file that is not right is refused by file, place and mend', () => {
  const wrong: readonly (readonly [text: string, sentence: RegExp])[] = [
    ['{', /map\.geojson: must be JSON/],
    ['{}', /map\.geojson: type: /],
    [fileWith({ attribution: '' }), /map\.geojson: attribution: /],
    [fileWith({ features: [] }), /map\.geojson: features: /],
    [fileWith({}, [51.4, 0.5]), /longitude of England, which stands first/],
    [`${fileWith()}${' '.repeat(120_000)}`, /longer than 120 kB/],
  ];
  for (const [text, sentence] of wrong) assert.throws(() => readDistricts('map.geojson', text), sentence);
  assert.deepEqual(readDistricts('map.geojson', fileWith()).names, ['Testbury']);
});

test('a map without points is nothing, and what a title says never becomes markup', () => {
  assert.equal(mapOf(bare, { label: 'Map', points: [] }).text, '');
  const point = { title: '"><script>x</script>', latitude: 51.4, longitude: 0.5, isApproximate: false };
  const { text } = mapOf(bare, { label: 'Map', points: [point] });
  assert.doesNotMatch(text, /<script/);
  assert.match(text, / hidden><\/div>$/);
  assert.doesNotMatch(text, /data-tiles|data-districts/);
});

test('the tiles are those that the council has named', () => {
  const map = { tiles: 'https://tiles.example.org/{z}/{x}/{y}.png', attribution: 'Test maps' };
  const point = { title: 'A', latitude: 51.4, longitude: 0.5, isApproximate: false };
  const { text } = mapOf({ ...bare, map }, { label: 'Map', points: [point] });
  assert.match(
    text,
    /data-tiles="https:\/\/tiles\.example\.org\/\{z\}\/\{x\}\/\{y\}\.png" data-attribution="Test maps"/,
  );
});

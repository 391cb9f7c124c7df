import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { knownOutwardCodes, knownSectors } from './built-in-facts.ts';
import { locate, type Place } from './locate.ts';
import { type PostcodePart, parsePostcode } from './postcode.ts';

const ANY_PART: readonly PostcodePart[] = ['unit', 'sector', 'outward'];

function placeOf(typed: string): Place | null {
  const result = parsePostcode(typed, ANY_PART);
  assert.ok(result.ok, typed);
  return locate(result.value);
}

describe('locate', () => {
  it('finds a whole postcode by its sector', () => {
    const place = placeOf('ME7 1AB');
    assert.equal(place?.precision, 'sector');
    assert.equal(place?.district, 'Medway');
    assert.equal(place?.districtCode, 'E06000035');
    assert.equal(place?.authority, 'Medway');
  });

  it('finds an outward code, and a neighbour of whom no sectors are known, by the outward code', () => {
    assert.equal(placeOf('ME7')?.precision, 'outward');
    assert.equal(placeOf('SE1 1AA')?.precision, 'outward');
    assert.equal(placeOf('SE1 1AA')?.authority, 'Southwark');
  });

  it('knows nothing of a postcode far from the five councils', () => {
    assert.equal(placeOf('NE1 1AA'), null);
  });

  it('names the district and the county council above it', () => {
    assert.equal(placeOf('BR8 7RE')?.district, 'Sevenoaks');
    assert.equal(placeOf('BR8 7RE')?.authority, 'Kent');
    assert.equal(placeOf('CV34 4AA')?.authority, 'Warwickshire');
    assert.equal(placeOf('EX1 1EE')?.district, 'Exeter');
    assert.equal(placeOf('CM1 1AA')?.authority, 'Essex');
  });
});

describe('the built-in facts', () => {
  it('hold each code once', () => {
    for (const facts of [knownOutwardCodes(), knownSectors()]) {
      assert.equal(new Set(facts.map((fact) => fact.code)).size, facts.length);
    }
  });

  it('lie in England', () => {
    for (const { code, latitude, longitude } of [...knownOutwardCodes(), ...knownSectors()]) {
      assert.ok(latitude > 49.8 && latitude < 55.9 && longitude > -6.5 && longitude < 1.8, code);
    }
  });

  it('hold all the sectors of Medway where people live', () => {
    const codes = new Set(knownSectors().map((sector) => sector.code));
    const digits: [string, number[]][] = [
      ['ME1', [1, 2, 3]],
      ['ME2', [1, 2, 3, 4]],
      ['ME3', [0, 7, 8, 9]],
      ['ME4', [3, 4, 5, 6]],
      ['ME5', [0, 7, 8, 9]],
      ['ME7', [1, 2, 3, 4, 5]],
      ['ME8', [0, 6, 7, 8, 9]],
    ];
    for (const [outward, ends] of digits) {
      for (const end of ends) assert.ok(codes.has(`${outward} ${end}`), `${outward} ${end}`);
    }
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { locate, parsePostcode, sectorFact } from '#platform/places/index.ts';
import { tiers } from './domain/listing.ts';
import { type OfferArea, readOffer } from './offer-file.ts';

const medwayFolder = new URL('../../../authorities/medway/', import.meta.url);
const authority: { name: string; localities: { name: string; postcodes: string[] }[] } = parse(
  readFileSync(new URL('authority.yaml', medwayFolder), 'utf8'),
);
const medway: OfferArea = {
  authorityName: authority.name,
  localities: authority.localities.map((locality) => locality.name),
};

/** The services that section 3.1.1 of Medway's strategy describes. */
const SECTION_3_1_1 = [
  'Shine',
  'Wednesday Squad',
  'Medway Youth Service',
  'Medway Go',
  'Disability youth games',
  'Swimming lessons',
  'Sensory swim',
  'Inclusive dance, arts and sports clubs',
  'Family fun days',
  'Sensory and messy play',
  'Community story time',
  'Family craft activities',
  'ROCC holiday club',
  'Short breaks grant',
  'Dragons Retreat',
  'Direct payments',
  'Parklands after school club',
  'Floating support',
  'Parklands (Medway Council)',
] as const;

/**
 * Those whom section 8 names and who give activities (figure 7), without the council's own teams, the panel's
 * staff and the school; and what families there say they spend on (8.1.2).
 */
const SECTION_8 = [
  'Medway Parent and Carer Forum',
  'Parklands',
  'ROCC',
  'Medway Culture and Education Partnership',
  'Medway Youth Service',
  'Child Friendly Medway',
  'Medway Sport',
  'Medway theatres',
  'We are Beams',
  'Lower Grange Farm',
  'SENDTIVATE',
  'Jam Coding',
  'Squirrels riding centre',
  "Curly's farm",
  'Creepy claws',
  'Eternal lakes',
  "Jimmy's Tennis",
  'Anchorians equal team',
  'Kent wildlife trust',
  'Scouts',
  'Guides',
  'soft play',
  'bowling',
  'theatre',
  'cinema',
] as const;

/** Voluntary groups of section 3.3, and what section 5.1 names beside those above. */
const OTHER_SECTIONS = ['Puzzles', 'Square Pegs Arts', 'trampolining', 'computer coding'] as const;

describe('the offer of Medway', () => {
  const { listings, mistakes } = readOffer(fileURLToPath(new URL('offer/', medwayFolder)), medway);

  it('has no mistakes', () => assert.deepEqual(mistakes, []));

  it('holds more than sixty-four listings, of every tier', () => {
    assert.ok(listings.length >= 64, `${listings.length}`);
    for (const tier of tiers)
      assert.ok(
        listings.some((listing) => listing.tier === tier),
        tier,
      );
  });

  for (const name of [...SECTION_3_1_1, ...SECTION_8, ...OTHER_SECTIONS]) {
    it(`has ${name}`, () => {
      const isThere = listings.some(({ title, provider }) =>
        `${title} ${provider}`.toLowerCase().includes(name.toLowerCase()),
      );
      assert.ok(isThere);
    });
  }

  it('has each id once', () => {
    assert.equal(new Set(listings.map((listing) => listing.slug)).size, listings.length);
  });

  it('is for children and young people from 0 to 25', () => {
    for (const { slug, ages } of listings) {
      assert.ok(ages.from >= 0 && ages.from <= ages.to && ages.to <= 25, slug);
    }
  });

  it('is in Medway, outside and saying so, or in no one place', () => {
    for (const { slug, place } of listings) {
      if (place.kind !== 'at') continue;
      const postcode = parsePostcode(place.postcode, ['unit', 'sector', 'outward']);
      assert.ok(postcode.ok, slug);
      assert.equal(locate(postcode.value)?.authority === 'Medway', !place.isOutsideAuthority, slug);
    }
  });

  it('puts each place in the locality that the authority file has for its sector', () => {
    for (const { slug, place } of listings) {
      if (place.kind !== 'at' || place.isOutsideAuthority) continue;
      const postcode = parsePostcode(place.postcode);
      assert.ok(postcode.ok && postcode.value.sector !== null, slug);
      const { sector, outward } = postcode.value;
      const names = authority.localities
        .filter(({ postcodes }) => postcodes.includes(sector) || postcodes.includes(outward))
        .map((locality) => locality.name);
      assert.deepEqual(names, [place.locality], slug);
    }
  });

  it('reaches nobody real: numbers kept for drama and addresses in example.org', () => {
    for (const { slug, contact } of listings) {
      assert.match(contact.phone ?? '01632 960', /^01632 960/, slug);
      assert.match(contact.email ?? 'x@x.example.org', /@[a-z.]+\.example\.org$/, slug);
    }
  });

  it('says of every listing from a document what the document does not give', () => {
    const fromDocument = listings.filter((listing) => listing.provenance.kind === 'document');
    assert.ok(fromDocument.length >= 35);
    for (const { slug, demonstrationFields } of fromDocument) assert.ok(demonstrationFields.length > 0, slug);
  });

  it('does not run what the strategy says is not running', () => {
    const paused = listings.filter((listing) => listing.paused !== null).map((listing) => listing.slug);
    assert.deepEqual(paused.sort(), [
      'parklands-after-school-club',
      'rocc-term-time',
      'rocc-work-experience',
    ]);
  });
});

it('gives each of Medway’s own sectors to one locality', () => {
  const ends: Record<string, number[]> = {
    ME1: [1, 2, 3],
    ME2: [1, 2, 3, 4],
    ME3: [0, 7, 8, 9],
    ME4: [3, 4, 5, 6],
    ME5: [0, 7, 8, 9],
    ME7: [1, 2, 3, 4, 5],
    ME8: [0, 1, 6, 7, 8, 9],
  };
  for (const [outward, digits] of Object.entries(ends)) {
    for (const digit of digits) {
      const sector = `${outward} ${digit}`;
      assert.ok(sectorFact(sector), sector);
      const owners = authority.localities.filter(
        ({ postcodes }) => postcodes.includes(sector) || postcodes.includes(outward),
      );
      assert.equal(owners.length, 1, sector);
    }
  }
});

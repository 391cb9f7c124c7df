import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import type { Database, Transaction } from '#platform/database/index.ts';
import { locate, milesBetween, type Point, parsePostcode } from '#platform/places/index.ts';
import { testAuthority, testDatabase } from '../../../../test/database.ts';
import { fitsFilters } from '../domain/fits-filters.ts';
import { kinds, type Listing, needs, payments, tiers, times } from '../domain/listing.ts';
import { everything, type ListingSearch } from '../domain/search.ts';
import { aListing } from '../examples.ts';
import { writeListingSearch } from '../search-address.ts';
import { saveListing } from '../store/save-listing.ts';
import { prepareListing } from './prepare-listing.ts';
import { searchOffer } from './search-offer.ts';

const at = Temporal.Instant.from('2026-10-05T09:00:00Z');
const today = Temporal.PlainDate.from('2026-10-05');
const inGillingham = aListing();
const offer: readonly Listing[] = [
  inGillingham,
  aListing({
    slug: 'coding',
    title: 'Coding club',
    provider: 'Jam',
    kinds: ['computing'],
    needs: ['autism', 'adhd', 'wheelchair'],
    summary: 'Make games with others.',
    description: 'Bring a friend. There is a room to be quiet in.',
    ages: { from: 8, to: 18 },
    when: { times: ['after-school'], days: ['tue'], from: null, until: null, note: null },
    cost: { kind: 'free', note: null },
    place: { kind: 'online' },
  }),
  aListing({
    slug: 'horses',
    title: 'Riding for all',
    provider: 'Squirrels',
    kinds: ['animals', 'outdoors'],
    needs: ['wheelchair', 'physical'],
    summary: 'Ride and groom gentle ponies.',
    description: 'A swimming pool is next door.',
    place: {
      kind: 'at',
      name: 'Stables',
      locality: 'Strood',
      postcode: 'ME2 4AB',
      isOutsideAuthority: false,
    },
  }),
  aListing({
    slug: 'enabler',
    title: 'An enabler at home',
    kinds: ['enabler', 'home-care'],
    summary: 'Somebody who comes to you.',
    description: 'We find the right one together.',
    place: { kind: 'area', area: 'Across Medway' },
  }),
  aListing({
    slug: 'dragons',
    title: 'A night away',
    kinds: ['overnight'],
    tier: 'specialist',
    needs: ['complex-health', 'personal-care'],
    summary: 'A home for a night or two.',
    description: 'Nurses are near.',
    place: { kind: 'at', name: 'House', locality: 'Hextable', postcode: 'BR8 7LT', isOutsideAuthority: true },
  }),
  aListing({ slug: 'paused', title: 'A swim that rests', paused: 'No lifeguard at present.' }),
];

let database: Database;
const authorityId = testAuthority.id;

before(async () => {
  database = await testDatabase();
  await write(async (transaction) => {
    for (const listing of offer) {
      const toSave = await prepareListing(transaction, listing);
      await saveListing(transaction, { authorityId, toSave, at });
    }
  });
});
after(() => database.close());

function write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return database.transaction({ authorityId, standing: 'system' }, work);
}

async function find(asked: Partial<ListingSearch>) {
  const query = writeListingSearch({ ...everything, ...asked });
  return database.transaction({ authorityId, standing: 'public', readOnly: true }, async (transaction) => {
    const { found, ...rest } = await searchOffer(transaction, { authorityId, query, today, localities: [] });
    return { ...found, ...rest };
  });
}

async function slugs(asked: Partial<ListingSearch>): Promise<readonly string[]> {
  return (await find(asked)).listings.map(({ listing }) => listing.slug);
}

test('what is stored comes back as it was', async () => {
  const { listings } = await find({ text: 'otters saturday' });
  assert.deepEqual(listings[0]?.listing, inGillingham);
});

test('nothing asked gives everything by name, with what rests at the end', async () => {
  assert.deepEqual(await slugs({}), ['dragons', 'enabler', 'coding', 'horses', 'saturday-swim', 'paused']);
});

test('words are found by their stem, a title before a description', async () => {
  assert.deepEqual(await slugs({ text: 'swims' }), ['saturday-swim', 'horses', 'paused']);
  assert.deepEqual(await slugs({ text: 'gamed' }), ['coding']);
});

test('families’ own words find what the directory calls otherwise', async () => {
  assert.deepEqual(await slugs({ text: 'respite' }), ['dragons']);
  assert.deepEqual(await slugs({ text: 'a PA for my son' }), ['enabler']);
});

const slips: readonly [typed: string, meant: string, slug: string][] = [
  ['swiming', 'swimming', 'saturday-swim'],
  ['autsim', 'autism', 'coding'],
  ['weelchair', 'wheelchair', 'horses'],
  ['overnigth', 'overnight', 'dragons'],
  ['squirels', 'squirrel', 'horses'],
];
for (const [typed, meant, slug] of slips) {
  test(`“${typed}” is read as ${meant}`, async () => {
    const found = await find({ text: typed });
    assert.equal(found.slips[0]?.meant, meant);
    assert.ok(found.listings.some(({ listing }) => listing.slug === slug));
  });
}

test('the beginning of a word is enough, and no slip', async () => {
  const found = await find({ text: 'wheelch' });
  assert.deepEqual(found.slips, []);
  assert.deepEqual(
    found.listings.map(({ listing }) => listing.slug),
    ['coding', 'horses'],
  );
});

test('every need must be met', async () => {
  assert.deepEqual(await slugs({ needs: ['autism', 'wheelchair'] }), ['coding']);
});

test('with a postcode: near places, then what comes to you, then far places, then online', async () => {
  assert.deepEqual(await slugs({ postcode: 'ME7 1AA' }), [
    'saturday-swim',
    'horses',
    'enabler',
    'dragons',
    'coding',
    'paused',
  ]);
});

test('within a distance leaves out far places, never what comes to you', async () => {
  assert.deepEqual(await slugs({ postcode: 'ME8 9AA', within: 2 }), ['enabler', 'coding']);
});

test('a page beyond the last is the last', async () => {
  const found = await find({ page: 900 });
  assert.equal(found.page, 1);
  assert.equal(found.total, 6);
});

test('when nothing fits, it says what to let go of and what comes nearest', async () => {
  const found = await find({ text: 'riding', needs: ['wheelchair'], times: ['evening'] });
  assert.equal(found.total, 0);
  assert.deepEqual(found.loosenings, [{ name: 'times', total: 1 }]);
  assert.equal(found.nearest[0]?.listing.slug, 'horses');
  assert.deepEqual(found.nearest[0]?.misses, ['times']);
});

test('words that nothing has bring nothing near', async () => {
  const found = await find({ text: 'submarine zeppelin' });
  assert.equal(found.total, 0);
  assert.deepEqual(found.nearest, []);
});

const some = <T>(words: readonly T[], maxLength: number) =>
  fc.oneof({ arbitrary: fc.constant([]), weight: 3 }, fc.subarray([...words], { maxLength }));
const keys = <T extends string>(labels: Readonly<Record<T, string>>) => Object.keys(labels) as T[];
const anyFilters: fc.Arbitrary<ListingSearch> = fc
  .record({
    age: fc.option(fc.integer({ min: 0, max: 25 })),
    tiers: some(tiers, 2),
    kinds: some(keys(kinds), 10),
    needs: some(keys(needs), 1),
    times: some(keys(times), 3),
    accepts: some(keys(payments), 1),
    isFree: fc.constantFrom(false, false, true),
    locality: fc.option(fc.constantFrom('gillingham', 'Strood', 'Hextable')),
  })
  .map((filters) => ({ ...everything, ...filters }));

test('the database filters as the domain does', async () => {
  let fitting = 0;
  await fc.assert(
    fc.asyncProperty(anyFilters, async (search) => {
      const expected = offer.filter((listing) => fitsFilters(listing, search)).map(({ slug }) => slug);
      fitting += expected.length > 0 ? 1 : 0;
      assert.deepEqual([...(await slugs(search))].sort(), expected.sort());
    }),
    { numRuns: 150 },
  );
  assert.ok(fitting > 15, `only ${fitting} of 150 searches found something`);
});

for (const typed of ['ME1', 'ME2 4AB', 'ME3 8', 'ME5 9AA', 'TN9', 'CM1']) {
  test(`the distance from ${typed} is the one that the program measures`, async () => {
    const from = placeOf(typed);
    const { listings } = await find({ postcode: typed });
    assert.equal(listings.length, offer.length);
    for (const { listing, miles } of listings) {
      if (listing.place.kind !== 'at') assert.equal(miles, null);
      else assert.ok(Math.abs((miles ?? -1) - milesBetween(from, placeOf(listing.place.postcode))) < 1e-6);
    }
  });
}

function placeOf(typed: string): Point {
  const postcode = parsePostcode(typed, ['unit', 'sector', 'outward']);
  const place = postcode.ok ? locate(postcode.value) : null;
  assert.ok(place !== null, `${typed} must be known`);
  return place;
}

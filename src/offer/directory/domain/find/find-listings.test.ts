// The laws of the index: it answers as the plain definition does, counts as one counts by hand, and does not hang on
// the order in which listings came in, nor on how often they were changed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pence } from '#kernel/money.ts';
import { aListing } from '../../examples.ts';
import type { Entry } from '../entry.ts';
import { type FacetName, facetNames } from '../facets.ts';
import { fitsFilters } from '../fits-filters.ts';
import type { Listing } from '../listing.ts';
import * as words from '../listing.ts';
import { everything, type ListingSearch } from '../search.ts';
import { type Part, parts } from '../when-it-runs.ts';
import { allMustBeMet, choicesOf } from './choices.ts';
import { DirectoryIndex } from './directory-index.ts';
import { findListings } from './find-listings.ts';
import { firstOf } from './first-of.ts';

const today = Temporal.PlainDate.from('2026-10-05');
const keys = <T extends string>(labels: Readonly<Record<T, unknown>>) => Object.keys(labels) as T[];
const some = <T>(from: readonly T[], maxLength: number) => fc.subarray([...from], { maxLength });
const day = fc.integer({ min: -40, max: 60 }).map((days) => today.add({ days }));
const dayOrNull = fc.option(day, { freq: 1 });
const time = fc
  .integer({ min: 0, max: 47 })
  .map((half) => Temporal.PlainTime.from({ hour: half >> 1, minute: (half & 1) * 30 }));

const when: fc.Arbitrary<words.When> = fc
  .record({
    times: some(keys(words.times), 3),
    days: some(words.days, 3),
    hours: fc.option(fc.tuple(time, time)),
  })
  .map(({ times, days, hours }) => ({
    times,
    days,
    from: hours?.[0] ?? null,
    until: hours?.[1] ?? null,
    note: null,
  }));

const place: fc.Arbitrary<Listing['place']> = fc.oneof(
  fc.constantFrom('Gillingham', 'Strood', 'Chatham').map((locality) => ({
    kind: 'at' as const,
    name: 'A hall',
    locality,
    postcode: 'ME7 1HF',
    isOutsideAuthority: false,
  })),
  fc.constantFrom<Listing['place']>({ kind: 'online' }, { kind: 'area', area: 'Across Medway' }),
);

const listing: fc.Arbitrary<Omit<Listing, 'slug'>> = fc
  .record({
    title: fc.constantFrom('Swimming club', 'Riding', 'Quiet play', 'Night away'),
    tier: fc.constantFrom(...words.tiers),
    kinds: some(keys(words.kinds), 3),
    needs: some(keys(words.needs), 8),
    ages: fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })),
    when,
    cost: fc.oneof(
      fc.constant({ kind: 'free' as const, note: null }),
      fc.constant({ kind: 'ask' as const, note: 'Ask' }),
      fc.integer({ min: 1, max: 30 }).map((count) => ({
        kind: 'amount' as const,
        pence: pence(count * 100),
        per: 'day' as const,
        note: null,
      })),
    ),
    accepts: some(keys(words.payments), 2),
    how: fc.constantFrom(...keys(words.joining)),
    place,
    ratios: some(words.ratios, 2),
    access: fc.dictionary(
      fc.constantFrom('hoist', 'makaton', 'quiet-space'),
      fc.constantFrom('meets', 'ask', 'does-not-meet'),
    ),
    languages: some(['pl', 'pa'], 2),
    transport: fc.option(fc.constantFrom(...keys(words.transports))),
    season: fc.option(fc.constantFrom(...keys(words.seasons))),
    runs: fc.tuple(dayOrNull, dayOrNull),
    dates: fc.array(day, { maxLength: 2 }),
    paused: fc.boolean(),
    pausedUntil: dayOrNull,
  })
  .map(({ ages, how, season, runs, dates, paused, ...rest }) =>
    aListing({
      ...rest,
      ages: { from: ages[0], to: ages[0] + ages[1] },
      join: { how, referredBy: null, note: null },
      runs: { season, from: runs[0], until: runs[1] },
      dates: dates.map((on) => ({
        on,
        from: Temporal.PlainTime.from('10:00'),
        until: Temporal.PlainTime.from('18:00'),
        places: null,
      })),
      paused: paused ? 'It rests.' : null,
    }),
  );

const offer = fc
  .array(listing, { minLength: 1, maxLength: 40 })
  .map((all) => all.map((one, number): Listing => ({ ...one, slug: `listing-${number}` })));

const search: fc.Arbitrary<ListingSearch> = fc
  .record({
    age: fc.option(fc.integer({ min: 0, max: 25 }), { freq: 1 }),
    tiers: some(words.tiers, 2),
    kinds: some(keys(words.kinds), 12),
    needs: some(keys(words.needs), 1),
    access: some(['hoist', 'makaton'] as const, 1),
    times: some(keys(words.times), 4),
    days: some(words.days, 4),
    parts: some(Object.keys(parts) as Part[], 3),
    between: fc.oneof(fc.constant(null), fc.tuple(day, fc.integer({ min: 0, max: 9 }))),
    isOpenEnded: fc.boolean(),
    season: fc.option(fc.constantFrom(...keys(words.seasons)), { freq: 1 }),
    accepts: some(keys(words.payments), 1),
    isFree: fc.constantFrom(false, false, true),
    upTo: fc.option(
      fc.integer({ min: 0, max: 30 }).map((count) => pence(count * 100)),
      { freq: 1 },
    ),
    transport: fc.option(fc.constantFrom(...keys(words.transports)), { freq: 1 }),
    ratio: fc.option(fc.constantFrom(...words.ratios), { freq: 1 }),
    language: fc.option(fc.constantFrom('pl', 'cy'), { freq: 1 }),
    isWithoutReferral: fc.boolean(),
    locality: fc.option(fc.constantFrom('gillingham', 'Strood'), { freq: 1 }),
  })
  .chain(({ between, isOpenEnded, ...asked }) =>
    // Few things are asked at a time, or nothing would ever fit.
    fc.subarray(Object.keys(asked) as (keyof typeof asked)[], { maxLength: 3 }).map((names) => ({
      ...everything,
      ...Object.fromEntries(names.map((name) => [name, asked[name]])),
      from: between?.[0] ?? null,
      until: between === null || isOpenEnded ? null : between[0].add({ days: between[1] }),
    })),
  );

function entryOf(one: Listing): Entry {
  const createdAt = Temporal.Instant.from('2026-10-01T09:00:00Z');
  const known = {
    id: one.slug,
    slug: one.slug,
    providerId: null,
    point: null,
    createdAt,
    modifiedAt: createdAt,
  };
  return { ...known, listing: one, shownFrom: null, shownUntil: null, isWithdrawn: false };
}

function indexOf(listings: readonly Listing[]): DirectoryIndex {
  const index = new DirectoryIndex({ stem: (word) => word, featureLabel: (feature) => feature });
  for (const one of listings) index.put(entryOf(one));
  return index;
}

function everyPage(index: DirectoryIndex, asked: ListingSearch): readonly string[] {
  const first = findListings(index, { search: asked, from: null, today });
  const others = Array.from({ length: first.pages - 1 }, (_none, number) =>
    findListings(index, { search: { ...asked, page: number + 2 }, from: null, today }),
  );
  return [first, ...others].flatMap((page) => page.listings.map(({ slug }) => slug));
}

test('the index filters as the plain definition does', () => {
  let fitting = 0;
  fc.assert(
    fc.property(offer, search, (listings, asked) => {
      const expected = listings.filter((one) => fitsFilters(one, asked)).map(({ slug }) => slug);
      fitting += expected.length > 0 ? 1 : 0;
      assert.deepEqual([...everyPage(indexOf(listings), asked)].sort(), expected.sort());
    }),
    { numRuns: 400 },
  );
  assert.ok(fitting > 80, `only ${fitting} of 400 searches found something`);
});

/** The search with a further choice: in the place of what was chosen of it, or besides where all must be met. */
function withChoice(asked: ListingSearch, name: FacetName, value: string): ListingSearch {
  const added = (list: readonly string[]) =>
    allMustBeMet.includes(name) ? [...new Set([...list, value])] : [value];
  const changed: Readonly<Record<FacetName, object>> = {
    tier: { tiers: added(asked.tiers) },
    kind: { kinds: added(asked.kinds) },
    need: { needs: added(asked.needs) },
    access: { access: added(asked.access) },
    when: { times: added(asked.times) },
    day: { days: added(asked.days) },
    part: { parts: added(asked.parts) },
    season: { season: value },
    pay: { accepts: added(asked.accepts) },
    free: { isFree: true },
    transport: { transport: value },
    ratio: { ratio: value },
    language: { language: value },
    join: { isWithoutReferral: true },
    locality: { locality: value },
  };
  return { ...asked, ...changed[name] };
}

test('each count beside a choice is what counting by hand gives', () => {
  fc.assert(
    fc.property(offer, search, (listings, asked) => {
      const { facets } = findListings(indexOf(listings), { search: asked, from: null, today });
      for (const name of facetNames) {
        const values = new Set(
          listings.flatMap((one) => choicesOf(one)[name]).filter((value) => value !== ''),
        );
        for (const value of values) {
          const chosen = withChoice(asked, name, value);
          const expected = listings.filter((one) => fitsFilters(one, chosen)).length;
          assert.equal(facets.get(name)?.get(value) ?? 0, expected, `${name} ${value}`);
        }
      }
    }),
    { numRuns: 100 },
  );
});

test('the answer does not hang on the order in which listings came in, nor on earlier versions of them', () => {
  const shuffled = offer.chain((listings) =>
    fc.tuple(fc.constant(listings), fc.shuffledSubarray(listings, { minLength: listings.length }), listing),
  );
  const asked = fc
    .constantFrom('', 'swimming', 'swiming quiet', 'nigh', 'club riding')
    .map((text) => ({ ...everything, text }));
  fc.assert(
    fc.property(shuffled, asked, ([listings, others, before], searched) => {
      const changed = indexOf(others.map(({ slug }) => ({ ...before, slug })));
      for (const one of listings) changed.put(entryOf(one));
      const { total, facets } = findListings(indexOf(listings), { search: searched, from: null, today });
      const again = findListings(changed, { search: searched, from: null, today });
      assert.equal(again.total, total);
      for (const name of facetNames) {
        assert.deepEqual(
          new Map([...(again.facets.get(name) ?? [])].sort()),
          new Map([...(facets.get(name) ?? [])].sort()),
        );
      }
      assert.deepEqual(everyPage(changed, searched), everyPage(indexOf(listings), searched));
    }),
    { numRuns: 100 },
  );
});

test('a listing that is withdrawn, not yet or no longer shown, or old, is not found', () => {
  const entry = entryOf(aListing());
  const isFound = (changed: Partial<Entry>) => {
    const index = indexOf([]);
    index.put(entry);
    index.put({ ...entry, ...changed });
    return findListings(index, { search: everything, from: null, today }).total === 1;
  };
  const day = (text: string) => Temporal.PlainDate.from(text);
  assert.ok(isFound({}));
  assert.ok(!isFound({ isWithdrawn: true }));
  assert.ok(isFound({ shownFrom: today, shownUntil: today }));
  assert.ok(!isFound({ shownFrom: day('2026-10-06') }));
  assert.ok(!isFound({ shownUntil: day('2026-10-04') }));
  assert.ok(isFound({ listing: aListing({ checkedOn: day('2025-10-05') }) }));
  assert.ok(!isFound({ listing: aListing({ checkedOn: day('2025-10-04') }) }));
});

test('the first of many are those that sorting all would put first', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 })),
      fc.integer({ min: 1, max: 20 }),
      (values, count) => {
        const ties = Uint32Array.from(values.keys()).reverse();
        const numbers = Uint32Array.from(values.keys());
        const sorted = [...numbers].sort(
          (one, other) => (values[one] ?? 0) - (values[other] ?? 0) || (ties[one] ?? 0) - (ties[other] ?? 0),
        );
        const key = (number: number) => values[number] ?? 0;
        assert.deepEqual(firstOf(numbers, { count, key, ties }), sorted.slice(0, count));
      },
    ),
  );
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { pence } from '#kernel/money.ts';
import { featureNames } from '#offer/accessibility/index.ts';
import { parseListingSearch, writeListingSearch } from '../search-address.ts';
import { nothingMore } from '../store/listing-content.ts';
import { fitsFilters } from './fits-filters.ts';
import {
  days,
  type Kind,
  kinds,
  type Listing,
  type Need,
  needs,
  type Payment,
  payments,
  ratios,
  type Season,
  seasons,
  type Time,
  type Transport,
  tiers,
  times,
  transports,
} from './listing.ts';
import { distances, everything, type ListingSearch, orders } from './search.ts';
import { type Part, parts } from './when-it-runs.ts';

const kindWords = Object.keys(kinds) as Kind[];
const needWords = Object.keys(needs) as Need[];
const timeWords = Object.keys(times) as Time[];
const paymentWords = Object.keys(payments) as Payment[];

/** A text as the search keeps it: no spaces at the ends, single ones inside. */
function tidyText(longest: number) {
  return fc
    .string({ unit: 'grapheme', maxLength: longest })
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => [...text].length <= longest && text.isWellFormed());
}

function orNull(longest: number) {
  return tidyText(longest).map((text) => (text === '' ? null : text));
}

const thousandths = fc
  .record({
    north: fc.integer({ min: -90_000, max: 90_000 }),
    east: fc.integer({ min: -180_000, max: 180_000 }),
  })
  .map(({ north, east }) => ({ latitude: north / 1000, longitude: east / 1000 }));

const twoDays = fc
  .record({ first: fc.integer({ min: 0, max: 20_000 }), more: fc.integer({ min: 0, max: 400 }) })
  .map(({ first, more }) => {
    const from = Temporal.PlainDate.from('2020-01-01').add({ days: first });
    return { from, until: from.add({ days: more }) };
  });

const search: fc.Arbitrary<ListingSearch> = fc
  .tuple(withoutDays(), fc.option(twoDays, { nil: { from: null, until: null } }))
  .map(([asked, between]) => ({ ...asked, ...between }));

function withoutDays(): fc.Arbitrary<Omit<ListingSearch, 'from' | 'until'>> {
  return fc.record(
    {
      text: tidyText(100),
      age: fc.option(fc.integer({ min: 0, max: 25 })),
      tiers: fc.subarray([...tiers]),
      kinds: fc.subarray(kindWords),
      needs: fc.subarray(needWords),
      times: fc.subarray(timeWords),
      access: fc.subarray([...featureNames]),
      days: fc.subarray([...days]),
      parts: fc.subarray(Object.keys(parts) as Part[]),
      season: fc.option(fc.constantFrom(...(Object.keys(seasons) as Season[]))),
      transport: fc.option(fc.constantFrom(...(Object.keys(transports) as Transport[]))),
      ratio: fc.option(fc.constantFrom(...ratios)),
      language: fc.option(fc.constantFrom('pl', 'pa', 'bfi', 'pt-BR')),
      isWithoutReferral: fc.boolean(),
      upTo: fc.option(fc.integer({ min: 0, max: 1_000_000 }).map(pence)),
      near: fc.option(thousandths),
      accepts: fc.subarray(paymentWords),
      isFree: fc.boolean(),
      locality: orNull(60),
      postcode: orNull(60),
      within: fc.option(fc.constantFrom(...distances)),
      order: fc.constantFrom(...orders),
      page: fc.integer({ min: 1, max: 1000 }),
    },
    { noNullPrototype: true },
  );
}

describe('the search in an address', () => {
  it('reads back as it was written', () => {
    fc.assert(
      fc.property(search, (asked) => {
        const address = writeListingSearch(asked).toString();
        assert.deepEqual(parseListingSearch(new URLSearchParams(address)), asked);
      }),
    );
  });

  it('is refused by no address, and settles after one reading', () => {
    const names = [
      'q',
      'age',
      'tier',
      'kind',
      'need',
      'when',
      'pay',
      'free',
      'locality',
      'postcode',
      'within',
      'order',
      'page',
      'near',
      'from',
      'until',
      'upto',
      'day',
      'language',
    ];
    const values = fc.oneof(
      fc.string(),
      fc.integer().map(String),
      fc.constantFrom(
        ...kindWords,
        ...needWords,
        'yes',
        '2',
        '2026-02-30',
        '2026-11-22',
        '51.3876,0.5',
        '-0.0001,0',
        '12.5',
        'pl',
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...names), values)), (pairs) => {
        const once = parseListingSearch(new URLSearchParams(pairs));
        assert.deepEqual(parseListingSearch(writeListingSearch(once)), once);
      }),
    );
  });

  it('is empty for the search of everything', () => {
    assert.equal(writeListingSearch(everything).toString(), '');
    assert.deepEqual(parseListingSearch(new URLSearchParams()), everything);
  });

  it('writes an address that people can read', () => {
    const address = writeListingSearch({
      ...everything,
      text: 'horse riding',
      age: 9,
      needs: ['autism', 'wheelchair'],
      within: 10,
      page: 2,
    });
    assert.equal(address.toString(), 'q=horse+riding&age=9&need=autism&need=wheelchair&within=10&page=2');
  });

  it('takes lists with commas, in any order, and leaves out what it does not know', () => {
    const asked = parseListingSearch(
      new URLSearchParams('need=wheelchair,autism&need=dragons&age=26&page=0&within=7'),
    );
    assert.deepEqual(asked, { ...everything, needs: ['autism', 'wheelchair'] });
  });
});

const swim: Listing = {
  ...nothingMore,
  slug: 'swim',
  title: 'Swim',
  provider: 'A club',
  tier: 'targeted',
  kinds: ['swimming', 'sport'],
  summary: 'Swim.',
  description: 'Swim.',
  ages: { from: 5, to: 11 },
  needs: ['autism', 'wheelchair'],
  when: { times: ['weekend'], days: ['sat'], from: null, until: null, note: null },
  cost: { kind: 'free', note: null },
  accepts: ['direct-payment'],
  join: { how: 'book', referredBy: null, note: null },
  place: {
    kind: 'at',
    name: 'A pool',
    locality: 'Gillingham',
    postcode: 'ME7 1HF',
    isOutsideAuthority: false,
  },
  contact: { phone: null, email: null, url: null },
  ratios: [],
  paused: null,
  provenance: { kind: 'demonstration' },
  demonstrationFields: [],
  checkedOn: Temporal.PlainDate.from('2026-10-01'),
};

describe('fitsFilters', () => {
  const cases: [string, Partial<ListingSearch>, boolean][] = [
    ['everything', {}, true],
    ['its age', { age: 11 }, true],
    ['an age above', { age: 12 }, false],
    ['one of two tiers', { tiers: ['universal', 'targeted'] }, true],
    ['another tier', { tiers: ['specialist'] }, false],
    ['one of two kinds', { kinds: ['arts', 'sport'] }, true],
    ['another kind', { kinds: ['arts'] }, false],
    ['both its needs', { needs: ['autism', 'wheelchair'] }, true],
    ['a need more than it meets', { needs: ['autism', 'epilepsy'] }, false],
    ['one of two times', { times: ['evening', 'weekend'] }, true],
    ['another time', { times: ['evening'] }, false],
    ['a payment that it takes', { accepts: ['direct-payment'] }, true],
    ['a payment that it does not take', { accepts: ['short-breaks-grant'] }, false],
    ['free ones', { isFree: true }, true],
    ['its locality', { locality: 'gillingham' }, true],
    ['another locality', { locality: 'Strood' }, false],
  ];
  for (const [what, asked, expected] of cases) {
    it(`${expected ? 'fits' : 'does not fit'} a search for ${what}`, () => {
      assert.equal(fitsFilters(swim, { ...everything, ...asked }), expected);
    });
  }

  it('fits every locality where there is no one place', () => {
    assert.ok(fitsFilters({ ...swim, place: { kind: 'online' } }, { ...everything, locality: 'Strood' }));
  });

  it('finds no more when more is asked', () => {
    fc.assert(
      fc.property(search, fc.subarray(needWords), (asked, more) => {
        const stricter = { ...asked, needs: [...new Set([...asked.needs, ...more])] };
        assert.ok(!fitsFilters(swim, stricter) || fitsFilters(swim, asked));
      }),
    );
  });
});

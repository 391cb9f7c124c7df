// Listings of every variety, hostile ones among them, always the same for the same seed.
import fc from 'fast-check';
import { pence } from '#kernel/money.ts';
import { featureNames, offered } from '#offer/accessibility/index.ts';
import {
  type Cost,
  days,
  joining,
  kinds,
  type Listing,
  type ListingPlace,
  needs,
  payments,
  ratios,
  seasons,
  tiers,
  times,
  transports,
  type When,
} from '#offer/directory/index.ts';

/** Texts that a database takes, and that something behind it may choke on. */
const awkward = [
  '   ',
  '<script>alert(1)</script>',
  '<h1>About us</h1>\n\n<p>We &amp; you</p>',
  "'; drop table listings; --",
  '{"a":null}',
  'null',
  '-1',
  '\u200b',
  '\u202eright to left\u202c',
  'line\r\nbreak\rand\u2028more\u2029',
  'bell\u0007 and tab\t and delete\u007f',
  '👩‍👩‍👧‍👦 Família çãé ﬁ Ⅷ',
  '%00%ff%%%',
  '{{7*7}} #{7*7}',
  'x'.repeat(3_000),
  '.',
] as const;
/** Texts that only a program can hold. */
const impossible = ['\u0000', 'half \ud800 a pair', '\udfff', ''] as const;

const sentences = [
  'A quiet hour in warm water, with helpers in the pool.',
  'Arts and music for all.',
  'Bring a towel.',
] as const;

const urls = [
  'https://otters.example.org',
  'https://example.org/a b?x=[1]|^`{}#é#2',
  'HTTP://EXAMPLE.ORG/UP',
  'https://user:word@example.org/',
  'https://münchen.example/straße',
  'https://example.org/%zz',
  'http://[::1]/',
  'javascript:alert(1)',
  'ftp://example.org/',
  'https://',
  'https://example.org:99999/',
  'www.example.org',
] as const;
const emails = [
  'hello@otters.example.org',
  'a@b',
  'Ann <a@example.org>',
  'a..b@example.org',
  "o'neil@example.org",
  'é@example.org',
  'two@example.org, three@example.org',
] as const;
const postcodes = ['ME7 1HF', 'me71hf', 'ME4 4', 'CT1', 'ZZ99 9ZZ', 'not a postcode', '12345'] as const;
const notes = [
  'Term time only.',
  'First Sunday of the month.',
  'First and third Saturday of each month.',
  'Last Friday of every month',
  'Once a month.',
  'Every other week.',
  'Dates are listed a month ahead.',
] as const;

/** Gives listings of every variety. `isStorable` leaves out what no database takes. */
export function variedListings(given: {
  readonly count: number;
  readonly seed: number;
  readonly isStorable: boolean;
}): readonly Listing[] {
  const all = fc.sample(anyListing(given.isStorable), { numRuns: given.count, seed: given.seed });
  return all.map((listing, index) => ({ ...listing, slug: `varied-${index}` }));
}

function anyListing(isStorable: boolean): fc.Arbitrary<Omit<Listing, 'slug'> & { slug: string }> {
  const anything = isStorable
    ? fc.string({ maxLength: 60 })
    : fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom(...impossible));
  const text = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...sentences) },
    { weight: 2, arbitrary: fc.constantFrom(...awkward) },
    { weight: 1, arbitrary: anything },
  );
  const perhaps = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
  const keysOf = <T extends string>(labels: Readonly<Record<T, unknown>>) =>
    fc.constantFrom(...(Object.keys(labels) as T[]));
  const someOf = <T>(one: fc.Arbitrary<T>, minLength = 0) => fc.uniqueArray(one, { minLength, maxLength: 5 });
  const time = fc
    .integer({ min: 0, max: 287 })
    .map((fives) => Temporal.PlainTime.from('00:00').add({ minutes: fives * 5 }));
  const date = fc
    .integer({ min: 0, max: 900 })
    .map((ahead) => Temporal.PlainDate.from('2025-06-01').add({ days: ahead }));
  const hours = perhaps(fc.tuple(time, time));
  const when: fc.Arbitrary<When> = fc
    .record({
      times: someOf(keysOf(times), 1),
      days: someOf(fc.constantFrom(...days)),
      hours,
      note: perhaps(fc.oneof(fc.constantFrom(...notes), text)),
    })
    .map(({ hours: both, ...rest }) => ({ ...rest, from: both?.[0] ?? null, until: both?.[1] ?? null }));
  const at = fc.record({
    kind: fc.constant('at' as const),
    name: text,
    locality: fc.oneof(fc.constantFrom('Gillingham', 'Chatham'), text),
    postcode: fc.constantFrom(...postcodes),
    isOutsideAuthority: fc.boolean(),
  });
  const place: fc.Arbitrary<ListingPlace> = fc.oneof(
    { weight: 4, arbitrary: at },
    fc.record({ kind: fc.constant('area' as const), area: text }),
    fc.constant({ kind: 'online' as const }),
  );
  const cost: fc.Arbitrary<Cost> = fc.oneof(
    fc.record({ kind: fc.constant('free' as const), note: perhaps(text) }),
    fc.record({
      kind: fc.constant('amount' as const),
      pence: fc.integer({ min: 1, max: 1_000_000 }).map(pence),
      per: fc.constantFrom('hour', 'session', 'day', 'night', 'week', 'month', 'year'),
      note: perhaps(text),
    }),
    fc.record({ kind: fc.constant('ask' as const), note: text }),
  );
  const provenance: fc.Arbitrary<Listing['provenance']> = fc.oneof(
    fc.record({ kind: fc.constant('document' as const), document: text, section: text }),
    fc.constantFrom({ kind: 'demonstration' }, { kind: 'provider' }, { kind: 'council' }),
    fc.record({
      kind: fc.constant('feed' as const),
      publisher: text,
      address: fc.constantFrom(...urls),
      theirId: text,
    }),
  );
  return fc.record({
    slug: fc.constant('varied'),
    title: text,
    provider: fc.oneof(
      fc.integer({ min: 1, max: 400 }).map((number) => `Provider ${number}`),
      text,
    ),
    tier: fc.constantFrom(...tiers),
    kinds: someOf(keysOf(kinds), 1),
    summary: text,
    description: text,
    ages: fc
      .tuple(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 25 }))
      .map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) })),
    needs: someOf(keysOf(needs)),
    when,
    cost,
    accepts: someOf(keysOf(payments)),
    join: fc.record({ how: keysOf(joining), referredBy: perhaps(text), note: perhaps(text) }),
    place,
    contact: fc.record({
      phone: perhaps(fc.oneof(fc.constant('01632 960001'), text)),
      email: perhaps(fc.constantFrom(...emails)),
      url: perhaps(fc.constantFrom(...urls)),
    }),
    ratios: someOf(fc.constantFrom(...ratios)),
    access: fc
      .array(fc.tuple(fc.constantFrom(...featureNames), fc.constantFrom(...offered)), { maxLength: 12 })
      .map((answers) => Object.fromEntries(answers)),
    languages: someOf(fc.constantFrom('pa', 'pl', 'bfi', 'cy', 'qqq')),
    transport: perhaps(keysOf(transports)),
    runs: fc.record({ season: perhaps(keysOf(seasons)), from: perhaps(date), until: perhaps(date) }),
    dates: fc.array(
      fc.record({
        on: date,
        from: time,
        until: time,
        places: perhaps(fc.integer({ min: 1, max: 30 })),
      }),
      { maxLength: 3 },
    ),
    otherPlaces: fc.array(fc.record({ place: at, when }), { maxLength: 2 }),
    told: fc.record({
      session: perhaps(text),
      sensoryStory: fc.array(text, { maxLength: 2 }),
      staff: perhaps(text),
      pictures: fc.constant([]),
      easyRead: fc.constant([]),
    }),
    neighbour: fc.option(fc.constantFrom('Kent County Council', 'Medway Council'), { nil: null, freq: 8 }),
    paused: fc.option(text, { nil: null, freq: 5 }),
    pausedUntil: perhaps(date),
    provenance,
    demonstrationFields: fc.constant([]),
    checkedOn: fc
      .integer({ min: 0, max: 300 })
      .map((ago) => Temporal.PlainDate.from('2026-11-20').subtract({ days: ago })),
    checkedBy: perhaps(fc.constantFrom('the provider', 'the council', 'somebody')),
  });
}

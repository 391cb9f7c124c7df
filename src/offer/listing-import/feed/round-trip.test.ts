// What one council that runs this program publishes, another takes in exactly: told by the interface of one, read by the
// import of the other, part by part.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { Listing } from '#offer/directory/index.ts';
import { emailAddress, plainWords, webAddress } from '#offer/open-referral/index.ts';
import type { Database, Json } from '#platform/database/index.ts';
import { otherAuthority, testAuthority, testDatabase } from '../../../../test/database.ts';
import { publishListings } from '../../../../test/publish-listings.ts';
import { testSite } from '../../../../test/site.ts';
import { variedListings } from '../../../../test/varied-listings.ts';
import { testNow } from '../../../../test/visit.ts';
import { aListing } from '../../directory/examples.ts';
import { compareRows } from '../compare.ts';
import { readService } from './read-service.ts';
import type { FeedContext } from './service-facts.ts';

const today = Temporal.PlainDate.from('2026-11-24');
const about: FeedContext = {
  authority: testAuthority,
  publisher: 'Next-door Council',
  address: 'https://next-door.example.org/open-referral/services',
  isNeighbour: true,
  usual: { tier: 'universal', kind: 'play' },
  today,
};
/** Another tier than the one that a listing has. */
const otherTier = ({ tier }: Listing) =>
  tier === 'specialist' ? ('targeted' as const) : ('specialist' as const);

const known = ['ME7 1HF', 'me71hf', 'ME4 4', 'CT1'];
const listings = [
  aListing({
    slug: 'whole',
    title: 'A whole listing',
    access: { hoist: 'meets', bsl: 'does-not-meet', pecs: 'ask' },
    runs: { season: 'term-time', from: Temporal.PlainDate.from('2026-09-01'), until: null },
    join: { how: 'referral', referredBy: 'Your GP', note: 'Ask for the form.' },
    paused: 'The pool is being mended.',
    pausedUntil: Temporal.PlainDate.from('2026-12-24'),
    told: { ...aListing().told, session: 'First we sing.\n\nThen we swim.', staff: 'Two teachers.' },
    provenance: {
      kind: 'feed',
      publisher: 'A charity',
      address: 'https://charity.example.org/',
      theirId: '7',
    },
  }),
  ...variedListings({ count: 400, seed: 20_261_123, isStorable: true }),
];

let database: Database;
let site: FastifyInstance;
const told = new Map<string, unknown>();

before(async () => {
  database = await testDatabase();
  await publishListings(database, { authority: testAuthority, listings, at: testNow });
  site = await testSite({ database, origin: 'https://next-door.example.org' });
  const { body } = await site.inject({ url: '/open-referral/services?full=true&format=ndjson' });
  const rows = await database.owner.selectFrom('listings').select(['id', 'slug']).execute();
  const slugs = new Map(rows.map(({ id, slug }) => [id, slug]));
  for (const line of body.trimEnd().split('\n')) {
    const service = JSON.parse(line);
    told.set(slugs.get(service.id) ?? '', service);
  }
});
after(async () => {
  await site.close();
  await database.close();
});

const text = (one: Temporal.PlainDate | Temporal.PlainTime | null) => one?.toString() ?? null;

const whenOf = ({ days, from, until, note }: Listing['when']) => ({
  days: [...new Set(days)].sort(),
  from: text(from),
  until: text(until),
  note: plainWords(note),
});

/** The parts of a listing that the standard has a home for, as they may leave. */
function homed(listing: Listing) {
  const { cost, join, paused, pausedUntil, provenance } = listing;
  // Of what is over for good and closed without a word, it is told that it is over.
  const isSilent =
    plainWords(paused) === null &&
    pausedUntil === null &&
    listing.runs.until !== null &&
    Temporal.PlainDate.compare(listing.runs.until, today) < 0;
  const isPaused =
    paused !== null &&
    !isSilent &&
    (pausedUntil === null || Temporal.PlainDate.compare(pausedUntil, today) >= 0);
  const dates = listing.dates.map(
    ({ on, from, until, places }) => [`${on} ${from} ${until}`, places] as const,
  );
  return {
    title: (plainWords(listing.title) ?? listing.slug).slice(0, 120).trim(),
    tier: listing.tier,
    kinds: listing.kinds,
    needs: listing.needs,
    ages: listing.ages,
    access: Object.entries(listing.access)
      .filter(([, answer]) => answer !== 'ask')
      .map((one) => one.join(' '))
      .sort(),
    languages: listing.languages,
    accepts: listing.accepts,
    ratios: listing.ratios,
    transport: listing.transport,
    runs: [listing.runs.season, text(listing.runs.from), text(listing.runs.until)],
    dates: [...new Map(dates)].sort(([one], [other]) => one.localeCompare(other)),
    times: listing.when.times,
    when: whenOf(listing.when),
    cost: cost.kind === 'ask' ? { kind: 'ask' } : { ...cost, note: plainWords(cost.note) },
    how: join.how,
    email: emailAddress(listing.contact.email),
    url: webAddress(listing.contact.url),
    isPaused,
    pausedUntil: isPaused ? text(pausedUntil) : null,
    made: provenance.kind === 'demonstration',
    source:
      provenance.kind === 'feed' &&
      plainWords(provenance.theirId) !== null &&
      webAddress(provenance.address) !== null &&
      plainWords(provenance.publisher) !== null
        ? plainWords(provenance.publisher)
        : null,
    checkedOn: text(listing.checkedOn),
  };
}

function backOf(slug: string) {
  const service = told.get(slug);
  assert.ok(service, slug);
  const { listing, why, oddities } = readService(service, about);
  assert.ok(listing, `${slug}: ${why}`);
  return { listing, oddities };
}

test('four hundred listings of every variety come back as they were, as far as the standard has a home for it', () => {
  for (const listing of listings) {
    const back = backOf(listing.slug).listing;
    const wanted = homed(listing);
    const got = homed(back);
    const isFirst = wanted.source !== null;
    assert.deepEqual({ ...got, source: isFirst ? got.source : null }, wanted, listing.slug);
    if (!isFirst && !wanted.made) assert.equal(got.source, 'Next-door Council');
  }
});

test('each place comes back with its own times', () => {
  let compared = 0;
  for (const listing of listings) {
    const own = [{ place: listing.place, when: listing.when }, ...listing.otherPlaces].flatMap(
      ({ place, when }) => (place.kind === 'at' ? [{ place, when }] : []),
    );
    const names = own.map(({ place }) => `${plainWords(place.name)} ${place.postcode}`.toLowerCase());
    // What no map knows, and the same place twice, the standard or the import have no home for.
    if (
      new Set(names).size < names.length ||
      own.some(({ place }) => !known.includes(place.postcode) || plainWords(place.name) === null)
    )
      continue;
    const { listing: back } = backOf(listing.slug);
    const there = [{ place: back.place, when: back.when }, ...back.otherPlaces].flatMap(({ place, when }) =>
      place.kind === 'at' ? [[place.name, whenOf(when)]] : [],
    );
    assert.deepEqual(
      there,
      own.map(({ place, when }) => [plainWords(place.name), whenOf(when)]),
      listing.slug,
    );
    if (listing.place.kind !== 'at') assert.equal(back.place.kind, listing.place.kind);
    compared += own.length;
  }
  assert.ok(compared > 50, `${compared} places`);
});

test('words come back part by part, and nothing is named as odd but what a listing keeps no place for', () => {
  const { listing, oddities } = backOf('whole');
  const { summary, description, told: ofFirst, join, paused, pausedUntil } = listing;
  const [first] = listings;
  assert.ok(first);
  assert.deepEqual(
    {
      summary,
      description,
      session: ofFirst.session,
      staff: ofFirst.staff,
      join,
      paused,
      pausedUntil: text(pausedUntil),
    },
    {
      summary: first.summary,
      description: first.description,
      session: first.told.session,
      staff: first.told.staff,
      join: first.join,
      paused: first.paused,
      pausedUntil: '2026-12-24',
    },
  );
  assert.deepEqual(listing.provenance, first.provenance);
  assert.equal(listing.contact.url, null, 'the page of the listing at the other council is not its own site');
  assert.equal(listing.contact.phone, '01632 960001');
  assert.equal(listing.neighbour, 'Next-door Council');
  assert.deepEqual(
    oddities
      .map(({ path }) => path.replace(/\[\d+\]/g, '[]'))
      .filter((path) => !/(^|\.)(id|\w+_id)$/.test(path)),
    ['organization.description', 'contacts[].name'],
  );
});

test('fetched again, what another council changed is a change, and nothing else is', async () => {
  const kept = listings.slice(0, 40).flatMap(({ slug }) => {
    const { listing } = readService(told.get(slug), about);
    return listing === null ? [] : [{ listing, original: told.get(slug) }];
  });
  assert.ok(kept.length > 20);
  const [first] = kept;
  assert.ok(first !== undefined);
  await publishListings(database, {
    authority: otherAuthority,
    listings: kept.map(({ listing }) => listing),
    at: testNow,
  });
  const outcomes = await database.transaction(
    { authorityId: otherAuthority.id, standing: 'system' },
    async (transaction) => {
      const rows = kept.map(({ listing, original }, index) => ({
        number: index + 1,
        theirId: listing.provenance.kind === 'feed' ? listing.provenance.theirId : listing.slug,
        title: listing.title,
        wrongs: [],
        oddities: [],
        original: original as Json,
        listing:
          index === 0 ? { ...listing, tier: otherTier(listing), transport: null, ratios: [] } : listing,
      }));
      return compareRows(transaction, {
        authorityId: otherAuthority.id,
        kind: 'feed',
        name: 'Next door',
        rows,
      });
    },
  );
  const [changed, ...same] = outcomes;
  assert.equal(changed?.outcome, 'changed');
  const written = changed?.listing as { readonly tier: string };
  assert.equal(written.tier, otherTier(first.listing));
  assert.deepEqual(new Set(same.map(({ outcome }) => outcome)), new Set(['same']));
});

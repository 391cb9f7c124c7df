import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { pence } from '#kernel/money.ts';
import { aListing } from '#offer/directory/examples.ts';
import { type Kind, kinds, type Listing, prepareListing, saveListing } from '#offer/directory/index.ts';
import { refreshSessions, usedActivities } from '#offer/sessions/index.ts';
import type { Database } from '#platform/database/index.ts';
import { testAuthority, testDatabase } from '../../../test/database.ts';
import { testSite } from '../../../test/site.ts';
import { testNow } from '../../../test/visit.ts';
import { feedItems } from './examples.ts';

const authorityId = testAuthority.id;
const authority = {
  ...testAuthority,
  folder: path.join(import.meta.dirname, '../../../authorities/medway'),
};
const allYear = { season: 'all-year', from: null, until: null } as const;
const time = (text: string) => Temporal.PlainTime.from(text);
const date = (text: string) => Temporal.PlainDate.from(text);
const place = (name: string) => ({
  kind: 'at' as const,
  name,
  locality: 'Rainham',
  postcode: 'ME8 7AA',
  isOutsideAuthority: false,
});

/** Listings that show every part that an item may have. */
const told: readonly Listing[] = [
  aListing({ slug: 'swim', runs: allYear, access: { hoist: 'meets', bsl: 'meets', epilepsy: 'ask' } }),
  aListing({
    slug: 'climb',
    title: 'Climbing club',
    kinds: ['sport'],
    runs: allYear,
    cost: { kind: 'free', note: null },
  }),
  aListing({
    slug: 'drama',
    title: 'Drama for all',
    kinds: ['arts'],
    needs: [],
    runs: { season: 'term-time', from: date('2026-09-12'), until: date('2027-07-01') },
    cost: { kind: 'amount', pence: pence(750), per: 'hour', note: 'A carer comes in free.' },
  }),
  aListing({
    slug: 'camp',
    title: 'Camp',
    kinds: ['holiday-scheme'],
    when: { times: ['school-holidays'], days: [], from: null, until: null, note: null },
    dates: [{ on: date('2026-12-21'), from: time('10:00'), until: time('15:30'), places: 12 }],
    cost: { kind: 'amount', pence: pence(1234), per: 'day', note: null },
  }),
  aListing({
    slug: 'two-places',
    title: 'Football',
    runs: allYear,
    otherPlaces: [{ place: place('A hall'), when: { ...aListing().when, days: ['sun'] } }],
  }),
];

/** Listings that must never leave: a night and care at home in every guise, and those that nobody could just join. */
const kept: readonly Listing[] = [
  ...(['overnight', 'home-care', 'enabler', 'grant'] as const).flatMap((kind, index) => [
    aListing({ slug: `only-${kind}`, kinds: [kind], runs: allYear }),
    aListing({
      slug: `among-${kind}`,
      kinds: ['swimming', 'sport', kind],
      runs: allYear,
      title: `Swim ${index}`,
    }),
  ]),
  aListing({ slug: 'night-time', runs: allYear, when: { ...aListing().when, times: ['overnight'] } }),
  aListing({
    slug: 'past-midnight',
    runs: allYear,
    when: { ...aListing().when, from: time('18:00'), until: time('10:00') },
  }),
  aListing({
    slug: 'night-elsewhere',
    runs: allYear,
    otherPlaces: [{ place: place('A house'), when: { ...aListing().when, times: ['overnight'] } }],
  }),
  aListing({
    slug: 'night-dated',
    runs: allYear,
    dates: [{ on: date('2026-12-21'), from: time('17:00'), until: time('09:00'), places: 3 }],
  }),
  aListing({ slug: 'at-home', runs: allYear, place: { kind: 'area', area: 'In your home' } }),
  aListing({
    slug: 'referred',
    runs: allYear,
    join: { how: 'referral', referredBy: 'A social worker', note: null },
  }),
  aListing({ slug: 'neighbours', runs: allYear, neighbour: 'Kent' }),
  aListing({ slug: 'made-up', runs: allYear, demonstrationFields: ['when'] }),
  aListing({ slug: 'no-price', runs: allYear, cost: { kind: 'ask', note: 'Ask the club.' } }),
  aListing({ slug: 'no-activity', title: 'Films', kinds: ['family-fun'], runs: allYear }),
];

let database: Database;
let app: FastifyInstance;
let address: string;

before(async () => {
  database = await testDatabase();
  await database.owner
    .insertInto('postcodes')
    .values({ postcode: 'ME7 1HF', latitude: 51.388123, longitude: 0.546456, district_code: 'E06000035' })
    .execute();
  await database.transaction({ authorityId, standing: 'system' }, async (transaction) => {
    for (const listing of [...told, ...kept])
      await saveListing(transaction, {
        authorityId,
        at: testNow,
        toSave: await prepareListing(transaction, listing),
      });
    await refreshSessions(transaction, { authority, today: date('2026-11-24'), now: testNow });
    // One place is taken, one session is called off, and one series is gone.
    await transaction
      .updateTable('listing_sessions')
      .set({ places_left: 3, modified_at: testNow })
      .where('listing_slug', '=', 'camp')
      .execute();
    await saveListing(transaction, {
      authorityId,
      at: testNow,
      toSave: await prepareListing(transaction, {
        ...(told[1] ?? aListing()),
        paused: 'The wall is being mended.',
        pausedUntil: date('2026-11-30'),
      }),
    });
    await refreshSessions(transaction, { authority, today: date('2026-11-24'), now: testNow });
  });
  app = await testSite({ database, authorities: [authority] });
  address = await app.listen({ port: 0, host: '127.0.0.1' });
});
after(async () => {
  // The validator keeps its connections open, which a server that closes would wait for.
  app.server.closeAllConnections();
  await app.close();
  await database.close();
});

test('every kind of listing has its sessions, but only those that may are open data', async () => {
  const items = await feedItems(app, 'session-series');
  const slugs = [...items.values()].map((data) => String(data.url).split('/find/')[1]);
  assert.deepEqual(slugs.sort(), ['camp', 'climb', 'drama', 'swim', 'two-places', 'two-places']);
  const sessions = await feedItems(app, 'scheduled-sessions');
  const told = new Set([...sessions.values()].map((data) => String(data.url).split('/find/')[1]));
  assert.deepEqual([...told].sort(), ['camp', 'climb', 'drama', 'swim', 'two-places']);
  // They do have sessions, so that it is the rule that keeps them.
  const { count } = await database.owner
    .selectFrom('listing_sessions')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('listing_slug', 'in', ['only-overnight', 'among-home-care', 'past-midnight', 'night-dated'])
    .executeTakeFirstOrThrow();
  assert.ok(count > 20);
});

test('nothing of any kind of a night or of care at home leaves, whatever else the listing is', async () => {
  const all: readonly Kind[] = Object.keys(kinds) as Kind[];
  const { mayLeave } = await import('#offer/sessions/index.ts');
  for (const kind of all)
    for (const never of ['overnight', 'home-care', 'enabler', 'grant'] as const)
      assert.equal(mayLeave(aListing({ kinds: [kind, never], runs: allYear }), 0), false);
});

test('even a mark set wrongly lets no night out', async () => {
  await database.owner.transaction().execute(async (transaction) => {
    await transaction
      .updateTable('listing_sessions')
      .set({ is_open: true })
      .where('listing_slug', 'in', ['only-overnight', 'only-home-care'])
      .execute();
  });
  const answer = await app.inject({ url: '/openactive/feeds/scheduled-sessions' });
  const { items } = answer.json<{ items: { state: string; data?: { url: string } }[] }>();
  assert.ok(items.some(({ state }) => state === 'deleted'));
  assert.ok(items.every(({ data }) => data === undefined || !data.url.includes('only-')));
});

test('a series and a session say what decides, and nobody’s telephone or address', async () => {
  const series = [...(await feedItems(app, 'session-series')).values()].find(
    (one) => one.name === 'Drama for all',
  );
  assert.ok(series);
  assert.deepEqual(series.offers, [
    {
      '@type': 'Offer',
      name: 'One session for one child',
      price: 7.5,
      priceCurrency: 'GBP',
      description: 'A carer comes in free.',
    },
  ]);
  assert.equal(series.schedulingNote, 'Term time only');
  assert.doesNotMatch(JSON.stringify(series), /01632|otters\.example/);
  const sessions = [...(await feedItems(app, 'scheduled-sessions')).values()];
  const camp = sessions.find((one) => String(one.url).endsWith('/camp'));
  assert.ok(camp);
  assert.equal(camp.startDate, '2026-12-21T10:00:00+00:00');
  assert.equal(camp.endDate, '2026-12-21T15:30:00+00:00');
  assert.deepEqual([camp.maximumAttendeeCapacity, camp.remainingAttendeeCapacity], [12, 3]);
  const cancelled = sessions.filter((one) => one.eventStatus === 'https://schema.org/EventCancelled');
  assert.deepEqual(
    cancelled.map((one) => one.startDate),
    ['2026-11-28T10:00:00+00:00'],
  );
  assert.equal('remainingAttendeeCapacity' in (cancelled[0] ?? {}), false);
});

test('what is asked of a feed wrongly is refused, and how long a page may be kept is said', async () => {
  for (const wrong of [
    'afterChangeNumber=-1',
    'afterChangeNumber=1.5',
    'afterChangeNumber=99999999999999999',
    'limit=0',
    'limit=501',
    'limit=x',
  ])
    assert.equal(
      (await app.inject({ url: `/openactive/feeds/session-series?${wrong}` })).statusCode,
      400,
      wrong,
    );
  const first = await app.inject({ url: '/openactive/feeds/session-series?limit=2' });
  assert.equal(first.headers['cache-control'], 'public, max-age=3600');
  assert.equal(first.headers['access-control-allow-origin'], '*');
  assert.match(
    String(first.headers['content-type']),
    /^application\/vnd\.openactive\.rpde\+json; ?version=1/,
  );
  const page = first.json<{ next: string; items: { modified: number }[] }>();
  assert.equal(page.items.length, 2);
  assert.match(page.next, new RegExp(`\\?afterChangeNumber=${page.items[1]?.modified}&limit=2$`));
  const last = await app.inject({ url: '/openactive/feeds/session-series?afterChangeNumber=999999999' });
  assert.equal(last.headers['cache-control'], 'public, max-age=8');
  assert.deepEqual(last.json<{ items: unknown[] }>().items, []);
});

/** What is required of an item where the official validator's lists are not at hand. */
const required = {
  'session-series': [
    '@context',
    '@type',
    '@id',
    'url',
    'name',
    'location',
    'activity',
    'organizer',
    'offers',
    'eventSchedule',
  ],
  'scheduled-sessions': ['@context', '@type', '@id', 'startDate', 'endDate', 'superEvent', 'eventStatus'],
} as const;

test('each item has what the model requires, and its series is in the feed of series', async () => {
  const series = await feedItems(app, 'session-series');
  const sessions = await feedItems(app, 'scheduled-sessions');
  for (const data of series.values())
    for (const name of required['session-series']) assert.ok(name in data, name);
  const addresses = new Set([...series.values()].map((data) => data['@id']));
  for (const data of sessions.values()) {
    for (const name of required['scheduled-sessions']) assert.ok(name in data, name);
    assert.ok(addresses.has(data.superEvent));
  }
});

const lists = path.join(import.meta.dirname, '../../../../shared/data/openactive');
const without = existsSync(lists)
  ? false
  : `the lists of OpenActive are not in ${path.basename(path.dirname(lists))}/openactive`;

test('the activities are those of the list, by identifier and label', { skip: without }, () => {
  const list: unknown = JSON.parse(readFileSync(path.join(lists, 'activity-list.jsonld'), 'utf8'));
  assert.ok(typeof list === 'object' && list !== null && 'concept' in list && Array.isArray(list.concept));
  const labels = new Map(
    list.concept.map((one: { id: string; prefLabel: string }) => [one.id, one.prefLabel]),
  );
  for (const { id, label } of usedActivities) assert.equal(labels.get(id), label);
});

type Finding = { readonly severity: string; readonly message: string; readonly path: string };
const require = createRequire(import.meta.url);

/** Fills the validator's cache, so that it asks no network for the lists. */
function filledCache(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'daybreak-openactive-'));
  const files = {
    'https://openactive.io/activity-list': 'activity-list.jsonld',
    'https://openactive.io/accessibility-support': 'accessibility-support.jsonld',
    'https://openactive.io/facility-types': 'facility-types.jsonld',
    'https://openactive.io/ns-beta': 'beta.jsonld',
  };
  for (const [url, file] of Object.entries(files)) {
    const data: unknown = JSON.parse(readFileSync(path.join(lists, file), 'utf8'));
    const name = `${createHash('sha256').update(url).digest('hex')}.json`;
    const fetchTime = Temporal.Now.instant().epochMilliseconds;
    writeFileSync(
      path.join(folder, name),
      JSON.stringify({
        errorCode: 'error_none',
        data,
        statusCode: 200,
        url,
        exception: null,
        contentType: 'application/ld+json',
        fetchTime,
      }),
    );
  }
  return folder;
}

test('the official validator of the data model finds no failure in any item, nor in the dataset', {
  skip: without,
}, async () => {
  const {
    validate,
  }: {
    validate: (data: object, options: object) => Promise<Finding[]>;
  } = require('@openactive/data-model-validator');
  const remoteJsonCachePath = filledCache();
  const options = { loadRemoteJson: true, remoteJsonCachePath, remoteJsonCacheTimeToLive: 86_400 };
  const failures: string[] = [];
  let checked = 0;
  const check = async (data: object) => {
    checked++;
    for (const { severity, message, path: at } of await validate(data, options))
      if (severity === 'failure') failures.push(`${at}: ${message}`);
  };
  for (const feed of ['session-series', 'scheduled-sessions'] as const) {
    for (const data of (await feedItems(app, feed)).values()) await check(data);
    await check((await app.inject({ url: `/openactive/feeds/${feed}` })).json());
  }
  const page = (await app.inject({ url: '/openactive' })).body;
  const linked = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1];
  assert.ok(linked);
  await check(JSON.parse(linked));
  assert.deepEqual([...new Set(failures)], []);
  assert.ok(checked > 40);
  // The validator does find what is wrong: an activity that the list does not have.
  const [one] = (await feedItems(app, 'session-series')).values();
  const wrong = {
    ...one,
    activity: [
      {
        '@type': 'Concept',
        '@id': 'https://openactive.io/activity-list#no',
        prefLabel: 'Napping',
        inScheme: 'https://openactive.io/activity-list',
      },
    ],
  };
  const found = await validate(wrong, options);
  assert.ok(found.some(({ severity }) => severity === 'failure'));
  rmSync(remoteJsonCachePath, { recursive: true });
});

test('the official validator of feeds finds no failure in either, walking them by pages', async () => {
  type Log = { readonly pages: readonly { readonly errors: readonly Finding[] }[] };
  const {
    RpdeValidator,
  }: {
    RpdeValidator: (url: string, options: object) => Promise<Log>;
  } = require('@openactive/rpde-validator');
  for (const feed of ['session-series', 'scheduled-sessions']) {
    const log = await RpdeValidator(`${address}/openactive/feeds/${feed}?limit=4`, { pageLimit: 200 });
    const errors = log.pages.flatMap((one) => one.errors);
    assert.ok(log.pages.length > 2, String(log.pages.length));
    assert.deepEqual(
      errors.filter(({ severity }) => severity === 'failure').map(({ message }) => message),
      [],
    );
  }
});

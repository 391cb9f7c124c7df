import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { settableClock } from '#kernel/clock.ts';
import {
  directorySnapshot,
  type Listing,
  liveListing,
  openListing,
  searchOffer,
} from '#offer/directory/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import { loadAuthorities, syncAuthorities } from '#platform/authorities/index.ts';
import type { Database } from '#platform/database/index.ts';
import type { MessageToSend } from '#platform/web/visit.ts';
import { onlyCouncils } from '../../../test/authorities.ts';
import { testDatabase } from '../../../test/database.ts';
import { siteVisitor, testSite } from '../../../test/site.ts';
import { testPerson } from '../../../test/visit.ts';
import { prepareListing } from '../directory/actions/prepare-listing.ts';
import { aListing } from '../directory/examples.ts';
import { saveListing } from '../directory/store/save-listing.ts';
import { addProviderPerson } from '../listing-desk/store/provider-people.ts';
import { keepFreshness, remindOfListings } from './index.ts';

const first = Temporal.Instant.from('2026-10-01T09:00:00Z');
const clock = settableClock(first);
const sent: MessageToSend[] = [];
let database: Database;
let site: FastifyInstance;
let authority: Authority;

const parts = () => ({
  database,
  clock,
  authorities: [authority],
  queueMessage: async (_transaction: unknown, _authority: string, message: MessageToSend) =>
    void sent.push(message),
  originOf: () => 'https://breaks.example.org',
});

const within = <T>(act: (transaction: Parameters<typeof openListing>[0]) => Promise<T>) =>
  database.transaction({ authorityId: authority.id, standing: 'system' }, act);

async function publish(listing: Listing): Promise<void> {
  await within(async (transaction) => {
    const toSave = await prepareListing(transaction, listing);
    await saveListing(transaction, { authorityId: authority.id, at: clock.now(), toSave });
  });
}

/** Moves the clock so many calendar months and days after the first check. */
function monthsAfter(months: number, days = 0): void {
  const day = first.toZonedDateTimeISO('Europe/London').add({ months, days });
  clock.moveTo(day.toInstant());
}

before(async () => {
  database = await testDatabase();
  const [medway] = loadAuthorities(onlyCouncils('medway'));
  assert.ok(medway);
  authority = medway;
  await syncAuthorities(database, [authority]);
  site = await testSite({ database, clock, authorities: [authority] });
});
after(async () => {
  await site.close();
  await database.close();
});

test('a provider is reminded at three, five and six months, each once, and answers by one button', async () => {
  await publish(aListing({ checkedOn: Temporal.PlainDate.from('2026-10-01') }));
  monthsAfter(2, 29);
  assert.equal(await remindOfListings(parts()), 0);
  monthsAfter(3);
  assert.equal(await remindOfListings(parts()), 1);
  assert.equal(await remindOfListings(parts()), 0);
  monthsAfter(5);
  assert.equal(await remindOfListings(parts()), 1);
  monthsAfter(6);
  assert.equal(await remindOfListings(parts()), 1);
  monthsAfter(7);
  assert.equal(await remindOfListings(parts()), 0);
  assert.deepEqual(
    sent.map(({ to }) => to),
    ['hello@otters.example.org', 'hello@otters.example.org', 'hello@otters.example.org'],
  );
  assert.match(sent[0]?.text ?? '', /stop seeing it on 2 October 2027/);

  const path = /\/still-right\/[\w-]+/.exec(sent[0]?.text ?? '')?.[0] ?? 'no link';
  const stale = await siteVisitor(site).get('/find/saturday-swim');
  assert.match(stale.body, /may have changed/);
  const opened = await siteVisitor(site).get(path);
  assert.match(opened.body, /Is this still right\?/);
  assert.match(
    (await siteVisitor(site).get('/find/saturday-swim')).body,
    /may have changed/,
    'a GET says nothing',
  );
  const pressed = await siteVisitor(site).send(path, { on: path });
  assert.equal(pressed.location, path);
  assert.match((await siteVisitor(site).get(path)).body, /Thank you/);
  const now = await within((transaction) =>
    openListing(transaction, { authorityId: authority.id, slug: 'saturday-swim' }),
  );
  assert.equal(now?.listing.checkedOn.toString(), '2027-05-01');
  assert.equal(now?.listing.checkedBy, 'the provider');
  assert.equal(await remindOfListings(parts()), 0);
});

test('after twelve months nobody sees it, and after a long pause one reminder goes and not three', async () => {
  sent.length = 0;
  clock.moveTo(first);
  await publish(
    aListing({ slug: 'quiet-art', title: 'Quiet art', checkedOn: Temporal.PlainDate.from('2026-10-01') }),
  );
  monthsAfter(8);
  await remindOfListings(parts());
  assert.equal(sent.filter(({ subject }) => subject.includes('Quiet art')).length, 1);
  monthsAfter(12);
  assert.match((await siteVisitor(site).get('/find?q=quiet+art')).body, /1 short break/);
  monthsAfter(12, 1);
  const sentBefore = sent.length;
  await remindOfListings(parts());
  assert.equal(sent.slice(sentBefore).filter(({ subject }) => subject.includes('Quiet art')).length, 0);
  assert.doesNotMatch((await siteVisitor(site).get('/find?q=quiet+art')).body, /href="\/find\/quiet-art/);
  const byAddress = await siteVisitor(site).get('/find/quiet-art');
  assert.match(byAddress.body, /We do not show this in our searches any more/);
  const shares = await siteVisitor(site).get('/how-fresh');
  assert.match(
    shares.body,
    /100%<\/strong> of what the directory shows was checked in the last 6 months \(1 of 1\)/,
  );
});

test('where somebody writes for the provider, they are asked and not the address on the page', async () => {
  sent.length = 0;
  clock.moveTo(first);
  await publish(
    aListing({
      slug: 'ours',
      title: 'Ours',
      provider: 'Own Club',
      checkedOn: Temporal.PlainDate.from('2026-10-01'),
    }),
  );
  const olu = await testPerson({ database, authority, kind: 'provider', email: 'olu@own-club.example.org' });
  await within((transaction) =>
    addProviderPerson(transaction, {
      authorityId: authority.id,
      providerSlug: 'own-club',
      personId: olu.id,
      by: null,
      at: first,
    }),
  );
  monthsAfter(3);
  await remindOfListings(parts());
  const asked = sent.filter(({ subject }) => subject.includes('Ours')).map(({ to }) => to);
  assert.deepEqual(asked, ['olu@own-club.example.org']);
});

test('what names nobody to write to is noted for staff, and a wrong link says what to do', async () => {
  sent.length = 0;
  clock.moveTo(first);
  await publish(
    aListing({
      slug: 'no-address',
      title: 'No address',
      contact: { phone: null, email: null, url: null },
      checkedOn: Temporal.PlainDate.from('2026-10-01'),
    }),
  );
  monthsAfter(4);
  await remindOfListings(parts());
  assert.equal(sent.filter(({ subject }) => subject.includes('No address')).length, 0);
  const row = await database.owner
    .selectFrom('listing_reminders')
    .select(['step', 'sent_to'])
    .where('listing_slug', '=', 'no-address')
    .executeTakeFirstOrThrow();
  assert.deepEqual({ ...row }, { step: 1, sent_to: null });
  const unknown = await siteVisitor(site).get('/still-right/nothing-of-the-kind');
  assert.equal(unknown.status, 404);
  assert.match(unknown.body, /Copy the whole of it/);
});

test('a council with other months: memory, database and page go by its own file', async () => {
  clock.moveTo(first);
  const councils = onlyCouncils('medway');
  const folder = path.join(councils, 'medway');
  unlinkSync(folder);
  mkdirSync(folder);
  for (const name of readdirSync(authority.folder))
    symlinkSync(path.join(authority.folder, name), path.join(folder, name), 'junction');
  writeFileSync(
    path.join(folder, 'freshness.yaml'),
    'freshness: [{from: 2026-04-01, remind-after: [1], stale-after: 2, hidden-after: 3, source: A test}]',
  );
  const quick = { ...authority, folder };
  const checkedOn = Temporal.PlainDate.from('2026-10-01');
  await publish(aListing({ slug: 'quick-club', title: 'Quick club', checkedOn }));
  const shown = async (today: Temporal.PlainDate) => {
    const of = { authorityId: authority.id, slug: 'quick-club' };
    const [live, snapshot, found] = await within(async (transaction) => [
      await liveListing(transaction, { ...of, today }),
      await directorySnapshot(transaction, authority.id, today),
      await searchOffer(transaction, {
        authorityId: authority.id,
        query: new URLSearchParams('q=quick club'),
        today,
        localities: [],
      }),
    ]);
    return [
      live !== null,
      snapshot.entries.some(({ slug }) => slug === of.slug),
      found.found.listings.some(({ listing }) => listing.slug === of.slug),
    ];
  };
  const [last, after] = ['2027-01-01', '2027-01-02'].map((text) => Temporal.PlainDate.from(text));
  assert.ok(last && after);
  try {
    assert.deepEqual(await shown(after), [true, true, true], 'twelve months without a file of its own');
    await within((transaction) => keepFreshness(transaction, { authority: quick, today: last }));
    assert.deepEqual(await shown(last), [true, true, true]);
    assert.deepEqual(await shown(after), [false, false, false]);

    const ofQuick = await testSite({ database, clock, authorities: [quick] });
    const pageOn = async (day: string) => {
      clock.moveTo(Temporal.PlainDate.from(day).toZonedDateTime('Europe/London').toInstant());
      return (await siteVisitor(ofQuick).get('/find/quick-club')).body;
    };
    assert.doesNotMatch(await pageOn('2026-12-01'), /may have changed/);
    assert.match(await pageOn('2026-12-02'), /may have changed/);
    await ofQuick.close();
  } finally {
    await within((transaction) => keepFreshness(transaction, { authority, today: last }));
    rmSync(councils, { recursive: true });
  }
});

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { dateInEngland } from '#kernel/clock.ts';
import { type Authority, loadAuthorities, syncAuthorities } from '#platform/authorities/index.ts';
import type { Database } from '#platform/database/index.ts';
import { testDatabase } from '../../../../test/database.ts';
import { aListing } from '../examples.ts';
import { listingBySlug, liveListings } from '../store/listing-by-slug.ts';
import { saveListing } from '../store/save-listing.ts';
import { prepareListing } from './prepare-listing.ts';
import { publishOffer } from './publish-offer.ts';

const at = Temporal.Instant.from('2026-10-05T09:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'daybreak-offer-'));
const file = join(folder, 'offer', 'clubs.yaml');

let database: Database;
let medway: Authority;

before(async () => {
  mkdirSync(join(folder, 'offer'));
  database = await testDatabase();
  const authorities = loadAuthorities(new URL('../../../../authorities', import.meta.url).pathname);
  await syncAuthorities(database, authorities);
  const found = authorities.find(({ slug }) => slug === 'medway');
  assert.ok(found);
  medway = found;
});
after(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const club = (id: string, title: string) => `
  - id: ${id}
    title: ${title}
    provider: A club
    tier: universal
    kinds: [play]
    summary: A place to play.
    description: With toys.
    ages: {from: 3, to: 9}
    needs: [autism]
    when: {times: [weekend]}
    cost: {free: true}
    accepts: []
    join: {how: turn-up}
    place: {area: Across Medway}
    contact: {}
    provenance: demonstration
    checked-on: 2026-10-01
`;

async function publish(written: string | null) {
  const authority = written === null ? medway : { ...medway, folder };
  if (written !== null) writeFileSync(file, `listings:${written}`);
  const scope = { authorityId: medway.id, standing: 'system' } as const;
  return database.transaction(scope, async (transaction) => {
    const { mistakes, ...counts } = await publishOffer(transaction, { authority, at });
    const titles = (await liveListings(transaction, medway.id, dateInEngland(at))).map(({ title }) => title);
    return { counts, mistakes, titles };
  });
}

test('what leaves the folder is withdrawn, what changes is changed, and the same again changes nothing', async () => {
  const first = await publish(club('one', 'First') + club('two', 'Second'));
  assert.deepEqual(first.counts, { added: 2, changed: 0, unchanged: 0, withdrawn: 0 });
  const again = await publish(club('one', 'First') + club('two', 'Second'));
  assert.deepEqual(again.counts, { added: 0, changed: 0, unchanged: 2, withdrawn: 0 });
  const changed = await publish(club('two', 'Second, at last'));
  assert.deepEqual(changed.counts, { added: 0, changed: 1, unchanged: 0, withdrawn: 1 });
  assert.deepEqual(changed.titles, ['Second, at last']);
  const gone = await database.transaction({ authorityId: medway.id, standing: 'public' }, (transaction) =>
    listingBySlug(transaction, { authorityId: medway.id, slug: 'one' }),
  );
  assert.equal(gone?.withdrawnAt?.toString(), at.toString());
  const back = await publish(club('one', 'First') + club('two', 'Second, at last'));
  assert.deepEqual(back.counts, { added: 0, changed: 1, unchanged: 1, withdrawn: 0 });
});

test('a mistake is given back, what is right is published, and nothing is withdrawn meanwhile', async () => {
  const broken = join(folder, 'offer', 'broken.yaml');
  writeFileSync(broken, `listings:${club('three', 'Third').replace('weekend', 'sometimes')}`);
  const { counts, mistakes, titles } = await publish(club('four', 'Fourth'));
  rmSync(broken);
  assert.deepEqual(
    mistakes.map(({ fileName, listing }) => [fileName, listing]),
    [['broken.yaml', 'three']],
  );
  assert.deepEqual(counts, { added: 1, changed: 0, unchanged: 0, withdrawn: 0 });
  assert.deepEqual(titles, ['First', 'Fourth', 'Second, at last']);
});

test('what is published is seen in its own authority only', async () => {
  const other = '01a20114-7eb4-7471-973b-00000000ffff';
  const seen = await database.transaction({ authorityId: other, standing: 'public' }, (transaction) =>
    liveListings(transaction, medway.id, dateInEngland(at)),
  );
  assert.deepEqual(seen, []);
});

test('publishing is in the audit trail once for each change', async () => {
  const { rows } = await database.transaction({ authorityId: medway.id, standing: 'system' }, (transaction) =>
    transaction
      .selectFrom('audit_records')
      .select('event')
      .where('event', '=', 'directory.published')
      .execute()
      .then((found) => ({ rows: found })),
  );
  assert.equal(rows.length, 4);
});

test('Medway’s offer is published without a mistake', async () => {
  const { counts, mistakes } = await publish(null);
  assert.deepEqual(mistakes, []);
  assert.ok(counts.added >= 20, `${counts.added} listings`);
});

test('a demonstration does not hide itself: in 2029 its checks are as far apart, and the newest is days old', async () => {
  const others = { ...medway, folder };
  writeFileSync(
    file,
    `listings:${club('old', 'Old').replace('2026-10-01', '2026-09-01')}${club('new', 'New')}`,
  );
  const later = Temporal.Instant.from('2029-06-20T09:00:00Z');
  const start = (authority: Authority, now: Temporal.Instant) =>
    database.transaction({ authorityId: medway.id, standing: 'system' }, async (transaction) => {
      const { mistakes: _, ...counts } = await publishOffer(transaction, { authority, at: now });
      const shown = await liveListings(transaction, medway.id, dateInEngland(now));
      return { counts, shown: shown.map(({ title, checkedOn }) => `${title} ${checkedOn}`) };
    });

  const first = await start(others, later);
  // 992 days after 1 October 2026 the check is 14 days or less behind after 140 weeks, on 7 June 2029.
  assert.deepEqual(first.shown, ['New 2029-06-07', 'Old 2029-05-08']);
  const again = await start(others, later.add({ hours: 8 }));
  assert.deepEqual(again.counts, { added: 0, changed: 0, unchanged: 2, withdrawn: 0 });

  // A council that is none: what nobody checked is hidden.
  const { demonstration: _, ...council } = others;
  assert.deepEqual((await start(council, later)).shown, []);
});

test('what people changed in a demonstration keeps the day on which they checked it', async () => {
  writeFileSync(file, `listings:${club('new', 'New')}${club('edited', 'Edited')}`);
  const now = Temporal.Instant.from('2029-06-20T09:00:00Z');
  const checkedOn = await database.transaction(
    { authorityId: medway.id, standing: 'system' },
    async (transaction) => {
      const listing = aListing({ slug: 'edited', checkedOn: Temporal.PlainDate.from('2026-12-24') });
      const toSave = await prepareListing(transaction, listing);
      await saveListing(transaction, { authorityId: medway.id, at: now, toSave, isEdited: true });
      await publishOffer(transaction, { authority: { ...medway, folder }, at: now });
      const edited = await listingBySlug(transaction, { authorityId: medway.id, slug: 'edited' });
      return edited?.listing.checkedOn.toString();
    },
  );
  assert.equal(checkedOn, '2026-12-24');
});

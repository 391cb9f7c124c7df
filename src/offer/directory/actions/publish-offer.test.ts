import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { dateInEngland } from '#kernel/clock.ts';
import { type Authority, loadAuthorities, syncAuthorities } from '#platform/authorities/index.ts';
import type { Database } from '#platform/database/index.ts';
import { testDatabase } from '../../../../test/database.ts';
import { listingBySlug, liveListings } from '../store/listing-by-slug.ts';
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

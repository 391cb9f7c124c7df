// What nobody needs any more is destroyed after seven days, and nothing else ever.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { settableClock } from '#kernel/clock.ts';
import { newId } from '#kernel/id.ts';
import type { Database } from '#platform/database/index.ts';
import { type FileStore, fileStore, newFileKey, readFileKey } from '#platform/files/index.ts';
import { otherAuthority, testAuthority, testDatabase } from '../../../test/database.ts';
import { testPerson } from '../../../test/visit.ts';
import { tidyUp } from './tidy-up.ts';

let database: Database;
let store: FileStore;
const folder = mkdtempSync(path.join(tmpdir(), 'tidying-'));
const now = Temporal.Now.instant().round('millisecond');
const clock = settableClock(now);
const authorityId = testAuthority.id;
const system = { authorityId, standing: 'system' } as const;

before(async () => {
  database = await testDatabase();
  const key = readFileKey(newFileKey());
  assert.ok(key.ok);
  store = fileStore({ folder, key: key.value });
});
after(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function aFile(of: { readonly recordedFor?: string } = {}): Promise<string> {
  const id = newId();
  await store.save(id, Buffer.from('a letter'));
  if (of.recordedFor === undefined) return id;
  const authority = of.recordedFor === authorityId ? testAuthority : otherAuthority;
  const person = await testPerson({ database, authority });
  await database.transaction({ authorityId: of.recordedFor, standing: 'system' }, (transaction) =>
    transaction
      .insertInto('files')
      .values({
        authority_id: authority.id,
        id,
        person_id: person.id,
        name: 'letter.pdf',
        media_type: 'application/pdf',
        bytes: 8,
        sha256: 'x',
        created_at: now,
      })
      .execute(),
  );
  return id;
}

const tidying = (unneeded: readonly string[] = []) =>
  tidyUp({ database, clock, store, authorityIds: [authorityId], unneeded: async () => unneeded });

test('a sealed file without any record goes after seven days, and one with a record stays, whoever’s it is', async () => {
  const orphan = await aFile();
  const own = await aFile({ recordedFor: authorityId });
  const others = await aFile({ recordedFor: otherAuthority.id });
  clock.moveTo(now.add({ hours: 7 * 24 - 1 }));
  assert.equal((await tidying()).files, 0, 'not before');
  clock.moveTo(now.add({ hours: 7 * 24 + 1 }));
  assert.equal((await tidying()).files, 1);
  assert.deepEqual((await store.all()).toSorted(), [own, others].toSorted());
  assert.ok(!(await store.all()).includes(orphan));
  assert.equal((await tidying()).files, 0, 'once is enough');
});

test('a recorded file that its capability needs no longer goes, and its record says when', async () => {
  const file = await aFile({ recordedFor: authorityId });
  clock.moveTo(now.add({ hours: 8 * 24 }));
  await tidying([file]);
  assert.ok(!(await store.all()).includes(file));
  const row = await database.transaction(system, (transaction) =>
    transaction.selectFrom('files').select('removed_at').where('id', '=', file).executeTakeFirst(),
  );
  assert.ok(row?.removed_at?.equals(clock.now()));
});

test('notes of forms go after seven days', async () => {
  const [old, fresh] = [newId(), newId()];
  clock.moveTo(now.add({ hours: 20 * 24 }));
  await database.transaction(system, (transaction) =>
    transaction
      .insertInto('form_posts')
      .values([
        { authority_id: authorityId, token: old, at: clock.now().subtract({ hours: 7 * 24 + 1 }) },
        { authority_id: authorityId, token: fresh, at: clock.now().subtract({ hours: 7 * 24 - 1 }) },
      ])
      .execute(),
  );
  assert.equal((await tidying()).formPosts, 1);
  const left = await database.transaction(system, (transaction) =>
    transaction.selectFrom('form_posts').select('token').execute(),
  );
  assert.deepEqual(
    left.map(({ token }) => token),
    [fresh],
  );
});

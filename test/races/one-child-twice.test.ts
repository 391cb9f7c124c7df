// Many merge the same two records, or load the same import, at the same moment, on a real server with a connection each.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { syncAuthorities } from '#platform/authorities/index.ts';
import { type Database, migrate, openServer, readMigrations } from '#platform/database/index.ts';
import type { Person } from '#platform/web/visit.ts';
import { aFamily, council, front } from '../../src/families/register/test/front.ts';
import { migrationFolders, routes } from '../../src/modules.ts';
import { freshDatabase, serverForTests } from '../postgres-server.ts';
import { testPerson } from '../visit.ts';

const server = await serverForTests();
const skip = 'unavailable' in server ? server.unavailable : false;
const many = 8;
let opened: { readonly database: Database; close(): Promise<void> } | undefined;

before(async () => {
  if ('unavailable' in server) return;
  const fresh = await freshDatabase({ server });
  const database = await openServer({ url: fresh.url, connections: many + 2 });
  await migrate(database, readMigrations(migrationFolders));
  await syncAuthorities(database, [council]);
  opened = {
    database,
    async close() {
      await database.close();
      await fresh.drop();
    },
  };
});
after(async () => {
  await opened?.close();
  if (!('unavailable' in server)) await server.stop();
});

function database(): Database {
  if (opened === undefined) throw new Error('the database did not open');
  return opened.database;
}

const managers = (): Promise<readonly Person[]> =>
  Promise.all(
    Array.from({ length: many }, (_, at) =>
      testPerson({ database: database(), roles: ['team-manager'], name: `Manager ${at}` }),
    ),
  );

test('of many who merge the same two records, this way round and that, one does', { skip }, async () => {
  const one = await aFamily(database(), { name: 'Mother One' });
  const other = await aFamily(database(), { name: 'Mother Other' });
  const pair = `/practitioners/duplicates/${one.childId}/${other.childId}/merge`;
  const people = await managers();
  const answers = await Promise.all(
    people.map((person, at) =>
      front(database(), person, undefined, routes).posts(pair, {
        stays: at % 2 === 0 ? one.childId : other.childId,
        mayBothSee: 'no',
        reason: 'One child',
      }),
    ),
  );
  assert.equal(answers.filter(({ kind }) => kind === 'redirect').length, 1);
  for (const { kind, wrong } of answers)
    if (kind !== 'redirect')
      assert.deepEqual(wrong, ['Somebody settled these two meanwhile. Look at the list again']);
  const children = await database().owner.selectFrom('children').select('merged_into').execute();
  assert.equal(children.filter(({ merged_into }) => merged_into !== null).length, 1, 'no ring');
  const merges = await database().owner.selectFrom('child_merges').selectAll().execute();
  assert.equal(merges.length, 1);
});

test('of many who load the same import one does, and every row is loaded once', { skip }, async () => {
  const people = await managers();
  const [first] = people;
  assert.ok(first);
  const file =
    'Number,First name,Last name,Date of birth,Postcode\n1,Unna,Quist,04/03/2017,ME4 4TR\n2,Bram,Yilmaz,05/06/2012,ME7 1AB\n';
  const upload = { field: 'file', name: 'r.csv', bytes: new TextEncoder().encode(file), tooBig: false };
  const sent = await front(database(), first, undefined, routes).posts('/practitioners/register/import', {}, [
    upload,
  ]);
  assert.equal(sent.kind, 'redirect', sent.wrong.join());
  const page = await front(database(), first, undefined, routes).opens(sent.to);
  const seen = /name="seen" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
  const answers = await Promise.all(
    people.map((person) =>
      front(database(), person, undefined, routes).posts(sent.to, { what: 'accept', seen }),
    ),
  );
  assert.equal(answers.filter(({ kind }) => kind === 'redirect').length, 1);
  for (const { kind, wrong } of answers)
    if (kind !== 'redirect') assert.match(wrong[0] ?? '', /was loaded already/);
  const loaded = await database().owner.selectFrom('imported_children').selectAll().execute();
  const children = await database()
    .owner.selectFrom('children')
    .select('id')
    .where('family_name', 'in', ['Quist', 'Yilmaz'])
    .execute();
  assert.deepEqual([loaded.length, children.length], [2, 2]);
});

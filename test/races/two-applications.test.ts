// Two tabs send at once, on a real server with a connection each: one child, one household, one application.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { syncAuthorities } from '#platform/authorities/index.ts';
import { type Database, migrate, openServer, readMigrations } from '#platform/database/index.ts';
import { filledSteps } from '../../src/families/applications/examples.ts';
import { Applicant, council, heldOf } from '../../src/families/applications/test/applying.ts';
import { migrationFolders } from '../../src/modules.ts';
import { freshDatabase, serverForTests } from '../postgres-server.ts';
import { testNow, testPerson } from '../visit.ts';

const server = await serverForTests();
const skip = 'unavailable' in server ? server.unavailable : false;
const tabs = 6;
let opened: { readonly database: Database; close(): Promise<void> } | undefined;

before(async () => {
  if ('unavailable' in server) return;
  const fresh = await freshDatabase({ server });
  const database = await openServer({ url: fresh.url, connections: tabs + 2 });
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

test('the first form of a family, sent from many tabs at once, makes one household and one child', {
  skip,
}, async () => {
  for (let round = 0; round < 5; round++) {
    const person = await testPerson({ database: database() });
    const family = new Applicant({ database: database(), person });
    const drafts: string[] = [];
    for (let tab = 0; tab < tabs; tab++) drafts.push(await family.starts());
    for (const draft of drafts) await family.fills(draft);
    const answers = await Promise.all(drafts.map((draft) => family.sends(draft)));
    const held = await heldOf(database(), person);
    assert.deepEqual([held.households.length, held.children.length, held.carers.length], [1, 1, 1]);
    const sent = held.applications.filter(({ state }) => state === 'sent');
    assert.equal(sent.length, 1);
    const first = sent[0]?.id ?? '';
    assert.deepEqual(
      answers.map(({ to }) => to).sort(),
      [`/apply/${first}/sent`, ...Array(tabs - 1).fill(`/account/applications/${first}?already=yes`)].sort(),
    );
    assert.equal(answers.flatMap((one) => one.sent).length, 1, 'one message');
  }
});

test('one draft sent twice at once is sent once', { skip }, async () => {
  const person = await testPerson({ database: database() });
  const family = new Applicant({ database: database(), person });
  const draft = await family.starts();
  await family.fills(draft);
  const answers = await Promise.all(Array.from({ length: tabs }, () => family.sends(draft)));
  assert.deepEqual(
    answers.map(({ to }) => to),
    Array(tabs).fill(`${draft}/sent`),
  );
  assert.equal(answers.flatMap((one) => one.sent).length, 1);
  assert.equal((await heldOf(database(), person)).evidence.length, 1);
});

test('two parents with an account each, who send for a new child at once, send one application', {
  skip,
}, async () => {
  const first = new Applicant({ database: database(), person: await testPerson({ database: database() }) });
  const other = new Applicant({ database: database(), person: await testPerson({ database: database() }) });
  await first.applies({ child: { ...filledSteps().child, givenName: 'Aisha' } });
  const [household] = (await heldOf(database(), first.person)).households;
  const joined = {
    authority_id: council.id,
    household_id: household?.id ?? '',
    person_id: other.person.id,
    since: testNow,
  };
  await database().transaction({ authorityId: council.id, standing: 'system' }, (transaction) =>
    transaction.insertInto('household_accounts').values(joined).execute(),
  );
  for (const givenName of ['Bilal', 'Cyra', 'Dina']) {
    const child = { which: 'new', ...filledSteps().child, givenName };
    const drafts = [await first.starts(), await other.starts()] as const;
    await first.fills(drafts[0], { child });
    await other.fills(drafts[1], { child });
    const answers = await Promise.all([first.sends(drafts[0]), other.sends(drafts[1])]);
    const ends = answers.map(({ to }) => to.replace(/.*(?=\/sent$|\?already=yes$)/, '')).sort();
    assert.deepEqual(ends, ['/sent', '?already=yes']);
    assert.equal(answers.flatMap((one) => one.sent).length, 1);
  }
  const { children } = await heldOf(database(), first.person);
  assert.deepEqual(children.map((child) => child.given_name).sort(), ['Aisha', 'Bilal', 'Cyra', 'Dina']);
});

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { settableClock } from '#kernel/clock.ts';
import { testDatabase } from '../../../test/database.ts';
import { hiddenFields, type SiteVisitor, siteVisitor, testSite } from '../../../test/site.ts';
import { beginsSession, messagesKept, thingRoutes } from '../../../test/things.ts';
import { testNow, testPerson } from '../../../test/visit.ts';
import type { Database } from '../database/index.ts';

// What somebody wrote while their session ended is theirs, and is there when they are back.

let database: Database;
let app: FastifyInstance;
let visitor: SiteVisitor;
let personId = '';
const clock = settableClock(testNow);
before(async () => {
  database = await testDatabase();
  app = await testSite({ database, routes: thingRoutes, clock });
});
after(async () => {
  await app.close();
  await database.close();
});
beforeEach(async () => {
  clock.moveTo(testNow);
  await sql`delete from messages`.execute(database.owner);
  await sql`delete from kept_forms`.execute(database.owner);
  visitor = siteVisitor(app);
  ({ id: personId } = await testPerson({ database }));
  await beginsSession(visitor, { database, personId, now: clock.now() });
});

const formOn = async () => hiddenFields((await visitor.get('/things')).body, '/things');

const typed = 'What I wrote <late at night>';
const endings = {
  'by itself': async () => clock.moveTo(testNow.add({ hours: 25 })),
  'from elsewhere': async () => {
    await sql`update sessions set revoked_at = ${testNow} where person_id = ${personId}`.execute(
      database.owner,
    );
  },
};

async function sendLate(ending: keyof typeof endings) {
  const fields = await formOn();
  await endings[ending]();
  const answer = await visitor.post('/things', { ...fields, name: typed });
  assert.deepEqual([answer.status, answer.location], [303, '/sign-in?then=%2Fthings']);
  assert.deepEqual(await messagesKept(database), []);
}

async function signsInAgain(): Promise<void> {
  await beginsSession(visitor, { database, personId, now: clock.now() });
}

for (const ending of ['by itself', 'from elsewhere'] as const) {
  test(`${ending}, what was typed is kept, shown to the same person who signs in, and forgotten once it is sent`, async () => {
    await sendLate(ending);
    assert.doesNotMatch((await visitor.get('/open')).body, /late at night/);
    await signsInAgain();
    const shown = await visitor.get('/things');
    assert.match(shown.body, /We kept what you typed/);
    assert.match(shown.body, /value="What I wrote &lt;late at night&gt;"/);
    assert.equal(
      (await visitor.post('/things', { ...hiddenFields(shown.body, '/things'), name: 'Sent' })).status,
      303,
    );
    assert.ok(!visitor.cookies.has('daybreak_kept'));
    assert.doesNotMatch((await visitor.get('/things')).body, /late at night/);
    const { rows } = await sql`select 1 from kept_forms`.execute(database.owner);
    assert.equal(rows.length, 0);
  });
}

test('what was typed is never shown to another person who signs in at the same browser', async () => {
  await sendLate('by itself');
  const another = await testPerson({ database, name: 'Another Parent' });
  await beginsSession(visitor, { database, personId: another.id, now: clock.now() });
  const shown = await visitor.get('/things');
  assert.equal(shown.status, 200);
  assert.doesNotMatch(shown.body, /late at night|We kept/);
  await signsInAgain();
  assert.match((await visitor.get('/things')).body, /late at night/);
});

test('what was typed is shown on its own page only, for a day', async () => {
  await sendLate('by itself');
  await signsInAgain();
  assert.doesNotMatch((await visitor.get('/open')).body, /late at night/);
  clock.moveTo(clock.now().add({ hours: 23 }));
  assert.match((await visitor.get('/things')).body, /late at night/);
  clock.moveTo(clock.now().add({ hours: 2 }));
  await signsInAgain();
  assert.doesNotMatch((await visitor.get('/things')).body, /late at night/);
});

test('nothing is kept of who was not signed in here, or has signed out, or sends a form that is not their own', async () => {
  const fields = await formOn();
  const count = async () => (await sql`select 1 from kept_forms`.execute(database.owner)).rows.length;
  const before = await count();
  for (const session of ['', 'made-up']) {
    visitor.cookies.set('daybreak_session', session);
    const answer = await visitor.post('/things', { ...fields, name: typed });
    assert.deepEqual([answer.status, answer.location], [303, '/sign-in?then=%2Fthings']);
  }
  await signsInAgain();
  clock.moveTo(testNow.add({ hours: 30 }));
  const forged = await visitor.post('/things', { name: typed });
  assert.equal(forged.location, '/sign-in?then=%2Fthings');
  assert.equal(await count(), before);
  assert.ok(!visitor.cookies.has('daybreak_kept'));
});

test('the database holds what was typed sealed, and the cookie none of it', async () => {
  await sendLate('by itself');
  const { rows } = await sql<{
    sealed: Uint8Array;
    token_hash: string;
  }>`select sealed, token_hash from kept_forms`.execute(database.owner);
  const cookie = visitor.cookies.get('daybreak_kept') ?? '';
  assert.ok(rows.length > 0 && cookie.length > 40);
  for (const row of rows) {
    assert.ok(!Buffer.from(row.sealed).toString('latin1').includes('late'));
    assert.notEqual(row.token_hash, cookie);
  }
});

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { Database } from '#platform/database/index.ts';
import { councilSignIn } from '#platform/people/index.ts';
import { testDatabase } from '../database.ts';
import { type SiteVisitor, siteVisitor } from '../site.ts';
import { testNow } from '../visit.ts';
import { type Council, startCouncil } from './council.ts';
import {
  callback,
  clock,
  configOf,
  expectRefused,
  goThrough,
  people,
  siteWith,
  start,
  system,
} from './work-site.ts';

let database: Database;
let council: Council;
let app: FastifyInstance;
before(async () => {
  database = await testDatabase();
  council = await startCouncil([callback, 'http://testshire.localhost/practitioners/sign-in/callback']);
  app = await siteWith(council, { database });
  council.workers.set('priya', {
    name: 'Priya Shah',
    email: 'priya.shah@example.org',
    roles: ['short-breaks-officer', 'window-cleaner'],
  });
  council.workers.set('nobody', { name: 'No Role', email: 'no.role@example.org', roles: ['window-cleaner'] });
  council.workers.set('bare', { name: 'Bare', email: 'bare@example.org' });
});
after(async () => {
  await app.close();
  await council.stop();
  await database.close();
});
beforeEach(() => clock.moveTo(testNow));

const through = (visitor: SiteVisitor, as: string, from?: string) =>
  goThrough(visitor, { council, as, from });

async function rowsInAll(): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ name: string; rows: number }>`
    select table_name as name, (xpath('/row/c/text()', query_to_xml(
      format('select count(*) as c from %I', table_name), false, true, '')))[1]::text::int as rows
    from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
    order by table_name`.execute(database.owner);
  return new Map(rows.map((table) => [table.name, table.rows]));
}

test('a practitioner signs in with their council’s account and goes where they were going', async () => {
  const visitor = siteVisitor(app);
  const asked = await visitor.get('/practitioners/budget?year=2026');
  assert.equal(asked.location, '/practitioners/sign-in?then=%2Fpractitioners%2Fbudget%3Fyear%3D2026');
  const signIn = await visitor.get(asked.location);
  const link = /href="(\/practitioners\/sign-in\/start[^"]*)"/.exec(signIn.body)?.[1] ?? '';
  const back = await through(visitor, 'priya', link);
  const signedIn = await visitor.get(back);
  assert.deepEqual([signedIn.status, signedIn.location], [303, '/practitioners/budget?year=2026']);
  assert.match((await visitor.get('/practitioners')).body, /Priya Shah: short-breaks-officer</);
  assert.deepEqual(await people(database), [
    {
      name: 'Priya Shah',
      email: 'priya.shah@example.org',
      kind: 'practitioner',
      roles: ['short-breaks-officer'],
      issuer: council.issuer,
      subject: 'priya',
    },
  ]);
  const refused = await visitor.get('/practitioners/budget');
  assert.equal(refused.status, 403);
  assert.match(
    refused.body,
    /This is for a finance officer or commissioner\. You are signed in as Priya Shah, short breaks officer/,
  );
});

test('somebody known is found again by their subject, and name, address and roles are taken over', async () => {
  council.workers.set('helen', { name: 'Helen Marsh', email: 'helen@example.org', roles: ['commissioner'] });
  const first = siteVisitor(app);
  await first.get(await through(first, 'helen'));
  council.workers.set('helen', {
    name: 'Helen Marsh-Bell',
    email: 'hmb@example.org',
    roles: ['Panel Chair'],
  });
  const second = siteVisitor(app);
  await second.get(await through(second, 'helen'));
  const kept = (await people(database)).filter((person) => person.subject === 'helen');
  assert.equal(kept.length, 1);
  assert.deepEqual(
    [kept[0]?.name, kept[0]?.email, kept[0]?.roles],
    ['Helen Marsh-Bell', 'hmb@example.org', ['panel-chair']],
  );
});

test('an address that is handed on does not hand on the account', async () => {
  council.workers.set('old', { name: 'Old Hand', email: 'duty@example.org', roles: ['panel-chair'] });
  council.workers.set('new', { name: 'New Hand', email: 'duty@example.org', roles: ['social-worker'] });
  for (const who of ['old', 'new']) {
    const visitor = siteVisitor(app);
    assert.equal((await visitor.get(await through(visitor, who))).status, 303);
  }
  const both = (await people(database)).filter((person) => person.email === 'duty@example.org');
  assert.deepEqual(
    both.map((person) => person.subject),
    ['old', 'new'],
  );
});

test('leaving for the service writes nothing; the attempt is sealed in a cookie that no script reads', async () => {
  const before = await rowsInAll();
  assert.ok((before.get('people') ?? 0) > 0, 'rows are really counted');
  const visitor = siteVisitor(app);
  const left = await visitor.get(start);
  assert.deepEqual(await rowsInAll(), before);
  const url = new URL(left.location);
  assert.equal(url.origin, council.issuer);
  assert.equal(url.searchParams.get('code_challenge_method'), 'S256');
  const cookie = String(left.headers['set-cookie']);
  assert.match(cookie, /^daybreak_sign_in=/);
  for (const part of ['HttpOnly', 'SameSite=Lax', 'Max-Age=900']) assert.ok(cookie.includes(part), part);
  const value = Buffer.from(visitor.cookies.get('daybreak_sign_in') ?? '', 'base64url').toString('latin1');
  assert.ok(!value.includes(url.searchParams.get('state') ?? 'state'), 'the state cannot be read in it');
});

const notProved = /did not fit what we asked for, or was used already/;

test('a wrong state signs nobody in', async () => {
  const visitor = siteVisitor(app);
  const back = await through(visitor, 'priya');
  await expectRefused(visitor, {
    database,
    at: back.replace(/state=[^&]+/, 'state=made-up'),

    status: 400,
    words: notProved,
  });
});

test('the answer to one browser does not sign another one in', async () => {
  const victim = siteVisitor(app);
  const back = await through(siteVisitor(app), 'priya');
  await expectRefused(victim, {
    database,
    at: back,
    status: 400,
    words: /was begun too long ago, in another browser/,
  });
  await through(victim, 'priya');
  await expectRefused(victim, { database, at: back, status: 400, words: notProved });
});

test('a callback that is played again signs nobody in', async () => {
  const visitor = siteVisitor(app);
  const back = await through(visitor, 'priya');
  const attempt = visitor.cookies.get('daybreak_sign_in') ?? '';
  assert.equal((await visitor.get(back)).status, 303);
  assert.equal(visitor.cookies.has('daybreak_sign_in'), false, 'the attempt is forgotten once it is used');
  const again = siteVisitor(app);
  again.cookies.set('daybreak_sign_in', attempt);
  await expectRefused(again, { database, at: back, status: 400, words: notProved });
});

test('a wrong nonce, and a wrong verifier, prove nothing', async () => {
  const service = councilSignIn(configOf(council));
  const change = async (changed: object) => {
    const begun = await service.begin({ callback, returnTo: null });
    assert.ok(begun.ok);
    const url = await council.visit(begun.value.url.href, 'priya');
    const attempt = JSON.stringify({ ...JSON.parse(begun.value.attempt), ...changed });
    const finished = await service.finish({ url, attempt });
    return finished.ok ? 'signed in' : finished.code;
  };
  assert.equal(await change({ nonce: 'another' }), 'sign-in-not-proved');
  assert.equal(
    await change({ verifier: 'another-verifier-that-is-long-enough-to-be-one' }),
    'sign-in-not-proved',
  );
  assert.equal(await change({}), 'signed in');
});

test('nobody without a role comes in', async () => {
  for (const who of ['nobody', 'bare']) {
    const visitor = siteVisitor(app);
    const back = await through(visitor, who);
    await expectRefused(visitor, {
      database,
      at: back,
      status: 403,
      words: /your account has no role in this service/,
    });
  }
  const trail = await database.transaction(system, (transaction) =>
    transaction
      .selectFrom('audit_records')
      .select('details')
      .where('event', '=', 'practitioner.sign-in-refused')
      .execute(),
  );
  assert.ok(trail.some((one) => JSON.stringify(one.details) === '{"code":"no-role"}'));
});

test('who turns back at the service hears that nothing happened', async () => {
  const visitor = siteVisitor(app);
  const back = await through(visitor, 'turns-back');
  await expectRefused(visitor, {
    database,
    at: back,
    status: 400,
    words: /You turned back before you were signed in/,
  });
});

test('an attempt is good for fifteen minutes', async () => {
  const visitor = siteVisitor(app);
  const back = await through(visitor, 'priya');
  clock.moveTo(testNow.add({ minutes: 15 }));
  await expectRefused(visitor, { database, at: back, status: 400, words: /was begun too long ago/ });
});

test('a practitioner whose account here was closed does not come in', async () => {
  council.workers.set('gone', { name: 'Gone', email: 'gone@example.org', roles: ['panel-chair'] });
  const before = siteVisitor(app);
  await before.get(await through(before, 'gone'));
  await database.transaction(system, (transaction) =>
    transaction.updateTable('people').set({ disabled_at: testNow }).where('subject', '=', 'gone').execute(),
  );
  assert.equal((await before.get('/practitioners')).status, 303, 'an open session has ended, too');
  const visitor = siteVisitor(app);
  const back = await through(visitor, 'gone');
  await expectRefused(visitor, { database, at: back, status: 403, words: /was closed/ });
});

test('nobody is led out of the house by the way back', async () => {
  const visitor = siteVisitor(app);
  const back = await through(visitor, 'priya', `${start}?then=${encodeURIComponent('//evil.example')}`);
  assert.equal((await visitor.get(back)).location, '/practitioners');
});

test('signing out ends the session, not only the cookie', async () => {
  const visitor = siteVisitor(app);
  await visitor.get(await through(visitor, 'priya'));
  const token = visitor.cookies.get('daybreak_session') ?? '';
  const out = await visitor.send('/sign-out', { on: '/practitioners/sign-in' });
  assert.equal(out.location, '/signed-out?from=council');
  assert.equal(visitor.cookies.has('daybreak_session'), false);
  visitor.cookies.set('daybreak_session', token);
  assert.equal((await visitor.get('/practitioners')).status, 303);
  assert.match((await visitor.get(out.location)).body, /may still be signed in to your council account/);
});

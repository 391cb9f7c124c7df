import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { settableClock } from '#kernel/clock.ts';
import type { Database } from '#platform/database/index.ts';
import { hashOfToken } from '#platform/web/seal.ts';
import { otherAuthority, testAuthority, testDatabase } from '../../../test/database.ts';
import { type SiteVisitor, siteVisitor, testSite } from '../../../test/site.ts';
import { testNow, testPerson } from '../../../test/visit.ts';
import { routes } from './routes.ts';
import { beginSession, personOfSession } from './sessions.ts';

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1';

let database: Database;
let app: FastifyInstance;
const clock = settableClock(testNow);
before(async () => {
  database = await testDatabase();
  app = await testSite({ database, routes, clock, isDemonstration: true });
});
after(async () => {
  await app.close();
  await database.close();
});
beforeEach(() => clock.moveTo(testNow));

async function signedIn(persona: string, userAgent: string): Promise<SiteVisitor> {
  const visitor = siteVisitor(app, { headers: { 'user-agent': userAgent } });
  await visitor.send('/demonstration/sign-in', { on: '/sign-in', fields: { persona } });
  return visitor;
}

const isIn = async (visitor: SiteVisitor) => (await visitor.get('/account/sessions')).status === 200;

/** The value of the button that signs out of a device, out of the page of sessions. */
async function buttonOf(visitor: SiteVisitor, device: string): Promise<string> {
  const { body } = await visitor.get('/account/sessions');
  const card = body.split('<li class="daybreak-card">').find((part) => part.includes(device));
  return /value="([0-9a-f-]{36})" name="session"/.exec(card ?? '')?.[1] ?? '';
}

test('the list says where somebody is signed in, since when, and which is this one', async () => {
  const here = await signedIn('amira', firefox);
  clock.moveTo(testNow.add({ minutes: 5 }));
  await signedIn('amira', phone);
  await signedIn('joe', phone);
  const { body } = await here.get('/account/sessions');
  const cards = body.split('<li class="daybreak-card">').slice(1);
  assert.equal(cards.length, 2, 'Joe’s session is not Amira’s');
  assert.match(cards[0] ?? '', /Safari on an iPhone/);
  assert.match(cards[0] ?? '', /24 November 2026 at 10:05am/);
  assert.doesNotMatch(cards[0] ?? '', /This one/);
  assert.match(cards[1] ?? '', /Firefox on Windows .*This one/s);
  assert.match(cards[1] ?? '', /Ends by itself on 25 November 2026 at 10:00am/);
});

test('one session is ended, and the others go on', async () => {
  const here = await signedIn('grace', firefox);
  const there = await signedIn('grace', phone);
  const session = await buttonOf(here, 'iPhone');
  const answer = await here.send('/account/sessions', { on: '/account/sessions', fields: { session } });
  assert.equal(answer.location, '/account/sessions?ended=one');
  assert.deepEqual([await isIn(here), await isIn(there)], [true, false]);
});

test('all others are ended at once, and this one goes on', async () => {
  const others = [await signedIn('priya', phone), await signedIn('priya', phone)];
  const here = await signedIn('priya', firefox);
  const answer = await here.send('/account/sessions', {
    on: '/account/sessions',
    fields: { session: 'others' },
  });
  assert.match((await here.get(answer.location)).body, /You are now signed out everywhere else/);
  assert.deepEqual([await isIn(here), ...(await Promise.all(others.map(isIn)))], [true, false, false]);
});

test('to end this very session is to sign out', async () => {
  const here = await signedIn('helen', firefox);
  const session = await buttonOf(here, 'Firefox');
  const answer = await here.send('/account/sessions', { on: '/account/sessions', fields: { session } });
  assert.equal(answer.location, '/signed-out');
  assert.equal(here.cookies.has('daybreak_session'), false);
});

test('nobody ends somebody else’s session, or one that is none', async () => {
  const victim = await signedIn('daniel', phone);
  const session = await buttonOf(victim, 'iPhone');
  const attacker = await signedIn('ruth', firefox);
  await attacker.send('/account/sessions', { on: '/account/sessions', fields: { session } });
  assert.equal(await isIn(victim), true);
  for (const nonsense of ['', 'all', "' or 1=1"]) {
    const answer = await attacker.send('/account/sessions', {
      on: '/account/sessions',
      fields: { session: nonsense },
    });
    assert.equal(answer.status, 422, nonsense);
  }
});

test('signing out twice, or without being signed in, is no error', async () => {
  const here = await signedIn('joe', firefox);
  const again = siteVisitor(app);
  await again.get('/sign-in');
  const csrf = /name="_csrf" value="([^"]*)"/.exec((await again.get('/sign-in')).body)?.[1] ?? '';
  assert.equal((await again.post('/sign-out', { _csrf: csrf })).location, '/signed-out');
  assert.equal((await here.send('/sign-out', { on: '/sign-in' })).location, '/signed-out');
  assert.equal(await isIn(here), false);
});

test('a session ends by itself: a family’s after a day, a practitioner’s after ten hours', async () => {
  for (const [roles, hours] of [
    [undefined, 24],
    [['social-worker'], 10],
  ] as const) {
    const person = await testPerson({ database, ...(roles === undefined ? {} : { roles }) });
    const token = await database.transaction(
      { authorityId: testAuthority.id, standing: 'system' },
      (transaction) =>
        beginSession(transaction, {
          authorityId: testAuthority.id,
          personId: person.id,
          kind: person.kind,
          way: 'demonstration',
          device: 'Test',
          now: testNow,
        }),
    );
    const found = (authorityId: string, now: Temporal.Instant) =>
      database.transaction({ authorityId, standing: 'public', readOnly: true }, (transaction) =>
        personOfSession(transaction, { authorityId, token, now }),
      );
    const end = testNow.add({ hours });
    assert.equal((await found(testAuthority.id, end.subtract({ milliseconds: 1 })))?.id, person.id);
    assert.equal(await found(testAuthority.id, end), null);
    assert.equal(await found(otherAuthority.id, testNow), null, 'another council does not know it');
    const kept = await database.owner.selectFrom('sessions').select('token_hash').execute();
    assert.ok(
      kept.some((row) => row.token_hash === hashOfToken(token)) && !JSON.stringify(kept).includes(token),
    );
  }
});

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { settableClock } from '#kernel/clock.ts';
import type { Database } from '#platform/database/index.ts';
import { formTo } from '#platform/web/form-page.ts';
import { html } from '#platform/web/html.ts';
import { lineQuestion } from '#platform/web/questions.ts';
import { get, nothingPersonal, post } from '#platform/web/route.ts';
import { hashOfToken } from '#platform/web/seal.ts';
import { page, redirect } from '#platform/web/visit.ts';
import { testAuthority, testDatabase } from '../../../test/database.ts';
import { siteVisitor, testSite } from '../../../test/site.ts';
import { testNow } from '../../../test/visit.ts';
import { signedInFamily } from './policies.ts';
import { routes } from './routes.ts';

/** A page behind sign-in, with a form, as another capability would have it. */
const notesPage = (visit: Parameters<ReturnType<typeof get>['show']>[0]) =>
  page({
    title: 'Notes',
    main: html`<h1>Notes of ${visit.person?.name}</h1>${formTo(visit, lineQuestion(visit, { field: 'words', label: 'Words' }))}`,
  });
const notes = [
  get('/notes', { policy: signedInFamily, audit: nothingPersonal, show: notesPage }),
  post('/notes', {
    policy: signedInFamily,
    audit: 'notes.saved',
    act: async () => redirect('/notes'),
    again: notesPage,
  }),
];

let database: Database;
let app: FastifyInstance;
const clock = settableClock(testNow);
before(async () => {
  database = await testDatabase();
  app = await testSite({ database, routes: [...routes, ...notes], clock });
});
after(async () => {
  await app.close();
  await database.close();
});
beforeEach(() => clock.moveTo(testNow));

const system = { authorityId: testAuthority.id, standing: 'system' } as const;
const messages = () =>
  database.transaction(system, (transaction) =>
    transaction.selectFrom('messages').selectAll().orderBy('id').execute(),
  );

/** Asks for a link as a new visitor and gives its path, out of the message that was queued. */
async function askForLink(email: string, then?: string): Promise<string> {
  const visitor = siteVisitor(app);
  const asked = await visitor.send('/sign-in', {
    on: then === undefined ? '/sign-in' : `/sign-in?then=${encodeURIComponent(then)}`,
    fields: { email },
  });
  assert.equal(asked.status, 303);
  const message = (await messages()).findLast((one) => one.sent_to === email);
  const path = /http:\/\/localhost:3000(\/sign-in\/link\/\S+)/.exec(message?.text ?? '')?.[1];
  assert.ok(path, 'the message holds a link');
  return path;
}

test('a family that nobody knows yet signs in by its link and is made then, not before', async () => {
  const email = 'amira.khan@example.org';
  const people = () =>
    database.transaction(system, (transaction) =>
      transaction.selectFrom('people').select(['name', 'email', 'kind']).where('email', '=', email).execute(),
    );
  const path = await askForLink(email, '/notes?page=2');
  assert.deepEqual(await people(), []);
  const visitor = siteVisitor(app);
  const signedIn = await visitor.send(path, { on: path });
  assert.deepEqual([signedIn.status, signedIn.location], [303, '/notes?page=2']);
  assert.deepEqual(await people(), [{ name: 'Amira Khan', email, kind: 'family' }]);
  assert.match((await visitor.get('/notes')).body, /Notes of Amira Khan/);
  const trail = await database.transaction(system, (transaction) =>
    transaction.selectFrom('audit_records').select(['event', 'subject_kind']).execute(),
  );
  assert.ok(trail.some((one) => one.event === 'family.signed-in' && one.subject_kind === 'person'));
});

test('asking is answered the same for an address that is known and one that is not', async () => {
  await useLinkOf('known@example.org');
  const answers = [];
  for (const email of ['known@example.org', 'unknown@example.org']) {
    const visitor = siteVisitor(app);
    const asked = await visitor.send('/sign-in', { on: '/sign-in', fields: { email } });
    const shown = await visitor.get(asked.location);
    answers.push([asked.status, asked.location, shown.status, shown.body]);
  }
  assert.deepEqual(answers[0], answers[1]);
});

async function useLinkOf(email: string) {
  const path = await askForLink(email);
  const visitor = siteVisitor(app);
  const answer = await visitor.send(path, { on: path });
  assert.equal(answer.status, 303);
  return visitor;
}

test('only the hash of a link is kept', async () => {
  const path = await askForLink('hash@example.org');
  const token = path.split('/').at(-1) ?? '';
  assert.ok(token.length >= 43, 'a token of 32 random bytes');
  const rows = await database.transaction(system, (transaction) =>
    transaction.selectFrom('sign_in_links').selectAll().where('email', '=', 'hash@example.org').execute(),
  );
  assert.deepEqual(
    rows.map((row) => row.token_hash),
    [hashOfToken(token)],
  );
  assert.ok(!JSON.stringify(rows).includes(token));
});

test('a scanner that opens the link again and again does not use it up', async () => {
  const path = await askForLink('scanned@example.org');
  for (let times = 0; times < 3; times++) assert.equal((await siteVisitor(app).get(path)).status, 200);
  const visitor = siteVisitor(app);
  assert.equal((await visitor.send(path, { on: path })).status, 303);
});

test('a link works once: afterwards a page says so and offers another', async () => {
  const path = await askForLink('once@example.org');
  const late = siteVisitor(app);
  const form = await late.get(path);
  const first = siteVisitor(app);
  await first.send(path, { on: path });
  const opened = await siteVisitor(app).get(path);
  const csrf = /name="_csrf" value="([^"]*)"/.exec(form.body)?.[1] ?? '';
  const pressed = await late.post(path, { _csrf: csrf });
  for (const shown of [opened, pressed]) {
    assert.equal(shown.status, 410);
    assert.match(shown.body, /This link has been used/);
    assert.match(shown.body, /href="\/sign-in"/);
  }
  assert.equal(late.cookies.has('daybreak_session'), false);
});

test('the same link pressed twice at once signs in once', async () => {
  const path = await askForLink('twice@example.org');
  const visitors = [siteVisitor(app), siteVisitor(app)];
  const answers = await Promise.all(visitors.map((visitor) => visitor.send(path, { on: path })));
  assert.deepEqual(answers.map((answer) => answer.status).sort(), [303, 410]);
  assert.equal(visitors.filter((visitor) => visitor.cookies.has('daybreak_session')).length, 1);
});

test('a double press in one browser gets the helpful page, not a redirect without a session', async () => {
  const path = await askForLink('double@example.org');
  const visitor = siteVisitor(app);
  const csrf = /name="_csrf" value="([^"]*)"/.exec((await visitor.get(path)).body)?.[1] ?? '';
  const answers = await Promise.all([
    visitor.post(path, { _csrf: csrf }),
    visitor.post(path, { _csrf: csrf }),
  ]);
  assert.deepEqual(answers.map((answer) => answer.status).sort(), [303, 410]);
  assert.match(answers.find((answer) => answer.status === 410)?.body ?? '', /see whether you are signed in/);
});

test('a link works for thirty minutes, not a moment longer', async () => {
  const path = await askForLink('slow@example.org');
  clock.moveTo(testNow.add({ minutes: 30 }).subtract({ milliseconds: 1 }));
  assert.equal((await siteVisitor(app).get(path)).status, 200);
  clock.moveTo(testNow.add({ minutes: 30 }));
  const late = await siteVisitor(app).get(path);
  assert.equal(late.status, 410);
  assert.match(late.body, /This link is too old/);
});

test('a link that was never sent does not work', async () => {
  const shown = await siteVisitor(app).get(`/sign-in/link/${'A'.repeat(43)}`);
  assert.equal(shown.status, 410);
  assert.match(shown.body, /This link does not work/);
});

test('one address is sent five links an hour, however it is written', async () => {
  const visitor = siteVisitor(app);
  const ask = (email: string) => visitor.send('/sign-in', { on: '/sign-in', fields: { email } });
  for (let times = 0; times < 5; times++)
    assert.equal((await ask(times % 2 === 0 ? 'many@example.org' : 'Many@Example.org')).status, 303);
  const refused = await ask('MANY@example.org');
  assert.equal(refused.status, 422);
  assert.match(refused.body, /We have sent 5 links to this address in the last hour/);
  assert.equal((await messages()).filter((one) => /many@/i.test(one.sent_to)).length, 5);
  clock.moveTo(testNow.add({ hours: 1 }));
  assert.equal((await ask('many@example.org')).status, 303);
});

test('one visitor’s address may ask thirty times a minute, for whomever, and then hears why not', async () => {
  const visitor = siteVisitor(app, { address: '127.9.9.9' });
  const answers = [];
  for (let times = 0; times < 31; times++)
    answers.push(await visitor.post('/sign-in', { email: `spam-${times}@example.org` }));
  assert.ok(answers.slice(0, 30).every((answer) => answer.status !== 429));
  assert.equal(answers[30]?.status, 429);
  assert.match(answers[30]?.body ?? '', /Too many tries/);
  const other = await siteVisitor(app).send('/sign-in', {
    on: '/sign-in',
    fields: { email: 'o@example.org' },
  });
  assert.equal(other.status, 303);
});

test('what is no address is shown again with what was typed', async () => {
  const visitor = siteVisitor(app);
  const shown = await visitor.send('/sign-in', { on: '/sign-in', fields: { email: 'amira at example' } });
  assert.equal(shown.status, 422);
  assert.match(shown.body, /Enter an email address in the correct format/);
  assert.match(shown.body, /value="amira at example"/);
});

test('nobody is led out of the house after signing in', async () => {
  for (const then of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)']) {
    const email = `led-${then.length}@example.org`;
    const path = await askForLink(email, then);
    const visitor = siteVisitor(app);
    assert.equal((await visitor.send(path, { on: path })).location, '/account', then);
  }
});

test('a link in a message never leads to a host that only the request names', async () => {
  const visitor = siteVisitor(app, { headers: { host: 'evil.example' } });
  await visitor.send('/sign-in', { on: '/sign-in', fields: { email: 'host@example.org' } });
  const text = (await messages()).findLast((one) => one.sent_to === 'host@example.org')?.text ?? '';
  assert.match(text, /http:\/\/testshire\.localhost\/sign-in\/link\//);
  assert.ok(!text.includes('evil.example'));
});

test('a local name with more behind its port does not lead to another house either', async () => {
  for (const host of [
    'localhost:80@evil.example',
    'testshire.localhost:80@evil.example',
    '[::1]:80@evil.example',
    'localhost:3000/@evil.example',
    'localhost:',
  ]) {
    const email = `port-${host.length}@example.org`;
    const visitor = siteVisitor(app, { headers: { host } });
    await visitor.send('/sign-in', { on: '/sign-in', fields: { email } });
    const link = /http\S+/.exec((await messages()).findLast((one) => one.sent_to === email)?.text ?? '')?.[0];
    assert.match(link ?? '', /^http:\/\/testshire\.localhost\/sign-in\/link\//, host);
  }
});

test('whatever signs of writing the way back holds, the person arrives, signed in', async () => {
  for (const [index, then] of ['/notes?für=中', '/notes?a=\u{1f600} b'].entries()) {
    const path = await askForLink(`signs-${index}@example.org`, then);
    const visitor = siteVisitor(app);
    const answer = await visitor.send(path, { on: path });
    assert.equal(answer.status, 303, then);
    assert.match(answer.location, /^\/notes\?[!-~]+$/);
    assert.equal((await visitor.get('/notes')).status, 200);
  }
});

test('signing in takes a new token and ends the session that the browser came with', async () => {
  const visitor = await useLinkOf('fixed@example.org');
  const before = visitor.cookies.get('daybreak_session') ?? '';
  const path = await askForLink('fixed@example.org');
  await visitor.send(path, { on: path });
  const now = visitor.cookies.get('daybreak_session') ?? '';
  assert.notEqual(now, before);
  assert.equal((await visitor.get('/notes')).status, 200);
  visitor.cookies.set('daybreak_session', before);
  assert.equal((await visitor.get('/notes')).location, '/sign-in?then=%2Fnotes');
});

test('what was typed into a form after the session had ended is there again after signing in', async () => {
  const visitor = await useLinkOf('typed@example.org');
  const form = await visitor.get('/notes');
  clock.moveTo(testNow.add({ hours: 25 }));
  const csrf = /name="_csrf" value="([^"]*)"/.exec(form.body)?.[1] ?? '';
  const sent = await visitor.post('/notes', { _csrf: csrf, words: 'a long answer' });
  assert.equal(sent.location, '/sign-in?then=%2Fnotes');
  const path = await askForLink('typed@example.org', '/notes');
  const signedIn = await visitor.send(path, { on: path });
  assert.equal(signedIn.location, '/notes');
  assert.match((await visitor.get('/notes')).body, /value="a long answer"/);
});

test('a closed account is not signed in', async () => {
  await useLinkOf('closed@example.org');
  await database.transaction(system, (transaction) =>
    transaction
      .updateTable('people')
      .set({ disabled_at: testNow })
      .where('email', '=', 'closed@example.org')
      .execute(),
  );
  const path = await askForLink('closed@example.org');
  const visitor = siteVisitor(app);
  const shown = await visitor.send(path, { on: path });
  assert.equal(shown.status, 403);
  assert.match(shown.body, /This account is closed/);
  assert.equal(visitor.cookies.has('daybreak_session'), false);
});

test('a link pressed from a page of another site does nothing', async () => {
  const path = await askForLink('forged@example.org');
  const visitor = siteVisitor(app, { headers: { 'sec-fetch-site': 'cross-site' } });
  assert.equal((await visitor.send(path, { on: path })).status, 422);
  assert.equal((await siteVisitor(app).get(path)).status, 200, 'the link is not used up');
});

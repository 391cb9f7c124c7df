import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { settableClock } from '#kernel/clock.ts';
import type { Listing } from '#offer/directory/index.ts';
import type { Database } from '#platform/database/index.ts';
import type { MessageToSend } from '#platform/web/visit.ts';
import { testAuthority, testDatabase } from '../../../test/database.ts';
import { siteVisitor, testSite } from '../../../test/site.ts';
import { testNow, testPerson, testVisit } from '../../../test/visit.ts';
import { prepareListing } from '../directory/actions/prepare-listing.ts';
import { aListing } from '../directory/examples.ts';
import { saveListing } from '../directory/store/save-listing.ts';
import { sendNewsletter, writeNewsletter } from './actions/write-newsletter.ts';
import { sendDigests, sendNewsletters } from './index.ts';

const clock = settableClock(testNow);
const sent: MessageToSend[] = [];
let database: Database;
let site: FastifyInstance;

const parts = () => ({
  database,
  clock,
  authorities: [testAuthority],
  queueMessage: async (_transaction: unknown, _authority: string, message: MessageToSend) =>
    void sent.push(message),
  originOf: () => 'https://breaks.example.org',
});

async function publish(listing: Listing): Promise<void> {
  await database.transaction({ authorityId: testAuthority.id, standing: 'system' }, async (transaction) => {
    const toSave = await prepareListing(transaction, listing);
    await saveListing(transaction, { authorityId: testAuthority.id, at: clock.now(), toSave });
  });
}

/** The newest message of a kind that the web server queued. */
async function newestMessage(kind: string): Promise<{ readonly to: string; readonly text: string }> {
  const row = await database.owner
    .selectFrom('messages')
    .select(['sent_to as to', 'text'])
    .where('kind', '=', kind)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return { to: row.to, text: row.text };
}

const pathIn = (text: string, of: string) => new RegExp(`/alerts/${of}/[\\w-]+`).exec(text)?.[0] ?? 'no link';
const alerts = () => database.owner.selectFrom('alerts').selectAll().execute();

/** Asks for what is new by the form, and gives the path of the link that came. */
async function ask(email: string, fields: Record<string, string>, query = ''): Promise<string> {
  const answer = await siteVisitor(site).send('/alerts', {
    on: `/alerts${query}`,
    fields: { email, ...fields },
  });
  assert.equal(answer.location, '/alerts/check-your-email', answer.body);
  const message = await newestMessage('alert-confirm');
  assert.equal(message.to, email);
  return pathIn(message.text, 'confirm');
}

async function press(path: string): Promise<string> {
  return (await siteVisitor(site).send(path, { on: path })).location;
}

before(async () => {
  database = await testDatabase();
  site = await testSite({ database, clock });
});
after(async () => {
  await site.close();
  await database.close();
});

test('from asking to a digest, and to stopping: twice yes, once stop', async () => {
  await publish(aListing({ slug: 'old-swim', title: 'Old swim' }));
  const path = await ask('amira@example.org', { wants: 'alert', frequency: 'weekly', age: '8' });

  // Opening the link begins nothing: a mail scanner may do so. Without the button no digest is sent.
  assert.match((await siteVisitor(site).get(path)).body, /Shall we begin\?/);
  clock.moveTo(testNow.add({ hours: 24 }));
  await publish(aListing({ slug: 'before-yes', title: 'Before yes' }));
  assert.equal(await press(path), '/alerts/confirmed');

  clock.moveTo(testNow.add({ hours: 25 }));
  await publish(aListing({ slug: 'new-swim', title: 'New swim', ages: { from: 5, to: 9 } }));
  await publish(aListing({ slug: 'too-old', title: 'For teenagers', ages: { from: 13, to: 18 } }));
  clock.moveTo(testNow.add({ hours: 24 * 7 }));
  assert.equal(await sendDigests(parts()), 0, 'a week is not over');
  clock.moveTo(testNow.add({ hours: 24 * 8 }));
  assert.equal(await sendDigests(parts()), 1);
  const digest = sent.at(-1);
  assert.equal(digest?.to, 'amira@example.org');
  assert.equal(digest?.subject, '1 new short break for you');
  assert.match(digest?.text ?? '', /New swim: https:\/\/breaks\.example\.org\/find\/new-swim/);
  assert.doesNotMatch(digest?.text ?? '', /Old swim|Before yes|For teenagers/);

  assert.equal(await sendDigests(parts()), 0, 'the job may run again');
  clock.moveTo(testNow.add({ hours: 24 * 15 }));
  assert.equal(await sendDigests(parts()), 0, 'nothing new, nothing sent');

  await ask('Amira@example.org', { wants: 'newsletter' });
  assert.equal((await alerts()).length, 2);
  const stop = pathIn(digest?.text ?? '', 'stop');
  assert.match((await siteVisitor(site).get(stop)).body, /amira@example\.org/);
  assert.equal(await press(stop), '/alerts/stopped');
  assert.deepEqual(await alerts(), []);
  assert.equal((await siteVisitor(site).get(stop)).status, 410);
});

test('a search made before is carried along, and what nobody confirms is forgotten', async () => {
  const path = await ask(
    'joe@example.org',
    { wants: 'alert', frequency: 'monthly' },
    '?q=swim&need=autism&nonsense=1&page=4',
  );
  const [kept] = await alerts();
  assert.equal(kept?.search, 'q=swim&need=autism');
  clock.moveTo(clock.now().add({ hours: 24 * 6 }));
  await sendDigests(parts());
  assert.equal((await alerts()).length, 1);
  clock.moveTo(clock.now().add({ hours: 25 }));
  await sendDigests(parts());
  assert.deepEqual(await alerts(), []);
  assert.equal((await siteVisitor(site).get(path)).status, 410);
});

test('an address without a sense is told what to do', async () => {
  const wrong = await siteVisitor(site).send('/alerts', {
    on: '/alerts',
    fields: { email: 'joe@', wants: 'alert' },
  });
  assert.equal(wrong.status, 422);
  assert.match(wrong.body, /Enter an email address in the correct format/);
});

const messagesTo = async (letterBox: string) =>
  (await database.owner.selectFrom('messages').select('sent_to').execute()).filter(({ sent_to }) =>
    sent_to.toLowerCase().startsWith(letterBox),
  ).length;

test('one letter box is written to five times a day at most, by whichever name, and nobody learns of it', async () => {
  for (const email of ['grace@', 'GRACE@', 'grace+1@', 'grace+2@', 'Grace+three@'])
    await ask(`${email}example.org`, { wants: 'newsletter' });
  const before = await messagesTo('grace');
  for (const email of ['grace@', 'Grace@', 'grace+4@']) {
    const more = await siteVisitor(site).send('/alerts', {
      on: '/alerts',
      fields: { email: `${email}example.org`, wants: 'newsletter' },
    });
    assert.deepEqual([more.status, more.location], [303, '/alerts/check-your-email']);
  }
  assert.equal(await messagesTo('grace'), before);
});

test('nobody has the council send a stranger words of their own', async () => {
  const typed = 'Your account is locked, call 0900 1';
  await ask('stranger@example.org', {
    wants: 'alert',
    frequency: 'weekly',
    q: typed,
    postcode: typed,
    locality: typed,
    need: 'autism',
  });
  const { text } = await newestMessage('alert-confirm');
  assert.doesNotMatch(text, /locked|0900/);
  assert.match(text, /the words that were typed, near the place that was named, Autism/i);
});

test('whoever holds no link sees no address, on any standing but the job’s', async () => {
  await ask('leah@example.org', { wants: 'newsletter' });
  for (const standing of ['public', 'family', 'practitioner'] as const) {
    const seen = await database.transaction(
      { authorityId: testAuthority.id, standing },
      async (transaction) => [
        ...(await transaction.selectFrom('alerts').selectAll().execute()),
        ...(await transaction.selectFrom('alert_links').selectAll().execute()),
      ],
    );
    assert.deepEqual(seen, [], standing);
  }
});

test('a newsletter goes once to each who wants it, stays as it was sent, and stands as a page', async () => {
  assert.equal(await press(await ask('one@example.org', { wants: 'newsletter' })), '/alerts/confirmed');
  assert.equal(await press(await ask('two@example.org', { wants: 'newsletter' })), '/alerts/confirmed');
  await press(await ask('three@example.org', { wants: 'alert', frequency: 'weekly' }));
  const person = await testPerson({ database, roles: ['commissioner'] });
  const acting = { database, clock, person };
  const form = { title: 'Half-term', body: '## Swim\n\nThere is a **new** swim. <script>alert(1)</script>' };
  const written = await testVisit({ ...acting, form }, writeNewsletter);
  assert.equal(written.kind, 'redirect');
  const issue = written.kind === 'redirect' ? (written.to.split('/').at(-1) ?? '') : '';
  assert.equal((await siteVisitor(site).get('/newsletters/1')).status, 404);

  const off = await testVisit({ ...acting, params: { issue } }, sendNewsletter);
  assert.deepEqual(off, { kind: 'redirect', to: '/newsletters/1' });
  sent.length = 0;
  assert.equal(await sendNewsletters(parts()), 2);
  assert.equal(await sendNewsletters(parts()), 0);
  assert.deepEqual(sent.map(({ to }) => to).toSorted(), ['one@example.org', 'two@example.org']);

  const shown = await siteVisitor(site).get('/newsletters/1');
  assert.match(shown.body, /There is a <strong>new<\/strong> swim\. &lt;script>|&lt;script&gt;/);
  const again = await testVisit({ ...acting, params: { issue } }, sendNewsletter);
  assert.equal(again.kind, 'wrong');
  const changed = await testVisit({ ...acting, form, params: { issue } }, writeNewsletter);
  assert.equal(changed.kind, 'wrong');
});

test('who asked for the same twice and said yes twice gets each message once', async () => {
  clock.moveTo(clock.now().add({ hours: 1 }));
  for (const email of ['twice@example.org', 'Twice@example.org'])
    await press(
      await ask(email, { wants: 'alert', frequency: email[0] === 't' ? 'monthly' : 'weekly', age: '7' }),
    );
  for (const email of ['twice@example.org', 'TWICE@example.org'])
    await press(await ask(email, { wants: 'newsletter' }));
  clock.moveTo(clock.now().add({ hours: 1 }));
  await publish(aListing({ slug: 'for-sevens', title: 'For sevens', ages: { from: 7, to: 7 } }));
  const person = await testPerson({ database, roles: ['commissioner'] });
  const acting = { database, clock, person };
  const written = await testVisit({ ...acting, form: { title: 'Once', body: 'Once.' } }, writeNewsletter);
  const issue = written.kind === 'redirect' ? (written.to.split('/').at(-1) ?? '') : '';
  await testVisit({ ...acting, params: { issue } }, sendNewsletter);
  clock.moveTo(clock.now().add({ hours: 24 * 32 }));
  sent.length = 0;
  for (let runs = 0; runs < 2; runs += 1) {
    await sendDigests(parts());
    await sendNewsletters(parts());
  }
  const mine = sent.filter(({ to }) => to.toLowerCase() === 'twice@example.org').map(({ kind }) => kind);
  assert.deepEqual(mine.toSorted(), ['alert-digest', 'newsletter']);
});

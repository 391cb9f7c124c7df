// Somebody who applies for a family: the parent has agreed, is told, and can stop it; they themselves see nothing.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '#kernel/id.ts';
import type { Database } from '#platform/database/index.ts';
import type { Person } from '#platform/web/visit.ts';
import { testDatabase } from '../../../test/database.ts';
import { testPerson } from '../../../test/visit.ts';
import { dateBoxes, filledSteps } from './examples.ts';
import { walks } from './test/answering.ts';
import { Applicant, council, heldOf } from './test/applying.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

let count = 0;
function address(): string {
  count += 1;
  return `parent${count}@example.org`;
}

const worker = {
  kind: 'worker',
  name: 'Ruth Cole',
  organisation: 'Home-Start',
  phone: '01632 960 009',
  agreed: 'yes',
};

async function helper() {
  const person = await testPerson({ database, name: 'Ruth Cole' });
  return { person, browser: new Applicant({ database, person }) };
}

async function accountOf(email: string): Promise<Person> {
  const row = await database.transaction({ authorityId: council.id, standing: 'system' }, (transaction) =>
    transaction
      .selectFrom('people')
      .select(['id', 'name', 'email'])
      .where('email', '=', email)
      .executeTakeFirstOrThrow(),
  );
  return { ...row, kind: 'family', roles: [], sessionId: row.id };
}

test('a parent carer must have agreed, and is written to at an address of their own', async () => {
  const { browser, person } = await helper();
  const to = '/apply/for-someone-else';
  const fieldsOf = async (form: Record<string, string>) =>
    (await browser.posts(to, form)).refusals.map(({ field }) => field);
  assert.deepEqual(await fieldsOf({ ...worker, familyEmail: address(), agreed: '' }), ['agreed']);
  assert.deepEqual(await fieldsOf({ ...worker, familyEmail: '' }), ['familyEmail']);
  assert.deepEqual(await fieldsOf({ ...worker, familyEmail: person.email.toUpperCase() }), ['familyEmail']);
  assert.deepEqual(await fieldsOf({ ...worker, familyEmail: 'no address' }), ['familyEmail']);
  assert.deepEqual(await fieldsOf({ ...worker, kind: 'practitioner', familyEmail: address() }), ['kind']);
});

test('the application is the family’s: it is told, sees it and stops it; who applied sees that it arrived', async () => {
  const { browser } = await helper();
  const email = address();
  const start = (await browser.posts('/apply/for-someone-else', { ...worker, familyEmail: email })).to;
  await walks(browser, start);
  const { to, sent } = await browser.sends(start);
  assert.equal(to, `${start}/sent`);
  const told = sent.find((message) => message.to === email);
  assert.match(told?.text ?? '', /Ruth Cole, who works with the family, Home-Start/);
  const stop = /\/apply\/[0-9a-f-]+\/withdraw/.exec(told?.text ?? '')?.[0] ?? '';
  assert.match((await browser.opens(to)).html, /has arrived[\s\S]*From now on we write to them/);
  for (const page of ['', '/check', '/withdraw'])
    assert.equal((await browser.opens(`${start}${page}`)).answer.kind, 'not-found', page);
  assert.equal(
    (await browser.opens(start.replace('/apply', '/account/applications'))).answer.kind,
    'not-found',
  );
  assert.ok(!(await browser.opens('/account')).html.includes('Khan'));

  const parent = new Applicant({ database, person: await accountOf(email) });
  assert.match((await parent.opens('/account')).html, /Amira Khan/);
  const page = await parent.opens(start.replace('/apply', '/account/applications'));
  assert.match(page.html, /Filled in by Ruth Cole/);
  assert.equal((await parent.posts(stop)).to, '/account?withdrawn=yes');
});

test('for a family that is registered, what somebody else writes changes nothing that it has said', async () => {
  const email = address();
  const person = await testPerson({ database, email });
  const family = new Applicant({ database, person });
  await family.applies({ child: { ...filledSteps().child, givenName: 'Zara' } });
  const before = await heldOf(database, person);
  const { browser, person: stranger } = await helper();
  const start = (await browser.posts('/apply/for-someone-else', { ...worker, familyEmail: email })).to;
  const page = await browser.opens(`${start}/child`);
  assert.ok(!page.html.includes('Zara'), 'nobody is shown the children of others');
  await walks(browser, start, {
    answers: { address: { line1: '6 Elsewhere', line2: '', town: 'Hull', postcode: 'HU1 1AA' } },
  });
  assert.equal((await browser.sends(start)).to, `${start}/sent`);
  const now = await heldOf(database, person);
  assert.deepEqual(
    now.households.map((one) => one.postcode),
    before.households.map((one) => one.postcode),
  );
  assert.deepEqual(
    now.carers.map(({ name, phone }) => [name, phone]),
    before.carers.map(({ name, phone }) => [name, phone]),
  );
  assert.deepEqual(now.children.map((child) => child.given_name).sort(), ['Amira', 'Zara']);
  assert.equal((await heldOf(database, stranger)).households.length, 0, 'they belong to no household');
});

test('where the child has one already, the family hears of it, and who came learns nothing', async () => {
  const email = address();
  const person = await testPerson({ database, email });
  const family = new Applicant({ database, person });
  const first = await family.applies();
  const { browser } = await helper();
  const start = (await browser.posts('/apply/for-someone-else', { ...worker, familyEmail: email })).to;
  await walks(browser, start);
  const { to, sent } = await browser.sends(start);
  assert.equal(to, `${start}/sent`, 'just as if there were none');
  assert.ok(sent.some((message) => message.to === email));
  assert.match((await browser.opens(to)).html, /has arrived/);
  const page = await family.opens(first.replace('/apply', '/account/applications'));
  assert.match(page.html, /Ruth Cole[\s\S]*nothing was added/);
  assert.equal((await heldOf(database, person)).applications.length, 1);
});

test('from 16 on a young person applies for themself, and nobody has to agree', async () => {
  const person = await testPerson({ database, name: 'Leah Brooks' });
  const young = new Applicant({ database, person });
  const start = (await young.posts('/apply/for-someone-else', { kind: 'young-person', name: 'Leah Brooks' }))
    .to;
  const child = { givenName: 'Leah', familyName: 'Brooks', ...dateBoxes('bornOn', '2010-11-25') };
  const early = await young.posts(`${start}/child`, child);
  assert.match(early.refusals[0]?.message ?? '', /from 16 on/, 'a day too early');
  const slugs = await walks(young, start, {
    answers: { child: { ...child, ...dateBoxes('bornOn', '2010-11-24') } },
  });
  assert.ok(!slugs.includes('you'), 'they have said who they are');
  assert.equal((await young.sends(start)).to, `${start}/sent`);
  assert.match((await young.opens(`${start}/sent`)).html, /Application sent/);
  assert.equal((await heldOf(database, person)).applications[0]?.state, 'sent');
});

test('a practitioner takes an application down by phone, at the child’s record or for a new family', async () => {
  const officer = await testPerson({ database, roles: ['social-worker'], name: 'Marcus Reid' });
  const desk = new Applicant({ database, person: officer });
  const email = address();
  const person = await testPerson({ database, email });
  await new Applicant({ database, person }).applies();
  const [child] = (await heldOf(database, person)).children;
  const at = `/practitioners/children/${child?.id}/apply`;
  assert.match((await desk.opens(at)).html, /for Amira Khan/);
  const unsaid = await desk.posts(at, { name: 'Marcus Reid' });
  assert.deepEqual(
    unsaid.refusals.map(({ field }) => field),
    ['way', 'agreed'],
  );
  const form = { name: 'Marcus Reid', way: 'phone', agreed: 'yes' };
  const start = (await desk.posts(at, form)).to;
  assert.match(
    (await desk.opens(`${start}/check`)).html + (await desk.opens(`${start}/who`)).html,
    /Marcus Reid/,
  );

  const fresh = address();
  const other = (await desk.posts('/practitioners/apply', { ...form, familyEmail: fresh })).to;
  await walks(desk, other);
  const { to, sent } = await desk.sends(other);
  assert.equal(to, `${other}/sent`);
  assert.deepEqual(
    sent.map((message) => message.to),
    [fresh],
  );
  assert.match(sent[0]?.text ?? '', /Marcus Reid of the council/);
  assert.match((await desk.opens(to)).html, /Back to your work/);
  const parent = await accountOf(fresh);
  const held = await heldOf(database, parent);
  assert.equal(held.households.length, 1);
  assert.deepEqual(
    held.applications.map(({ state }) => state),
    ['sent'],
  );

  const colleague = new Applicant({
    database,
    person: await testPerson({ database, roles: ['social-worker'] }),
  });
  await assert.rejects(colleague.opens(`${start}/check`), /not allowed/);
});

test('nobody takes down an application of their own family', async () => {
  const email = address();
  const person = await testPerson({ database, email, name: 'Own Family' });
  await new Applicant({ database, person }).applies({ you: { ...filledSteps().you, name: 'Own Family' } });
  const officer = await testPerson({ database, roles: ['short-breaks-officer'], name: 'Own Family' });
  const desk = new Applicant({ database, person: officer });
  const [child] = (await heldOf(database, person)).children;
  await assert.rejects(desk.opens(`/practitioners/children/${child?.id}/apply`), /own household/);
});

test('at a child’s record no mailbox but the family’s own is opened, and never that of a barred adult', async () => {
  const email = address();
  const person = await testPerson({ database, email });
  await new Applicant({ database, person }).applies();
  const { children } = await heldOf(database, person);
  const officer = await testPerson({ database, roles: ['short-breaks-officer'], name: 'Own Mailbox' });
  const desk = new Applicant({ database, person: officer });
  const form = { name: 'Own Mailbox', way: 'phone', agreed: 'yes' };
  const to = `/practitioners/children/${children[0]?.id}/apply`;
  const codes = async (path: string, familyEmail: string) =>
    (await desk.posts(path, { ...form, familyEmail })).refusals.map(({ code }) => code);
  assert.deepEqual(await codes(to, 'second-mailbox@example.org'), ['not-theirs']);
  const begun = await desk.posts(to, { ...form, familyEmail: email.toUpperCase() });
  assert.deepEqual(begun.refusals, []);
  // Changed on the way, it is found when the application is sent.
  await desk.posts(`${begun.to}/who`, { ...form, familyEmail: 'second-mailbox@example.org' });
  await walks(desk, begun.to);
  assert.deepEqual(
    (await desk.sends(begun.to)).refusals.map(({ code }) => code),
    ['not-theirs'],
  );
  await database.transaction({ authorityId: council.id, standing: 'system' }, async (transaction) => {
    await transaction
      .insertInto('contact_limits')
      .values({
        authority_id: council.id,
        id: newId(),
        child_id: children[0]?.id ?? '',
        adult_name: 'Barred Adult',
        adult_email: 'barred@example.org',
        is_court_order: true,
        bars_records: true,
        words: 'Order of the Family Court',
        who_may_know: 'The team',
        from_on: Temporal.PlainDate.from('2026-01-01'),
        recorded_by: officer.id,
        recorded_at: Temporal.Instant.from('2026-01-01T10:00:00Z'),
      })
      .execute();
  });
  assert.deepEqual(await codes(to, 'Barred@example.org'), ['barred-address']);
});

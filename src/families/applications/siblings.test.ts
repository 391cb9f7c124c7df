// Brothers and sisters in one sitting: asked once what is common, sent together, each with an application of its own.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { type Clock, dateInEngland } from '#kernel/clock.ts';
import type { Database } from '#platform/database/index.ts';
import { testDatabase } from '../../../test/database.ts';
import { testNow, testPerson } from '../../../test/visit.ts';
import type { Answers } from './domain/answers.ts';
import { commonAnswers, withCommon } from './domain/answers-of-sitting.ts';
import { factsOf } from './domain/facts.ts';
import { filledSteps, type PostedFields } from './examples.ts';
import { anyAnswers } from './test/any-answers.ts';
import { Applicant, heldOf } from './test/applying.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

const shared = ['you', 'other-carer', 'address'];
const bilal = { givenName: 'Bilal', familyName: 'Khan' };

/** Time goes on while a form is sent. */
function tickingClock(): Clock {
  let ticks = 0;
  return {
    now: () => testNow.add({ milliseconds: ticks++ }),
    today: () => dateInEngland(testNow),
  };
}

async function familyOfTwo(second: Readonly<Record<string, PostedFields>> = {}) {
  const person = await testPerson({ database });
  const family = new Applicant({ database, person, clock: tickingClock() });
  const first = await family.starts();
  await family.fills(first);
  const child = (await family.posts(`${first}/add-child`)).to;
  const other = child.replace(/\/child$/, '');
  const steps = filledSteps({ child: { ...filledSteps().child, ...bilal }, ...second });
  for (const [slug, form] of Object.entries(steps)) {
    if (shared.includes(slug) || form === null) continue;
    const { refusals } = await family.posts(`${other}/${slug}`, form);
    assert.deepEqual(refusals, [], slug);
  }
  return { person, family, first, other };
}

test('what is common is asked once, and both are sent together as applications of their own', async () => {
  const { person, family, first, other } = await familyOfTwo({
    impact: { level: '3', why: 'His nights are worse.' },
  });
  const { html } = await family.opens(`${other}/check`);
  assert.equal(html.match(/1 High Street/g)?.length, 1, 'the home once');
  for (const words of ['Amira Khan', 'Bilal Khan', 'Nights are hard.', 'His nights are worse.', 'Send all'])
    assert.ok(html.includes(words), words);
  const { to, sent } = await family.sends(first);
  assert.equal(to, `${first}/sent`);
  assert.equal(sent.length, 2, 'a receipt each');
  const held = await heldOf(database, person);
  assert.deepEqual(
    held.applications.map(({ state }) => state),
    ['sent', 'sent'],
  );
  assert.equal(new Set(held.applications.map(({ child_id }) => child_id)).size, 2);
  assert.equal(new Set(held.applications.map(({ reference }) => reference)).size, 2);
  assert.equal(held.households.length, 1);
  const page = await family.opens(`${first}/sent`);
  for (const { reference } of held.applications) assert.ok(page.html.includes(reference));
  await family.posts(`${first}/withdraw`);
  assert.deepEqual(
    (await heldOf(database, person)).applications.map(({ state }) => state),
    ['withdrawn', 'sent'],
    'each goes its own way',
  );
});

test('while one of them is not finished none is sent, and nothing of the other is lost', async () => {
  const person = await testPerson({ database });
  const family = new Applicant({ database, person });
  const first = await family.starts();
  await family.fills(first);
  const other = (await family.posts(`${first}/add-child`)).to.replace(/\/child$/, '');
  await family.posts(`${other}/child`, { ...filledSteps().child, ...bilal });
  const wrong = await family.posts(`${other}/impact`, { level: '', why: '' });
  assert.notEqual(wrong.refusals.length, 0);
  const before = (await heldOf(database, person)).applications;
  const page = await family.opens(`${first}/check`);
  assert.match(page.html, /Go on with Bilal Khan/);
  assert.doesNotMatch(page.html, /Send all|Send application/);
  const { refusals } = await family.sends(first);
  assert.match(refusals[0]?.message ?? '', /Bilal Khan/);
  assert.deepEqual((await heldOf(database, person)).applications, before);
  await family.posts(`${other}/withdraw`);
  assert.equal((await family.sends(first)).to, `${first}/sent`, 'without him it goes');
});

test('a child who has one this year holds none of the others up for good', async () => {
  const person = await testPerson({ database });
  const family = new Applicant({ database, person });
  await family.applies();
  const address = await family.starts();
  await family.fills(address, { child: { which: 'new', ...filledSteps().child, ...bilal } });
  const again = (await family.posts(`${address}/add-child`)).to.replace(/\/child$/, '');
  const child = (await heldOf(database, person)).children[0]?.id ?? '';
  assert.match((await family.posts(`${again}/child`, { which: child })).to, /already=yes/);
  assert.equal((await family.sends(address)).to, `${address}/sent`);
  const { applications } = await heldOf(database, person);
  assert.deepEqual(applications.map(({ state }) => state).sort(), ['sent', 'sent', 'withdrawn']);
});

test('the same child twice in one sitting is sent once, or not at all', async () => {
  const { person, family, first } = await familyOfTwo({ child: filledSteps().child ?? {} });
  const { refusals } = await family.sends(first);
  assert.match(refusals[0]?.message ?? '', /already applied for Amira Khan/);
  const { applications, children } = await heldOf(database, person);
  assert.deepEqual(
    applications.map(({ state }) => state),
    ['draft', 'draft'],
  );
  assert.equal(children.length, 0, 'nothing is half sent');
});

test('what is common is changed in one place for all', async () => {
  const { person, family, first, other } = await familyOfTwo();
  await family.posts(`${other}/address`, {
    line1: '9 New Road',
    line2: '',
    town: 'Chatham',
    postcode: 'ME4 4AA',
  });
  assert.match((await family.opens(`${first}/check`)).html, /9 New Road/);
  await family.sends(other);
  for (const { answers } of (await heldOf(database, person)).applications)
    assert.equal((answers as Answers).address?.line1, '9 New Road');
});

test('whatever is said of one child never changes the facts of another', () => {
  fc.assert(
    fc.property(anyAnswers, anyAnswers, (one, other) => {
      const after = withCommon(one, other);
      assert.deepEqual(factsOf(after), factsOf(one));
      assert.deepEqual(after.child, one.child);
      assert.deepEqual(commonAnswers(after).address, other.address ?? one.address);
    }),
  );
});

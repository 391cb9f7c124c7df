// A council with several schemes: each asks what its own rules need, in its own words, and nothing that we hold.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { decide, factsOn, schemesOf } from '#families/schemes/index.ts';
import { settableClock } from '#kernel/clock.ts';
import type { Database } from '#platform/database/index.ts';
import { testDatabase } from '../../../test/database.ts';
import { testNow, testPerson } from '../../../test/visit.ts';
import type { Answers } from './domain/answers.ts';
import { aLetter, dateBoxes } from './examples.ts';
import { offersOn } from './offers.ts';
import { factsFor } from './service-facts.ts';
import { slugOf } from './steps/scheme-question.ts';
import { walks } from './test/answering.ts';
import { Applicant, heldOf } from './test/applying.ts';
import { councilOfSeveral } from './test/several-schemes.ts';

const sheffield = 'sheffield-sbg-2024';
const today = Temporal.PlainDate.from('2026-11-24');
const { council, remove } = councilOfSeveral();
let database: Database;
before(async () => {
  database = await testDatabase();
});
after(async () => {
  await database.close();
  remove();
});

async function newFamily() {
  const person = await testPerson({ database });
  const clock = settableClock(testNow);
  return { person, clock, family: new Applicant({ database, person, clock, authority: council }) };
}

/** A family that answers Sheffield's questions one by one: low income, no other help. */
const poorFamily = {
  'about-household-means-tested-benefit': { answer: 'no' },
  'about-household-income': { answer: '20,500.50' },
  'about-child-short-break-service': { answer: 'no' },
  'about-child-direct-payment': { answer: 'no' },
  'about-family-months-since-last-grant': { answer: '14' },
} as const;

async function answersOf(person: Awaited<ReturnType<typeof testPerson>>, index = 0): Promise<Answers> {
  return (await heldOf(database, person)).applications[index]?.answers as Answers;
}

async function version() {
  const scheme = (await schemesOf(council.folder)).find(({ id }) => id === sheffield);
  const found = scheme?.versions.find(({ id }) => id === '2024-05');
  assert.ok(found !== undefined);
  return found;
}

test('every scheme that can be asked for is there; one that is not open yet says when it opens', async () => {
  const { family } = await newFamily();
  const { html } = await family.opens('/apply');
  assert.match(html, /Apply for a short break</);
  assert.equal(html.match(/name="scheme" value="medway-2025"/g)?.length, 1);
  assert.equal(html.match(/name="scheme" value="sheffield-sbg-2024"/g)?.length, 1);
  assert.match(html, /Summer Grant[\s\S]*Not open yet[\s\S]*4 May 2027/);
  assert.doesNotMatch(html, /value="coming-2027"/);
  const offers = await offersOn(council, Temporal.PlainDate.from('2027-05-04'));
  assert.ok(offers.some(({ scheme, version }) => scheme.id === 'coming-2027' && version !== null));
});

test('what is not named, or not open, is not begun', async () => {
  const { family, person } = await newFamily();
  for (const scheme of ['', 'coming-2027', 'medway-2016'])
    assert.equal((await family.posts('/apply/start', { scheme })).refusals[0]?.field, 'scheme');
  assert.equal((await heldOf(database, person)).applications.length, 0);
});

test('the scheme asks its own questions, once each, and decides by what was said', async () => {
  const { family, person } = await newFamily();
  const address = await family.starts({ scheme: sheffield });
  const slugs = await walks(family, address, { answers: poorFamily });
  assert.equal(new Set(slugs).size, slugs.length, slugs.join(' '));
  assert.deepEqual(
    slugs.filter((slug) => slug.startsWith('about-')),
    Object.keys(poorFamily),
    'in the order of the criteria; nobody is asked the rates twice, which the form asks in its own words',
  );
  for (const slug of ['disability', 'other-support', 'impact'])
    assert.ok(!slugs.includes(slug), `${slug} is nothing that these rules look at`);
  const { html } = await family.opens(`${address}/check`);
  assert.match(html, /What is the yearly income[\s\S]*£20,500\.50/);
  assert.equal((await family.sends(address)).to, `${address}/sent`);
  const answers = await answersOf(person);
  const facts = factsOn(factsFor(await version(), { answers }), today);
  assert.equal(facts['household.income'], 2_050_050, 'whole pence');
  const says = decide(await version(), facts);
  assert.equal(says.outcome, 'eligible');
  assert.deepEqual(says.missing, []);
});

test('an answer that ends the matter ends the questions', async () => {
  const { family } = await newFamily();
  const address = await family.starts({ scheme: sheffield });
  const slugs = await walks(family, address, {
    answers: { ...poorFamily, 'about-household-means-tested-benefit': { answer: 'yes' } },
  });
  assert.ok(!slugs.includes('about-household-income'), 'the income no longer matters');
});

test('what cannot be an answer is refused at its field, and “I am not sure” goes on', async () => {
  const { family, person } = await newFamily();
  const address = await family.starts({ scheme: sheffield });
  await walks(family, address, { answers: poorFamily });
  const income = `${address}/about-household-income`;
  for (const answer of ['', 'much', '-3', '1.234']) {
    const { refusals, html } = await family.posts(income, { answer });
    assert.equal(refusals[0]?.field, 'answer', answer);
    assert.match(html, /pounds/);
  }
  const choice = await family.posts(`${address}/about-child-direct-payment`, { answer: 'perhaps' });
  assert.match(choice.refusals[0]?.message ?? '', /I am not sure/);
  assert.match((await family.posts(income, { notSure: 'yes' })).to, /check$/);
  const answers = await answersOf(person);
  assert.equal(answers.said?.['household.income']?.value, null);
  assert.ok(!('household.income' in factsFor(await version(), { answers })), 'not sure is no fact');
});

test('whatever is picked, the questions come to an end and none is asked twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(30_000), { minLength: 8, maxLength: 8 }), async (picks) => {
      const { family } = await newFamily();
      const address = await family.starts({ scheme: sheffield });
      const slugs = await walks(family, address, { picks });
      assert.equal(new Set(slugs).size, slugs.length, slugs.join(' '));
      assert.equal((await family.opens(`${address}/check`)).to, '', 'all is answered');
    }),
    { numRuns: 15 },
  );
});

test('a fact that we hold is never asked: it is shown once, and only what has changed is asked again', async () => {
  // With an income as low as this one nobody needs to know of benefits, changed or not.
  const held = Object.keys(poorFamily).filter((slug) => !/months|means/.test(slug));
  await fc.assert(
    fc.asyncProperty(fc.subarray(held), async (changed) => {
      const { family, person, clock } = await newFamily();
      const first = await family.starts({ scheme: sheffield });
      await walks(family, first, { answers: poorFamily });
      await family.posts(`${first}/letters`, {}, [aLetter('benefit')]);
      await family.sends(first);
      clock.moveTo(Temporal.Instant.from('2027-05-10T10:00:00Z'));
      const child = (await heldOf(database, person)).children[0]?.id ?? '';
      const second = await family.starts({ scheme: 'coming-2027', child });
      const { html } = await family.opens(`${second}/what-we-have`);
      assert.match(html, /£20,500\.50/);
      const said = Object.keys((await answersOf(person)).said ?? {});
      const wrong = said.filter((fact) => changed.some((slug) => slug === slugOf(fact)));
      const slugs = await walks(family, second, {
        answers: {
          ...poorFamily,
          'what-we-have': wrong.length === 0 ? { isRight: 'yes' } : { isRight: 'no', wrong },
        },
      });
      const asked = slugs.filter((slug) => held.includes(slug));
      assert.deepEqual(asked.sort(), [...changed].sort());
      assert.equal(slugs.filter((slug) => slug === 'what-we-have').length, 1);
      assert.ok(!slugs.includes('about-household-means-tested-benefit'));
    }),
    { numRuns: 12 },
  );
});

test('held or not, the facts that are sent are those that the family stands by', async () => {
  const { family, person, clock } = await newFamily();
  const first = await family.starts({ scheme: sheffield });
  await walks(family, first, { answers: poorFamily });
  await family.sends(first);
  clock.moveTo(Temporal.Instant.from('2027-05-10T10:00:00Z'));
  const child = (await heldOf(database, person)).children[0]?.id ?? '';
  const second = await family.starts({ scheme: 'coming-2027', child });
  await walks(family, second, {
    answers: {
      ...poorFamily,
      'what-we-have': { isRight: 'no', wrong: ['household.income'] },
      'about-household-income': { answer: '30000' },
      letters: { later: 'yes' },
    },
  });
  assert.equal((await family.sends(second)).to, `${second}/sent`);
  const facts = factsFor(await version(), { answers: await answersOf(person, 1) });
  assert.equal(facts['household.income'], 3_000_000);
  assert.equal(facts['child.direct_payment'], false);
});

test('an early birthday under another scheme: the common steps stay what they are', async () => {
  const { family } = await newFamily();
  const address = await family.starts({ scheme: sheffield });
  const came = await family.posts(`${address}/child`, {
    givenName: 'Amira',
    familyName: 'Khan',
    ...dateBoxes('bornOn', '2030-01-01'),
  });
  assert.equal(came.refusals[0]?.field, 'bornOn');
});

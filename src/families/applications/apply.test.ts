// From the first page to the sent application.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { settableClock } from '#kernel/clock.ts';
import type { Database } from '#platform/database/index.ts';
import { testDatabase } from '../../../test/database.ts';
import { testPerson } from '../../../test/visit.ts';
import { aLetter, filledSteps } from './examples.ts';
import { Applicant, council, heldOf } from './test/applying.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

async function newFamily(on = '2026-11-24'): Promise<Applicant> {
  const clock = settableClock(Temporal.Instant.from(`${on}T10:00:00Z`));
  return new Applicant({ database, clock, person: await testPerson({ database, name: 'sana@example.org' }) });
}

test('starting makes one empty draft, and its list of questions begins with the child', async () => {
  const family = await newFamily();
  const address = await family.starts();
  assert.match(address, /^\/apply\/[0-9a-f-]{36}$/);
  const { html } = await family.opens(address);
  assert.match(html, /href="\/apply\/[0-9a-f-]{36}\/child" role="button"/);
  assert.equal(html.match(/To do/g)?.length, 9, 'letters are not asked for while none is known of');
  const { applications, households } = await heldOf(database, family.person);
  assert.deepEqual(
    applications.map(({ state, answers }) => ({ state, answers })),
    [{ state: 'draft', answers: {} }],
  );
  assert.deepEqual(households, [], 'the register learns nothing before the application is sent');
});

test('each step leads to the next, the last to the check page, and every answer stands there', async () => {
  const family = await newFamily();
  const address = await family.starts();
  const led: string[] = [];
  for (const [slug, form] of Object.entries(filledSteps())) {
    const { to, refusals } = await family.posts(`${address}/${slug}`, form);
    assert.deepEqual(refusals, [], slug);
    led.push(to.replace(`${address}/`, ''));
  }
  assert.deepEqual(led, [...Object.keys(filledSteps()).slice(1), 'check']);
  const { html } = await family.opens(`${address}/check`);
  for (const words of [
    'Amira Khan',
    '1 May 2018',
    'Autism',
    'Sana Khan, mother',
    '01632 960 001',
    'ME4 4AA',
    'DLA: care highest, mobility lower',
    '1 May 2025 to 30 April 2028',
    'To be sent later',
    'Nights are hard.',
    'Swimming or another sport',
    'Water calms her, and I can rest.',
  ])
    assert.ok(html.includes(words), `${words} is not among the answers to check`);
  assert.match(
    html,
    /ME4 4AA looks as if it is in Medway/,
    'this council is Testshire, and the postcode is not',
  );
});

test('what was saved stands in each question when it is opened again', async () => {
  const family = await newFamily();
  const address = await family.starts();
  await family.fills(address);
  const expected: Readonly<Record<string, readonly RegExp[]>> = {
    child: [/value="Amira"/, /name="bornOn-month"[^>]*value="5"/],
    disability: [/value="yes" checked/, /value="Autism"/],
    'other-support': [/value="none" checked/],
    you: [/value="Sana Khan"/, /value="mother" checked/],
    'other-carer': [/value="no" checked/],
    address: [/value="ME4 4AA"/],
    benefit: [/value="dla" checked/, /value="highest" checked/, /name="dlaUntil-year"[^>]*value="2028"/],
    letters: [/name="later"[^>]*checked/],
    impact: [/value="2" checked/, />Nights are hard\.</],
    'what-for': [/value="swimming" checked/, />Water calms her, and I can rest\.</],
  };
  for (const [slug, patterns] of Object.entries(expected)) {
    const { html } = await family.opens(`${address}/${slug}`);
    for (const pattern of patterns) assert.match(html, pattern, slug);
  }
});

test('what was said in "What can we get?" stands in the questions, and is stored by starting alone', async () => {
  const family = await newFamily();
  const said =
    'child.age=7&child.dla_care=middle&child.dla_mobility=not-sure&child.other_medway_funded_service=no&evidence.diagnosis_letter=yes&impact.level=<b>';
  const { html } = await family.opens(`/apply?${said}`);
  assert.match(html, /name="child\.dla_care" value="middle"/);
  assert.ok(!html.includes('<b>'));
  assert.deepEqual((await heldOf(database, family.person)).applications, []);
  const address = await family.starts(Object.fromEntries(new URLSearchParams(said)));
  const benefit = await family.opens(`${address}/benefit`);
  assert.match(benefit.html, /value="dla" checked/);
  assert.match(benefit.html, /value="middle" checked/);
  assert.match((await family.opens(`${address}/disability`)).html, /value="yes" checked/);
  const { html: list } = await family.opens(address);
  assert.match(list, /other-support[\s\S]{0,300}Done/, 'no other support was said whole, so it is not asked');
  assert.match(list, /\/benefit[\s\S]{0,300}To do/, 'rates alone do not answer the question of the letter');
});

test('an application that is not whole, or not declared to be true, is not sent', async () => {
  const family = await newFamily();
  const address = await family.starts();
  const early = await family.sends(address);
  assert.match(early.refusals[0]?.message ?? '', /no answer yet/);
  assert.match(early.html, /There is a problem/);
  await family.fills(address);
  const undeclared = await family.posts(`${address}/send`);
  assert.deepEqual(
    undeclared.refusals.map(({ field }) => field),
    ['declared'],
  );
  assert.match(undeclared.html, /href="#declared"/);
  const held = await heldOf(database, family.person);
  assert.equal(held.applications[0]?.state, 'draft');
  assert.deepEqual([held.households, held.children, held.evidence], [[], [], []]);
});

test('sending tells the register, keeps the letters as evidence, and says so with a reference', async () => {
  const family = await newFamily();
  const address = await family.starts();
  await family.fills(address, {
    'other-carer': { isThere: 'yes', carerName: 'Imran Khan', carerRelationship: 'father' },
  });
  await family.posts(`${address}/letters`, {}, [
    aLetter('benefit', 'dla.pdf'),
    aLetter('diagnosis', 'clinic.pdf'),
  ]);
  const { to, sent } = await family.sends(address);
  assert.equal(to, `${address}/sent`);

  const held = await heldOf(database, family.person);
  const [application] = held.applications;
  assert.deepEqual(
    held.households.map(({ address_line_1, postcode, district }) => [address_line_1, postcode, district]),
    [['1 High Street', 'ME4 4AA', 'Medway']],
  );
  assert.deepEqual(
    held.children.map((child) => [child.given_name, child.family_name, String(child.born_on)]),
    [['Amira', 'Khan', '2018-05-01']],
  );
  assert.deepEqual(
    held.carers.map(({ name, person_id, has_parental_responsibility }) => [
      name,
      person_id,
      has_parental_responsibility,
    ]),
    [
      ['Sana Khan', family.person.id, true],
      ['Imran Khan', null, false],
    ],
  );
  const called = await database.transaction(
    { authorityId: council.id, standing: 'system', readOnly: true },
    (transaction) =>
      transaction.selectFrom('people').select('name').where('id', '=', family.person.id).executeTakeFirst(),
  );
  assert.equal(called?.name, 'Sana Khan');
  const names = new Map(held.files.map(({ id, name }) => [id, name]));
  assert.deepEqual(
    held.evidence
      .map(({ kind, dla_care, dla_mobility, dated_on, holds_until, file_id }) => [
        kind,
        dla_care,
        dla_mobility,
        dated_on === null ? null : String(dated_on),
        holds_until === null ? null : String(holds_until),
        names.get(file_id ?? ''),
      ])
      .sort(),
    [
      ['diagnosis-letter', null, null, null, null, 'clinic.pdf'],
      ['dla-letter', 'highest', 'lower', '2025-04-11', '2028-04-30', 'dla.pdf'],
    ],
  );
  assert.deepEqual(
    [application?.state, application?.grant_year, application?.scheme_id, application?.child_id],
    ['sent', '2026-27', 'medway-2025', held.children[0]?.id],
  );

  assert.deepEqual(
    sent.map(({ kind, personId, reference, to: email }) => [kind, personId, reference, email]),
    [['application-received', family.person.id, application?.reference, family.person.email]],
  );
  assert.match(sent[0]?.text ?? '', /We aim to decide by 8 December 2026/);
  const page = await family.opens(to);
  assert.ok(page.html.includes(application?.reference ?? 'no reference'));
  assert.match(page.html, /8 December 2026/);
  const account = await family.opens(address.replace('/apply', '/account/applications'));
  assert.match(account.html, /24 November 2026<\/strong><br>You sent us your application/);
});

test('the time to decide counts working days, over bank holidays and the turn of the year', async () => {
  const dueAfter = async (on: string) => {
    const family = await newFamily(on);
    await family.applies();
    return String((await heldOf(database, family.person)).applications[0]?.due_on);
  };
  // Ten working days: 24, 29, 30, 31 December, 4 to 8 and 11 January; 25, 28 December and 1 January are holidays.
  assert.equal(await dueAfter('2026-12-23'), '2027-01-11');
  // From the Friday before the early May holiday: 5 to 8, 11 to 15 and 18 May.
  assert.equal(await dueAfter('2026-05-01'), '2026-05-18');
});

test('a draft begun in March and sent in April asks for the year in which it is sent', async () => {
  const clock = settableClock(Temporal.Instant.from('2027-03-30T10:00:00Z'));
  const person = await testPerson({ database });
  const family = new Applicant({ database, clock, person });
  const address = await family.starts();
  await family.fills(address);
  assert.equal((await heldOf(database, person)).applications[0]?.grant_year, '2026-27');
  clock.moveTo(Temporal.Instant.from('2027-04-01T10:00:00Z'));
  await family.sends(address);
  assert.equal((await heldOf(database, person)).applications[0]?.grant_year, '2027-28');
});

test('a form sent a second time is answered with what the first has done', async () => {
  const family = await newFamily();
  const address = await family.applies();
  const again = await family.sends(address);
  assert.equal(again.to, `${address}/sent`);
  assert.deepEqual(again.sent, [], 'no second message');
  assert.equal((await heldOf(database, family.person)).households.length, 1);
  const step = await family.posts(`${address}/impact`, { level: '3', why: 'Changed after sending' });
  assert.equal(step.to, address.replace('/apply', '/account/applications'));
  const { answers } = (await heldOf(database, family.person)).applications[0] ?? {};
  assert.ok(!JSON.stringify(answers).includes('Changed after sending'));
});

test('when no grant is open, a family is told whom to call, and nothing is begun', async () => {
  const person = await testPerson({ database });
  const clock = settableClock(Temporal.Instant.from('2010-01-04T10:00:00Z'));
  const family = new Applicant({ database, clock, person });
  const { refusals, html } = await family.posts('/apply/start');
  assert.deepEqual(
    refusals.map(({ code }) => code),
    ['scheme-closed'],
  );
  assert.ok(html.includes(council.contact.phone));
  assert.deepEqual((await heldOf(database, person)).applications, []);
});

// What each step refuses: the sentence says what to do, leads to its field, and what was typed stays.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Database } from '#platform/database/index.ts';
import { testDatabase } from '../../../test/database.ts';
import { testPerson } from '../../../test/visit.ts';
import { dateBoxes, filledSteps, type PostedFields } from './examples.ts';
import { Applicant, heldOf } from './test/applying.ts';

let database: Database;
let family: Applicant;
let address: string;
before(async () => {
  database = await testDatabase();
  family = new Applicant({ database, person: await testPerson({ database, name: 'sana@example.org' }) });
  address = await family.starts();
});
after(() => database.close());

type Slip = {
  readonly what: string;
  readonly change: PostedFields;
  /** Field and what its sentence means, in the order of the page. */
  readonly said: readonly (readonly [field: string, sentence: RegExp])[];
};

const long = 'a'.repeat(3_001);

const slips: Readonly<Record<string, readonly Slip[]>> = {
  child: [
    {
      what: 'nothing at all',
      change: { givenName: '', familyName: '', 'bornOn-day': '', 'bornOn-month': '', 'bornOn-year': '' },
      said: [
        ['givenName', /Enter .*first name/],
        ['familyName', /Enter .*last name/],
        ['bornOn', /Enter date of birth/],
      ],
    },
    {
      what: 'a day that does not exist',
      change: dateBoxes('bornOn', '2019-02-31'),
      said: [['bornOn', /real date/]],
    },
    {
      what: 'a date without its month',
      change: { 'bornOn-month': '' },
      said: [['bornOn', /must include a month/]],
    },
    {
      what: 'a year of two figures',
      change: { 'bornOn-year': '19' },
      said: [['bornOn', /year of four numbers/]],
    },
    {
      what: 'a birthday that is tomorrow',
      change: dateBoxes('bornOn', '2026-11-25'),
      said: [['bornOn', /in the past/]],
    },
    {
      what: 'somebody of 26 years',
      change: dateBoxes('bornOn', '2000-11-24'),
      said: [['bornOn', /25 years/]],
    },
    {
      what: 'a name as long as a letter',
      change: { familyName: 'a'.repeat(101) },
      said: [['familyName', /100 characters or fewer/]],
    },
  ],
  disability: [
    { what: 'no answer', change: { hasDiagnosis: '' }, said: [['hasDiagnosis', /Choose yes if/]] },
    {
      what: 'yes, and not what',
      change: { diagnosis: '  ' },
      said: [['diagnosis', /Tell us what was diagnosed/]],
    },
    {
      what: 'too much',
      change: { diagnosis: 'a'.repeat(501) },
      said: [['diagnosis', /500 characters or fewer/]],
    },
  ],
  'other-support': [
    { what: 'no answer', change: { held: [] }, said: [['held', /Choose what the council pays for/]] },
    {
      what: 'an answer that is not on the page',
      change: { held: 'a-yacht' },
      said: [['held', /Choose what/]],
    },
    {
      what: 'something and nothing',
      change: { held: ['overnight', 'none'] },
      said: [['held', /Choose either/]],
    },
  ],
  you: [
    {
      what: 'nothing at all',
      change: { name: '', relationship: '', responsibility: '' },
      said: [
        ['name', /Enter your full name/],
        ['relationship', /Choose how you are related/],
        ['responsibility', /parental responsibility/],
      ],
    },
    {
      what: 'a phone number that is none',
      change: { phone: 'after six' },
      said: [['phone', /Enter a phone number, like .* or leave it empty/]],
    },
  ],
  'other-carer': [
    { what: 'no answer', change: { isThere: '' }, said: [['isThere', /Choose yes if another adult/]] },
    { what: 'yes, and not who', change: { isThere: 'yes' }, said: [['carerName', /full name of the other/]] },
    {
      what: 'yes, and not how they are related',
      change: { isThere: 'yes', carerName: 'Imran Khan', carerRelationship: 'boss' },
      said: [['carerRelationship', /how the other adult is related/]],
    },
  ],
  address: [
    {
      what: 'nothing at all',
      change: { line1: '', town: '', postcode: '' },
      said: [
        ['line1', /Enter the first line/],
        ['town', /Enter the town/],
        ['postcode', /Enter a postcode/],
      ],
    },
    { what: 'half a postcode', change: { postcode: 'ME4' }, said: [['postcode', /only the first part/]] },
    { what: 'no postcode', change: { postcode: 'Chatham' }, said: [['postcode', /is not a postcode/]] },
    { what: 'a place in Scotland', change: { postcode: 'EH1 1YZ' }, said: [['postcode', /Scotland/]] },
  ],
  benefit: [
    { what: 'no answer', change: { which: '' }, said: [['which', /Choose the benefit/]] },
    { what: 'no care rate', change: { dlaCare: '' }, said: [['dlaCare', /DLA care rate/]] },
    { what: 'no mobility rate', change: { dlaMobility: '' }, said: [['dlaMobility', /DLA mobility rate/]] },
    { what: 'PIP without rates', change: { which: 'pip' }, said: [['pipDaily', /PIP daily living rate/]] },
    {
      what: 'PIP with half its rates',
      change: { which: 'pip', pipDaily: 'enhanced' },
      said: [['pipMobility', /PIP mobility rate/]],
    },
    {
      what: 'an end before the start',
      change: dateBoxes('dlaUntil', '2025-04-30'),
      said: [['dlaUntil', /after the date when it starts/]],
    },
    {
      what: 'an award that has ended',
      change: { ...dateBoxes('dlaFrom', '2020-01-01'), ...dateBoxes('dlaUntil', '2026-11-23') },
      said: [['dlaUntil', /has ended\. Use the newest letter/]],
    },
    {
      what: 'a letter from tomorrow',
      change: dateBoxes('dlaDated', '2026-11-25'),
      said: [['dlaDated', /must be today or in the past/]],
    },
    {
      what: 'half a date',
      change: { 'dlaFrom-year': '' },
      said: [['dlaFrom', /must include a year/]],
    },
  ],
  letters: [
    { what: 'no file and no promise', change: { later: '' }, said: [['benefit', /Choose a file, or tick/]] },
  ],
  impact: [
    {
      what: 'nothing at all',
      change: { level: '', why: '' },
      said: [
        ['level', /Choose the sentence/],
        ['why', /Tell us a little/],
      ],
    },
    { what: 'too much', change: { why: long }, said: [['why', /3000 characters or fewer/]] },
  ],
  'what-for': [
    {
      what: 'nothing at all',
      change: { uses: [], how: '' },
      said: [
        ['uses', /Choose at least one/],
        ['how', /how this would help/],
      ],
    },
    { what: 'something else, and not what', change: { uses: ['other'] }, said: [['what', /something else/]] },
  ],
};

for (const [slug, list] of Object.entries(slips)) {
  for (const { what, change, said } of list) {
    test(`${slug}: ${what} is sent back with what was typed`, async () => {
      await family.fills(address);
      const before = await heldOf(database, family.person);
      const form = { ...filledSteps()[slug], ...change };
      const { refusals, html } = await family.posts(`${address}/${slug}`, form);
      assert.deepEqual(
        refusals.map(({ field }) => field),
        said.map(([field]) => field),
      );
      for (const [index, [field, sentence]] of said.entries()) {
        assert.match(refusals[index]?.message ?? '', sentence);
        assert.match(html, new RegExp(`href="#${field}"`), 'the summary leads to the field');
        assert.match(html, new RegExp(` id="${field}"`), 'which is there');
      }
      assertStillTyped(html, form);
      assert.deepEqual(await heldOf(database, family.person), before, 'nothing was saved');
    });
  }
}

/** Every word, box and choice of the form stands in the page again. */
function assertStillTyped(html: string, form: PostedFields): void {
  for (const [field, typed] of Object.entries(form)) {
    for (const value of [typed].flat()) {
      if (value === '' || value === 'a-yacht' || value === 'boss') continue;
      const escaped = value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      const isWords = new RegExp(`name="${field}"[^>]*>${escaped}<`).test(html);
      const isLine = new RegExp(`name="${field}"[^>]* value="${escaped.trim()}"`).test(html);
      const isChosen = new RegExp(`name="${field}"[^>]* value="${escaped}" checked`).test(html);
      const isBox = new RegExp(`name="${field}"[^>]*type="(radio|checkbox)"`).test(html);
      assert.ok(isWords || isChosen || (isLine && !isBox) || value.trim() === '', `${field} lost “${value}”`);
    }
  }
}

test('each of 25 years and 364 days, of today, and of the day before 26 may be applied for', async () => {
  for (const bornOn of ['2026-11-24', '2000-11-25']) {
    const { refusals } = await family.posts(`${address}/child`, {
      ...filledSteps().child,
      ...dateBoxes('bornOn', bornOn),
    });
    assert.deepEqual(refusals, [], bornOn);
  }
});

test('an award of a benefit holds on its last day', async () => {
  const { refusals } = await family.posts(`${address}/benefit`, {
    ...filledSteps().benefit,
    ...dateBoxes('dlaUntil', '2026-11-24'),
  });
  assert.deepEqual(refusals, []);
});

test('what was typed under the benefit that was not chosen is not looked at', async () => {
  const { refusals } = await family.posts(`${address}/benefit`, {
    ...filledSteps().benefit,
    'pipUntil-day': '99',
    pipDaily: 'no such rate',
  });
  assert.deepEqual(refusals, []);
  const none = await family.posts(`${address}/benefit`, { which: 'none', 'dlaUntil-day': '99' });
  assert.deepEqual(none.refusals, []);
});

test('somebody who does not know a rate goes on all the same', async () => {
  const { refusals } = await family.posts(`${address}/benefit`, {
    ...filledSteps().benefit,
    dlaCare: 'unknown',
  });
  assert.deepEqual(refusals, []);
  const { html } = await family.opens(`${address}/benefit`);
  assert.match(html, /name="dlaCare"[^>]* value="unknown" checked/);
  await family.fills(address, { benefit: { which: 'dla', dlaCare: 'unknown', dlaMobility: 'lower' } });
  assert.match((await family.opens(`${address}/check`)).html, /DLA: care not known, mobility lower/);
});

test('a name stands on one line, whatever was sent, so that it can stand in a message’s subject', async () => {
  await family.fills(address, {
    child: {
      ...filledSteps().child,
      givenName: 'Amira\nBcc: somebody@example.org',
      familyName: ' Al  Khan ',
    },
  });
  const child = (await heldOf(database, family.person)).applications[0]?.answers;
  assert.deepEqual(JSON.parse(JSON.stringify(child)).child, {
    childId: null,
    givenName: 'Amira Bcc: somebody@example.org',
    familyName: 'Al Khan',
    bornOn: '2018-05-01',
  });
});

test('markup that is typed is shown as it was typed, and is none', async () => {
  await family.fills(address, { impact: { level: '1', why: '<script>alert(1)</script>\nsecond line' } });
  for (const page of ['check', 'impact']) {
    const { html } = await family.opens(`${address}/${page}`);
    assert.ok(!html.includes('<script>'), page);
    assert.ok(html.includes('&lt;script&gt;'), page);
  }
});

test('a page asked for by a step that is none is not there', async () => {
  assert.equal((await family.opens(`${address}/nothing`)).answer.kind, 'not-found');
  assert.equal((await family.posts(`${address}/nothing`)).answer.kind, 'not-found');
});

import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'parse5';
import { settableClock } from '#kernel/clock.ts';
import { type Authority, loadAuthorities } from '#platform/authorities/index.ts';
import type { Database } from '#platform/database/index.ts';
import type { Page } from '#platform/web/visit.ts';
import { testDatabase } from '../../../../test/database.ts';
import { testVisit } from '../../../../test/visit.ts';
import { whatCanWeGetPage } from './what-can-we-get.ts';

const clock = settableClock(Temporal.Instant.from('2026-11-24T10:00:00Z'));
let database: Database;
let authority: Authority;

before(async () => {
  database = await testDatabase();
  const folder = path.join(import.meta.dirname, '../../../../authorities');
  const medway = loadAuthorities(folder).find(({ slug }) => slug === 'medway');
  assert.ok(medway);
  authority = medway;
});
after(() => database.close());

function show(query: URLSearchParams | string): Promise<Page> {
  const asked = new URLSearchParams(query);
  return testVisit({ database, readOnly: true }, (visit) =>
    whatCanWeGetPage({ ...visit, authority, clock, query: asked }),
  );
}

const text = (shown: Page) => shown.main.text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const isAnswer = (shown: Page) => shown.main.text.includes('daybreak-verdict');

test('without anything asked it says what there is, and begins', async () => {
  const start = await show('');
  assert.match(start.main.text, /href="\/what-can-we-get\?start=yes"/);
  assert.match(text(start), /The grant is £500, £750 or £1,000\./);
  assert.equal((await show('start=yes')).title, 'How old is your child?');
});

test('it asks for an age and never for a date of birth', async () => {
  const first = await show('start=yes');
  assert.match(first.main.text, /name="child\.age"/);
  assert.doesNotMatch(first.main.text, /date_of_birth/);
});

test('a grown-up is told why at once, without another question, and where to go', async () => {
  const answer = await show('child.age=19');
  assert.equal(answer.title, 'The grant is not for you just now');
  assert.match(text(answer), /Not met The grant is for children under 18, and your child is 19\./);
  assert.match(text(answer), /Not asked It would not change this answer/);
  assert.match(answer.main.text, /href="\/find\?tier=universal&amp;age=19"/);
  assert.match(text(answer), /Care Act assessment/);
  assert.match(answer.main.text, new RegExp(`tel:${authority.contact.phone.replaceAll(' ', '')}`));
});

test('a child with a letter and no other service may apply, with the answers carried on', async () => {
  const query = 'child.age=7&child.other_medway_funded_service=no&evidence.diagnosis_letter=yes';
  const answer = await show(query);
  assert.equal(answer.title, 'It looks as if you can apply for the grant');
  assert.ok(answer.main.text.includes(`href="/apply?${query.replaceAll('&', '&amp;')}"`));
  assert.match(text(answer), /This is a guide, not a decision/);
});

test('a letter is enough: the rates are not asked', async () => {
  const asked = await show('child.age=7&child.other_medway_funded_service=no');
  assert.equal(asked.title, "Do you have a letter that says what your child's diagnosis is?");
});

test('another service that the council pays for ends it, with every way onward', async () => {
  const answer = await show('child.age=7&child.other_medway_funded_service=yes');
  assert.equal(answer.title, 'The grant is not for you just now');
  assert.match(text(answer), /section 17 of the Children Act/);
  assert.match(answer.main.text, /href="\/find\?tier=universal&amp;age=7"/);
});

test('no answer given is said in one summary that leads to the field', async () => {
  const again = await show('child.age=7&asks=child.other_medway_funded_service');
  assert.match(again.title, /^Error: /);
  assert.equal(again.status, 422);
  assert.match(again.main.text, /href="#answer"/);
  assert.match(again.main.text, /id="answer"/);
  assert.match(again.main.text, /<input type="hidden" name="child\.age" value="7">/);
});

for (const wrong of ['', 'seven', '-1', '26', '7.5', '1e1']) {
  test(`an age of “${wrong}” is asked for again`, async () => {
    const again = await show(new URLSearchParams({ 'child.age': wrong, asks: 'child.age' }));
    assert.match(again.title, /^Error: How old/);
  });
}

test('“I am not sure” goes on, and the answer says that it is not known', async () => {
  const answer = await show(
    'child.age=7&child.other_medway_funded_service=not-sure&evidence.diagnosis_letter=yes',
  );
  assert.ok(isAnswer(answer));
  assert.match(text(answer), /Not known yet We still need to know if Medway Council pays/);
});

test('“Change” shows the question again and keeps the other answers', async () => {
  const answer = await show('child.age=19');
  const change = /href="\/what-can-we-get\?(change=[^"]*)"/.exec(answer.main.text)?.[1] ?? '';
  const question = await show(change.replaceAll('&amp;', '&'));
  assert.equal(question.title, 'How old is your child?');
});

test('what is typed never becomes markup', async () => {
  const shown = await show(
    new URLSearchParams({ 'child.age': '"><script>alert(1)</script>', asks: 'child.age' }),
  );
  assert.doesNotMatch(shown.main.text, /<script>/);
});

const facts = [
  'child.age',
  'child.other_medway_funded_service',
  'evidence.diagnosis_letter',
  'child.dla_care',
  'child.dla_mobility',
  'child.pip_daily',
  'child.pip_mobility',
  'impact.level',
  'decision.date',
  'asks',
  'change',
  '__proto__',
];
const words = fc.oneof(
  fc.constantFrom('yes', 'no', 'not-sure', '7', '17', '19', 'none', 'highest', 'middle', ...facts),
  fc.string({ unit: 'binary' }),
);

test('any address has a page', async () => {
  const query = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...facts), fc.string()), words), {
    maxLength: 8,
  });
  await fc.assert(
    fc.asyncProperty(query, async (pairs) => {
      const shown = await show(new URLSearchParams(pairs.map(([name, value]) => [name, value])));
      assert.ok(parse(shown.main.text).childNodes.length > 0);
    }),
    { numRuns: 200 },
  );
});

/** The first answers that a question's page offers, and a few ages. */
function offered(shown: Page): { readonly fact: string; readonly values: readonly string[] } {
  const fact = /name="asks" value="([^"]+)"/.exec(shown.main.text)?.[1] ?? '';
  const values = [...shown.main.text.matchAll(/type="radio" value="([^"]+)"/g)].map(
    (found) => found[1] ?? '',
  );
  return { fact, values: values.length > 0 ? values : ['3', '17', '18'] };
}

test('whatever is answered, a few questions lead to an answer, and none is asked twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), async (picks) => {
      const query = new URLSearchParams({ start: 'yes' });
      const asked = new Set<string>();
      for (const pick of picks) {
        const shown = await show(query);
        if (isAnswer(shown)) return;
        const { fact, values } = offered(shown);
        assert.ok(!asked.has(fact), `${fact} is asked twice`);
        asked.add(fact);
        query.set(fact, values[pick % values.length] ?? '');
      }
      assert.fail(`${[...asked].join(', ')}: and still no answer`);
    }),
    { numRuns: 60 },
  );
});

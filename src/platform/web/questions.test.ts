import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { refusal } from '#kernel/refusal.ts';
import { testDatabase } from '../../../test/database.ts';
import { testVisit } from '../../../test/visit.ts';
import type { Database } from '../database/index.ts';
import { type FormState, valuesFrom } from './form.ts';
import { choiceQuestion, choicesQuestion, dateQuestion, lineQuestion, wordsQuestion } from './questions.ts';
import type { Visit } from './visit.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

const shown = (formState: FormState, question: (visit: Visit) => { readonly text: string }) =>
  testVisit({ database, formState }, (visit) => question(visit).text);

const untouched: FormState = { values: new Map(), refusals: [], isTyped: false };
const typed = (values: Record<string, string | string[]>, ...wrong: readonly string[]): FormState => ({
  values: valuesFrom(values),
  refusals: wrong.map((field) => refusal('not-valid', `Something about ${field} <b>`, field)),
  isTyped: true,
});

const options = [
  { value: 'a', text: 'A <b>' },
  { value: 'b', text: 'B' },
];

test('a question shows what is saved until somebody types; then what was typed, also when that is nothing', async () => {
  const line = (visit: Visit) => lineQuestion(visit, { field: 'name', label: 'Name', saved: 'Saved "here"' });
  assert.match(await shown(untouched, line), /value="Saved &quot;here&quot;"/);
  assert.match(await shown(typed({ name: '<typed>' }), line), /value="&lt;typed&gt;"/);
  assert.doesNotMatch(await shown(typed({ name: '' }), line), /Saved/);
  const words = (visit: Visit) =>
    wordsQuestion(visit, { field: 'why', label: 'Why?', saved: '</textarea><b>' });
  assert.match(await shown(untouched, words), />&lt;\/textarea&gt;&lt;b&gt;<\/textarea>/);
});

test('what is wrong stands at its field, with the place that the summary leads to', async () => {
  const state = typed({ name: 'x' }, 'name', 'kind', 'some', 'born');
  const questions: Record<string, (visit: Visit) => { readonly text: string }> = {
    name: (visit) => lineQuestion(visit, { field: 'name', label: 'Name' }),
    kind: (visit) => choiceQuestion(visit, { field: 'kind', label: 'Kind', options }),
    some: (visit) => choicesQuestion(visit, { field: 'some', label: 'Some', options }),
    born: (visit) => dateQuestion(visit, { field: 'born', label: 'Born' }),
  };
  for (const [field, question] of Object.entries(questions)) {
    const markup = await shown(state, question);
    assert.ok(markup.includes(`Something about ${field} &lt;b&gt;`), field);
    assert.equal(markup.split(`id="${field}"`).length, 2, `${field} has one place`);
    assert.match(markup, new RegExp(`<input[^>]*id="${field}"`));
    assert.doesNotMatch(await shown(typed({}), question), /govuk-error-message/);
  }
});

test('the choice that was made is marked, one or many, and nothing that was not offered', async () => {
  const checked = (markup: string) =>
    [...markup.matchAll(/value="([^"]*)"[^>]* checked/g)].map((match) => match[1]);
  const one = (visit: Visit) => choiceQuestion(visit, { field: 'kind', label: 'Kind', options, saved: 'b' });
  const many = (visit: Visit) =>
    choicesQuestion(visit, { field: 'some', label: 'Some', options, savedAll: ['a', 'b'] });
  assert.deepEqual(checked(await shown(untouched, one)), ['b']);
  assert.deepEqual(checked(await shown(typed({ kind: 'a' }), one)), ['a']);
  assert.deepEqual(checked(await shown(typed({ kind: 'x"><script>' }), one)), []);
  assert.deepEqual(checked(await shown(untouched, many)), ['a', 'b']);
  assert.deepEqual(checked(await shown(typed({ some: ['b', 'x'] }), many)), ['b']);
});

test('a date shows what is saved or, box for box, what was typed, however odd', async () => {
  const born = (visit: Visit) =>
    dateQuestion(visit, {
      field: 'born',
      label: 'Born',
      savedDate: Temporal.PlainDate.from('2017-03-27'),
      isBirthday: true,
    });
  const boxes = (markup: string) =>
    [...markup.matchAll(/<input[^>]*name="born-(\w+)"[^>]*?(?:value="([^"]*)")?[^>]*>/g)].map(([tag]) => [
      /name="([^"]*)"/.exec(tag)?.[1],
      /value="([^"]*)"/.exec(tag)?.[1] ?? '',
    ]);
  assert.deepEqual(boxes(await shown(untouched, born)), [
    ['born-day', '27'],
    ['born-month', '3'],
    ['born-year', '2017'],
  ]);
  const odd = await shown(typed({ 'born-day': '31', 'born-month': 'feb"' }, 'born'), born);
  assert.deepEqual(boxes(odd), [
    ['born-day', '31'],
    ['born-month', 'feb&quot;'],
    ['born-year', ''],
  ]);
  assert.equal(odd.match(/govuk-input--error/g)?.length, 3);
  assert.match(odd, /autocomplete="bday-year"/);
});

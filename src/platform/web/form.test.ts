import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { refusal, success } from '#kernel/refusal.ts';
import {
  amount,
  choice,
  choices,
  date,
  email,
  emptyForm,
  type FormBody,
  firstValue,
  optionalChoice,
  optionalDate,
  parseForm,
  readBy,
  refusalOf,
  valuesFrom,
  words,
} from './form.ts';

/** Reads one field, with the form given. */
function read(field: z.ZodType, form: Readonly<Record<string, string | readonly string[]>>): unknown {
  const parsed = parseForm(z.object({ it: field }), valuesFrom(form));
  return parsed.ok
    ? parsed.value.it
    : parsed.refusals.map(({ field: name, message }) => `${name}: ${message}`);
}

test('words are tidied: ends trimmed, line ends alike, control characters gone, everything else kept', () => {
  const field = words({ name: 'Your name' });
  assert.equal(read(field, { it: '  Siân O’Brien\t' }), 'Siân O’Brien');
  assert.equal(read(words({ name: 'Why', max: 500 }), { it: 'a\r\nb\rc\nd' }), 'a\nb\nc\nd');
  assert.equal(read(field, { it: 'a\0b\u0007c\u0085d\u001be' }), 'abcde');
  assert.equal(read(field, { it: ['first', 'second'] }), 'first');
  assert.equal(read(field, {}), '');
  // What turns the writing of a whole line round, or is seen by nobody; but not what joins letters and signs.
  assert.equal(read(field, { it: 'a\u202eb\u2066c\u2069d\u200be\ufefff' }), 'abcdef');
  const joined = '\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \u{1f469}\u200d\u{1f467}';
  assert.equal(read(field, { it: joined }), joined);
});

test('a name stays on one line, so that it writes no sentence of its own into a message', () => {
  const field = words({ name: 'Your name' });
  assert.equal(read(field, { it: 'Amira\r\n\r\nPay here: x.example' }), 'Amira Pay here: x.example');
  assert.equal(read(field, { it: 'a \u2028 b\u2029c' }), 'a b c');
});

test('words that are too long, or missing where they must be there, have one sentence', () => {
  const field = words({ name: 'Your name', missing: 'Enter your name', max: 5 });
  assert.equal(read(field, { it: 'abcde' }), 'abcde');
  assert.deepEqual(read(field, { it: 'abcdef' }), ['it: Your name must be 5 characters or fewer']);
  for (const it of ['', '   ', '\n\0\n', '\u202e\u200b\u2060'])
    assert.deepEqual(read(field, { it }), ['it: Enter your name']);
  assert.deepEqual(read(field, {}), ['it: Enter your name']);
});

test('a choice is one of those offered, whatever is sent', () => {
  const field = choice(['yes', 'no'], 'Select yes or no');
  assert.equal(read(field, { it: 'no' }), 'no');
  for (const it of ['', 'maybe', 'YES', '__proto__', 'constructor', ['x', 'yes']])
    assert.deepEqual(read(field, { it }), ['it: Select yes or no']);
  assert.equal(read(optionalChoice(['yes', 'no']), { it: 'maybe' }), null);
  assert.equal(read(optionalChoice(['yes', 'no']), {}), null);
});

test('choices are those offered, each once, in the order in which they were offered', () => {
  const field = choices(['a', 'b', 'c'], 'Select at least one');
  assert.deepEqual(read(field, { it: ['c', 'x', 'a', 'a'] }), ['a', 'c']);
  assert.deepEqual(read(field, { it: ['x'] }), ['it: Select at least one']);
  assert.deepEqual(read(choices(['a']), {}), []);
});

test('a date is read from its three boxes, and what is wrong with it is one sentence about the whole', () => {
  const field = date('Date of birth');
  assert.equal(String(read(field, { 'it-day': '27', 'it-month': 'march', 'it-year': '2017' })), '2017-03-27');
  assert.deepEqual(read(field, { 'it-day': '31', 'it-month': '2', 'it-year': '2017' }), [
    'it: Date of birth must be a real date, like 27 3 2017',
  ]);
  assert.deepEqual(read(field, {}), ['it: Enter date of birth']);
  assert.equal(read(optionalDate('Date'), { 'it-day': ' ' }), null);
  assert.deepEqual(read(optionalDate('Date'), { 'it-day': '1' }), [
    'it: Date must include a month and a year',
  ]);
});

test('an amount is pence; an address has the form of one; another reader’s refusal keeps its sentence', () => {
  assert.equal(read(amount('Enter how much'), { it: ' £1,250.5 ' }), 125_050);
  assert.deepEqual(read(amount('Enter how much'), { it: ' ' }), ['it: Enter how much']);
  assert.deepEqual(read(amount('Enter how much'), { it: 'ten' }), [
    'it: Enter an amount in pounds, like 250 or 250.50',
  ]);
  const field = email('Enter your email address');
  for (const it of ['a@b.co', "o'brien+x@sub.example.org", 'x@xn--exmple-cua.org'])
    assert.equal(read(field, { it }), it);
  assert.equal(read(field, { it: '\u200bamira@example.org\u200b' }), 'amira@example.org', 'as it is pasted');
  for (const it of [
    'siân@example.org',
    // Signs that become k and i when letters are made small.
    'amira.\u212ahan@example.org',
    'am\u0130ra@example.org',
    'a',
    'a@b',
    'a@@b.co',
    'a b@c.co',
    'a@b..',
    'a@b.c',
    '<a@b.co>',
    'a@b.co, c@d.co',
    'a@b.co\nbcc: c@d.co',
  ])
    assert.deepEqual(
      read(field, { it }),
      ['it: Enter an email address in the correct format, like name@example.com'],
      it,
    );
  assert.deepEqual(read(field, {}), ['it: Enter your email address']);
  const reader = readBy((typed) => (typed === 'ME4' ? success('here') : refusal('x', 'Enter ME4')));
  assert.equal(read(reader, { it: ' ME4\0 ' }), 'here');
  assert.deepEqual(read(reader, {}), ['it: Enter ME4']);
});

test('each wrong field has its first sentence, in the order of the form', () => {
  const schema = z.object({
    name: words({ name: 'Name', missing: 'Enter a name' }),
    born: date('Date of birth'),
    kind: choice(['a'], 'Select a kind'),
  });
  const parsed = parseForm(schema, valuesFrom({ kind: 'b' }));
  assert.ok(!parsed.ok);
  assert.deepEqual(
    parsed.refusals.map(({ field }) => field),
    ['name', 'born', 'kind'],
  );
  const state = { ...emptyForm, refusals: parsed.refusals };
  assert.equal(refusalOf(state, 'kind'), 'Select a kind');
  assert.equal(refusalOf(state, 'other'), undefined);
});

const every = z.object({
  one: words({ name: 'One', missing: 'Enter one' }),
  two: choice(['a', 'b'], 'Select'),
  three: choices(['a', 'b'], 'Select'),
  four: date('Four'),
  five: optionalDate('Five'),
  six: amount('Enter'),
  seven: email('Enter'),
});

test('whatever is posted is read or refused with sentences, never thrown at; fields that were not asked for are passed over', () => {
  const names = fc.oneof(
    fc.constantFrom(
      ...Object.keys(every.shape),
      'four-day',
      'four-month',
      'four-year',
      'five-day',
      '__proto__',
      'constructor',
      'toString',
    ),
    fc.string(),
  );
  const bodies = fc.array(fc.tuple(names, fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 })), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(bodies, (entries) => {
      const body: FormBody = new Map(entries);
      const parsed = parseForm(every, body);
      if (parsed.ok) assert.deepEqual(Object.keys(parsed.value).sort(), Object.keys(every.shape).sort());
      else {
        const fields = parsed.refusals.map(({ field }) => field ?? '');
        assert.equal(new Set(fields).size, fields.length);
        for (const { field = '', message } of parsed.refusals) {
          assert.ok(Object.hasOwn(every.shape, field), field);
          assert.match(message, /^[A-Z]/);
        }
      }
    }),
  );
  assert.equal(firstValue(new Map(), 'x'), '');
});

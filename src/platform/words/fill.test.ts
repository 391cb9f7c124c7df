import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { faultsOf, fill, gapsIn, plainText } from './fill.ts';
import { hardWordsIn, readingOf } from './plain-language.ts';
import type { Template } from './template.ts';

const template: Template = {
  id: 'yes-letter',
  name: 'The letter that says yes',
  kind: 'letter',
  fields: [
    { name: 'child', about: 'The child’s name', sample: 'Zayn Khan', isNeeded: true },
    { name: 'granted', about: 'What was granted', sample: '£500' },
    { name: 'reasons', about: 'The reasons', sample: ['He is 7.', 'He gets DLA.'] },
  ],
};
const words = {
  subject: '{child} has {granted}',
  body: 'We have said yes. {child} has {granted}.\n\n## Why\n\n{reasons}\n\n## Call us\n\n- by phone\n- about {granted}',
};

test('gaps are filled, a list stands as a list, and a heading stays with what is below it', () => {
  const written = fill(words, { child: 'Zayn Khan', granted: '£500', reasons: ['He is 7.', 'He gets DLA.'] });
  assert.deepEqual(written, {
    subject: 'Zayn Khan has £500',
    parts: [
      { heading: null, blocks: [{ kind: 'paragraph', text: 'We have said yes. Zayn Khan has £500.' }] },
      { heading: 'Why', blocks: [{ kind: 'list', items: ['He is 7.', 'He gets DLA.'] }] },
      { heading: 'Call us', blocks: [{ kind: 'list', items: ['by phone', 'about £500'] }] },
    ],
  });
  assert.equal(
    plainText(written),
    'We have said yes. Zayn Khan has £500.\n\nWhy\n\n* He is 7.\n* He gets DLA.\n\nCall us\n\n* by phone\n* about £500',
  );
});

test('what names an empty field is left out, and so is a heading with nothing below it', () => {
  const { parts } = fill(words, { child: 'Zayn Khan', granted: '', reasons: [] });
  assert.deepEqual(parts, [{ heading: 'Call us', blocks: [{ kind: 'list', items: ['by phone'] }] }]);
});

test('what people wrote keeps its paragraphs, and braces in it stay as they are', () => {
  const { parts } = fill({ subject: 's', body: '{child}' }, { child: 'One {granted}.\n\nTwo $& $1.' });
  assert.deepEqual(parts[0]?.blocks, [
    { kind: 'paragraph', text: 'One {granted}.' },
    { kind: 'paragraph', text: 'Two $& $1.' },
  ]);
});

test('whatever fields hold, what was written has each of their texts, and no gap of the words is left', () => {
  const text = fc.string({ minLength: 1 }).map((one) => `x${one.replace(/[{}\s]/g, '')}`);
  fc.assert(
    fc.property(text, text, fc.array(text, { minLength: 1 }), (child, granted, reasons) => {
      const written = fill(words, { child, granted, reasons });
      const all = `${written.subject}\n${plainText(written)}`;
      assert.deepEqual(gapsIn(all), []);
      for (const one of [child, granted, ...reasons]) assert.ok(all.includes(one), one);
    }),
  );
});

test('words that cannot be sent are told with the mend', () => {
  const faults = (subject: string, body: string) => faultsOf(template, { subject, body });
  assert.deepEqual(faults(words.subject, words.body), []);
  assert.match(
    faults('s', '{child} {chidl}')[0] ?? '',
    /\{chidl\} is not a field here\. Use one of: \{child\}/,
  );
  assert.match(faults('s', 'Hello')[0] ?? '', /\{child\} has to be in it/);
  assert.match(faults('s', '{child} {Child}')[0] ?? '', /A brace stands alone/);
  assert.match(faults('s', '{child}: {reasons}')[0] ?? '', /\{reasons\} is a list/);
  assert.equal(faults('', '').length, 3);
});

test('plain words read at a young age, and a long sentence of long words does not', () => {
  const easy = readingOf('We have said yes. You can use it now. Keep your receipts.');
  assert.ok(easy.age <= 8, `${easy.age}`);
  assert.deepEqual([easy.words, easy.sentences, easy.long], [12, 3, []]);
  const hard = readingOf(
    'Subsequent to consideration of the documentation submitted in accordance with the authority’s eligibility criteria, notification is hereby provided that the aforementioned application has been determined unsuccessful on this occasion.',
  );
  assert.ok(hard.age >= 18, `${hard.age}`);
  assert.equal(hard.long.length, 1);
  assert.deepEqual(readingOf('  '), { words: 0, sentences: 0, age: 5, long: [] });
});

test('hard words are named once, whole words alone', () => {
  const list = [
    { word: 'commence', say: 'start' },
    { word: 'in respect of', say: 'about' },
  ];
  const found = hardWordsIn('We commence in respect of this. Commence! Commencement is fine here.', list);
  assert.deepEqual(
    found.map(({ word }) => word),
    ['commence', 'in respect of'],
  );
});

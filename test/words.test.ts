// Every letter and message in the words of every council, and nothing sent in words out of the code.
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { loadAuthorities } from '#platform/authorities/index.ts';
import {
  faultsOf,
  filedWordsOf,
  fill,
  hardWordsIn,
  plainText,
  readingOf,
  sampleFields,
  type Words,
} from '#platform/words/index.ts';
import { templates } from '../src/modules.ts';
import { findSendsInOwnWords } from './architecture/sends.ts';
import { readSources, source } from './architecture/sources.ts';

const root = path.dirname(import.meta.dirname);
const folder = path.join(root, 'authorities');
const authorities = await loadAuthorities(folder);

/** The highest reading age that a letter may have; the aim is nine. */
const mostAge = 12;

test('the five councils are there, and each template has a name of its own', () => {
  assert.deepEqual(authorities.map(({ slug }) => slug).sort(), [
    'devon',
    'essex',
    'kent',
    'medway',
    'warwickshire',
  ]);
  assert.ok(templates.length > 40, `${templates.length} templates`);
  assert.equal(new Set(templates.map(({ id }) => id)).size, templates.length);
});

for (const authority of authorities)
  test(`${authority.name} has plain words for every letter and message, with nothing missing in them`, () => {
    const { templates: filed, hardWords } = filedWordsOf(authority);
    for (const template of templates) {
      const versions = filed.get(template.id) ?? [];
      assert.ok(versions.length > 0, `${template.id}: no words`);
      for (const words of versions) {
        const named = `${authority.slug}: ${template.id}, from ${words.from.toString()}`;
        assert.deepEqual(faultsOf(template, words), [], named);
        const samples = sampleFields(template);
        const written = fill(words, samples);
        const whole = `${written.subject}\n${plainText(written)}`;
        assert.doesNotMatch(whole, /[{}]/, named);
        for (const field of template.fields.filter(({ isNeeded }) => isNeeded === true))
          for (const text of [field.sample].flat()) assert.ok(whole.includes(text), `${named}: ${text}`);
        // What may be empty is left out, and what is needed stays.
        const bare = Object.fromEntries(
          template.fields.map(({ name, sample, mayBeEmpty }) => [
            name,
            mayBeEmpty === true ? (Array.isArray(sample) ? [] : '') : sample,
          ]),
        );
        const least = plainText(fill(words, bare));
        for (const field of template.fields.filter(({ isNeeded }) => isNeeded === true))
          for (const text of [field.sample].flat())
            assert.ok(least.includes(text), `${named}, bare: ${text}`);
        const text = `${words.subject}.\n\n${words.body}`;
        const { age, long } = readingOf(text);
        assert.ok(age <= mostAge, `${named}: reads at ${age}; long sentences: ${long.join(' | ')}`);
        assert.deepEqual(hardWordsIn(text, hardWords), [], named);
      }
    }
  });

test('no council has words for a letter that nothing sends', () => {
  const known = new Set(templates.map(({ id }) => `${id}.yaml`));
  for (const name of ['england', ...authorities.map(({ slug }) => slug)]) {
    const words = path.join(folder, name, 'words');
    const files = existsSync(words) ? readdirSync(words).filter((file) => file !== 'plain-words.yaml') : [];
    assert.deepEqual(
      files.filter((file) => !known.has(file)),
      [],
      name,
    );
  }
});

test('each of the five has words of its own where its document’s practice differs', () => {
  for (const { slug } of authorities)
    assert.ok(existsSync(path.join(folder, slug, 'words')), `${slug} has no words of its own`);
});

test('a refusal cannot be published without its reasons, an appeal, a way onward and somebody to call', () => {
  for (const id of ['refusal-letter', 'closed-letter', 'late-letter']) {
    const template = templates.find((one) => one.id === id);
    const [words] = filedWordsOf(authorities[0] ?? { folder }).templates.get(id) ?? [];
    assert.ok(template !== undefined && words !== undefined);
    for (const name of ['why', 'appeal', 'onward', 'phone-and-hours']) {
      const without: Words = { ...words, body: words.body.replaceAll(`{${name}}`, 'nothing') };
      assert.equal(faultsOf(template, without).length, 1, `${id} without {${name}}`);
    }
    const beside = { ...words, body: words.body.replace('{why}', '{why} {council}') };
    assert.deepEqual(faultsOf(template, beside), []);
    const asHeading = { ...words, body: words.body.replace('{why}', '## {why}\n\nYes') };
    assert.match(faultsOf(template, asHeading)[0] ?? '', /\{why\} has to be in a paragraph of its own/);
  }
});

test('what is sent takes its subject and its text from the council’s words', () => {
  assert.deepEqual(findSendsInOwnWords(readSources(root)), []);
  const own = (text: string) => findSendsInOwnWords([source('src/families/awards/actions/a.ts', text)]);
  assert.equal(own("await visit.send({ to, subject: 'Hello', text: 'You have it.' });").length, 1);
  assert.equal(own('await reminding.send({ to, subject: `Hello`, text });').length, 1);
  assert.equal(own("const message: MessageToSend = { to, subject: 'Hello', text };").length, 1);
  assert.equal(
    own("await visit.send({ to, ...(await messageOf(visit, { templateId: 'a', fields })) });").length,
    0,
  );
  assert.equal(own('await visit.send(messageHere());').length, 1);
});

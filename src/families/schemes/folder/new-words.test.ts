import assert from 'node:assert/strict';
import { relative } from 'node:path';
import { describe, test } from 'node:test';
import { smallScheme, withFolder } from '../test-support/small-scheme.ts';
import { checkSchemeFolder } from './check.ts';

/** What a commissioner who writes a first scheme trips over, and the words for rules that reach over several parts. */

const version = 'versions/2025.yaml';

type Changes = { readonly [file: string]: readonly (readonly [string, string])[] };

async function problemsAfter(changes: Changes, more: { [file: string]: string } = {}): Promise<string[]> {
  const files: { [path: string]: string } = { ...smallScheme, ...more };
  for (const [file, pairs] of Object.entries(changes)) {
    for (const [from, to] of pairs) {
      assert.ok(files[file]?.includes(from), `"${from}" stands in ${file}`);
      files[file] = (files[file] ?? '').replace(from, to);
    }
  }
  return withFolder(files, async (folder) => {
    const { problems } = await checkSchemeFolder(folder);
    return problems.map(({ file, line, message }) => `${relative(folder, file)}:${line} ${message}`);
  });
}

describe('one slip is one message, with the mend', () => {
  const slips: { what: string; changes: Changes; message: RegExp }[] = [
    {
      what: 'a brace inside a sentence inside braces',
      changes: { [version]: [['words: { met: Yes.', 'words: { met: You are {child.age}. Yes.']] },
      message: /^versions\/2025\.yaml:20 .*put quotation marks around words that hold a brace/,
    },
    {
      what: 'a comma inside a sentence inside braces',
      changes: { 'examples.yaml': [['why: At both upper', 'why: Too old, and at both upper']] },
      message: /^examples\.yaml:8 .*cuts off "and at both upper borders\."/,
    },
    {
      what: 'a word that is nearly that of a sum',
      changes: { [version]: [['{ figure: grant }', '{ share off: grant, part: 1, whole: 2, round: down }']] },
      message: /^versions\/2025\.yaml:31 .*"share off" cannot stand here.*Did you mean "share of"\?$/,
    },
    {
      what: 'a sum that lacks a part',
      changes: { [version]: [['{ figure: grant }', '{ share of: grant, part: 1, round: down }']] },
      message: /^versions\/2025\.yaml:31 .* → whole: this is missing\. Write it\.$/,
    },
    {
      what: 'a part that is not a list',
      changes: { 'examples.yaml': [['examples:', 'queues: { one: two }\nexamples:']] },
      message: /^examples\.yaml:2 In queues: .*Write a list, such as \[one, two\]\.$/,
    },
    {
      what: 'a version that cannot be read, without a word on each example',
      changes: { [version]: [['if not known', 'if unknown']] },
      message: /^versions\/2025\.yaml:\d+ .*if not known: this is missing/,
    },
  ];
  for (const { what, changes, message } of slips) {
    test(what, async () => {
      const problems = await problemsAfter(changes);
      assert.match(problems[0] ?? '', message);
      assert.ok(
        problems.every((problem) => !/Invalid input|no version in force/.test(problem)),
        problems.join('\n'),
      );
      assert.ok(problems.length <= 2, problems.join('\n'));
    });
  }
});

const worked =
  '  half: { type: money, from: register, worked out: { percent: 50, of: grant, round: down } }\n';
const byHalf: Changes = {
  'scheme.yaml': [['steps:', `${worked}steps:`]],
  [version]: [['award: { up to: { figure: grant }', 'award: { up to: half']],
  'examples.yaml': [['up to: £400', 'up to: £200']],
};

test('a fact is worked out from the figure of the version that decides', async () => {
  assert.deepEqual(await problemsAfter(byHalf), []);
  const later = (smallScheme[version] ?? '')
    .replace('"2025"', '"2026"')
    .replace('2025-04-01', '2026-04-01')
    .replace('£400', '£500')
    .replace('{ figure: grant }', 'half');
  const example = `  - id: later
    on: 2026-05-01
    facts: { child.age: 3, family.income: £20999 }
    expect: { outcome: eligible, award: { up to: £250, per: family }, why: Half of the new amount. }
  - id: later-too-old
    on: 2026-05-01
    facts: { child.age: 18, family.income: £21000 }
    expect: { outcome: not_eligible, award: none, why: Both borders. }
`;
  const both: Changes = {
    ...byHalf,
    [version]: [...(byHalf[version] ?? []), ['from: 2025-04-01', 'from: 2025-04-01\nuntil: 2026-03-31']],
    'examples.yaml': [...(byHalf['examples.yaml'] ?? []), ['examples:\n', `examples:\n${example}`]],
  };
  assert.deepEqual(await problemsAfter(both, { 'versions/2026.yaml': later }), []);
});

test('a version that lacks the figure of a fact is named', async () => {
  const lacking = (smallScheme[version] ?? '')
    .replace('"2025"', '"2026"')
    .replace('2025-04-01', '2026-04-01')
    .replace('grant: £400, ', '')
    .replace('up to: { figure: grant }', 'up to: £400')
    .replace('{grant}', '£400');
  const problems = await problemsAfter(
    {
      ...byHalf,
      [version]: [...(byHalf[version] ?? []), ['from: 2025-04-01', 'from: 2025-04-01\nuntil: 2026-03-31']],
    },
    { 'versions/2026.yaml': lacking },
  );
  assert.ok(
    problems.some((found) =>
      /^scheme\.yaml:\d+ In version 2026: "grant" is neither a fact nor a figure/.test(found),
    ),
    problems.join('\n'),
  );
});

test('answers that schemes share are taken from the nearest answers.yaml, with their other words', async () => {
  const shared: Changes = {
    'scheme.yaml': [['answers: { none: None, high: High }', 'answers: dla-care-rate']],
    [version]: [
      [
        'child.age: { at least: 3, under: 18 }',
        'child.age: { at least: 3, under: 18 }\n          child.rate: highest',
      ],
    ],
    'examples.yaml': [['child.age: 3,', 'child.age: 3, child.rate: Upper,']],
  };
  assert.deepEqual(await problemsAfter(shared), []);
  const own = { 'answers.yaml': 'dla-care-rate: { highest: { label: Top, also: [top] } }\n' };
  assert.match((await problemsAfter(shared, own)).join(), /child\.rate is a choice, and "Upper" is not one/);
  const misnamed: Changes = {
    'scheme.yaml': [['answers: { none: None, high: High }', 'answers: dla-care-rates']],
  };
  assert.match((await problemsAfter(misnamed)).join(), /"dla-care-rates".*Did you mean "dla-care-rate"/);
});

test('a queue that pays nobody says which facts are lacking', async () => {
  const list = `waiting list:
  published: Oldest first.
  source: { in: page }
  words: Oldest first.
  order: [{ id: age, highest: child.age, words: Oldest first. }]
rules:`;
  const queue = `queues:
  - id: two
    waiting: [{ name: Amir, facts: { child.age: 5 } }, { name: Beth, facts: { child.age: 9 } }]
    expect: [Beth, Amir]
    fund: £500
    paid: [Beth]
    why: Beth is older.
examples:`;
  const problems = await problemsAfter({
    [version]: [['rules:', list]],
    'examples.yaml': [['examples:', queue]],
  });
  assert.match(problems.join(), /pays nobody\. Beth comes to more_evidence .*not known: family\.income/);
});

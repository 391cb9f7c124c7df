import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { smallScheme, withFolder } from '../test-support/small-scheme.ts';
import { checkSchemeFolder } from './check.ts';
import { loadFolder } from './load-folder.ts';

type Change = { file: string; from: string; to: string };

/** The small scheme with one change, and the problems that a check then finds as "file:line kind message". */
async function problemsAfter(...changes: Change[]): Promise<string[]> {
  const files: { [path: string]: string } = { ...smallScheme };
  for (const { file, from, to } of changes) {
    const before = files[file] ?? '';
    assert.ok(before.includes(from), `"${from}" stands in ${file}`);
    files[file] = before.replace(from, to);
  }
  return withFolder(files, async (folder) => {
    const { problems, ok } = await checkSchemeFolder(folder);
    assert.equal(ok, problems.length === 0);
    return problems.map(
      ({ file, line, kind, message }) => `${relative(folder, file)}:${line} ${kind} ${message}`,
    );
  });
}

const version = 'versions/2025.yaml';

test('the small scheme has no problem', async () => {
  assert.deepEqual(await problemsAfter(), []);
});

const faults: { what: string; change: Change; problem: RegExp }[] = [
  {
    what: 'an unknown fact',
    change: { file: version, from: 'child.age: {', to: 'child.aeg: {' },
    problem: /^versions\/2025\.yaml:17 unknown-fact .*"child\.aeg".*Did you mean "child\.age"/,
  },
  {
    what: 'an example that fails, with the difference',
    change: { file: 'examples.yaml', from: 'up to: £400', to: 'up to: £450' },
    problem: /^examples\.yaml:5 example-fails Example yes: .*"up_to_gbp":450.*"up_to_gbp":400/,
  },
  {
    what: 'a changed amount, through the example that it breaks',
    change: { file: version, from: 'grant: £400', to: 'grant: £300' },
    problem: /^examples\.yaml:5 example-fails Example yes: .*"up_to_gbp":400.*"up_to_gbp":300/,
  },
  {
    what: 'an example with a wrong outcome',
    change: { file: 'examples.yaml', from: 'child.age: 3,', to: 'child.age: 2,' },
    problem: /^examples\.yaml:5 example-fails .*expected eligible, the rules give not_eligible.*: age\)/,
  },
  {
    what: 'a criterion that can never be met',
    change: { file: version, from: 'at least: 3, under: 18', to: 'at least: 18, under: 3' },
    problem: /^versions\/2025\.yaml:13 contradiction "age" can never be met/,
  },
  {
    what: 'a criterion that no example exercises',
    change: { file: 'examples.yaml', from: 'child.age: 18', to: 'child.age: 17' },
    problem: /^versions\/2025\.yaml:13 unexercised No example has "age" not met/,
  },
  {
    what: 'a value that is no answer',
    change: { file: version, from: 'child.age: { at least: 3, under: 18 }', to: 'child.rate: hihg' },
    problem: /^versions\/2025\.yaml:17 wrong-value .*give none or high/,
  },
  {
    what: 'money without its sign',
    change: { file: version, from: 'under: { figure: limit }', to: 'under: 21000' },
    problem: /^versions\/2025\.yaml:25 wrong-value .*write £21000/,
  },
  {
    what: 'a comma that cuts an amount in two',
    change: { file: version, from: 'under: { figure: limit }', to: 'under: £21,000' },
    problem: /^versions\/2025\.yaml:25 unreadable .*quotation marks/,
  },
  {
    what: 'a comparison that does not fit',
    change: { file: version, from: 'at least: 3, under: 18', to: 'before: 18' },
    problem: /^versions\/2025\.yaml:17 wrong-value "before" does not fit child\.age.*Use is/,
  },
  {
    what: 'a no without a way on',
    change: { file: version, from: 'not_eligible: [ask-us, section-17]', to: 'not_eligible: [ask-us]' },
    problem: /^versions\/2025\.yaml:9 dead-end "not_eligible" must lead on/,
  },
  {
    what: 'a step that does not exist',
    change: {
      file: version,
      from: 'eligible: [ask-us]\n    criteria',
      to: 'eligible: [ask-me]\n    criteria',
    },
    problem: /^versions\/2025\.yaml:11 unknown-name .*"ask-me".*"ask-us"/,
  },
  {
    what: 'an outcome that does not exist',
    change: {
      file: version,
      from: 'if not met: { outcome: not_eligible }',
      to: 'if not met: { outcome: never }',
    },
    problem: /^versions\/2025\.yaml:18 unknown-name "never" is not among the outcomes/,
  },
  {
    what: 'a key that the format does not know',
    change: { file: version, from: 'if not known', to: 'if unknown' },
    problem: /^versions\/2025\.yaml:\d+ format .*if unknown/,
  },
  {
    what: 'a file that is not YAML',
    change: { file: version, from: 'rules:', to: 'rules: [' },
    problem: /^versions\/2025\.yaml:\d+ unreadable This is not readable as YAML/,
  },
  {
    what: 'a few lines that mean millions',
    change: {
      file: version,
      from: 'rules:',
      to: `a: &a [x, x, x]\n${Array.from('bcdefgh', (name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at]}`)}]\n`).join('')}rules:`,
    },
    problem: /^versions\/2025\.yaml:1 unreadable .*repeat/,
  },
  {
    what: 'a list that does not say what its entries hold',
    change: { file: 'scheme.yaml', from: 'family.income: { type: money', to: 'family.income: { type: list' },
    problem: /^scheme\.yaml:\d+ format family\.income is a list: write under "each"/,
  },
  {
    what: 'answers that have no points',
    change: {
      file: version,
      from: 'child.age: { at least: 3, under: 18 }',
      to: 'child.age: { under: { points: { child.rate: { none: 0 } } } }',
    },
    problem: /^versions\/2025\.yaml:17 wrong-value Here are no points for high/,
  },
  {
    what: 'a calendar that is nowhere',
    change: { file: 'scheme.yaml', from: 'offered: true', to: 'offered: true\ncalendar: school-terms' },
    problem: /^scheme\.yaml:\d+ unknown-name There is no school-terms\.yaml/,
  },
  {
    what: 'a criterion that is always met',
    change: { file: version, from: 'at least: 3, under: 18', to: 'at least: 0' },
    problem: /^versions\/2025\.yaml:13 contradiction "age" is always met/,
  },
  {
    what: 'a fact that is worked out from itself',
    change: {
      file: 'scheme.yaml',
      from: 'question: How old is your child? }',
      to: 'worked out: { plus: [child.age, 1] } }',
    },
    problem: /^scheme\.yaml:11 contradiction child\.age is worked out from itself/,
  },
];
for (const { what, change, problem } of faults) {
  test(`names file, line and mend for ${what}`, async () => {
    const problems = await problemsAfter(change);
    assert.ok(
      problems.some((found) => problem.test(found)),
      `none of these is ${problem}:\n${problems.join('\n')}`,
    );
  });
}

test('names two versions that overlap, and the day by which to end the first', async () => {
  const text = (smallScheme[version] ?? '').replace('"2025"', '"2026"').replace('2025-04-01', '2026-04-01');
  await withFolder({ ...smallScheme, 'versions/2026.yaml': text }, async (folder) => {
    const { problems } = await checkSchemeFolder(folder);
    const overlap = problems.filter((problem) => problem.kind === 'overlap');
    assert.equal(overlap.length, 1);
    assert.match(overlap[0]?.file ?? '', /2026\.yaml$/);
    assert.equal(overlap[0]?.line, 4);
    assert.match(overlap[0]?.message ?? '', /until: 2026-03-31/);
  });
});

test('names two criteria that shut each other out', async () => {
  const change = {
    file: version,
    from: 'family.income: { under: { figure: limit } }',
    to: 'child.age: { over: 40 }',
  };
  const problems = await problemsAfter(change);
  assert.ok(
    problems.some((found) => /:21 contradiction "income" and "age" can never both be met/.test(found)),
  );
});

test('names what is not a file instead of waiting for it: a pipe, a folder', {
  timeout: 10_000,
}, async () => {
  await withFolder(smallScheme, async (folder) => {
    execFileSync('mkfifo', [join(folder, 'versions/pipe.yaml')]);
    mkdirSync(join(folder, 'versions/folder.yaml'));
    const { problems } = await checkSchemeFolder(folder);
    assert.deepEqual(
      problems.map(({ file, message }) => [relative(folder, file), /is not a file/.test(message)]),
      [
        ['versions/folder.yaml', true],
        ['versions/pipe.yaml', true],
      ],
    );
    rmSync(join(folder, 'scheme.yaml'));
    execFileSync('mkfifo', [join(folder, 'scheme.yaml')]);
    assert.equal((await checkSchemeFolder(folder)).ok, false);
  });
});

test('names a folder that has no scheme', async () => {
  await withFolder({ 'readme.txt': 'nothing' }, async (folder) => {
    const { ok, problems } = await checkSchemeFolder(folder);
    assert.equal(ok, false);
    assert.match(problems[0]?.message ?? '', /no scheme\.yaml/);
  });
});

test('the hash follows what can change a decision, and not a comment', async () => {
  const hashOf = (files: { readonly [path: string]: string }) =>
    withFolder(files, async (folder) => (await loadFolder(folder)).scheme?.versions[0]?.hash);
  const text = smallScheme[version] ?? '';
  const one = await hashOf(smallScheme);
  assert.match(one ?? '', /^[0-9a-f]{64}$/);
  assert.equal(await hashOf({ ...smallScheme, [version]: `# A remark.\n${text}` }), one);
  assert.notEqual(await hashOf({ ...smallScheme, [version]: text.replace('£400', '£401') }), one);
});

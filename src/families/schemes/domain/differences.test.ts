import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadFolder } from '../folder/load-folder.ts';
import { ruleSets, versionWith } from '../test-support/generated-rules.ts';
import { smallScheme, withFolder } from '../test-support/small-scheme.ts';
import { criteriaInWords } from './criteria-in-words.ts';
import { differencesBetween } from './differences.ts';

const older = smallScheme['versions/2025.yaml'] ?? '';

/** What is said of the small scheme when its version of 2025 is followed by one with these changes. */
async function saidAfter(...changes: [string, string][]): Promise<string[]> {
  let newer = older
    .replace('version: "2025"', 'version: "2026"')
    .replace('from: 2025-04-01', 'from: 2026-04-01');
  for (const [from, to] of changes) {
    assert.ok(newer.includes(from), from);
    newer = newer.replace(from, to);
  }
  const first = older.replace('from: 2025-04-01', 'from: 2025-04-01\nuntil: 2026-03-31');
  return withFolder(
    { ...smallScheme, 'versions/2025.yaml': first, 'versions/2026.yaml': newer },
    async (folder) => {
      const { scheme, problems } = await loadFolder(folder);
      assert.deepEqual(problems, []);
      const [one, other] = scheme?.versions ?? [];
      assert.ok(one && other);
      return differencesBetween(one, other).map(({ place, sentence }) => `${place}: ${sentence}`);
    },
  );
}

const dates = [
  'dates: Begins: 1 April 2025 becomes 1 April 2026.',
  'dates: Ends: 31 March 2026 becomes no date.',
];

test('versions that differ by their dates alone are said to differ by their dates alone', async () => {
  assert.deepEqual(await saidAfter(), dates);
});

test('an amount, an age, an income limit and a step are each said with the old and the new one', async () => {
  const said = await saidAfter(
    ['grant: £400', 'grant: £500'],
    ['at least: 3, under: 18', 'at least: 5, under: 18'],
    ['"£21,000" }', '"£22,000" }'],
    ['not_eligible: [ask-us, section-17]', 'not_eligible: [section-17, ask-us]'],
  );
  assert.deepEqual(said, [
    ...dates,
    'eligibility: What can follow not_eligible: ask-us, section-17 becomes section-17, ask-us.',
    'eligibility: age: child age is at least 3 becomes child age is at least 5.',
    'eligibility: income: family income is under £21,000 becomes family income is under £22,000.',
    'eligibility: otherwise: The award (up to) goes from £400 to £500.',
    'eligibility: otherwise: The words for the family changed.',
  ]);
});

test('a criterion that is new, one that is gone and one that leads elsewhere are named by their published words', async () => {
  const criterion = `      - id: rate
        published: On the high rate.
        source: { in: page }
        met when: { child.rate: high }
        if not met: { outcome: not_eligible }
        if not known: carry on
        words: { met: Yes., not met: No., not known: Perhaps. }
`;
  const added = await saidAfter(['      - id: income', `${criterion}      - id: income`]);
  assert.ok(added.includes('eligibility: rate: New criterion: “On the high rate.”'), added.join('\n'));
  const renamed = await saidAfter(['id: income', 'id: means']);
  assert.ok(renamed.includes('eligibility: income: No longer a criterion: “Income under £21,000.”'));
  const softer = await saidAfter([
    'if not met: { outcome: not_eligible }',
    'if not met: { outcome: more_evidence }',
  ]);
  assert.ok(softer.includes('eligibility: age: When it is not met: not_eligible becomes more_evidence.'));
  const terms = await saidAfter(['rules:\n', 'closed to new awards from: 2026-10-01\nrules:\n']);
  assert.ok(terms.includes('dates: Closed to new awards from: no date becomes 1 October 2026.'));
});

test('no version differs from itself, and one that decides otherwise is never said to be the same', () => {
  fc.assert(
    fc.property(ruleSets, ruleSets, (rules, others) => {
      assert.deepEqual(differencesBetween(versionWith(rules), versionWith(rules)), []);
      const isAlike =
        JSON.stringify([rules.criteria, rules.results.map((row) => row.when)]) ===
        JSON.stringify([others.criteria, others.results.map((row) => row.when)]);
      if (!isAlike) assert.ok(differencesBetween(versionWith(rules), versionWith(others)).length > 0);
    }),
    { numRuns: 1000 },
  );
});

test('the criteria in words give each rule with its published sentence, what it looks at and what it awards', async () => {
  await withFolder(smallScheme, async (folder) => {
    const version = (await loadFolder(folder)).scheme?.versions[0];
    assert.ok(version);
    const [eligibility] = criteriaInWords(version);
    assert.deepEqual(
      eligibility?.criteria.map(({ published, rule, outcome }) => [published, rule, outcome]),
      [
        ['Children from 3 to 17.', 'child age is at least 3 and child age is under 18', 'not_eligible'],
        ['Income under £21,000.', 'family income is under £21,000', 'not_eligible'],
      ],
    );
    assert.deepEqual(eligibility?.otherwise.award, [
      { figure: 'up to', value: '£400' },
      { figure: 'per', value: 'family' },
    ]);
  });
});

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  bandsOf,
  checkSchemeFolder,
  type DatedFacts,
  decide,
  decideForCommandLine,
  grantOn,
  loadSchemes,
  nextQuestion,
  openQuestions,
  type Scheme,
  type SchemeVersion,
  versionFor,
  versionInForce,
} from './index.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const medway = `${root}authorities/medway`;
const published = `${root}../shared/domain/schemes-examples.json`;
const today = Temporal.PlainDate.from('2026-06-01');
const day = { 'decision.date': '2026-06-01' };

const schemes = new Map<string, Scheme>();
before(async () => {
  const loaded = await loadSchemes(medway);
  assert.ok(loaded.ok, loaded.ok ? '' : loaded.message);
  for (const scheme of loaded.value) schemes.set(scheme.id, scheme);
});

function inForce(id: string): SchemeVersion {
  const scheme = schemes.get(id);
  assert.ok(scheme);
  const version = versionInForce(scheme, today);
  assert.ok(version.ok);
  return version.value;
}

test('both schemes of Medway are whole, and all their worked examples come out as they say', async () => {
  const check = await checkSchemeFolder(`${medway}/schemes`);
  assert.deepEqual(check.problems, []);
  assert.deepEqual(
    check.schemes.map(({ scheme, examples, examplesPassed }) => [scheme, examplesPassed === examples]),
    [
      ['medway-2016', true],
      ['medway-2025', true],
    ],
  );
});

type PublishedSet = {
  id: string;
  examples: { id: string; kind: string; facts: object; expected: { outcome: string; award: unknown } }[];
};

test('the published worked examples come out of the command line', {
  skip: existsSync(published) ? false : 'schemes-examples.json is not beside this checkout',
}, async () => {
  const sets: PublishedSet[] = JSON.parse(readFileSync(published, 'utf8'));
  let compared = 0;
  for (const { id, examples } of sets.filter((set) => schemes.has(set.id))) {
    for (const example of examples) {
      const folder = `${medway}/schemes/${id}`;
      const factsJson = JSON.stringify(example.facts);
      const printed = await decideForCommandLine({ folder, factsJson, today });
      assert.ok(printed.ok, printed.ok ? '' : `${example.id}: ${printed.message}`);
      const { outcome, award } = printed.value;
      const { outcome: wanted, award: wantedAward } = example.expected;
      assert.deepEqual(
        { id: example.id, outcome, award },
        { id: example.id, outcome: wanted, award: wantedAward },
      );
      compared += 1;
    }
  }
  assert.equal(compared, 11);
});

describe('the scheme of 2025', () => {
  test('asks a family only what still matters, and stops when one letter is enough', () => {
    const version = inForce('medway-2025');
    const asked: string[] = [];
    let facts: DatedFacts = day;
    const answers = new Map<string, boolean | string>([
      ['child.date_of_birth', '2018-02-28'],
      ['child.other_medway_funded_service', false],
      ['evidence.diagnosis_letter', true],
    ]);
    for (let next = nextQuestion(version, facts); next; next = nextQuestion(version, facts)) {
      asked.push(next.fact);
      const answer = answers.get(next.fact);
      assert.ok(answer !== undefined, `asked for ${next.fact}`);
      facts = { ...facts, [next.fact]: answer };
    }
    assert.deepEqual(asked, [...answers.keys()]);
    assert.equal(decide(version, facts).outcome, 'assessment');
  });

  test('asks nothing more once another service rules the grant out', () => {
    const facts = { ...day, 'child.other_medway_funded_service': true };
    assert.equal(nextQuestion(inForce('medway-2025'), facts), null);
  });

  test('asks the officer, and not the family, for the level', () => {
    const version = inForce('medway-2025');
    const facts = {
      ...day,
      'child.age': 7,
      'evidence.diagnosis_letter': true,
      'child.other_medway_funded_service': false,
    };
    assert.equal(nextQuestion(version, facts), null);
    const forOfficer = openQuestions({ version, facts, sources: ['officer'] });
    assert.deepEqual(
      forOfficer.map(({ fact, answers }) => [fact, answers.map((answer) => answer.value)]),
      [['impact.level', [1, 2, 3]]],
    );
  });

  test('shows the officer three bands with amounts in pence and the published words', () => {
    const bands = bandsOf(inForce('medway-2025'));
    assert.deepEqual(
      bands.map(({ amount, chosenBy }) => [amount, chosenBy?.fact, chosenBy?.value]),
      [
        [50_000, 'impact.level', 1],
        [75_000, 'impact.level', 2],
        [100_000, 'impact.level', 3],
      ],
    );
    assert.ok(bands.every((band) => band.published.length > 20 && band.publishedIn.at === 'section 3.2'));
  });

  test('never ends without a next step, and a no leads to an assessment and to somebody to talk to', () => {
    const version = inForce('medway-2025');
    for (const ruleSet of version.rules.values()) {
      for (const outcome of ruleSet.outcomes)
        assert.ok((ruleSet.onward.get(outcome) ?? []).length > 0, outcome);
    }
    const kinds = decide(version, { ...day, 'child.age': 18 }).next.map((step) => step.kind);
    assert.ok(kinds.includes('assessment') && kinds.includes('talk') && kinds.includes('appeal'));
  });

  test('says an amount in the words of the reason, so that a changed figure changes the words', () => {
    const facts = {
      ...day,
      'child.age': 7,
      'evidence.diagnosis_letter': true,
      'child.other_medway_funded_service': false,
      'impact.level': 2,
    };
    const decision = decide(inForce('medway-2025'), facts);
    assert.match(decision.reasons.at(-1)?.because ?? '', /level 2 is £750 a year/);
  });
});

test('the scheme of 2016 is decided under the proposed reform only when that is asked for', () => {
  const scheme = schemes.get('medway-2016');
  assert.ok(scheme);
  const asked = versionFor({ scheme, facts: { policy: 'proposed' }, on: today });
  const unasked = versionFor({ scheme, facts: {}, on: today });
  assert.deepEqual([asked.ok && asked.value.id, unasked.ok && unasked.value.id], ['proposed-2024', '2016']);
  assert.equal(bandsOf(inForce('medway-2016')).length, 3);
});

test('there is no version before the scheme began, and the refusal says when it did', () => {
  const scheme = schemes.get('medway-2025');
  assert.ok(scheme);
  const version = versionInForce(scheme, Temporal.PlainDate.from('2020-01-01'));
  assert.ok(!version.ok);
  assert.match(version.message, /no version in force on 1 January 2020.*from 1 October 2024/);
});

test('the grant that families apply for is the scheme that is offered, not the one kept for the record', async () => {
  const grant = await grantOn(medway, today);
  assert.deepEqual([grant?.scheme.id, grant?.version.id], ['medway-2025', '2024-10']);
  assert.equal(await grantOn(medway, Temporal.PlainDate.from('2020-01-01')), null);
});

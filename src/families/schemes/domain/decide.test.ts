import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  allFacts,
  conditions,
  declarations,
  ruleSets,
  someFacts,
  versionWith,
} from '../test-support/generated-rules.ts';
import { decide } from './decide.ts';
import { evaluate } from './evaluate.ts';
import type { DatedFacts, Facts } from './facts.ts';
import { unknownIn } from './facts-in.ts';
import { knownFacts } from './known.ts';
import { nextQuestion, openQuestions } from './next-question.ts';
import { canBeMet } from './reach.ts';

const runs = { numRuns: 2000 };

/** The facts that are known stay; those that are not are taken from `more`. */
function completed(facts: Facts, more: DatedFacts): DatedFacts {
  const known = Object.entries(facts).filter(([, value]) => value !== undefined);
  return { ...more, ...Object.fromEntries(known) };
}

test('the order in which criteria are written does not change the decision', () => {
  fc.assert(
    fc.property(ruleSets, someFacts, fc.nat(), (rules, facts, by) => {
      const turn = by % Math.max(1, rules.criteria.length);
      const criteria = [...rules.criteria.slice(turn), ...rules.criteria.slice(0, turn)].reverse();
      const one = decide(versionWith(rules), facts);
      const other = decide(versionWith({ ...rules, criteria }), facts);
      assert.equal(other.outcome, one.outcome);
      assert.deepEqual(other.award, one.award);
      assert.deepEqual(other.next, one.next);
      assert.equal(other.officerDecides, one.officerDecides);
      assert.deepEqual([...other.missing].sort(), [...one.missing].sort());
    }),
    runs,
  );
});

test('a fact that the rules do not mention changes nothing at all', () => {
  fc.assert(
    fc.property(ruleSets, someFacts, fc.string(), fc.boolean(), (rules, facts, name, value) => {
      fc.pre(!declarations.has(name) && name !== 'decision.date' && name !== '__proto__');
      const version = versionWith(rules);
      assert.deepEqual(decide(version, { ...facts, [name]: value }), decide(version, facts));
    }),
    runs,
  );
});

test('answering what is missing never contradicts a reason that is settled', () => {
  fc.assert(
    fc.property(ruleSets, someFacts, allFacts, (rules, facts, more) => {
      const version = versionWith(rules);
      const later = new Map(decide(version, completed(facts, more)).reasons.map((r) => [r.criterion, r.met]));
      for (const reason of decide(version, facts).reasons) {
        if (!reason.criterion.startsWith('criterion-') || reason.met === null) continue;
        assert.equal(later.get(reason.criterion), reason.met);
      }
    }),
    runs,
  );
});

test('when nothing is missing, no further fact changes the outcome or the award', () => {
  let settled = 0;
  fc.assert(
    fc.property(ruleSets, someFacts, allFacts, (rules, facts, more) => {
      const version = versionWith(rules);
      const now = decide(version, facts);
      if (now.missing.length > 0) return;
      if (Object.keys(facts).length < 6) settled += 1;
      assert.equal(nextQuestion(version, facts), null);
      const later = decide(version, completed(facts, more));
      assert.equal(later.outcome, now.outcome);
      assert.deepEqual(later.award, now.award);
    }),
    { numRuns: 5000 },
  );
  assert.ok(settled > 200, `only ${settled} of the trials had something left to answer`);
});

test('what is missing names everything that the outcome still hangs on, and any fixed award', () => {
  fc.assert(
    fc.property(ruleSets, someFacts, allFacts, allFacts, (rules, facts, one, other) => {
      const version = versionWith(rules);
      const missing = decide(version, facts).missing.map((fact) => (fact === 'has_rate' ? 'rate' : fact));
      const sameWhereMissing = Object.fromEntries(missing.map((fact) => [fact, one[fact]]));
      const first = decide(version, completed(facts, one));
      const second = decide(version, completed(facts, { ...other, ...sameWhereMissing }));
      assert.equal(second.outcome, first.outcome);
      // The facts that an amount is worked out from are only asked once it is known that its row applies.
      const isFixed = rules.results.every((row) => {
        const hours = row.award?.get('hours');
        return hours?.kind !== 'number' || hours.of.kind !== 'fact';
      });
      if (isFixed) assert.deepEqual(second.award, first.award);
    }),
    { numRuns: 5000 },
  );
});

test('when all is known, nothing is missing and nothing is asked', () => {
  fc.assert(
    fc.property(ruleSets, allFacts, (rules, facts) => {
      const version = versionWith(rules);
      assert.deepEqual(decide(version, facts).missing, []);
      assert.equal(nextQuestion(version, facts), null);
    }),
    runs,
  );
});

test('asking one question after another ends, and asks nothing twice and nothing that is known', () => {
  fc.assert(
    fc.property(ruleSets, someFacts, allFacts, (rules, facts, person) => {
      const version = versionWith(rules);
      let known: DatedFacts = facts;
      const asked = new Set<string>();
      for (let question = nextQuestion(version, known); question; question = nextQuestion(version, known)) {
        assert.ok(!asked.has(question.fact) && known[question.fact] === undefined, question.fact);
        asked.add(question.fact);
        known = { ...known, [question.fact]: person[question.fact] };
      }
      assert.equal(decide(version, known).outcome, decide(version, completed(known, person)).outcome);
    }),
    runs,
  );
});

test('a question that the person cannot answer is not asked again', () => {
  fc.assert(
    fc.property(ruleSets, someFacts, (rules, facts) => {
      const version = versionWith(rules);
      const first = nextQuestion(version, facts);
      if (!first) return;
      const others = openQuestions({ version, facts, skipped: [first.fact] });
      assert.ok(others.every((question) => question.fact !== first.fact));
    }),
    runs,
  );
});

test('a decision can be stored as JSON and replayed from the facts that it holds', () => {
  fc.assert(
    fc.property(ruleSets, someFacts, (rules, facts) => {
      const version = versionWith(rules);
      const decision = decide(version, facts);
      const stored = JSON.parse(JSON.stringify(decision));
      assert.deepEqual(stored, decision);
      assert.deepEqual(decide(version, stored.facts), decision);
    }),
    runs,
  );
});

test('a condition that is not known names a fact to ask, and one that is known names none', () => {
  fc.assert(
    fc.property(conditions, someFacts, (condition, facts) => {
      const known = knownFacts(declarations, facts);
      assert.equal(unknownIn(condition, known).length > 0, evaluate(condition, known) === null);
    }),
    runs,
  );
});

test('the search for contradictions never cries wolf, and finds what facts can meet', () => {
  let impossible = 0;
  fc.assert(
    fc.property(conditions, fc.array(allFacts, { minLength: 20, maxLength: 20 }), (condition, tries) => {
      const isMet = tries.some((facts) => evaluate(condition, knownFacts(declarations, facts)) === true);
      const isPossible = canBeMet(condition, declarations);
      if (!isPossible) impossible += 1;
      assert.ok(isPossible || !isMet);
    }),
    runs,
  );
  assert.ok(impossible > 0, 'no trial had a condition that cannot be met');
});

test('a decision takes far less than 5 milliseconds', () => {
  const [rules] = fc.sample(
    ruleSets.filter((set) => set.criteria.length === 4),
    { numRuns: 1, seed: 7 },
  );
  const cases = fc.sample(someFacts, { numRuns: 1000, seed: 7 });
  assert.ok(rules);
  const version = versionWith(rules);
  const before = performance.now();
  for (const facts of cases) decide(version, facts);
  const each = (performance.now() - before) / cases.length;
  assert.ok(each < 1, `${each} ms a decision`);
});

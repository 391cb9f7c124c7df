import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { decideUnder } from './domain/decide.ts';
import type { FactValue } from './domain/fact-value.ts';
import type { DatedFacts, FactDeclaration } from './domain/facts.ts';
import { readValue } from './domain/read-value.ts';
import type { SchemeVersion } from './domain/scheme.ts';
import { schemeFoldersIn } from './folder/check.ts';
import { type LoadedFolder, loadFolder } from './folder/load-folder.ts';

/** The laws of the evaluator, tried on the schemes of the councils with facts near and far from their examples. */

const authorities = fileURLToPath(new URL('../../../authorities', import.meta.url));
const loaded: LoadedFolder[] = [];
before(async () => {
  for (const name of readdirSync(authorities)) {
    for (const folder of await schemeFoldersIn(join(authorities, name, 'schemes')))
      loaded.push(await loadFolder(folder));
  }
  assert.ok(loaded.length >= 2);
});

type Case = {
  readonly folder: string;
  readonly version: SchemeVersion;
  readonly rules: string;
  readonly facts: fc.Arbitrary<DatedFacts>;
};

function cases(): readonly Case[] {
  return loaded.flatMap(({ folder, scheme, examples }) =>
    (scheme?.versions ?? []).flatMap((version) => {
      const facts = factsFor(version, examples?.raw.examples.map((one) => one.facts) ?? []);
      return [...version.rules.keys()].map((rules) => ({ folder: basename(folder), version, rules, facts }));
    }),
  );
}

/** Facts that nothing is worked out for: what the examples say of them, or anything else of their type. */
function factsFor(
  version: SchemeVersion,
  examples: readonly Record<string, unknown>[],
): fc.Arbitrary<DatedFacts> {
  const model: Record<string, fc.Arbitrary<FactValue>> = {};
  for (const [name, declaration] of version.facts) {
    if (declaration.derivation) continue;
    const said = examples.flatMap((facts) => {
      const value = readValue(
        declaration,
        facts[name] === 'yes' || facts[name] === 'no' ? facts[name] === 'yes' : facts[name],
      );
      return value.ok ? [value.value] : [];
    });
    const any = anyOf(declaration);
    model[name] = said.length > 0 ? fc.oneof(fc.constantFrom(...said), any) : any;
  }
  const day = fc.constantFrom('2023-10-04', '2025-06-01', '2026-02-28', '2026-06-01');
  return fc
    .tuple(fc.record(model, { requiredKeys: [] }), day)
    .map(([facts, on]) => ({ ...facts, 'decision.date': on }));
}

const someDay = fc
  .integer({ min: 0, max: 9500 })
  .map((days) => Temporal.PlainDate.from('2000-06-01').add({ days }).toString());

function anyOf(declaration: FactDeclaration): fc.Arbitrary<FactValue> {
  const answers = declaration.answers.map((answer) => answer.value);
  switch (declaration.type) {
    case 'yes or no':
      return fc.boolean();
    case 'whole number':
      return answers.length > 0 ? fc.constantFrom(...answers) : fc.integer({ min: 0, max: 130 });
    case 'money':
      return fc.integer({ min: 0, max: 3_000_000 });
    case 'hours':
    case 'decimal':
      return fc.integer({ min: 0, max: 5_000 });
    case 'choice':
      return fc.constantFrom(...answers.map(String));
    case 'choices':
      return fc.subarray(answers.map(String));
    case 'date':
      return someDay;
    case 'date and time':
      return someDay.map((day) => `${day}T10:00`);
    case 'period':
      return fc.tuple(someDay, someDay).map((days) => days.sort());
    case 'text':
    case 'postcode':
      return fc.constantFrom('ME7 1HF', 'somewhere');
    case 'list': {
      const fields = declaration.fields.filter((field) => field.derivation === null);
      const entry = fc.record(Object.fromEntries(fields.map((field) => [field.name, anyOf(field)])), {
        requiredKeys: [],
      });
      return fc.array(entry, { maxLength: 3 }) as fc.Arbitrary<FactValue>;
    }
  }
}

const runs = { numRuns: 60 };

describe('over the schemes of the councils', () => {
  test('a criterion that is met or not met stays so whatever more is learnt', () => {
    for (const { folder, version, rules, facts } of cases()) {
      fc.assert(
        fc.property(facts, fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), (all, forgotten) => {
          const names = Object.keys(all).filter((name) => name !== 'decision.date');
          const kept = names.filter((_, index) => !forgotten[index % 60]);
          const fewer = {
            ...Object.fromEntries(kept.map((name) => [name, all[name]])),
            'decision.date': all['decision.date'],
          };
          const later = new Map(
            decideUnder({ version, rules, facts: all }).reasons.map((one) => [one.criterion, one.met]),
          );
          const ids = version.rules.get(rules)?.criteria.map(({ id }) => id) ?? [];
          for (const { criterion, met } of decideUnder({ version, rules, facts: fewer }).reasons) {
            if (met !== null && ids.includes(criterion))
              assert.equal(later.get(criterion), met, `${folder} ${criterion}`);
          }
        }),
        runs,
      );
    }
  });

  test('the order of the criteria changes neither outcome nor award', () => {
    for (const { folder, version, rules, facts } of cases()) {
      const ruleSet = version.rules.get(rules);
      assert.ok(ruleSet);
      const turned = {
        ...version,
        rules: new Map([[rules, { ...ruleSet, criteria: [...ruleSet.criteria].reverse() }]]),
      };
      fc.assert(
        fc.property(facts, (all) => {
          const [one, other] = [
            decideUnder({ version, rules, facts: all }),
            decideUnder({ version: turned, rules, facts: all }),
          ];
          assert.deepEqual([other.outcome, other.award], [one.outcome, one.award], folder);
        }),
        runs,
      );
    }
  });

  test('a fact that the rules do not mention changes nothing at all', () => {
    for (const { folder, version, rules, facts } of cases()) {
      const mentions = version.rules.get(rules)?.mentions ?? new Set();
      const others = [...version.facts.values()].filter((fact) => !mentions.has(fact.name));
      const more = fc.record({
        ...Object.fromEntries(others.map((fact) => [fact.name, anyOf(fact)])),
        'not.a_fact': fc.boolean(),
      });
      fc.assert(
        fc.property(facts, more, (all, extra) => {
          const without = Object.fromEntries(Object.entries(all).filter(([name]) => !(name in extra)));
          const plain = { ...without, 'decision.date': all['decision.date'] };
          const one = decideUnder({ version, rules, facts: plain });
          assert.deepEqual(decideUnder({ version, rules, facts: { ...plain, ...extra } }), one, folder);
        }),
        runs,
      );
    }
  });

  test('when nothing is missing, no further fact changes the outcome or the award', () => {
    for (const { folder, version, rules, facts } of cases()) {
      fc.assert(
        fc.property(facts, facts, (some, more) => {
          const now = decideUnder({ version, rules, facts: some });
          if (now.missing.length > 0) return;
          const later = decideUnder({ version, rules, facts: { ...more, ...some } });
          assert.deepEqual([later.outcome, later.award], [now.outcome, now.award], folder);
        }),
        runs,
      );
    }
  });

  test('every outcome that comes out leads on to a next step', () => {
    for (const { folder, version, rules, facts } of cases()) {
      fc.assert(
        fc.property(facts, (all) => {
          const { outcome, next } = decideUnder({ version, rules, facts: all });
          assert.ok(next.length > 0, `${folder} ${outcome}`);
        }),
        runs,
      );
    }
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type FactAnswer, type Facts, factDefinitions, type NeedsProfile } from '#families/register/index.ts';
import { needsProfile } from '../../../families/register/domain/needs-profile.ts';
import { needsOfProfile } from './needs-of-profile.ts';

const day = Temporal.PlainDate.from('2026-11-01');

function profileOf(answers: Readonly<Record<string, FactAnswer>>): NeedsProfile {
  const facts: Facts = new Map(
    Object.entries(answers).map(([key, answer]) => [
      key,
      {
        key,
        answer,
        saidBy: 'the family',
        saidOn: day,
        reviewOn: null,
        recordedBy: 'x',
        recordedAt: Temporal.Instant.from('2026-11-01T10:00:00Z'),
      },
    ]),
  );
  return needsProfile(facts);
}

test('of a child of whom nothing was said nothing is needed', () => {
  assert.deepEqual(needsOfProfile(profileOf({})), {});
});

test('"no" and "none" are no needs', () => {
  const none = profileOf({
    'personal-care': 'none',
    medication: ['none'],
    epilepsy: 'no',
    moving: 'alone',
    hoist: 'no',
    feeding: ['by-mouth'],
    communication: ['speech'],
    'hearing-and-sight': ['no'],
    behaviour: ['none'],
    'secure-site': 'no',
  });
  assert.deepEqual(needsOfProfile(none), {});
});

test('what the register holds of a child stands for the features that answer it', () => {
  const profile = profileOf({
    'personal-care': 'full',
    medication: ['regular', 'rescue'],
    epilepsy: 'active',
    feeding: ['peg'],
    moving: 'wheelchair',
    hoist: 'yes',
    communication: ['makaton', 'pecs'],
    sensory: ['noise'],
    behaviour: ['runs'],
    'supervision-group': '1:1',
  });
  assert.deepEqual(needsOfProfile(profile), {
    'personal-care': 'must',
    medication: 'must',
    'rescue-medication': 'must',
    epilepsy: 'must',
    'tube-feeding': 'must',
    'step-free': 'must',
    'accessible-toilet': 'must',
    'moving-and-handling': 'must',
    hoist: 'must',
    'changing-place': 'must',
    makaton: 'would-help',
    pecs: 'would-help',
    'secure-site': 'must',
    'one-to-one': 'must',
    'quiet-space': 'would-help',
    'no-sudden-noise': 'would-help',
  });
});

test('who runs off and yet needs no closed site was asked, and the answer counts', () => {
  const needs = needsOfProfile(profileOf({ behaviour: ['runs'], 'secure-site': 'no' }));
  assert.equal(needs['secure-site'], undefined);
});

/** Answers that say no need of a place, or that the words of others say. */
const without = new Set([
  'personal-care:none',
  'feeding:by-mouth',
  'medication:none',
  'epilepsy:no',
  'moving:alone',
  'hoist:no',
  'communication:speech',
  'communication:some-words',
  'communication:own-signs',
  'hearing-and-sight:no',
  'behaviour:none',
  'behaviour:no-danger',
  'secure-site:no',
]);
const asked = [
  'personal-care',
  'feeding',
  'medication',
  'epilepsy',
  'moving',
  'hoist',
  'communication',
].concat(['hearing-and-sight', 'behaviour', 'sensory', 'secure-site']);

test('every answer that the register asks for about care and safety leads to a feature, or is listed as none', () => {
  let count = 0;
  for (const definition of [...factDefinitions.values()].filter(({ key }) => asked.includes(key)))
    for (const { value } of definition.options ?? []) {
      count += 1;
      const answer = definition.kind === 'choices' ? [value] : value;
      const needs = Object.keys(needsOfProfile(profileOf({ [definition.key]: answer })));
      assert.equal(
        needs.length === 0,
        without.has(`${definition.key}:${value}`),
        `${definition.key}:${value}`,
      );
    }
  assert.ok(count > 35, `${count}`);
});

test('saying more never takes a need away, but for a closed site that was said not to be needed', () => {
  const options = [...factDefinitions.values()]
    .filter(({ key, kind }) => asked.includes(key) && kind === 'choices')
    .flatMap(({ key, options: all = [] }) => all.map(({ value }) => [key, value] as const));
  const anyAnswers = fc.subarray(options).map((chosen) => {
    const answers: Record<string, string[]> = {};
    for (const [key, value] of chosen) answers[key] = [...(answers[key] ?? []), value];
    return answers;
  });
  fc.assert(
    fc.property(anyAnswers, anyAnswers, (one, other) => {
      const both: Record<string, string[]> = { ...one };
      for (const [key, values] of Object.entries(other)) both[key] = [...(both[key] ?? []), ...values];
      const after = needsOfProfile(profileOf(both));
      for (const [feature, weight] of Object.entries(needsOfProfile(profileOf(one))))
        assert.equal(new Map(Object.entries(after)).get(feature), weight);
    }),
  );
});

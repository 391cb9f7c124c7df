import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kinds } from '#offer/directory/index.ts';
import { type ChildDescription, likes } from './domain/child-description.ts';
import { featureNames, features } from './domain/features.ts';
import { matchList, matchSummary } from './match-parts.ts';

const child: ChildDescription = {
  age: 9,
  needs: {
    medication: 'must',
    hoist: 'must',
    makaton: 'would-help',
    'secure-site': 'must',
    'quiet-space': 'must',
  },
  likes: [],
};
const ages = { from: 5, to: 16 };
const words = (html: { readonly text: string }) =>
  html.text
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

test('the summary says how many needs are met, what to ask about, and what is not there', () => {
  const most = {
    medication: 'meets',
    makaton: 'meets',
    'secure-site': 'meets',
    'quiet-space': 'meets',
  } as const;
  assert.equal(words(matchSummary(child, { ages, access: most })), 'Meets 5 of 6. Ask about: hoist.');
  assert.match(matchSummary(child, { ages, access: most }).text, /daybreak-match--ask/);
  const ruledOut = { ...most, hoist: 'does-not-meet', makaton: 'ask' } as const;
  assert.equal(
    words(matchSummary(child, { ages, access: ruledOut })),
    'Meets 4 of 6. No: hoist. Ask about: Makaton.',
  );
  assert.match(matchSummary(child, { ages, access: ruledOut }).text, /daybreak-match--no/);
  const all = { ...most, hoist: 'meets' } as const;
  assert.equal(words(matchSummary(child, { ages, access: all })), 'Meets all 6 of your child’s needs.');
  assert.match(matchSummary(child, { ages, access: all }).text, /daybreak-match--yes/);
});

test('a child of whom no need was told has no summary and no list', () => {
  const nothing = { age: null, needs: {}, likes: ['swimming'] } as const;
  assert.equal(matchSummary(nothing, { ages, access: {} }).text, '');
  assert.equal(matchList(nothing, { ages, access: {} }).text, '');
});

test('the list says each need with its answer in words, and what is only a wish', () => {
  const list = words(matchList(child, { ages, access: { hoist: 'meets', medication: 'does-not-meet' } }));
  assert.match(list, /^Yes For age 9 ?No Gives medicine ?Yes Hoist ?Ask Makaton \(would help\)/);
});

test('what a child may like is a kind of short break', () => {
  for (const like of Object.keys(likes)) assert.ok(Object.hasOwn(kinds, like), like);
});

test('the words of the vocabulary are there for every feature, each once', () => {
  const shorts = featureNames.map((name) => features[name].short);
  assert.equal(new Set(shorts).size, shorts.length);
  for (const name of featureNames) {
    assert.match(name, /^[a-z]+(-[a-z]+)*$/);
    assert.doesNotMatch(features[name].label, /\.$/);
    assert.match(features[name].definition, /^[A-Z].*\.$/);
  }
});

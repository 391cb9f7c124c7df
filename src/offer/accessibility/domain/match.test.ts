import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  type ChildDescription,
  type Like,
  likes,
  readDescription,
  saysSomething,
  type Weight,
  writeDescription,
} from './child-description.ts';
import { type Feature, featureNames, type Offered, offered } from './features.ts';
import { countOf, type Deciding, matchOf } from './match.ts';

const anyNeeds = fc.dictionary(
  fc.constantFrom(...featureNames),
  fc.constantFrom<Weight>('must', 'would-help'),
) as fc.Arbitrary<Partial<Record<Feature, Weight>>>;
const anyChild: fc.Arbitrary<ChildDescription> = fc.record({
  age: fc.option(fc.integer({ min: 0, max: 25 })),
  needs: anyNeeds,
  likes: fc.subarray(Object.keys(likes) as Like[]),
});
const anyListing: fc.Arbitrary<Deciding> = fc.record({
  access: fc.dictionary(fc.constantFrom(...featureNames), fc.constantFrom(...offered)) as fc.Arbitrary<
    Partial<Record<Feature, Offered>>
  >,
  ages: fc
    .tuple(fc.integer({ min: 0, max: 25 }), fc.integer({ min: 0, max: 25 }))
    .map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) })),
});

const child: ChildDescription = {
  age: 9,
  needs: { hoist: 'must', makaton: 'would-help', 'quiet-space': 'must' },
  likes: ['swimming'],
};

test('each need is answered by what the listing says of it, and the age by its ages', () => {
  const listing: Deciding = {
    access: { hoist: 'does-not-meet', makaton: 'meets' },
    ages: { from: 5, to: 9 },
  };
  assert.deepEqual(matchOf(child, listing), [
    { need: 'age', weight: 'must', answer: 'meets' },
    { need: 'hoist', weight: 'must', answer: 'does-not-meet' },
    { need: 'makaton', weight: 'would-help', answer: 'meets' },
    { need: 'quiet-space', weight: 'must', answer: 'ask' },
  ]);
  const count = countOf(matchOf(child, listing));
  assert.equal(count.meets, 2);
  assert.equal(count.all, 4);
  assert.equal(count.isRuledOut, true);
  assert.equal(matchOf(child, { access: {}, ages: { from: 10, to: 11 } })[0]?.answer, 'does-not-meet');
});

test('what only would help never rules a listing out', () => {
  const wished = { ...child, needs: { hoist: 'would-help' } } as const;
  const count = countOf(matchOf(wished, { access: { hoist: 'does-not-meet' }, ages: { from: 0, to: 25 } }));
  assert.equal(count.isRuledOut, false);
  assert.equal(count.doesNotMeet.length, 1);
});

describe('the laws of matching', () => {
  test('a statement that is missing is always "ask", never yes and never no', () => {
    fc.assert(
      fc.property(anyChild, anyListing, (described, listing) => {
        for (const { need, answer } of matchOf(described, listing))
          if (need !== 'age') assert.equal(answer, listing.access[need] ?? 'ask');
      }),
    );
  });

  test('telling more of a child changes no answer that was given before', () => {
    fc.assert(
      fc.property(anyChild, anyNeeds, anyListing, (described, more, listing) => {
        const told = new Map(matchOf(described, listing).map(({ need, answer }) => [need, answer]));
        const after = matchOf({ ...described, needs: { ...described.needs, ...more } }, listing);
        for (const [need, answer] of told)
          assert.equal(after.find((one) => one.need === need)?.answer, answer);
      }),
    );
  });

  test('a listing that says more never turns "meets" into "ask"', () => {
    fc.assert(
      fc.property(anyChild, anyListing, anyListing, (described, listing, other) => {
        const more = { ...listing, access: { ...other.access, ...listing.access } };
        const before = matchOf(described, listing);
        const after = matchOf(described, more);
        for (const [at, one] of before.entries()) if (one.answer !== 'ask') assert.deepEqual(after[at], one);
        assert.ok(countOf(after).ask.length <= countOf(before).ask.length);
        assert.ok(countOf(after).meets >= countOf(before).meets);
      }),
    );
  });

  test('in which order the needs were told does not matter', () => {
    const shuffled = anyChild.chain((described) =>
      fc
        .shuffledSubarray(Object.entries(described.needs), {
          minLength: Object.keys(described.needs).length,
        })
        .map((needs) => ({ described, other: { ...described, needs: Object.fromEntries(needs) } })),
    );
    fc.assert(
      fc.property(shuffled, anyListing, ({ described, other }, listing) => {
        assert.deepEqual(matchOf(other, listing), matchOf(described, listing));
        assert.equal(writeDescription(other), writeDescription(described));
      }),
    );
  });

  test('every need is counted once', () => {
    fc.assert(
      fc.property(anyChild, anyListing, (described, listing) => {
        const count = countOf(matchOf(described, listing));
        assert.equal(count.meets + count.ask.length + count.doesNotMeet.length, count.all);
        assert.equal(count.all, Object.keys(described.needs).length + (described.age === null ? 0 : 1));
      }),
    );
  });
});

describe('the text of a description', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(anyChild, (described) => {
        const read = readDescription(writeDescription(described));
        if (!saysSomething(described)) return assert.equal(read, null);
        assert.deepEqual(read, {
          ...described,
          needs: Object.fromEntries(
            featureNames.flatMap((name) => (described.needs[name] ? [[name, described.needs[name]]] : [])),
          ),
        });
      }),
    );
  });

  test('of something else says nothing, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readDescription(text);
        if (read !== null) assert.ok(saysSomething(read));
      }),
    );
    for (const text of ['', '||', '26||', '-1|hoist|', '9|hoist', '9|hoist||', '|gone-from-the-vocabulary!|'])
      assert.equal(readDescription(text), null, text);
  });

  test('fits into a cookie with every need and every like', () => {
    const needs = Object.fromEntries(featureNames.map((name) => [name, 'must'] as const));
    const all = { age: 25, needs, likes: Object.keys(likes) as Like[] };
    assert.ok(writeDescription(all).length < 1_500, `${writeDescription(all).length}`);
  });
});

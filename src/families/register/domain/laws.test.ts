import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ageOn } from '#kernel/local-date.ts';
import { needs } from '#offer/directory/index.ts';
import { readChildSearch } from './child-search.ts';
import { leavesOn, smallestShown, suppressed } from './disability-register.ts';
import { lifeOf, reminderDue } from './evidence-life.ts';
import { currentFacts, type Fact, isNhsNumber } from './fact.ts';
import { needsProfile } from './needs-profile.ts';
import { addressOn, type DatedAddress } from './people.ts';
import { definitions, sections } from './sections.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => day('1990-01-01').add({ days }));

test('a child leaves the register on the first day of being 25, and not a day before', () => {
  fc.assert(
    fc.property(anyDay, (born) => {
      const last = leavesOn(born);
      assert.equal(ageOn(born, last), 25);
      assert.equal(ageOn(born, last.subtract({ days: 1 })), 24);
    }),
  );
  assert.equal(leavesOn(day('2004-02-29')).toString(), '2029-03-01');
  assert.equal(leavesOn(day('2004-03-01')).toString(), '2029-03-01');
  assert.equal(leavesOn(day('2004-02-28')).toString(), '2029-02-28');
});

function fact(key: string, answer: Fact['answer'], at: number): Fact {
  return {
    key,
    answer,
    saidBy: 'Somebody',
    saidOn: day('2026-01-01'),
    reviewOn: null,
    recordedBy: 'x',
    recordedAt: Temporal.Instant.fromEpochMilliseconds(at),
  };
}

test('what holds of a fact is the last that was said, and nothing once it was taken back', () => {
  const said = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.option(fc.string({ maxLength: 4 })));
  fc.assert(
    fc.property(fc.array(said, { maxLength: 30 }), (all) => {
      const current = currentFacts(all.map(([key, answer], at) => fact(key, answer, at)));
      for (const key of ['a', 'b', 'c'])
        assert.deepEqual(current.get(key)?.answer ?? null, all.findLast(([one]) => one === key)?.[1] ?? null);
    }),
  );
});

test('a household that moved has one address on each day since its first', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 8 }),
      fc.nat(6000),
      (starts, asked) => {
        const begins = starts.toSorted((one, other) => one - other);
        const at = (days: number) => day('2015-01-01').add({ days });
        const history: DatedAddress[] = begins.map((start, index) => {
          const next = begins[index + 1];
          return {
            line1: String(start),
            line2: '',
            town: '',
            postcode: '',
            district: null,
            fromOn: at(start),
            untilOn: next === undefined ? null : at(next),
          };
        });
        const expected = begins.findLast((start) => start <= asked);
        assert.equal(
          addressOn(history, at(asked))?.line1,
          expected === undefined ? undefined : String(expected),
        );
      },
    ),
  );
});

test('no small number is shown, and a single hidden one cannot be worked out from the total', () => {
  const counts = fc.array(fc.nat(30), { maxLength: 8 });
  fc.assert(
    fc.property(counts, (numbers) => {
      const given = numbers.map((count, index) => ({ label: String(index), count }));
      const shown = suppressed(given);
      for (const { count } of shown) assert.ok(count === null || count === 0 || count >= smallestShown);
      const hidden = shown.filter(({ count }) => count === null).length;
      if (hidden === 1) assert.equal(numbers.filter((count) => count >= smallestShown).length, 0);
    }),
  );
  assert.deepEqual(
    suppressed([
      { label: 'a', count: 40 },
      { label: 'b', count: 3 },
      { label: 'c', count: 9 },
    ]).map(({ count }) => count),
    [40, null, null],
  );
});

test('a letter calls for its reminders six and two weeks before its last day, which is still good', () => {
  const until = day('2026-12-31');
  assert.equal(reminderDue(until, day('2026-11-18')), null);
  assert.equal(reminderDue(until, day('2026-11-19')), 6);
  assert.equal(reminderDue(until, day('2026-12-16')), 6);
  assert.equal(reminderDue(until, day('2026-12-17')), 2);
  assert.equal(reminderDue(until, until), 2);
  assert.equal(reminderDue(until, day('2027-01-01')), null);
  const letter = { holdsFrom: null, holdsUntil: until };
  assert.equal(lifeOf(letter, until), 'lapses-soon');
  assert.equal(lifeOf(letter, day('2027-01-01')), 'lapsed');
  assert.equal(lifeOf({ holdsFrom: until, holdsUntil: null }, day('2026-12-30')), 'not-yet');
});

test('an NHS number with one wrong digit is found', () => {
  assert.ok(isNhsNumber('943 476 5919'));
  fc.assert(
    fc.property(fc.nat(9), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const digits = [...'9434765919'];
      digits[at] = String((Number(digits[at]) + by) % 10);
      assert.equal(isNhsNumber(digits.join('')), false);
    }),
  );
});

test('a child’s needs speak the words of the directory, and "nobody has said" is never "no"', () => {
  const facts = currentFacts([
    fact('feeding', ['peg'], 1),
    fact('moving', 'wheelchair', 2),
    fact('epilepsy', 'active', 3),
    fact('medication', ['regular', 'rescue'], 4),
    fact('disability', ['AUT', 'HEAR'], 5),
    fact('supervision-swimming', '2:1', 6),
    fact('supervision-group', '1:3', 7),
  ]);
  const profile = needsProfile(facts);
  assert.deepEqual(profile.listed, [
    'autism',
    'complex-health',
    'epilepsy',
    'physical',
    'sensory-hearing',
    'wheelchair',
  ]);
  for (const need of profile.listed) assert.ok(Object.hasOwn(needs, need), need);
  assert.deepEqual(profile.supervisionTwelfths, { swimming: 24, group: 4 });
  assert.equal(profile.hasRescueMedication, true);
  assert.equal(profile.needsHoist, null);
  assert.equal(needsProfile(new Map()).hasRescueMedication, null);
});

test('every fact has a key of its own', () => {
  assert.equal(definitions.size, sections.flatMap(({ facts }) => facts).length);
});

test('the box of the list tells birthdays, references, postcodes and names apart', () => {
  assert.deepEqual(readChildSearch(' 27/3/2017 '), { kind: 'born', on: day('2017-03-27') });
  assert.deepEqual(readChildSearch('2017-03-27'), { kind: 'born', on: day('2017-03-27') });
  assert.deepEqual(readChildSearch('31/2/2017').kind, 'words');
  assert.deepEqual(readChildSearch('dr-7k3p-9qxm'), { kind: 'reference', reference: 'DR-7K3P-9QXM' });
  assert.deepEqual(readChildSearch('me44aa'), { kind: 'postcode', postcode: 'ME4 4AA' });
  assert.deepEqual(readChildSearch('Amira  Khan'), { kind: 'words', words: ['Amira', 'Khan'] });
  assert.deepEqual(readChildSearch('  '), { kind: 'all' });
});

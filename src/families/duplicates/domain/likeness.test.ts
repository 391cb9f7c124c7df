import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { testAuthority } from '../../../../test/database.ts';
import { weighingOn } from '../weighing.ts';
import { type Known, lettersApart, likenessOf, plain } from './likeness.ts';

const medway = path.join(import.meta.dirname, '..', '..', '..', '..', 'authorities', 'medway');
const weighing = weighingOn({ ...testAuthority, folder: medway }, Temporal.PlainDate.from('2026-11-24'));

type Change = Partial<Omit<Known, 'bornOn'>> & { readonly bornOn?: string };

function child(change: Change = {}): Known {
  const { bornOn = '2017-03-04', ...rest } = change;
  return {
    givenName: 'William',
    familyName: 'O’Brien-Shaw',
    preferredName: null,
    postcode: 'ME4 4AA',
    earlierPostcodes: [],
    nhsNumber: null,
    ...rest,
    bornOn: Temporal.PlainDate.from(bornOn),
  };
}

const examples: readonly (readonly [string, Change, Change, 'surely' | 'perhaps' | 'no', string])[] = [
  ['all the same', {}, {}, 'surely', 'same birthday'],
  ['capitals and accents', { givenName: 'Zoë' }, { givenName: 'ZOE' }, 'surely', 'same first name'],
  ['signs in the name', {}, { familyName: 'OBrien Shaw' }, 'surely', 'same family name'],
  ['a typing mistake', {}, { givenName: 'Wiliam' }, 'perhaps', 'first name differs by one letter'],
  ['a short form', {}, { givenName: 'Billy' }, 'perhaps', 'one first name is a form of the other'],
  ['a preferred name', { preferredName: 'Ziggy' }, { givenName: 'Ziggy' }, 'surely', 'same first name'],
  [
    'names swapped, elsewhere',
    {},
    { givenName: 'O’Brien-Shaw', familyName: 'William', postcode: 'CT1 1AA' },
    'perhaps',
    'first and family name swapped',
  ],
  ['day and month swapped', {}, { bornOn: '2017-04-03' }, 'perhaps', 'day and month of birth swapped'],
  ['one digit off', {}, { bornOn: '2018-03-04' }, 'perhaps', 'birthday differs by one digit'],
  ['moved', {}, { postcode: 'CT1 1AA' }, 'perhaps', 'same birthday'],
  [
    'where the other lived before',
    { earlierPostcodes: ['CT1 1AA'] },
    { postcode: 'CT1 1AA', givenName: 'Will' },
    'perhaps',
    'one lives where the other lived before',
  ],
  [
    'same sector',
    {},
    { postcode: 'ME4 4ZZ', familyName: 'Shaw' },
    'perhaps',
    'postcodes close to each other',
  ],
  ['twins', {}, { givenName: 'Rosie' }, 'no', 'another first name'],
  ['a brother', {}, { givenName: 'Thomas', bornOn: '2019-08-21' }, 'no', 'another birthday'],
  ['a namesake of another age', {}, { bornOn: '2011-11-28', postcode: 'CT1 1AA' }, 'no', 'another birthday'],
  [
    'all else the same, but another NHS number',
    { nhsNumber: '943 476 5919' },
    { nhsNumber: '9434765870' },
    'no',
    'another NHS number',
  ],
  [
    'nothing the same, but the NHS number',
    { nhsNumber: '943 476 5919' },
    { nhsNumber: '9434765919', givenName: 'Ana', familyName: 'Kowalska', bornOn: '2010-10-10', postcode: '' },
    'surely',
    'same NHS number',
  ],
];

for (const [name, one, other, verdict, reason] of examples)
  test(`two records: ${name}`, () => {
    const found = likenessOf(child(one), child(other), weighing);
    assert.equal(found.verdict, verdict, `${found.points} points: ${found.reasons.join(', ')}`);
    assert.ok(found.reasons.includes(reason), found.reasons.join(', '));
  });

const name = fc.constantFrom(
  'Will',
  'William',
  'Bill',
  'Ana',
  'Anna',
  'Katherine',
  'Kathryn',
  'Shaw',
  'Shaw-Lee',
);
const anyone = fc.record({
  givenName: name,
  familyName: name,
  preferredName: fc.option(name, { nil: null }),
  postcode: fc.constantFrom('ME4 4AA', 'ME4 4AB', 'CT1 1AA', ''),
  earlierPostcodes: fc.array(fc.constantFrom('ME4 4AA', 'CT1 1AA'), { maxLength: 2 }),
  nhsNumber: fc.constantFrom(null, '9434765919', '9434765870'),
  bornOn: fc
    .record({
      year: fc.integer({ min: 2016, max: 2018 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 12 }),
    })
    .map((parts) => Temporal.PlainDate.from(parts)),
});

test('it does not matter which record is named first', () => {
  fc.assert(
    fc.property(anyone, anyone, (one, other) => {
      const there = likenessOf(one, other, weighing);
      const back = likenessOf(other, one, weighing);
      assert.deepEqual(
        [there.points, there.verdict, there.reasons.toSorted()],
        [back.points, back.verdict, back.reasons.toSorted()],
      );
    }),
  );
});

test('nobody is liker to a record than the record itself, and points are whole', () => {
  fc.assert(
    fc.property(anyone, anyone, (one, other) => {
      const { points } = likenessOf(one, other, weighing);
      assert.ok(Number.isInteger(points));
      assert.ok(points <= likenessOf(one, one, weighing).points || one.givenName === one.familyName);
    }),
  );
});

test('the letters between two names: as many as were changed, and as many back', () => {
  const letters = fc.string({ minLength: 0, maxLength: 8, unit: fc.constantFrom('a', 'b', 'c') });
  fc.assert(
    fc.property(letters, letters, letters, (one, other, third) => {
      assert.equal(lettersApart(one, other), lettersApart(other, one));
      assert.equal(lettersApart(one, other) === 0, one === other);
      assert.ok(lettersApart(one, other) >= Math.abs(one.length - other.length));
      assert.ok(lettersApart(one, one + third) === third.length);
    }),
  );
  assert.equal(lettersApart('amira', 'amria'), 1);
  assert.equal(plain(' Zoë-Ann O’Neill '), 'zoeannoneill');
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { blocksAsMarkdown } from './blocks.ts';
import { changesBetween } from './changes.ts';
import { dutyStates, openGaps } from './duties.ts';
import { noViews, someFacts } from './examples.ts';
import type { Counted, Facts } from './facts.ts';
import { editsBetween, nearestOf } from './nearest.ts';
import { namesIn, referencesOf, unknownIn } from './references.ts';
import { reminderOn } from './review.ts';
import { compose, composedParts, type FrozenSection } from './statement.ts';
import { typedFiguresIn } from './typed-figures.ts';

const about = { number: 1, publishedOn: '2026-11-24', reviewBy: '2027-11-24' };

const words = fc.string({ minLength: 1, maxLength: 12 });
const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const counted: fc.Arbitrary<Counted> = fc.record({ id, words, query: words, count: fc.nat(500) });
const counts = fc.uniqueArray(counted, { maxLength: 6, selector: (one) => one.id });
const published = fc.array(fc.record({ id, words }), { maxLength: 3 });
const scheme = fc.record({
  id,
  name: words,
  about: words,
  version: fc.option(fc.record({ id, name: words, hash: words })),
  opensOn: fc.option(words),
  criteria: published,
  amounts: published,
});
const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    running: fc.nat(500),
    kinds: counts,
    times: counts,
    needs: counts,
    ages: counts,
    places: counts,
    range: counts,
    carers: counts,
    schemes: fc.uniqueArray(scheme, { maxLength: 3, selector: (one) => one.id }),
  })
  .map(someFacts);

describe('references', () => {
  test('are total: every name has a value for all facts, and no name stands twice', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const all = referencesOf({
          facts,
          views: noViews,
          about: { number: null, publishedOn: null, reviewBy: null },
        });
        assert.equal(new Set(all.map(({ name }) => name)).size, all.length);
        for (const { name, value } of all) {
          const text = typeof value === 'string' ? value : blocksAsMarkdown(value);
          assert.doesNotMatch(text, /undefined|null|NaN|\[object/, name);
          assert.ok(typeof value !== 'string' || value !== '', name);
          assert.deepEqual(unknownIn(`x {{${name}}} y`, all), []);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('an unknown one is refused with the nearest that is known, whatever was typed', () => {
    const all = referencesOf({ facts: someFacts(), views: noViews, about });
    const known = new Set(all.map(({ name }) => name));
    fc.assert(
      fc.property(
        fc.string({ maxLength: 20 }).filter((one) => !/[{}]/.test(one)),
        (typed) => {
          for (const { name, nearest } of unknownIn(`{{${typed}}}`, all)) {
            assert.ok(!known.has(name));
            assert.ok(nearest !== null && known.has(nearest));
          }
          assert.equal(namesIn(`{{${typed}}}`).length, 1, 'anything in double braces is seen');
        },
      ),
    );
    assert.equal(nearestOf('contact.fone', [...known]), 'contact.phone');
    assert.equal(nearestOf('scheme:grant.criterion', [...known]), 'scheme:grant.criteria');
  });

  test('the distance of two words is that of Levenshtein', () => {
    assert.equal(editsBetween('kitten', 'sitting'), 3);
    assert.equal(editsBetween('', 'abc'), 3);
    fc.assert(
      fc.property(words, words, (one, other) => {
        assert.equal(editsBetween(one, other), editsBetween(other, one));
        assert.equal(editsBetween(one, other) === 0, one === other);
      }),
    );
  });
});

test('every composed part says something for all facts', () => {
  fc.assert(
    fc.property(anyFacts, fc.constantFrom(...composedParts), (facts, part) => {
      const blocks = compose(part, { facts, views: noViews, about });
      assert.ok(blocks.length > 0);
      assert.doesNotMatch(blocksAsMarkdown(blocks), /undefined|NaN|\[object/);
    }),
    { numRuns: 60 },
  );
});

describe('what changed', () => {
  test('nothing, between a statement and itself', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => assert.deepEqual(changesBetween({ facts }, { facts }), [])),
      { numRuns: 60 },
    );
  });

  test('criteria, amounts, short breaks, counts, sections and contacts, in sentences', () => {
    const section = (id: string, title: string, source: string): FrozenSection => ({
      id,
      title,
      composes: null,
      source,
      markdown: source,
      html: '',
      easyRead: null,
    });
    const older = { facts: someFacts(), sections: [section('a', 'A', 'one'), section('b', 'B', 'two')] };
    const [first] = older.facts.tiers;
    const [grant] = older.facts.schemes;
    assert.ok(first !== undefined && grant !== undefined);
    const newer = {
      facts: someFacts({
        running: 1,
        contact: { ...older.facts.contact, phone: '01632 960002' },
        tiers: [
          { ...first, listings: [{ slug: 'club', title: 'A new club', provider: 'P', ages: 'Age 9' }] },
        ],
        range: older.facts.range.map((one) => ({ ...one, count: 0 })),
        schemes: [
          {
            ...grant,
            criteria: [
              { id: 'age', words: 'Under 19.' },
              { id: 'home', words: 'Lives here.' },
            ],
            amounts: [],
          },
        ],
      }),
      sections: [section('a', 'A', 'changed'), section('c', 'C', 'new')],
    };
    assert.deepEqual(changesBetween(older, newer), [
      '“A” is written anew.',
      'New section: “C”.',
      'The section “B” is gone.',
      'The grant: the criterion “Under 18.” is now “Under 19.”',
      'The grant: a new criterion, “Lives here.”',
      'The grant: the amount “£500: a little.” is gone',
      'There are 1 short breaks; there were 2.',
      'New in the directory: A new club.',
      'No longer running or no longer listed: Saturday swim; The farm.',
      'Care at home: 0, and not 1 as before.',
      'Nights away: 0, and not 1 as before.',
      'The telephone number is now 01632 960002.',
    ]);
  });

  test('rules that changed while their sentences stayed are said all the same', () => {
    const [grant] = someFacts().schemes;
    assert.ok(grant !== undefined);
    const newer = someFacts({ schemes: [{ ...grant, version: { id: 'x', name: 'x', hash: 'b' } }] });
    assert.match(changesBetween({ facts: someFacts() }, { facts: newer })[0] ?? '', /changed in detail/);
  });
});

describe('the duties', () => {
  const duties = [
    { id: 'range', title: 'Range', law: '', check: 'range' as const, sections: ['range'] },
    { id: 'criteria', title: 'Criteria', law: '', check: 'criteria' as const, sections: ['criteria'] },
    { id: 'views', title: 'Views', law: '', check: 'views' as const, sections: ['views'] },
  ];
  const section = (id: string, composes: FrozenSection['composes']) => ({
    id,
    title: id,
    composes,
    source: '',
    markdown: '',
  });
  const checked = {
    facts: someFacts(),
    views: noViews,
    about,
    today: Temporal.PlainDate.from('2026-11-24'),
    sections: [section('range', 'range'), section('criteria', 'criteria'), section('views', 'views')],
  };

  test('are met by what is there, and each names its sections', () => {
    const states = dutyStates(duties, checked, new Map());
    assert.deepEqual(
      states.map(({ id, isMet }) => [id, isMet]),
      [
        ['range', true],
        ['criteria', true],
        ['views', false],
      ],
    );
    assert.deepEqual(states[0]?.metIn, ['range']);
  });

  test('an empty kind of regulation 4, a scheme without criteria and a section that is gone are gaps', () => {
    const [grant] = checked.facts.schemes;
    assert.ok(grant !== undefined);
    const facts = someFacts({
      range: [{ id: 'overnight', words: 'Nights away', query: '', count: 0 }],
      schemes: [{ ...grant, criteria: [] }],
    });
    const states = dutyStates(duties, { ...checked, facts }, new Map());
    assert.match(states[0]?.found ?? '', /Nothing in the directory: “Nights away”/);
    assert.match(states[1]?.found ?? '', /“The grant”/);
    const without = dutyStates(duties, { ...checked, sections: [] }, new Map());
    assert.ok(without.every(({ isMet }) => !isMet));
  });

  test('criteria that staff write by reference meet the duty only when every sentence stands there', () => {
    const prose = { ...section('criteria', null), source: 'x', markdown: 'We ask: Under 18.' };
    const isMet = (sections: typeof checked.sections) =>
      dutyStates(duties.slice(1, 2), { ...checked, sections }, new Map())[0]?.isMet;
    assert.equal(isMet([prose]), true);
    assert.equal(isMet([{ ...prose, markdown: 'We ask nothing.' }]), false);
  });

  test('a gap with a reason is open no more, and is still a gap', () => {
    const states = dutyStates(duties, checked, new Map([['views', 'Asked in spring.']]));
    assert.deepEqual(openGaps(states), []);
    assert.equal(states.find(({ id }) => id === 'views')?.isMet, false);
    assert.equal(openGaps(dutyStates(duties, checked, new Map())).length, 1);
  });
});

test('figures that were typed are found with the fact to write, and facts by name are not', () => {
  const knows = { phone: '01632 960001', email: 'sb@example.org', schemes: ['grant'] };
  const found = typedFiguresIn(
    'We have 80 clubs and twelve youth clubs from 58 providers. You get £1,000. Call 01632960001 or sb@example.org.',
    knows,
  );
  assert.deepEqual(found, [
    { typed: 'twelve youth clubs', write: '{{kind:youth-club.count}}' },
    { typed: '58 providers', write: '{{listings.providers}}' },
    { typed: '80 clubs', write: '{{listings.count}}' },
    { typed: '£1,000', write: '{{scheme:grant.amounts}}' },
    { typed: '01632960001', write: '{{contact.phone}}' },
    { typed: 'sb@example.org', write: '{{contact.email}}' },
  ]);
  assert.deepEqual(typedFiguresIn('{{listings.count}} clubs in 2 towns, since 2011. Section 17.', knows), []);
});

test('reminders come twelve weeks before, on the day, and every four weeks after', () => {
  const by = Temporal.PlainDate.from('2027-11-24');
  const on = (days: number) => reminderOn(by, by.add({ days }));
  assert.deepEqual([-85, -84, -1, 0, 27, 28, 55, 56].map(on), [
    null,
    'before',
    'before',
    'due',
    'due',
    'late-1',
    'late-1',
    'late-2',
  ]);
});

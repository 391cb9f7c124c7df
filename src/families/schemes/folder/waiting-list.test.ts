import assert from 'node:assert/strict';
import { relative } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { orderOf } from '../domain/order.ts';
import { smallScheme, withFolder } from '../test-support/small-scheme.ts';
import { checkSchemeFolder } from './check.ts';
import { loadFolder } from './load-folder.ts';

const scheme = (smallScheme['scheme.yaml'] ?? '').replace(
  'steps:',
  `  group: { type: choice, from: officer, question: Which?, answers: { crisis: Crisis, new: New, renewal: Renewal } }
  points: { type: whole number, from: officer, question: Points? }
  asked_on: { type: date and time, from: register, question: When? }
  in_school: { type: yes or no, from: family, question: In school? }
steps:`,
);
const waitingList = `waiting list:
  published: Families in crisis first, then children out of school, then by points, then by date, then by lot.
  source: { in: page }
  words: We help those first who need it most.
  when the money runs low: go on to the next that fits
  order:
    - { id: group, by: group, in this order: [crisis, new, renewal], words: Families in crisis come first. }
    - { id: school, first when: { in_school: no }, words: Children out of school come next. }
    - { id: points, highest: points, words: Then those with more points. }
    - { id: date, earliest: asked_on, words: Then those who asked first. }
    - { id: lot, by lot: yes, words: Then we draw lots. }
`;
const queues = `queues:
  - id: one-behind-another
    waiting:
      - { name: Late, facts: { child.age: 5, family.income: £1, group: new, in_school: yes, points: 7, asked_on: 2025-05-02T10:00 } }
      - { name: Early, facts: { child.age: 5, family.income: £1, group: new, in_school: yes, points: 7, asked_on: 2025-05-02T09:59 } }
      - { name: Crisis, facts: { child.age: 5, family.income: £1, group: crisis, in_school: yes, points: 0, asked_on: 2025-05-30T09:00 } }
      - { name: Home, facts: { child.age: 5, family.income: £1, group: new, in_school: no, points: 1, asked_on: 2025-05-30T09:00 } }
      - { name: Many, facts: { child.age: 5, family.income: £1, group: new, in_school: yes, points: 8, asked_on: 2025-05-30T09:00 } }
      - { name: Unscored, facts: { child.age: 5, family.income: £1, group: new, in_school: yes, asked_on: 2025-05-01T09:00 } }
    expect: [Crisis, Home, Many, Early, Late, Unscored]
    fund: £900
    paid: [Crisis, Home]
    why: Each part of the order puts somebody behind.
`;
const files = {
  ...smallScheme,
  'scheme.yaml': scheme,
  'versions/2025.yaml': `${smallScheme['versions/2025.yaml']}${waitingList}`,
  'examples.yaml': `${smallScheme['examples.yaml']}${queues}`,
};

async function problemsWith(changed: { readonly [path: string]: string }): Promise<string[]> {
  return withFolder({ ...files, ...changed }, async (folder) => {
    const { problems } = await checkSchemeFolder(folder);
    return problems.map(({ file, line, message }) => `${relative(folder, file)}:${line} ${message}`);
  });
}

test('a waiting list is put in order by its published rule, and the fund pays in that order', async () => {
  assert.deepEqual(await problemsWith({}), []);
});

test('a queue that comes out otherwise is named with its line and both orders', async () => {
  const text = files['examples.yaml']
    .replace('Many, Early, Late', 'Early, Many, Late')
    .replace('paid: [Crisis, Home]', 'paid: [Crisis]');
  assert.deepEqual(await problemsWith({ 'examples.yaml': text }), [
    'examples.yaml:10 Queue one-behind-another: expected Crisis, Home, Early, Many, Late, Unscored, the rule gives Crisis, Home, Many, Early, Late, Unscored.',
    'examples.yaml:10 Queue one-behind-another: expected the fund to pay Crisis, it pays Crisis, Home.',
  ]);
});

test('a part of the order on which no queue turns is named', async () => {
  const text = files['examples.yaml'].replace('group: crisis', 'group: new');
  const problems = await problemsWith({ 'examples.yaml': text });
  assert.ok(
    problems.some((one) => /2025\.yaml:\d+ No queue in examples\.yaml turns on "group"/.test(one)),
    problems.join('\n'),
  );
});

const faults: [string, string, RegExp][] = [
  ['in this order: [crisis, new, renewal]', 'in this order: [crisis, new]', /Where does renewal come/],
  ['highest: points', 'earliest: points', /"earliest" does not fit a whole number/],
  ['id: date, earliest: asked_on', 'id: date, by lot: yes', /after the lot is never reached/],
  ['{ id: date,', '{ id: group,', /Two parts are called "group"/],
];
for (const [from, to, message] of faults) {
  test(`names the fault in "${to}"`, async () => {
    assert.ok(files['versions/2025.yaml'].includes(from), from);
    const problems = await problemsWith({
      'versions/2025.yaml': files['versions/2025.yaml'].replace(from, to),
    });
    assert.ok(
      problems.some((one) => message.test(one)),
      problems.join('\n'),
    );
  });
}

test('the order does not hang on the order in which the cases are given, and says what put each behind', async () => {
  await withFolder(files, async (folder) => {
    const version = (await loadFolder(folder)).scheme?.versions[0];
    assert.ok(version);
    const one = fc.record(
      {
        group: fc.constantFrom('crisis', 'new', 'renewal'),
        points: fc.integer({ min: 0, max: 3 }),
        in_school: fc.boolean(),
        asked_on: fc.constantFrom('2025-05-01T09:00', '2025-05-01T09:01'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), fc.nat(), (facts, turn) => {
        const cases = facts.map((known, index) => ({
          id: `${index}`,
          facts: { ...known, 'decision.date': '2025-06-01' },
        }));
        const at = turn % cases.length;
        const turned = [...cases.slice(at), ...cases.slice(0, at)].reverse();
        const order = orderOf({ version, cases }) ?? [];
        assert.deepEqual(orderOf({ version, cases: turned }), order);
        assert.deepEqual(order.map(({ id }) => id).sort(), cases.map(({ id }) => id).sort());
        for (const [index, { place, behindBy }] of order.entries()) {
          assert.equal(behindBy === null, index === 0 || place === order[index - 1]?.place);
        }
        const drawn = orderOf({ version, cases, lot: (id) => id }) ?? [];
        assert.deepEqual(
          drawn.map(({ place }) => place),
          cases.map((_, index) => index + 1),
        );
      }),
      { numRuns: 500 },
    );
  });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { differencesForCommandLine, orderForCommandLine, ticketOf } from './index.ts';
import { smallScheme, withFolder } from './test-support/small-scheme.ts';

const medway = fileURLToPath(new URL('../../../authorities/medway/schemes/medway-2016', import.meta.url));
const today = Temporal.PlainDate.from('2025-06-01');

test('the reform that Medway proposes is told in sentences with both amounts', async () => {
  const told = await differencesForCommandLine({ folder: medway, older: '2016', newer: 'proposed-2024' });
  assert.ok(told.ok);
  const sentences = told.value.map(({ place, sentence }) => `${place}: ${sentence}`);
  assert.ok(
    sentences.includes('eligibility: level-2: The award (amount) goes from £750 to £500.'),
    sentences.join('\n'),
  );
});

test('a version that is not there is refused with those that are', async () => {
  const told = await differencesForCommandLine({ folder: medway, older: '2016', newer: '2017' });
  assert.ok(!told.ok);
  assert.match(told.message, /no version "2017".*It has .*2016/);
});

const order = `waiting list:
  published: Lowest income first, then by lot.
  source: { in: page }
  words: Lowest income first.
  order:
    - { id: income, lowest: family.income, words: The lowest income comes first. }
    - { id: lot, by lot: yes, words: Then we draw lots. }
`;
const files = { ...smallScheme, 'versions/2025.yaml': `${smallScheme['versions/2025.yaml']}${order}` };
const ordered = (cases: unknown, lot?: string) =>
  withFolder(files, (folder) =>
    orderForCommandLine({
      folder,
      casesJson: JSON.stringify(cases),
      today,
      ...(lot === undefined ? {} : { lot }),
    }),
  );

test('cases come out in order, equal ones share a place until lots are drawn, and the draw can be checked', async () => {
  const cases = ['A', 'B', 'C'].map((id) => ({ id, facts: { 'family.income': id === 'C' ? 10.5 : 20 } }));
  const shared = await ordered(cases);
  assert.ok(shared.ok);
  assert.deepEqual(
    shared.value.map(({ id, place, behindBy }) => [id, place, behindBy]),
    [
      ['C', 1, null],
      ['A', 2, 'income'],
      ['B', 2, null],
    ],
  );
  const drawn = await ordered(cases, 'ball 7');
  assert.ok(drawn.ok);
  const [first, second] = ticketOf('ball 7', 'A') < ticketOf('ball 7', 'B') ? ['A', 'B'] : ['B', 'A'];
  assert.deepEqual(
    drawn.value.map(({ id, place }) => [id, place]),
    [
      ['C', 1],
      [first, 2],
      [second, 3],
    ],
  );
});

const refusals: [string, unknown, RegExp][] = [
  ['a case without a name', [{ facts: {} }], /Case 1 has no "id"/],
  [
    'two cases of one name',
    [
      { id: 'A', facts: {} },
      { id: 'A', facts: {} },
    ],
    /Two cases are called "A"/,
  ],
  ['an unknown fact', [{ id: 'A', facts: { 'family.incom': 1 } }], /Case A: .*family\.incom.*Did you mean/],
  ['no list', { id: 'A' }, /JSON list of cases/],
];
for (const [what, cases, message] of refusals) {
  test(`refuses ${what} with a sentence`, async () => {
    const result = await ordered(cases);
    assert.ok(!result.ok);
    assert.match(result.message, message);
  });
}

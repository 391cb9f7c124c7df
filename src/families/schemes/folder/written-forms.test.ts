import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallScheme, withFolder } from '../test-support/small-scheme.ts';
import { checkSchemeFolder } from './check.ts';

/** Every form of condition and calculation that docs/schemes.md lists, read from a file and decided. */

const facts = `
  born: { type: date, from: family, question: Born? }
  asked: { type: date and time, from: family, question: Asked? }
  stay: { type: period, from: family, question: Stay? }
  letters: { type: choices, from: evidence, question: Which?, answers: { doctor: Doctor, school: School, nurse: Nurse } }
  weekly: { type: money, from: register, question: Weekly? }
  balance: { type: money, from: register, question: Balance? }
  age_in_september: { type: whole number, from: register, worked out: { age of: born, on: { start of: school year, with: decision.date } } }
  months_left: { type: whole number, from: register, worked out: { months from: decision.date, to: { days: 1, after: { end of: financial year, with: decision.date } } } }
  days_old: { type: whole number, from: register, worked out: { days from: born, to: decision.date } }
  due: { type: date, from: register, worked out: { months: 12, after: decision.date } }
  excess: { type: money, from: register, worked out: { minus: [balance, { times: [weekly, 8] }] } }
`;

const version = (when: string, award: string) => `version: "1"
name: One
status: in force
from: 2020-01-01
figures: { grant: £500 }
rules:
  eligibility:
    outcomes: { not_eligible: [ask-us, section-17], eligible: [ask-us] }
    criteria:
      - id: rule
        published: A rule.
        source: { in: page }
        met when: ${when}
        if not met: { outcome: not_eligible }
        if not known: carry on
        words: { met: Yes., not met: No., not known: Perhaps. }
    results:
      - id: row
        when: { child.age: { at least: 0 } }
        if not known: carry on
        outcome: eligible
        award: ${award}
        published: A row.
        source: { in: page }
        words: Here it is.
    if results are not known: { outcome: eligible, words: Not worked out yet. }
    otherwise: { outcome: eligible, words: Nothing. }
`;

const forms: { when: string; award?: [string, string]; yes: string; no: string }[] = [
  { when: '{ born: { before: 2010-09-01 } }', yes: 'born: 2010-08-31', no: 'born: 2010-09-01' },
  { when: '{ born: { from: 2010-09-01, by: 2011-08-31 } }', yes: 'born: 2011-08-31', no: 'born: 2011-09-01' },
  {
    when: '{ asked: { by: 2025-05-31 } }',
    yes: 'asked: "2025-05-31T23:59"',
    no: 'asked: "2025-06-01T00:00"',
  },
  {
    when: '{ born: { within: { fact: stay } } }',
    yes: 'born: 2025-01-02, stay: [2025-01-01, 2025-01-02]',
    no: 'born: 2025-01-03, stay: [2025-01-01, 2025-01-02]',
  },
  { when: '{ letters: { includes: school } }', yes: 'letters: [doctor, school]', no: 'letters: []' },
  { when: '{ child.age: { one of: [3, 5] } }', yes: 'child.age: 5', no: 'child.age: 4' },
  { when: '{ child.rate: { none of: [none] } }', yes: 'child.rate: high', no: 'child.rate: none' },
  { when: '{ not: { child.rate: { is not: high } } }', yes: 'child.rate: high', no: 'child.rate: none' },
  {
    when: '{ count: { at least: 2, of: [{ letters: { includes: doctor } }, { letters: { includes: nurse } }, { child.rate: high }] } }',
    yes: 'letters: [doctor], child.rate: high',
    no: 'letters: [nurse], child.rate: none',
  },
  { when: '{ age_in_september: { under: 5 } }', yes: 'born: 2019-09-02', no: 'born: 2019-09-01' },
  { when: '{ days_old: { over: 30 } }', yes: 'born: 2025-05-01', no: 'born: 2025-05-02' },
  {
    when: '{ excess: { at most: £0 } }',
    yes: 'weekly: £50, balance: £400',
    no: 'weekly: £50, balance: £400.01',
  },
  {
    when: '{ balance: { over: { plus: [weekly, £10] } } }',
    yes: 'weekly: £50, balance: £61',
    no: 'weekly: £50, balance: £60',
  },
  {
    when: '{ child.age: { under: 18 } }',
    award: [
      '{ amount: { share of: grant, part: months_left, whole: 12, round: down, to: £1 } }',
      '{ amount: £416 }',
    ],
    yes: 'child.age: 4',
    no: 'child.age: 18',
  },
  {
    when: '{ child.age: { under: 18 } }',
    award: [
      '{ up to: { least of: [grant, { most of: [£0, balance] }] }, until: { fact: due }, forms: [money, hours] }',
      '{ up to: £120.50, until: 2026-06-01, forms: [money, hours] }',
    ],
    yes: 'child.age: 4, balance: £120.50',
    no: 'child.age: 18',
  },
];

for (const { when, award, yes, no } of forms) {
  test(`reads ${when}${award ? ` with ${award[0]}` : ''}`, async () => {
    const child = yes.includes('child.age') ? '' : 'child.age: 4, ';
    const files = {
      'scheme.yaml': (smallScheme['scheme.yaml'] ?? '').replace(
        'steps:',
        `${facts.trimStart().replace(/^/, '  ')}steps:`,
      ),
      'versions/1.yaml': version(when, award?.[0] ?? '{ hours: 10 }'),
      'examples.yaml': `on: 2025-06-01
examples:
  - id: yes
    facts: { ${child}${yes} }
    expect: { outcome: eligible, award: ${award?.[1] ?? '{ hours: 10 }'}, why: Met. }
  - id: no
    facts: { ${child}${no} }
    expect: { outcome: not_eligible, award: none, why: Not met. }
`,
    };
    await withFolder(files, async (folder) => {
      const { problems } = await checkSchemeFolder(folder);
      assert.deepEqual(
        problems.map(({ file, line, message }) => `${file.slice(folder.length)}:${line} ${message}`),
        [],
      );
    });
  });
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smallScheme, withFolder } from '../test-support/small-scheme.ts';
import { checkSchemeFolder } from './check.ts';

/** Each word for working days, clock time, lists and choices, read from a file and decided on both sides of its border. */

const facts = `
  told: { type: date, from: register, question: Told? }
  answered: { type: date, from: register, question: Answered? }
  starts: { type: date and time, from: register, question: Starts? }
  called: { type: date and time, from: register, question: Called? }
  born: { type: date, from: family, question: Born? }
  home: { type: postcode, from: family, question: Where? }
  miles: { type: decimal, from: register, question: How far? }
  weekly: { type: hours, from: register, question: Hours a week? }
  sleep: { type: choice, from: officer, question: Sleep?, answers: { good: Good, broken: Broken, none: None } }
  needs: { type: choices, from: officer, question: Needs?, answers: { lift: Lift, feed: Feed, watch: Watch } }
  alone: { type: yes or no, from: family, question: Alone? }
  stays:
    type: list
    from: register
    question: Which stays?
    each:
      arrive: { type: date }
      nights: { type: whole number }
      leave: { type: date, worked out: { days: nights, after: arrive } }
      home_name: { type: text }
      ends: { type: date, unless given: 9999-12-31 }
  income:
    type: list
    from: family
    question: What income?
    each:
      kind: { type: choice, answers: { wages: Wages, dla: DLA, tax_credit: Tax credit } }
      amount: { type: money }
      paid_on: { type: date }
  points:
    type: whole number
    from: register
    worked out: { points: { sleep: { good: 0, broken: 4, none: 8 }, needs: { lift: 3, feed: 2, watch: 1 }, alone: { yes: 5, no: 0 } } }
  rate:
    type: money
    from: register
    worked out: { choose: [ { when: { points: { at least: 10 } }, give: £20 }, { when: { alone: yes }, give: £15 } ], otherwise: £10 }
  band:
    type: choice
    from: register
    answers: { low: Low, high: High }
    worked out: { choose: [ { when: { points: { at least: 10 } }, give: high } ], otherwise: low }
  counted_income: { type: money, from: register, worked out: { total of: amount, in: income, where: { kind: { is not: dla } } } }
`;

const version = (when: string, award: string) => `version: "1"
name: One
status: in force
from: 2020-01-01
rounds:
  - { name: Spring, opens: 2025-01-06T09:00, closes: 2025-01-31T17:00 }
  - { name: Autumn, opens: 2025-09-01, closes: 2025-09-30 }
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
        when: { any: [{ child.age: { at least: 0 } }] }
        if not known: carry on
        outcome: eligible
        award: ${award}
        published: A row.
        source: { in: page }
        words: Here it is.
    if results are not known: { outcome: eligible, words: Not worked out yet. }
    otherwise: { outcome: eligible, words: Nothing. }
`;

type Form = { when: string; award?: [string, string]; yes: string; no: string };
const stay = (arrive: string, nights: number) => `{ arrive: ${arrive}, nights: ${nights} }`;
const paid = (kind: string, amount: string, on = '2025-05-01') =>
  `{ kind: ${kind}, amount: ${amount}, paid_on: ${on} }`;

const forms: Form[] = [
  // The fifth working day after Thursday 17 April 2025, with Good Friday and Easter Monday closed, is 28 April.
  {
    when: '{ answered: { by: { working days: 5, after: told } } }',
    yes: 'told: 2025-04-17, answered: 2025-04-28',
    no: 'told: 2025-04-17, answered: 2025-04-29',
  },
  {
    when: '{ told: { by: { working days: 5, before: answered } } }',
    yes: 'told: 2025-04-17, answered: 2025-04-28',
    no: 'told: 2025-04-22, answered: 2025-04-28',
  },
  {
    when: '{ answered: { by: { first: working day, from: told } } }',
    yes: 'told: 2025-04-18, answered: 2025-04-22',
    no: 'told: 2025-04-18, answered: 2025-04-23',
  },
  // The clocks go forward in the night to 30 March 2025: 48 hours before 10:00 on Monday is 10:00 on Saturday,
  // and 24 hours before 10:00 on Sunday is 09:00 on Saturday.
  {
    when: '{ called: { by: { hours: 24, before: starts } } }',
    yes: 'starts: 2025-03-30T10:00, called: 2025-03-29T09:00',
    no: 'starts: 2025-03-30T10:00, called: 2025-03-29T09:01',
  },
  {
    when: '{ called: { before: { time: "12:00", on: { last: thursday, before: starts } } } }',
    yes: 'starts: 2025-06-12T10:00, called: 2025-06-05T11:59',
    no: 'starts: 2025-06-12T10:00, called: 2025-06-05T12:00',
  },
  { when: '{ in a round: called }', yes: 'called: 2025-09-30T23:59', no: 'called: 2025-01-31T17:01' },
  { when: '{ home: { in: [ME1, "ME7 1", DA] } }', yes: 'home: me71hf', no: 'home: ME10 1AA' },
  {
    when: '{ born: { after: { years: 18, before: decision.date } } }',
    yes: 'born: 2007-06-02',
    no: 'born: 2007-06-01',
  },
  { when: '{ weekly: { at most: 2 hours 30 minutes } }', yes: 'weekly: 2.5', no: 'weekly: 151 minutes' },
  {
    when: '{ some of: { in: stays, where: { leave: { after: 2025-05-01 } } } }',
    yes: `stays: [${stay('2025-04-30', 2)}]`,
    no: `stays: [${stay('2025-04-30', 1)}]`,
  },
  {
    when: '{ some of: { in: stays, where: { ends: { from: decision.date } } } }',
    yes: `stays: [${stay('2025-04-30', 2)}]`,
    no: 'stays: [{ ends: 2025-05-31 }]',
  },
  {
    when: '{ every one of: { in: stays, where: { arrive: { from: 2025-01-01 } }, is: { nights: { at most: 17 } } } }',
    yes: `stays: [${stay('2024-12-01', 40)}, ${stay('2025-02-01', 17)}]`,
    no: `stays: [${stay('2025-02-01', 18)}]`,
  },
  {
    when: '{ number of: { in: stays, different: home_name, at most: 1 } }',
    yes: 'stays: [{ home_name: Parklands }, { home_name: Parklands }]',
    no: 'stays: [{ home_name: Parklands }, { home_name: Elsewhere }]',
  },
  // 40 nights from 1 November and 40 from 1 March lie in one window of 12 months, though in two financial years.
  {
    when: '{ longest_window: { at most: 75 } }',
    yes: `stays: [${stay('2024-11-01', 40)}, ${stay('2025-03-01', 35)}]`,
    no: `stays: [${stay('2024-11-01', 40)}, ${stay('2025-03-01', 40)}]`,
  },
  {
    when: '{ this_year: { at most: 10 } }',
    yes: `stays: [${stay('2025-03-25', 17)}]`,
    no: `stays: [${stay('2025-03-25', 18)}]`,
  },
  {
    when: '{ counted_income: { under: £21000 } }',
    yes: `income: [${paid('wages', '£20999.99')}, ${paid('dla', '£9000')}]`,
    no: `income: [${paid('wages', '£20999.99')}, ${paid('tax_credit', '£0.01')}]`,
  },
  {
    when: '{ paid_in_a_year: { at most: £1000 } }',
    yes: `income: [${paid('wages', '£600', '2024-06-01')}, ${paid('wages', '£600', '2025-06-01')}]`,
    no: `income: [${paid('wages', '£600', '2024-06-02')}, ${paid('wages', '£600', '2025-06-01')}]`,
  },
  {
    when: '{ last_paid: { before: { months: 6, before: decision.date } } }',
    yes: `income: [${paid('wages', '£1', '2024-11-30')}]`,
    no: `income: [${paid('wages', '£1', '2024-12-01')}, ${paid('wages', '£1', '2024-01-01')}]`,
  },
  { when: '{ miles: { over: 2.5 } }', yes: 'miles: 2.501', no: 'miles: 2.5' },
  { when: '{ needs: { includes one of: [lift, feed] } }', yes: 'needs: [feed]', no: 'needs: [watch]' },
  { when: '{ needs: { includes all of: [lift, feed] } }', yes: 'needs: [feed, lift]', no: 'needs: [feed]' },
  { when: '{ needs_given: { at least: 2 } }', yes: 'needs: [feed, lift]', no: 'needs: [feed]' },
  {
    when: '{ points: { at least: 10 } }',
    yes: 'sleep: none, needs: [feed], alone: no',
    no: 'sleep: broken, needs: [], alone: yes',
  },
  {
    when: '{ rate: £15 }',
    yes: 'sleep: good, needs: [], alone: yes',
    no: 'sleep: none, needs: [feed], alone: yes',
  },
  {
    when: '{ band: high }',
    yes: 'sleep: none, needs: [feed], alone: no',
    no: 'sleep: good, needs: [], alone: no',
  },
  { when: '{ year_group: { at least: 0, at most: 11 } }', yes: 'born: 2020-08-31', no: 'born: 2020-09-01' },
  { when: '{ eighteenth: { after: decision.date } }', yes: 'born: 2007-06-02', no: 'born: 2007-06-01' },
  { when: '{ weekday: { one of: [saturday, sunday] } }', yes: 'told: 2025-06-01', no: 'told: 2025-06-02' },
  {
    when: '{ child.age: { under: 18 } }',
    award: [
      '{ choose one of: [{ amount: £500 }, { hours: 40 hours }, { amount: £250, hours: 20 hours }] }',
      '{ choose one of: [{ amount: £500 }, { hours: 40 hours }, { amount: £250, hours: 20 hours }] }',
    ],
    yes: 'child.age: 4',
    no: 'child.age: 18',
  },
  {
    when: '{ child.age: { under: 18 } }',
    award: [
      '{ amount: £100, instalments: { split: £100, into: 3, every: 4 months, from: decision.date }, conditions: [Keep receipts.] }',
      '{ amount: £100, instalments: [{ amount: £33.34, on: 2025-06-01 }, { amount: £33.33, on: 2025-10-01 }, { amount: £33.33, on: 2026-02-01 }], conditions: [Keep receipts.] }',
    ],
    yes: 'child.age: 4',
    no: 'child.age: 18',
  },
  {
    when: '{ child.age: { under: 18 } }',
    award: ['{ amount: { at: £18, per: 1 hour, for: weekly, round: up } }', '{ amount: £45.30 }'],
    yes: 'child.age: 4, weekly: 151 minutes',
    no: 'child.age: 18',
  },
  {
    when: '{ child.age: { under: 18 } }',
    award: [
      '{ amount: { percent: 50, of: £33.33, round: up }, weeks: { divide: £100, by: £30, round: down }, whole: { round: nearest, value: £12.50, to: £1 } }',
      '{ amount: £16.67, weeks: 3, whole: £13 }',
    ],
    yes: 'child.age: 4',
    no: 'child.age: 18',
  },
];

const more = `
  longest_window: { type: whole number, from: register, worked out: { most days in any: 12 months, of: stays, first day: arrive, day of leaving: leave } }
  this_year: { type: whole number, from: register, worked out: { days covered by: stays, first day: arrive, number of days: nights, from: { start of: financial year, with: decision.date }, to: { end of: financial year, with: decision.date } } }
  paid_in_a_year: { type: money, from: register, worked out: { most in any: 12 months, total of: amount, in: income, dated: paid_on } }
  last_paid: { type: date, from: register, worked out: { latest of: paid_on, in: income } }
  needs_given: { type: whole number, from: register, worked out: { number of: needs } }
  year_group: { type: whole number, from: register, worked out: { school year group of: born, on: decision.date } }
  eighteenth: { type: date, from: register, worked out: { birthday: 18, of: born } }
  weekday: { type: text, from: register, worked out: { weekday of: told } }
`;

for (const { when, award, yes, no } of forms) {
  test(`reads ${when}${award ? ` with ${award[0]}` : ''}`, async () => {
    const child = yes.includes('child.age') ? '' : 'child.age: 4, ';
    const declared = `${facts.trim()}\n  ${more.trim()}`;
    const files = {
      'scheme.yaml': (smallScheme['scheme.yaml'] ?? '').replace('steps:', `  ${declared}\nsteps:`),
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

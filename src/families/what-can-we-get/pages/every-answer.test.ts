// A council with several schemes: the questions are asked once for all, and each scheme gives its own answer.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { settableClock } from '#kernel/clock.ts';
import type { Database } from '#platform/database/index.ts';
import type { Page } from '#platform/web/visit.ts';
import { testAuthority, testDatabase } from '../../../../test/database.ts';
import { testVisit } from '../../../../test/visit.ts';
import { whatCanWeGetPage } from './what-can-we-get.ts';

const clock = settableClock(Temporal.Instant.from('2026-11-24T10:00:00Z'));
const folder = mkdtempSync(path.join(tmpdir(), 'every-scheme-'));
const authority = { ...testAuthority, folder };
let database: Database;

before(async () => {
  database = await testDatabase();
  const authorities = path.join(import.meta.dirname, '../../../../authorities');
  for (const scheme of ['medway/schemes/medway-2025', 'sheffield/schemes/sheffield-sbg-2024'])
    cpSync(path.join(authorities, scheme), path.join(folder, 'schemes', path.basename(scheme)), {
      recursive: true,
    });
});
after(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

function show(query: URLSearchParams | string): Promise<Page> {
  const asked = new URLSearchParams(query);
  return testVisit({ database, readOnly: true }, (visit) =>
    whatCanWeGetPage({ ...visit, authority, clock, query: asked }),
  );
}

const text = (shown: Page) => shown.main.text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const factAsked = (shown: Page) => /name="asks" value="([^"]+)"/.exec(shown.main.text)?.[1] ?? null;

/** Answers whatever is asked with these, or “I am not sure”, and gives the answer page and what was asked. */
async function goesThrough(known: Readonly<Record<string, string>>) {
  const query = new URLSearchParams({ start: 'yes' });
  const asked: string[] = [];
  for (let shown = await show(query); ; shown = await show(query)) {
    const fact = factAsked(shown);
    if (fact === null) return { shown, asked };
    assert.ok(!asked.includes(fact), `${fact} is asked twice`);
    assert.ok(asked.length < 25, asked.join(' '));
    asked.push(fact);
    query.set(fact, known[fact] ?? 'not-sure');
  }
}

test('the start names every scheme', async () => {
  const start = await show('');
  assert.match(text(start), /Up to £400 a financial year/);
  assert.match(text(start), /A yearly sum of money/);
});

test('one set of answers, an answer of each scheme, those that fit first', async () => {
  const { shown, asked } = await goesThrough({
    'child.age': '9',
    'child.other_medway_funded_service': 'yes',
    'household.means_tested_benefit': 'yes',
    'child.short_break_service': 'no',
    'child.direct_payment': 'no',
    'family.months_since_last_grant': '14',
    'child.dla_care': 'highest',
  });
  assert.equal(shown.title, 'One of these could be for you');
  assert.equal(asked.filter((fact) => fact === 'child.age').length, 1);
  const [fits, not] = [shown.main.text.indexOf('fits-sheffield'), shown.main.text.indexOf('fits-medway')];
  assert.ok(fits !== -1 && fits < not);
  assert.match(text(shown), /Looks right for you[\s\S]*£400/);
  assert.match(text(shown), /Not for you just now[\s\S]*already pays for another service/);
  assert.match(shown.main.text, /href="\/find\?tier=universal&amp;age=9"/);
});

test('where none fits there is a reason of each, and a way onward', async () => {
  const { shown } = await goesThrough({ 'child.age': '19' });
  assert.equal(shown.title, 'None of these is for you just now');
  assert.match(text(shown), /Care Act assessment/);
});

test('whatever is answered, no question comes twice and there is an answer', async () => {
  const pick = fc.constantFrom('yes', 'no', '5', '17', '30', 'none', 'highest', 'not-sure');
  const facts = ['child.age', 'child.dla_care', 'household.means_tested_benefit', 'household.income'];
  await fc.assert(
    fc.asyncProperty(fc.tuple(pick, pick, pick, pick), async (picks) => {
      // What is no answer to its question is asked again, so only those that are one are typed.
      const typed = facts.map((fact, index) => [fact, picks[index] ?? ''] as const);
      const known = Object.fromEntries(
        typed.filter(([fact, value]) =>
          fact === 'child.age' || fact === 'household.income'
            ? /^(5|17)$/.test(value)
            : fact === 'child.dla_care'
              ? /none|highest/.test(value)
              : /yes|no$/.test(value),
        ),
      );
      const { shown } = await goesThrough(known);
      assert.match(shown.title, /of these/);
    }),
    { numRuns: 25 },
  );
});

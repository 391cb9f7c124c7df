import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { loadAuthorities } from '#platform/authorities/index.ts';
import { testAuthority } from '../../../test/database.ts';
import { termDatesOf } from './term-dates.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'daybreak-terms-'));
after(() => rmSync(folder, { recursive: true }));
let count = 0;

function read(terms: string) {
  const own = path.join(folder, String(count++));
  mkdirSync(own);
  writeFileSync(path.join(own, 'bank-holidays-england.yaml'), 'bank-holidays: [{date: 2026-12-25}]');
  writeFileSync(path.join(own, 'term-dates.yaml'), terms);
  return termDatesOf({ ...testAuthority, folder: own });
}

const autumn = '  - {name: Autumn, from: 2026-09-02, until: 2026-12-18, source: A paper}\n';

test('terms are read with their half-terms, and how far ahead to look', () => {
  const read1 = read(`weeks-ahead: 4\nterms:\n${autumn}`);
  assert.equal(read1.weeksAhead, 4);
  assert.deepEqual(
    read1.calendar.terms.map(({ name, halfTerm }) => [name, halfTerm]),
    [['Autumn', null]],
  );
  assert.ok(read1.calendar.bankHolidays.has('2026-12-25'));
  assert.equal(read(`terms:\n${autumn}`).weeksAhead, 8);
});

test('what is wrong in the file is named by its place', () => {
  const wrong = (terms: string, message: RegExp) => assert.throws(() => read(terms), message);
  wrong(
    'terms:\n  - {name: A, from: 2026-09-02, until: 2026-09-01, source: x}',
    /term-dates\.yaml: terms\.0: its first day/,
  );
  wrong(
    `terms:\n${autumn}  - {name: B, from: 2026-12-18, until: 2027-03-01, source: x}`,
    /terms\.1\.from: must be after 2026-12-18/,
  );
  wrong(
    `terms:\n${autumn}  - {name: B, from: 2027-04-12, until: 2027-07-01, source: x}`,
    /write the term that is missing/,
  );
  wrong(
    'terms:\n  - {name: A, from: 2026-09-02, until: 2026-12-18, half-term: {from: 2026-12-14, until: 2026-12-20}, source: x}',
    /half-term must lie inside/,
  );
  wrong('terms:\n  - {name: A, from: 2026-09-02, until: 2026-12-18}', /terms\.0\.source/);
  wrong('weeks-ahead: 60\nterms: []', /weeks-ahead/);
});

test('every council that is served has terms that reach a school year ahead', () => {
  const authorities = loadAuthorities(path.join(import.meta.dirname, '../../../authorities'));
  for (const authority of authorities) {
    const { terms } = termDatesOf(authority).calendar;
    assert.ok(terms.length >= 3, authority.slug);
  }
});

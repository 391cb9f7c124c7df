import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { pence, sumPence } from '#kernel/money.ts';
import { testAuthority } from '../../../test/database.ts';
import { groupByAmount } from './domain/by-amount.ts';
import { percentCommitted, positionOf, withOneMore } from './domain/position.ts';
import { fundOfScheme, readBudgets } from './folder/read-budgets.ts';
import { reader } from './policy.ts';

const medway = path.join(import.meta.dirname, '..', '..', '..', 'authorities', 'medway');

test('Medway’s budget of the last published year is £491,202, and each budget says where it comes from', () => {
  const [fund] = readBudgets(medway);
  const year = (name: string) => fund?.years.find((one) => one.year === name);
  assert.equal(year('2022-23')?.budget, 49_120_200);
  assert.deepEqual(year('2022-23')?.provenance, {
    document: 'Medway Council, Short Breaks Sufficiency Strategy 2024-2027 (draft)',
    section: '5.2',
  });
  assert.equal(year('2026-27')?.provenance, 'demonstration');
  assert.equal(year('2023-24')?.budget, null);
  assert.equal(fundOfScheme({ ...testAuthority, folder: medway }, 'medway-2025').id, 'short-breaks-grant');
  assert.throws(() => fundOfScheme({ ...testAuthority, folder: medway }, 'sheffield'), /names the scheme/);
});

test('a budget file that is not right is told by its line, and a budget without a source is not right', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'daybreak-budget-'));
  try {
    mkdirSync(path.join(folder, 'budget'));
    const year = '{financial-year: 2026-27, from: 2026-04-01, until: 2027-03-31, budget-pence: 100.5}';
    const file = path.join(folder, 'budget', 'a.yaml');
    writeFileSync(file, `fund: a\nname: A\nschemes: []\nyears: [${year}]\n`);
    assert.throws(() => readBudgets(folder), /a\.yaml: years\.0\.budget-pence/);
    writeFileSync(file, `fund: a\nname: A\nschemes: []\nyears: [${year.replace('100.5', '100')}]\n`);
    assert.throws(() => readBudgets(folder), /where its figure comes from/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const amounts = fc.integer({ min: 1, max: 100_000 }).map(pence);

test('promising one award after another leaves the budget less their sum', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000 }).map(pence), fc.array(amounts), (budget, awards) => {
      const start = positionOf({ budget, committed: pence(0) });
      const end = awards.reduce(withOneMore, start);
      assert.equal(end.committed, sumPence(awards));
      assert.equal(end.left, budget - sumPence(awards));
      assert.equal(end.isOver, sumPence(awards) > budget);
    }),
  );
  const unknown = positionOf({ budget: null, committed: pence(5) });
  assert.deepEqual([unknown.left, unknown.isOver, percentCommitted(unknown)], [null, false, null]);
});

test('the groups by amount hold every award once and come to the same sum', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(50_000, 75_000, 100_000, 60_050).map(pence)), (list) => {
      const groups = groupByAmount(list.map((amount) => ({ amount })));
      assert.equal(sumPence(groups.map((group) => group.total)), sumPence(list));
      assert.equal(
        groups.reduce((count, group) => count + group.count, 0),
        list.length,
      );
      const order = groups.map((group) => group.amount);
      assert.deepEqual(
        order.toSorted((one, other) => one - other),
        order,
      );
    }),
  );
});

test('officers, commissioners and finance officers see the budget; nobody else does', async () => {
  const ruling = (kind: 'family' | 'practitioner', roles: string[]) => {
    const person = { id: '', kind, name: '', email: '', roles, sessionId: '' };
    return reader.rule({ person } as unknown as Parameters<typeof reader.rule>[0]);
  };
  assert.equal(await ruling('practitioner', ['commissioner']), 'allowed');
  assert.equal(await ruling('practitioner', ['short-breaks-officer']), 'allowed');
  assert.match(JSON.stringify(await ruling('practitioner', ['panel-chair'])), /Only short breaks officers/);
  assert.equal(await ruling('family', ['commissioner']), 'sign-in-as-practitioner');
});

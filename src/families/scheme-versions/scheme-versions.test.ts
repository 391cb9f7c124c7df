import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '#kernel/id.ts';
import { type Authority, loadAuthorities, syncAuthorities } from '#platform/authorities/index.ts';
import type { Database } from '#platform/database/index.ts';
import type { Person } from '#platform/web/visit.ts';
import { testDatabase } from '../../../test/database.ts';
import { testNow, testPerson, testVisit } from '../../../test/visit.ts';
import { schemesOf } from '../schemes/index.ts';
import { comparePage } from './pages/compare.ts';
import { schemePage } from './pages/scheme.ts';
import { schemesPage } from './pages/schemes.ts';

let database: Database;
let medway: Authority;
let officer: Person;

before(async () => {
  database = await testDatabase();
  const found = loadAuthorities(new URL('../../../authorities', import.meta.url).pathname).find(
    ({ slug }) => slug === 'medway',
  );
  assert.ok(found);
  medway = found;
  await syncAuthorities(database, [medway]);
  officer = await testPerson({ database, authority: medway, roles: ['commissioner'] });
});
after(() => database.close());

const wordsOf = (shown: object) => {
  assert.ok('main' in shown && typeof shown.main === 'object' && shown.main !== null && 'text' in shown.main);
  return String(shown.main.text)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
};
const visit = <T>(options: object, work: Parameters<typeof testVisit<T>>[1]) =>
  testVisit({ database, authority: medway, person: officer, readOnly: true, ...options }, work);

/** An award under the rules of 2016, on facts as a decision keeps them. */
async function anAward(facts: Record<string, unknown>, dates = ['2026-06-01', '2027-05-31']): Promise<void> {
  const [household, child, application, decision, award] = Array.from({ length: 5 }, newId);
  await database.transaction({ authorityId: medway.id, standing: 'system' }, async (transaction) => {
    const own = { authority_id: medway.id };
    const at = testNow;
    const stamp = { created_at: at, changed_at: at };
    await transaction
      .insertInto('households')
      .values({ ...own, id: household ?? '', address_line_1: '1', town: 'T', postcode: 'ME4 4TR', ...stamp })
      .execute();
    await transaction
      .insertInto('children')
      .values({
        ...own,
        id: child ?? '',
        household_id: household ?? '',
        given_name: 'C',
        family_name: 'P',
        born_on: Temporal.PlainDate.from('2017-03-27'),
        ...stamp,
      })
      .execute();
    await transaction
      .insertInto('applications')
      .values({
        ...own,
        id: application ?? '',
        reference: application ?? '',
        scheme_id: 'medway-2016',
        person_id: officer.id,
        household_id: household,
        child_id: child,
        grant_year: '2026-27',
        state: 'decided',
        sent_at: at,
        due_on: Temporal.PlainDate.from('2026-12-24'),
        ...stamp,
      })
      .execute();
    await transaction
      .insertInto('decisions')
      .values({
        ...own,
        id: decision ?? '',
        application_id: application ?? '',
        outcome: 'awarded',
        award_pence: 50_000,
        recommended_outcome: 'award',
        recommended_pence: 50_000,
        scheme_id: 'medway-2016',
        version_id: '2016',
        version_hash: 'h',
        facts: JSON.stringify(facts),
        reading: '{}',
        decided_by: officer.id,
        decided_by_name: officer.name,
        decided_at: at,
      })
      .execute();
    await transaction
      .insertInto('awards')
      .values({
        ...own,
        id: award ?? '',
        reference: award ?? '',
        application_id: application,
        decision_id: decision,
        household_id: household ?? '',
        child_id: child ?? '',
        scheme_id: 'medway-2016',
        version_id: '2016',
        amount_pence: 50_000,
        financial_year: '2026-27',
        starts_on: Temporal.PlainDate.from(dates[0] ?? ''),
        ends_on: Temporal.PlainDate.from(dates[1] ?? ''),
        review_on: Temporal.PlainDate.from(dates[0] ?? ''),
        created_at: at,
      })
      .execute();
  });
}

test('every scheme of the council is listed, and each version of each is shown in words', async () => {
  const list = wordsOf(await visit({}, schemesPage));
  for (const scheme of await schemesOf(medway.folder)) {
    assert.ok(list.includes(scheme.name), scheme.id);
    for (const version of scheme.versions) {
      const shown = wordsOf(
        await visit({ params: { scheme: scheme.id }, query: { version: version.id } }, schemePage),
      );
      for (const { published } of version.rules.get('eligibility')?.criteria ?? [])
        assert.ok(shown.includes(published.replaceAll("'", '&#39;').slice(0, 20)), published);
    }
  }
});

test('a proposal is told in words, with how many of the awards that run now it would touch', async () => {
  const facts = {
    'decision.date': '2026-06-01',
    'child.diagnosed_disability': true,
    'child.dla_any': true,
    'child.other_medway_funded_service': false,
  };
  const scheme = (await schemesOf(medway.folder)).find(({ id }) => id === 'medway-2016');
  assert.ok(scheme);
  for (const fact of Object.keys(facts).slice(1)) assert.ok(scheme.versions[0]?.facts.has(fact), fact);
  await anAward({ ...facts, 'impact.level': 1 });
  await anAward({ ...facts, 'impact.level': 3 });
  // One that is over touches nobody any more.
  await anAward({ ...facts, 'impact.level': 1 }, ['2025-06-01', '2026-05-31']);
  const [older, newer] = [
    scheme.versions.find(({ status }) => status === 'in force'),
    scheme.versions.find(({ status }) => status === 'proposed'),
  ];
  assert.ok(older && newer);
  const shown = wordsOf(
    await visit(
      { params: { scheme: 'medway-2016' }, query: { older: older.id, newer: newer.id } },
      comparePage,
    ),
  );
  // Level 1 would go (£500), and level 3 would be £250 less: £750 over both.
  assert.match(
    shown,
    /Awards that run now 2 Would stay as they are 0 Would be more 0 Would be less 1 Would not be given 1 In money, over all of them £750 less/,
  );
  assert.match(shown, /Eligibility: level 1 The award \(amount\) goes from £500 to nothing\. 1 /);
  assert.match(shown, /Eligibility: level 2 The award \(amount\) goes from £750 to £500\. 0 /);
  assert.match(shown, /Eligibility: level 3 The award \(amount\) goes from £1,000 to £750\. 1 /);
  assert.match(shown, /What changes/);
  const same = wordsOf(
    await visit(
      { params: { scheme: 'medway-2016' }, query: { older: older.id, newer: older.id } },
      comparePage,
    ),
  );
  assert.match(same, /Would stay as they are 2 .*The two versions say the same/);
});

test('a scheme or a version that is not there is not found', async () => {
  for (const options of [
    { params: { scheme: 'nothing' } },
    { params: { scheme: 'medway-2016' }, query: { older: '2016', newer: '__proto__' } },
  ]) {
    const shown = await visit(options, comparePage);
    assert.equal(shown.kind, 'not-found');
  }
});

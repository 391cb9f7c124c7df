import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import { bothDatabases } from '../../../test/both-databases.ts';
import { testAuthority } from '../../../test/database.ts';
import { testPerson } from '../../../test/visit.ts';
import type { Database, Scope } from './index.ts';

const authority = testAuthority.id;

/** Every table that says something of a family, and whether the family itself may read it. */
const familyTables = {
  households: true,
  household_accounts: true,
  parent_carers: true,
  children: true,
  evidence: true,
  applications: true,
  application_events: true,
  decisions: true,
  awards: true,
  files: true,
  ledger_entries: false,
  appeals: true,
  appeal_steps: true,
  appeal_files: true,
  complaints: true,
  transition_entries: true,
  child_facts: true,
  child_homes: true,
  child_professionals: true,
  household_addresses: true,
  household_invitations: true,
  disability_register: true,
  contact_limits: false,
  evidence_reminders: false,
  declared_interests: false,
  decision_drafts: false,
  audit_records: false,
} as const;
type FamilyTable = keyof typeof familyTables;

/** One family with a row in each of the tables, written as the owner. */
async function aFamily(
  database: Database,
  officer: string,
): Promise<{ personId: string; householdId: string }> {
  const { id: personId } = await testPerson({ database });
  const [householdId, childId, applicationId, decisionId, awardId, fileId, appealId] = Array.from(
    { length: 7 },
    newId,
  );
  const at = '2026-11-24T10:00:00Z';
  const statements = [
    `insert into households values ('${authority}', '${householdId}', '1 Street', '', 'Town', 'ME4 4TR', null, '${at}', '${at}')`,
    `insert into household_accounts values ('${authority}', '${householdId}', '${personId}', '${at}')`,
    `insert into parent_carers (authority_id, id, household_id, name, relationship, has_parental_responsibility, created_at, changed_at)
      values ('${authority}', '${newId()}', '${householdId}', 'P', 'mother', true, '${at}', '${at}')`,
    `insert into children (authority_id, id, household_id, given_name, family_name, born_on, created_at, changed_at)
      values ('${authority}', '${childId}', '${householdId}', 'C', 'P', '2017-03-27', '${at}', '${at}')`,
    `insert into files values ('${authority}', '${fileId}', '${personId}', 'letter.pdf', 'application/pdf', 1, 'x', '${at}', null)`,
    `insert into evidence (authority_id, id, household_id, child_id, kind, file_id, created_at)
      values ('${authority}', '${newId()}', '${householdId}', '${childId}', 'dla-letter', '${fileId}', '${at}')`,
    `insert into applications (authority_id, id, reference, scheme_id, person_id, household_id, child_id, grant_year, state, created_at, changed_at, sent_at, due_on)
      values ('${authority}', '${applicationId}', '${applicationId}', 's', '${personId}', '${householdId}', '${childId}', '2026-27', 'decided', '${at}', '${at}', '${at}', '2026-12-24')`,
    `insert into application_events (authority_id, id, application_id, at, kind, words, is_for_family)
      values ('${authority}', '${newId()}', '${applicationId}', '${at}', 'sent', 'Sent', true),
        ('${authority}', '${newId()}', '${applicationId}', '${at}', 'note', 'Between officers', false)`,
    `insert into decisions (authority_id, id, application_id, outcome, award_pence, recommended_outcome, recommended_pence, scheme_id, version_id, version_hash, facts, reading, decided_by, decided_by_name, decided_at)
      values ('${authority}', '${decisionId}', '${applicationId}', 'awarded', 100, 'awarded', 100, 's', 'v', 'h', '{}', '{}', '${officer}', 'O', '${at}')`,
    `insert into awards (authority_id, id, reference, application_id, decision_id, household_id, child_id, scheme_id, version_id, amount_pence, financial_year, starts_on, ends_on, review_on, created_at)
      values ('${authority}', '${awardId}', '${awardId}', '${applicationId}', '${decisionId}', '${householdId}', '${childId}', 's', 'v', 100, '2026-27', '2026-11-24', '2027-11-23', '2027-09-23', '${at}')`,
    `insert into ledger_entries (authority_id, id, fund, financial_year, kind, amount_pence, award_id, child_id, dated_on, recorded_at)
      values ('${authority}', '${newId()}', 'f', '2026-27', 'commitment', 100, '${awardId}', '${childId}', '2026-11-24', '${at}')`,
    `insert into appeals (authority_id, id, reference, household_id, child_id, application_id, decision_id, number, person_id, words, made_on, answer_by, created_at)
      values ('${authority}', '${appealId}', '${appealId}', '${householdId}', '${childId}', '${applicationId}', '${decisionId}', 1, '${personId}', 'Why', '2026-11-24', '2026-12-22', '${at}')`,
    `insert into appeal_steps (authority_id, id, appeal_id, household_id, at, person_name, kind, words)
      values ('${authority}', '${newId()}', '${appealId}', '${householdId}', '${at}', 'P', 'made', '')`,
    `insert into appeal_files values ('${authority}', '${appealId}', '${householdId}', '${fileId}', '${at}')`,
    `insert into complaints (authority_id, id, reference, household_id, child_id, person_id, standing, way, name, words, wants_advocate, made_on, created_at)
      values ('${authority}', '${appealId}', '${appealId}', '${householdId}', '${childId}', '${personId}', 'parent-carer', 'online', 'P', 'Why', false, '2026-11-24', '${at}')`,
    `insert into transition_entries (authority_id, id, child_id, household_id, at, person_name, kind, words)
      values ('${authority}', '${newId()}', '${childId}', '${householdId}', '${at}', 'P', 'hopes', 'A dog')`,
    `insert into child_facts (authority_id, id, household_id, child_id, fact, answer, said_by, said_on, recorded_by, recorded_at)
      values ('${authority}', '${newId()}', '${householdId}', '${childId}', 'school', '"S"', 'P', '2026-11-24', '${personId}', '${at}')`,
    `insert into child_homes (authority_id, id, household_id, child_id, from_on, recorded_by, recorded_at)
      values ('${authority}', '${newId()}', '${householdId}', '${childId}', '2026-11-24', '${officer}', '${at}')`,
    `insert into child_professionals (authority_id, id, household_id, child_id, name, role, organisation, recorded_by, recorded_at)
      values ('${authority}', '${newId()}', '${householdId}', '${childId}', 'N', 'R', 'O', '${officer}', '${at}')`,
    `insert into household_addresses (authority_id, id, household_id, address_line_1, town, postcode, from_on, recorded_at)
      values ('${authority}', '${newId()}', '${householdId}', '1 Street', 'Town', 'ME4 4TR', '2026-11-24', '${at}')`,
    `insert into household_invitations (authority_id, id, household_id, name, email, relationship, claims_responsibility, code_hash, invited_by, invited_at, expires_at)
      values ('${authority}', '${newId()}', '${householdId}', 'N', 'n@example.org', 'father', false, 'h', '${personId}', '${at}', '2026-12-08')`,
    `insert into disability_register (authority_id, id, reference, household_id, child_id, state, asked_by, asked_at, asked_as, agreed_by, leaves_on)
      values ('${authority}', '${newId()}', '${childId}', '${householdId}', '${childId}', 'asked', '${personId}', '${at}', 'family', 'P', '2042-03-27')`,
    `insert into contact_limits (authority_id, id, child_id, adult_name, is_court_order, bars_records, words, who_may_know, from_on, recorded_by, recorded_at)
      values ('${authority}', '${newId()}', '${childId}', 'N', true, true, 'W', 'Staff', '2026-01-01', '${officer}', '${at}')`,
    `insert into evidence_reminders select authority_id, id, 6, '${at}' from evidence where child_id = '${childId}'`,
    `insert into declared_interests values ('${authority}', '${officer}', '${householdId}', '${at}')`,
    `insert into decision_drafts (authority_id, application_id, person_id, choice, because, words_for_family, saved_at)
      values ('${authority}', '${applicationId}', '${officer}', 'award', '', '', '${at}')`,
    `insert into audit_records (authority_id, sequence, at, person_id, standing, event, details, previous_hash, hash)
      values ('${authority}', (select count(*) + 1 from audit_records), '${at}', '${personId}', 'family', 'test.viewed', '{}', '', '')`,
  ];
  for (const statement of statements) await sql.raw(statement).execute(database.owner);
  return { personId, householdId: householdId ?? '' };
}

async function rowsSeen(
  database: Database,
  scope: Omit<Scope, 'authorityId'>,
  table: string,
): Promise<number> {
  const { rows } = await database.transaction({ authorityId: authority, ...scope }, (transaction) =>
    sql`select 1 from ${sql.table(table)}`.execute(transaction),
  );
  return rows.length;
}

for (const engine of await bothDatabases()) {
  describe(`${engine.name}: one family and another`, { skip: engine.skip }, () => {
    let database: Database;
    let one: { personId: string; householdId: string };
    let other: { personId: string; householdId: string };
    const tables = Object.keys(familyTables) as FamilyTable[];
    before(async () => {
      database = await engine.open();
      const officer = await testPerson({ database, roles: ['short-breaks-officer'] });
      one = await aFamily(database, officer.id);
      other = await aFamily(database, officer.id);
    });

    test('every table that names a household, a child or an application is in the list above', async () => {
      const { rows } = await sql<{ table: string }>`
        select distinct table_name as table from information_schema.columns
        where table_schema = 'public' and column_name in ('household_id', 'child_id', 'application_id')
        order by 1`.execute(database.owner);
      for (const { table } of rows)
        assert.ok(Object.hasOwn(familyTables, table), `${table} is not held by these tests`);
    });

    test('a family sees its own rows only, and none of what is the council’s alone', async () => {
      for (const table of tables) {
        for (const { personId } of [one, other]) {
          const seen = await rowsSeen(database, { standing: 'family', personId }, table);
          assert.equal(seen, familyTables[table] ? 1 : 0, table);
        }
      }
    });

    test('the public, and a family member without an account there, see nothing', async () => {
      const stranger = await testPerson({ database });
      for (const table of tables) {
        assert.equal(await rowsSeen(database, { standing: 'public' }, table), 0, `public: ${table}`);
        assert.equal(
          await rowsSeen(database, { standing: 'public', personId: one.personId }, table),
          familyTables[table] ? 1 : 0,
        );
        assert.equal(
          await rowsSeen(database, { standing: 'family', personId: stranger.id }, table),
          0,
          `stranger: ${table}`,
        );
        assert.equal(await rowsSeen(database, { standing: 'family' }, table), 0, `nobody: ${table}`);
      }
    });

    test('a practitioner sees both families’ rows', async () => {
      const practitioner = await testPerson({ database, roles: ['short-breaks-officer'] });
      for (const table of tables.filter(
        (name) => name !== 'decision_drafts' && name !== 'household_accounts',
      )) {
        const seen = await rowsSeen(database, { standing: 'practitioner', personId: practitioner.id }, table);
        assert.ok(seen >= 2, table);
      }
    });

    test('a family changes nothing of the other, and adds nothing to it', async () => {
      const scope = { authorityId: authority, standing: 'family', personId: one.personId } as const;
      for (const [table, column] of [
        ['households', 'id'],
        ['parent_carers', 'household_id'],
        ['children', 'household_id'],
        ['applications', 'household_id'],
      ] as const) {
        const { numAffectedRows } = await database.transaction(scope, (transaction) =>
          sql`update ${sql.table(table)} set changed_at = changed_at where ${sql.ref(column)} = ${other.householdId}`.execute(
            transaction,
          ),
        );
        assert.equal(Number(numAffectedRows), 0, table);
      }
      const additions = [
        sql`insert into children (authority_id, id, household_id, given_name, family_name, born_on, created_at, changed_at)
          values (${authority}, ${newId()}, ${other.householdId}, 'C', 'P', '2017-03-27', now(), now())`,
        sql`insert into evidence (authority_id, id, household_id, child_id, kind, created_at)
          select ${authority}, ${newId()}, ${other.householdId}, id, 'dla-letter', now() from children`,
        sql`insert into household_accounts values (${authority}, ${one.householdId}, ${other.personId}, now())`,
      ];
      for (const addition of additions)
        await assert.rejects(
          database.transaction(scope, (transaction) => addition.execute(transaction)),
          /row-level security/,
        );
    });

    test('a family cannot let itself into a household that is there already', async () => {
      const stranger = await testPerson({ database });
      const join = sql`insert into household_accounts values (${authority}, ${one.householdId}, ${stranger.id}, now())`;
      await assert.rejects(
        database.transaction(
          { authorityId: authority, standing: 'family', personId: stranger.id },
          (transaction) => join.execute(transaction),
        ),
        /row-level security/,
      );
    });
  });
}

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import { bothDatabases } from '../../../test/both-databases.ts';
import { testAuthority } from '../../../test/database.ts';
import {
  type FamilyTable,
  idIn,
  letAnythingIn,
  type MadeFamily,
  putRow,
  tablesOfFamilies,
} from '../../../test/rows-of-families.ts';
import { testPerson } from '../../../test/visit.ts';
import type { Database, Scope } from './index.ts';

const authority = testAuthority.id;

/**
 * Every table that tells of a family: whether the family itself may read its own row, or only staff may. A new table
 * has to be named here before these tests pass.
 */
const familyTables: Readonly<Record<string, 'own' | 'staff'>> = {
  appeal_files: 'own',
  appeal_steps: 'own',
  appeals: 'own',
  application_events: 'own',
  application_proxies: 'own',
  applications: 'own',
  assessment_comments: 'own',
  assessment_people: 'own',
  assessment_sections: 'own',
  assessment_steps: 'own',
  assessment_visits: 'own',
  assessments: 'own',
  award_changes: 'own',
  award_raises: 'staff',
  awards: 'own',
  case_assignments: 'staff',
  child_facts: 'own',
  child_homes: 'own',
  child_merges: 'staff',
  child_professionals: 'own',
  children: 'own',
  children_apart: 'staff',
  children_told_apart: 'staff',
  complaint_files: 'own',
  complaint_steps: 'own',
  complaints: 'own',
  contact_limits: 'staff',
  decision_drafts: 'staff',
  decision_run_failures: 'staff',
  decisions: 'own',
  declared_interests: 'staff',
  disability_register: 'own',
  evidence: 'own',
  evidence_reminders: 'staff',
  fact_corrections: 'staff',
  household_accounts: 'own',
  household_addresses: 'own',
  household_invitations: 'own',
  households: 'own',
  imported_children: 'staff',
  ledger_entries: 'staff',
  other_support: 'own',
  package_marks: 'own',
  panel_decisions: 'own',
  panel_interests: 'staff',
  panel_items: 'staff',
  panel_votes: 'staff',
  parent_carers: 'own',
  plan_comments: 'own',
  plan_line_wishes: 'own',
  plan_lines: 'own',
  plan_payments: 'staff',
  plan_steps: 'staff',
  review_records: 'own',
  review_reminders: 'own',
  review_views: 'own',
  rule_attempts: 'staff',
  support_plans: 'own',
  transition_entries: 'own',
  withdrawn_interests: 'staff',
};

/** One family with its account, written as the owner. */
async function aFamily(database: Database): Promise<{ personId: string; householdId: string }> {
  const { id: personId } = await testPerson({ database });
  const householdId = newId();
  const at = '2026-11-24T10:00:00Z';
  for (const statement of [
    `insert into households (authority_id, id, address_line_1, town, postcode, created_at, changed_at)
      values ('${authority}', '${householdId}', '1 Street', 'Town', 'ME4 4TR', '${at}', '${at}')`,
    `insert into household_accounts values ('${authority}', '${householdId}', '${personId}', '${at}')`,
    `insert into children (authority_id, id, household_id, given_name, family_name, born_on, created_at, changed_at)
      values ('${authority}', '${newId()}', '${householdId}', 'C', 'P', '2017-03-27', '${at}', '${at}')`,
  ])
    await sql.raw(statement).execute(database.owner);
  return { personId, householdId };
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

/** What a row has to say before a family reads it: an assessment and a plan are shared once they are handed over. */
const readable: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  assessments: { kind: "'child-and-family'", state: "'agreed'" },
  assessment_sections: { is_withheld: 'false' },
  assessment_steps: { kind: "'submitted'" },
  support_plans: { state: "'agreed'" },
};

for (const engine of await bothDatabases()) {
  describe(`${engine.name}: one family and another`, { skip: engine.skip }, () => {
    let database: Database;
    let tables: readonly FamilyTable[];
    let families: readonly MadeFamily[];

    before(async () => {
      database = await engine.open();
      tables = await tablesOfFamilies(database);
      const people = [await testPerson({ database }), await testPerson({ database })];
      families = people.map(({ id }) => ({ personId: id, seed: id }));
      await letAnythingIn(database);
      for (const table of tables)
        for (const family of families)
          await putRow(database, table, {
            authorityId: authority,
            family,
            columns: readable[table.name] ?? {},
          });
    });

    test('every table from which a key leads to a family is in the list above, and no other', () => {
      assert.deepEqual(
        tables.map(({ name }) => name),
        Object.keys(familyTables).toSorted(),
      );
    });

    test('a family sees its own rows only, and none of what is the council’s alone', async () => {
      for (const { personId } of families) {
        const seen: Record<string, string> = {};
        for (const { name } of tables) {
          const rows = await rowsSeen(database, { standing: 'family', personId }, name);
          seen[name] = rows === 1 ? 'own' : rows === 0 ? 'staff' : `${rows} rows`;
        }
        assert.deepEqual(seen, familyTables);
      }
    });

    test('the public, and a family member without an account there, see nothing', async () => {
      const stranger = await testPerson({ database });
      for (const { name } of tables) {
        assert.equal(await rowsSeen(database, { standing: 'public' }, name), 0, `public: ${name}`);
        const scope = { standing: 'family', personId: stranger.id } as const;
        assert.equal(await rowsSeen(database, scope, name), 0, `stranger: ${name}`);
        assert.equal(await rowsSeen(database, { standing: 'family' }, name), 0, `nobody: ${name}`);
      }
    });

    test('a family changes and removes no row of the other, in any table', async () => {
      const [one, other] = families;
      assert.ok(one && other);
      const scope = { authorityId: authority, standing: 'family', personId: one.personId } as const;
      for (const table of tables) {
        const [column] = [...table.leadsTo].find(([, to]) => to !== 'people') ?? ['id'];
        const theirs = idIn(table.leadsTo.get(column) ?? table.name, other);
        for (const statement of [
          `update "${table.name}" set "${column}" = "${column}" where "${column}" = '${theirs}' returning 1`,
          `delete from "${table.name}" where "${column}" = '${theirs}' returning 1`,
        ]) {
          const touched = await database
            .transaction(scope, (transaction) => sql.raw(statement).execute(transaction))
            .then(
              ({ rows }) => rows.length,
              (error) => {
                assert.match(String(error), /permission denied|row-level security/, statement);
                return 0;
              },
            );
          assert.equal(touched, 0, statement);
        }
      }
    });
  });

  describe(`${engine.name}: two families with the rules of their tables`, { skip: engine.skip }, () => {
    let database: Database;
    let one: { personId: string; householdId: string };
    let other: { personId: string; householdId: string };

    before(async () => {
      database = await engine.open();
      one = await aFamily(database);
      other = await aFamily(database);
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

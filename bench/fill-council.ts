import { sql } from 'kysely';
import type { Database } from '#platform/database/index.ts';
import { answersOf } from '../src/families/decisions/examples.ts';
import { testNow } from '../test/visit.ts';

/**
 * Fills a database with a made-up council, the same each time: one household a child, an application each (half of
 * them waiting), an award for each, a second one for one in three, support from others for one in four, and a
 * review that was held for one in five.
 */
export async function fillCouncil(
  database: Database,
  given: { readonly authorityId: string; readonly personId: string; readonly children: number },
): Promise<void> {
  const { authorityId, personId, children } = given;
  const at = testNow.toString();
  const answers = JSON.stringify(
    answersOf({
      authorityId,
      personId,
      sentAt: testNow,
      dueOn: Temporal.PlainDate.from('2026-12-04'),
    }),
  );
  // An identifier that follows from a number: the same council in every run.
  const id = (kind: string) => sql.raw(`md5('${kind}' || n)::uuid`);
  const all = sql`generate_series(1, ${sql.lit(children)}) n`;
  const council = sql`${authorityId}::uuid`;
  const now = sql`${at}::timestamptz`;
  await database.transaction({ authorityId, standing: 'system' }, async (transaction) => {
    await sql`insert into households (authority_id, id, address_line_1, town, postcode, created_at, changed_at)
      select ${council}, ${id('home')}, n || ' High Street', 'Chatham', 'ME' || (1 + n % 5) || ' ' || (n % 9) || 'AA', ${now}, ${now} from ${all}`.execute(
      transaction,
    );
    await sql`insert into parent_carers (authority_id, id, household_id, name, relationship, has_parental_responsibility, email, created_at, changed_at)
      select ${council}, ${id('carer')}, ${id('home')}, 'Parent ' || n, 'mother', true, 'parent' || n || '@example.org', ${now}, ${now} from ${all}`.execute(
      transaction,
    );
    await sql`insert into children (authority_id, id, household_id, given_name, family_name, born_on, created_at, changed_at)
      select ${council}, ${id('child')}, ${id('home')}, 'Child ' || n, 'Family ' || (n % 997), date '2008-01-01' + (n * 7919 % 6000), ${now}, ${now} from ${all}`.execute(
      transaction,
    );
    await sql`insert into applications (authority_id, id, reference, scheme_id, person_id, household_id, child_id, grant_year, state, answers, sent_at, due_on, created_at, changed_at)
      select ${council}, ${id('application')}, 'SB-' || n, 'medway-2025', ${personId}::uuid, ${id('home')}, ${id('child')}, '2026-27',
        case when n % 10 = 0 then 'more-asked' else 'sent' end, ${answers}::jsonb, ${now} - n * interval '1 minute', date '2026-12-04' + n % 60, ${now}, ${now}
      from ${all}`.execute(transaction);
    for (const [kind, where, kindOfBreak, way, days] of [
      ['award', 'true', 'grant', 'one-off-payment', 0],
      ['second', 'n % 3 = 0', 'enabler', 'direct-payment', 30],
      ['nights', 'n % 20 = 0', 'overnight', 'in-house', 60],
    ] as const)
      await sql`insert into awards (authority_id, id, reference, household_id, child_id, scheme_id, version_id, amount_pence, nights, per, break_kind, way,
          legal_basis, source, source_id, financial_year, starts_on, ends_on, review_on, created_at)
        select ${council}, ${id(kind)}, ${sql.lit(kind)} || n, ${id('home')}, ${id('child')},
          ${kind === 'award' ? sql`'medway-2025'` : sql`null`}, ${kind === 'award' ? sql`'v1'` : sql`null`},
          ${kind === 'nights' ? sql`null` : sql`50000 + n % 3 * 25000`}, ${kind === 'nights' ? sql`10 + n % 90` : sql`null`},
          ${kind === 'second' ? sql`case when n % 2 = 0 then 'week' else 'period' end` : sql`'period'`}, ${sql.lit(kindOfBreak)}, ${sql.lit(way)},
          ${kind === 'nights' ? sql`'section-20'` : sql`null`}, 'panel', ${id(`source-${kind}`)}, '2026-27',
          date '2026-04-01' + (n + ${sql.lit(days)}) % 200, date '2027-03-31' + (n + ${sql.lit(days)}) % 200,
          date '2026-08-01' + (n + ${sql.lit(days)}) % 200, ${now}
        from ${all} where ${sql.raw(where)}`.execute(transaction);
    await sql`insert into other_support (authority_id, id, child_id, household_id, name, break_kind, way, paid_by, yearly_pence, yearly_minutes, starts_on, told_by, created_at, changed_at)
      select ${council}, ${id('other')}, ${id('child')}, ${id('home')}, 'Holiday programme', 'holiday', 'commissioned', case when n % 8 = 0 then 'health' else 'education' end,
        n % 7 * 10000, 60 * (n % 50 + 1), date '2026-04-01', 'Made up', ${now}, ${now} from ${all} where n % 4 = 0`.execute(
      transaction,
    );
    await sql`insert into review_records (authority_id, id, award_id, child_id, household_id, due_on, held_on, child_feels, carers_views, went_well, delivered, outcome, because, next_on, held_by, held_by_name, recorded_at)
      select ${council}, ${id('review')}, ${id('award')}, ${id('child')}, ${id('home')}, date '2026-08-01' + n % 200, date '2026-11-01', 'good', 'Good', 'All', 'All', 'continue', 'It helps',
        date '2026-11-02' + n % 120, ${personId}::uuid, 'A Worker', ${now} from ${all} where n % 5 = 0`.execute(
      transaction,
    );
  });
  await sql`analyze`.execute(database.owner);
}

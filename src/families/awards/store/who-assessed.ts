import { sql } from 'kysely';
import type { Transaction } from '#platform/database/index.ts';

/**
 * Everybody who took the decision that an award comes from, or assessed for, wrote or agreed its plan: they may not
 * agree a raise of it as well.
 */
export async function decidersOf(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly awardId: string },
): Promise<readonly string[]> {
  const { rows } = await sql<{ person: string | null }>`
    select d.decided_by as person from awards a
      join decisions d on d.authority_id = a.authority_id and d.id = a.decision_id
      where a.authority_id = ${wanted.authorityId} and a.id = ${wanted.awardId}
    union
    select w.person from awards a
      join plan_lines l on l.authority_id = a.authority_id and l.id = a.source_id and a.source = 'plan'
      join support_plans p on p.authority_id = l.authority_id and p.id = l.plan_id
      cross join lateral (
        select p.agreed_by as person
        union select p.written_by
        union select s.person_id from plan_steps s where s.authority_id = p.authority_id and s.plan_id = p.id
          and s.kind in ('begun', 'line-saved', 'line-removed', 'made-ready')
        union select one.assessor_id from assessments one
          where one.authority_id = p.authority_id and one.id = p.assessment_id
        union select part.written_by from assessment_sections part
          where part.authority_id = p.authority_id and part.assessment_id = p.assessment_id) w
      where a.authority_id = ${wanted.authorityId} and a.id = ${wanted.awardId}`.execute(transaction);
  return rows.flatMap(({ person }) => (person === null ? [] : [person]));
}

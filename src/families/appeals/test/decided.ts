// An application that was decided, as an appeal needs it.
import { newId } from '#kernel/id.ts';
import type { Database } from '#platform/database/index.ts';
import type { Person } from '#platform/web/visit.ts';
import { type ApplicationExample, sentApplication } from '../../decisions/examples.ts';
import { council } from './front.ts';

/** A refusal by an officer on a day, with its application. */
export async function decidedApplication(
  database: Database,
  given: {
    readonly family: Person;
    readonly officer: Person;
    readonly decidedAt: string;
    readonly example?: Partial<ApplicationExample>;
  },
) {
  const authorityId = council.id;
  const { family, officer } = given;
  return database.transaction({ authorityId, standing: 'system' }, async (transaction) => {
    const application = await sentApplication(transaction, {
      authorityId,
      personId: family.id,
      sentAt: Temporal.Instant.from('2026-10-01T12:00:00Z'),
      dueOn: Temporal.PlainDate.from('2026-10-15'),
      ...given.example,
    });
    const decisionId = newId();
    await transaction
      .insertInto('decisions')
      .values({
        authority_id: authorityId,
        id: decisionId,
        application_id: application.applicationId,
        outcome: 'refused',
        recommended_outcome: 'not_eligible',
        reasons: 'Another service is paid for already.',
        scheme_id: 'medway-2025',
        version_id: '2024-10',
        version_hash: 'a-hash',
        facts: JSON.stringify({ 'child.age': 7, 'decision.date': '2026-10-01' }),
        reading: JSON.stringify({ outcome: 'not_eligible', reasons: [] }),
        decided_by: officer.id,
        decided_by_name: officer.name,
        decided_at: Temporal.Instant.from(given.decidedAt),
      })
      .execute();
    await transaction
      .updateTable('applications')
      .set({ state: 'decided' })
      .where('id', '=', application.applicationId)
      .execute();
    return { ...application, decisionId };
  });
}

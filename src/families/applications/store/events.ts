import { newId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { ApplicationEvent, EventKind } from '../domain/application.ts';

type Named = { readonly authorityId: string; readonly applicationId: string };

/** Adds to what happened on an application's way. */
export async function addEvent(
  transaction: Transaction,
  event: Named & {
    readonly at: Temporal.Instant;
    readonly personId: string | null;
    readonly kind: EventKind;
    readonly words: string;
    readonly isForFamily: boolean;
  },
): Promise<void> {
  await transaction
    .insertInto('application_events')
    .values({
      authority_id: event.authorityId,
      id: newId(),
      application_id: event.applicationId,
      at: event.at,
      person_id: event.personId,
      kind: event.kind,
      words: event.words,
      is_for_family: event.isForFamily,
    })
    .execute();
}

/** What happened on an application's way, oldest first. A family sees what is for it. */
export async function eventsOf(transaction: Transaction, named: Named): Promise<readonly ApplicationEvent[]> {
  const rows = await transaction
    .selectFrom('application_events')
    .select(['id', 'at', 'person_id', 'kind', 'words', 'is_for_family'])
    .where('authority_id', '=', named.authorityId)
    .where('application_id', '=', named.applicationId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    personId: row.person_id,
    kind: row.kind as EventKind,
    words: row.words,
    isForFamily: row.is_for_family,
  }));
}

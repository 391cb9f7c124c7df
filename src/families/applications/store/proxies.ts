import { sql } from 'kysely';
import type { Transaction } from '#platform/database/index.ts';
import type { ByProxy, ProxyKind } from '../domain/answers.ts';

/** Who filled an application in for a family, as it was sent. */
export type ProxyRecord = Omit<ByProxy, 'familyEmail' | 'householdId'> & {
  readonly applicationId: string;
  readonly personId: string;
  readonly reference: string;
  readonly childName: string;
  readonly sentAt: Temporal.Instant;
};

type Named = { readonly authorityId: string; readonly applicationId: string };

/** Keeps who filled an application in. It is never changed. */
export async function insertProxy(
  transaction: Transaction,
  given: ProxyRecord & { readonly authorityId: string; readonly householdId: string | null },
): Promise<void> {
  await transaction
    .insertInto('application_proxies')
    .values({
      authority_id: given.authorityId,
      application_id: given.applicationId,
      household_id: given.householdId,
      person_id: given.personId,
      kind: given.kind,
      name: given.name,
      organisation: given.organisation,
      phone: given.phone,
      way: given.way,
      has_agreed: given.hasAgreed,
      reference: given.reference,
      child_name: given.childName,
      sent_at: given.sentAt,
    })
    .execute();
}

/** Who filled an application in for the family; null where the family did so itself. */
export async function proxyOf(transaction: Transaction, named: Named): Promise<ProxyRecord | null> {
  const row = await transaction
    .selectFrom('application_proxies')
    .selectAll()
    .where('authority_id', '=', named.authorityId)
    .where('application_id', '=', named.applicationId)
    .executeTakeFirst();
  return row === undefined
    ? null
    : {
        applicationId: row.application_id,
        personId: row.person_id,
        kind: row.kind as ProxyKind,
        name: row.name,
        organisation: row.organisation,
        phone: row.phone,
        way: row.way as ByProxy['way'],
        hasAgreed: row.has_agreed,
        reference: row.reference,
        childName: row.child_name,
        sentAt: row.sent_at,
      };
}

/**
 * Does a piece of work of the council's own within the transaction of somebody who applies for a family: it writes into
 * that family's household, which this person can neither see nor change. Nothing of what it finds may be shown to them.
 */
export async function onBehalfOfFamily<T>(
  transaction: Transaction,
  standing: 'family' | 'practitioner' | 'provider',
  work: () => Promise<T>,
): Promise<T> {
  const become = (name: string) => sql`select set_config('app.standing', ${name}, true)`.execute(transaction);
  await become('system');
  const result = await work();
  await become(standing);
  return result;
}

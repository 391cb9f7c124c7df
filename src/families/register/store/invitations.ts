import { newId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';

/** How long an invitation holds. */
export const invitationDays = 14;

/** An invitation of a second parent to a household. */
export type Invitation = {
  readonly id: string;
  readonly householdId: string;
  readonly name: string;
  readonly email: string;
  readonly relationship: string;
  readonly claimsResponsibility: boolean;
  readonly invitedAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly acceptedBy: string | null;
  readonly outcome: string | null;
};

type Row = {
  readonly id: string;
  readonly household_id: string;
  readonly name: string;
  readonly email: string;
  readonly relationship: string;
  readonly claims_responsibility: boolean;
  readonly invited_at: Temporal.Instant;
  readonly expires_at: Temporal.Instant;
  readonly accepted_by: string | null;
  readonly outcome: string | null;
};

function toInvitation(row: Row): Invitation {
  return {
    id: row.id,
    householdId: row.household_id,
    name: row.name,
    email: row.email,
    relationship: row.relationship,
    claimsResponsibility: row.claims_responsibility,
    invitedAt: row.invited_at,
    expiresAt: row.expires_at,
    acceptedBy: row.accepted_by,
    outcome: row.outcome,
  };
}

/** The invitations of a household that are not settled, the newest first. */
export async function openInvitationsOf(
  transaction: Transaction,
  of: { readonly authorityId: string; readonly householdId: string },
): Promise<readonly Invitation[]> {
  const rows = await transaction
    .selectFrom('household_invitations')
    .selectAll()
    .where('authority_id', '=', of.authorityId)
    .where('household_id', '=', of.householdId)
    .where('outcome', 'is', null)
    .orderBy('invited_at', 'desc')
    .execute();
  return rows.map(toInvitation);
}

/** How many invitations a household has sent since a moment, settled or not. */
export async function invitationsSince(
  transaction: Transaction,
  of: { readonly authorityId: string; readonly householdId: string; readonly since: Temporal.Instant },
): Promise<number> {
  const row = await transaction
    .selectFrom('household_invitations')
    .select(({ fn }) => fn.countAll().as('sent'))
    .where('authority_id', '=', of.authorityId)
    .where('household_id', '=', of.householdId)
    .where('invited_at', '>', of.since)
    .executeTakeFirstOrThrow();
  return Number(row.sent);
}

/** Keeps an invitation. Of its code only the hash is kept. */
export async function addInvitation(
  transaction: Transaction,
  given: Pick<Invitation, 'householdId' | 'name' | 'email' | 'relationship' | 'claimsResponsibility'> & {
    readonly authorityId: string;
    readonly codeHash: string;
    readonly by: string;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await transaction
    .insertInto('household_invitations')
    .values({
      authority_id: given.authorityId,
      id: newId(),
      household_id: given.householdId,
      name: given.name,
      email: given.email,
      relationship: given.relationship,
      claims_responsibility: given.claimsResponsibility,
      code_hash: given.codeHash,
      invited_by: given.by,
      invited_at: given.at,
      expires_at: given.at.add({ hours: 24 * invitationDays }),
    })
    .execute();
}

/**
 * Takes up the invitation that this code was sent with, for the account of the very address that it was sent
 * to; null where there is none that still holds. Of two at once, one gets it.
 */
export async function takeUpInvitation(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly email: string;
    readonly codeHash: string;
    readonly personId: string;
    readonly at: Temporal.Instant;
  },
): Promise<Invitation | null> {
  const row = await transaction
    .updateTable('household_invitations')
    .set({ accepted_by: given.personId, accepted_at: given.at })
    .where('authority_id', '=', given.authorityId)
    .where((where) => where(where.fn('lower', ['email']), '=', given.email.toLowerCase()))
    .where('code_hash', '=', given.codeHash)
    .where('accepted_by', 'is', null)
    .where('outcome', 'is', null)
    .where('expires_at', '>', given.at)
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? null : toInvitation(row);
}

/** Settles an invitation: joined, refused with a reason, or taken back; gives whether it was open. */
export async function settleInvitation(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly householdId: string;
    readonly invitationId: string;
    readonly outcome: 'joined' | 'refused' | 'taken-back';
    readonly reason: string | null;
    readonly by: string;
    readonly at: Temporal.Instant;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('household_invitations')
    .set({
      outcome: given.outcome,
      reason: given.reason,
      settled_by: given.by,
      settled_at: given.at,
    })
    .where('authority_id', '=', given.authorityId)
    .where('household_id', '=', given.householdId)
    .where('id', '=', given.invitationId)
    .where('outcome', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Invitations that wait for an officer: accepted, but with parental responsibility to confirm. */
export async function invitationsToConfirm(
  transaction: Transaction,
  asked: { readonly authorityId: string; readonly hidden: readonly string[] },
): Promise<readonly { readonly childId: string; readonly name: string }[]> {
  const rows = await transaction
    .selectFrom('household_invitations as i')
    .innerJoin('children as c', (join) =>
      join.onRef('c.authority_id', '=', 'i.authority_id').onRef('c.household_id', '=', 'i.household_id'),
    )
    .select(['i.id', 'i.name', 'c.id as childId'])
    .where('i.authority_id', '=', asked.authorityId)
    .where('i.outcome', 'is', null)
    .where('i.accepted_by', 'is not', null)
    .where('i.household_id', 'not in', ['00000000-0000-0000-0000-000000000000', ...asked.hidden])
    .orderBy('i.accepted_at')
    .limit(50)
    .execute();
  return [...new Map(rows.map((row) => [row.id, { childId: row.childId, name: row.name }])).values()];
}

/** The invitations that were sent to an address and can still be taken up. */
export async function invitationsForAddress(
  transaction: Transaction,
  asked: { readonly authorityId: string; readonly email: string; readonly at: Temporal.Instant },
): Promise<readonly Invitation[]> {
  const rows = await transaction
    .selectFrom('household_invitations')
    .selectAll()
    .where('authority_id', '=', asked.authorityId)
    .where((where) => where(where.fn('lower', ['email']), '=', asked.email.toLowerCase()))
    .where('accepted_by', 'is', null)
    .where('outcome', 'is', null)
    .where('expires_at', '>', asked.at)
    .execute();
  return rows.map(toInvitation);
}

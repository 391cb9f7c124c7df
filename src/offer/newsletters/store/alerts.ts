import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { Alert, Frequency } from '../domain/alert.ts';

type Row = {
  readonly id: string;
  readonly email: string;
  readonly search: string | null;
  readonly frequency: string | null;
  readonly wants_newsletter: boolean;
  readonly asked_at: Temporal.Instant;
  readonly confirmed_at: Temporal.Instant | null;
  readonly told_until: Temporal.Instant;
};

const columns = [
  'id',
  'email',
  'search',
  'frequency',
  'wants_newsletter',
  'asked_at',
  'confirmed_at',
  'told_until',
] as const;

function alertOf(row: Row): Alert {
  const { search, frequency } = row;
  return {
    id: row.id,
    email: row.email,
    wanted: search === null || frequency === null ? null : { search, frequency: frequency as Frequency },
    wantsNewsletter: row.wants_newsletter,
    askedAt: row.asked_at,
    confirmedAt: row.confirmed_at,
    toldUntil: row.told_until,
  };
}

type Of = { readonly authorityId: string };

/** Keeps a request that is not confirmed yet, and gives its identifier. */
export async function keepAlert(
  transaction: Transaction,
  given: Of & Pick<Alert, 'email' | 'wanted' | 'wantsNewsletter'> & { readonly at: Temporal.Instant },
): Promise<string> {
  const id = newId();
  await transaction
    .insertInto('alerts')
    .values({
      authority_id: given.authorityId,
      id,
      email: given.email,
      search: given.wanted?.search ?? null,
      frequency: given.wanted?.frequency ?? null,
      wants_newsletter: given.wantsNewsletter,
      asked_at: given.at,
      told_until: given.at,
    })
    .execute();
  return id;
}

/** The letter box of an address: most keep one for "joe@", "joe+1@" and "JOE+2@" of a place. */
function letterBoxOf(email: string): string {
  return email.toLowerCase().replace(/\+[^@]*@/, '@');
}

/**
 * How often an address has asked since a moment, under all names that its letter box has. Of two at once for one letter
 * box, one waits for the other.
 */
export async function alertsAskedFor(
  transaction: Transaction,
  given: Of & { readonly email: string; readonly since: Temporal.Instant },
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`alerts ${given.authorityId} ${letterBoxOf(given.email)}`}, 0))`.execute(
    transaction,
  );
  const { rows } = await sql<{ count: number }>`
    select alerts_asked_for(${letterBoxOf(given.email)}, ${given.since})::integer as count`.execute(
    transaction,
  );
  return rows[0]?.count ?? 0;
}

/** Keeps the hash of a link that is sent to the address of a request. */
export async function keepLink(
  transaction: Transaction,
  given: Of & { readonly alertId: string; readonly hash: string; readonly at: Temporal.Instant },
): Promise<void> {
  await transaction
    .insertInto('alert_links')
    .values({
      authority_id: given.authorityId,
      token_hash: given.hash,
      alert_id: given.alertId,
      created_at: given.at,
    })
    .execute();
}

/**
 * The request that a link is for; null when there is none any more. From here to the end of the transaction the
 * database lets this one be seen, and no other.
 */
export async function alertOfLink(
  transaction: Transaction,
  given: Of & { readonly hash: string },
): Promise<Alert | null> {
  await sql`select set_config('app.alert_link', ${given.hash}, true)`.execute(transaction);
  const row = await transaction
    .selectFrom('alerts')
    .innerJoin('alert_links', (join) =>
      join
        .onRef('alert_links.authority_id', '=', 'alerts.authority_id')
        .onRef('alert_links.alert_id', '=', 'alerts.id'),
    )
    .select(columns.map((column) => `alerts.${column}` as const))
    .where('alerts.authority_id', '=', given.authorityId)
    .where('alert_links.token_hash', '=', given.hash)
    .executeTakeFirst();
  return row === undefined ? null : alertOf(row);
}

/** Notes that whoever has the address wants it. What is there by then is not told as new. */
export async function confirmAlert(
  transaction: Transaction,
  given: Of & { readonly id: string; readonly at: Temporal.Instant },
): Promise<void> {
  await transaction
    .updateTable('alerts')
    .set({ confirmed_at: given.at, told_until: given.at })
    .where('authority_id', '=', given.authorityId)
    .where('id', '=', given.id)
    .where('confirmed_at', 'is', null)
    .execute();
}

/** Destroys every request of the address that the link of this transaction was sent to. Call `alertOfLink` before. */
export async function endAlertsOfLink(transaction: Transaction): Promise<void> {
  await sql`select end_alerts_of_link()`.execute(transaction);
}

/** Destroys the requests that were asked for before a moment and never confirmed; gives how many. */
export async function endUnconfirmed(
  transaction: Transaction,
  given: Of & { readonly before: Temporal.Instant },
): Promise<number> {
  const gone = await transaction
    .deleteFrom('alerts')
    .where('authority_id', '=', given.authorityId)
    .where('confirmed_at', 'is', null)
    .where('asked_at', '<', given.before)
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}

/** Confirmed requests for alerts, in no order that anybody should rely on. */
export async function confirmedAlerts(transaction: Transaction, given: Of): Promise<readonly Alert[]> {
  const rows = await transaction
    .selectFrom('alerts')
    .select(columns)
    .where('authority_id', '=', given.authorityId)
    .where('confirmed_at', 'is not', null)
    .where('search', 'is not', null)
    .execute();
  return rows.map(alertOf);
}

/** Notes up to when somebody was told; false where another run of the job was quicker. */
export async function noteTold(
  transaction: Transaction,
  given: Of & {
    readonly id: string;
    readonly before: Temporal.Instant;
    readonly until: Temporal.Instant;
  },
): Promise<boolean> {
  const row = await transaction
    .updateTable('alerts')
    .set({ told_until: given.until })
    .where('authority_id', '=', given.authorityId)
    .where('id', '=', given.id)
    .where('told_until', '=', given.before)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** How many wait to be confirmed, how many are told of what is new, how many get the newsletter. */
export async function alertCounts(
  transaction: Transaction,
): Promise<{ readonly waiting: number; readonly alerts: number; readonly newsletters: number }> {
  const { rows } = await sql<{ waiting: number; alerts: number; newsletters: number }>`
    select waiting::integer, alerts::integer, newsletters::integer from alert_counts()`.execute(transaction);
  return rows[0] ?? { waiting: 0, alerts: 0, newsletters: 0 };
}

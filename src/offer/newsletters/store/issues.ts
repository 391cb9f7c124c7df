import { sql } from 'kysely';
import { newId } from '#kernel/id.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { Issue } from '../domain/issue.ts';

type Of = { readonly authorityId: string };

type Row = {
  readonly id: string;
  readonly number: number | null;
  readonly title: string;
  readonly body: string;
  readonly written_at: Temporal.Instant;
  readonly sent_at: Temporal.Instant | null;
};

const columns = ['id', 'number', 'title', 'body', 'written_at', 'sent_at'] as const;

function issueOf({ id, number, title, body, written_at, sent_at }: Row): Issue {
  const sent = number === null || sent_at === null ? null : { number, at: sent_at };
  return { id, title, body, writtenAt: written_at, sent };
}

/** Every newsletter that who asks may see, the newest first. */
export async function issues(transaction: Transaction, given: Of): Promise<readonly Issue[]> {
  const rows = await transaction
    .selectFrom('newsletter_issues')
    .select(columns)
    .where('authority_id', '=', given.authorityId)
    .orderBy('number', (order) => order.desc().nullsFirst())
    .orderBy('written_at', 'desc')
    .execute();
  return rows.map(issueOf);
}

/** One newsletter, by its identifier or by its number; null where there is none that who asks may see. */
export async function issueOfAuthority(
  transaction: Transaction,
  given: Of & ({ readonly id: string } | { readonly number: number }),
): Promise<Issue | null> {
  const row = await transaction
    .selectFrom('newsletter_issues')
    .select(columns)
    .where('authority_id', '=', given.authorityId)
    .where((where) => ('id' in given ? where('id', '=', given.id) : where('number', '=', given.number)))
    .executeTakeFirst();
  return row === undefined ? null : issueOf(row);
}

/** Keeps a newsletter that is being written, a new one or with other words, and gives its identifier. */
export async function keepIssue(
  transaction: Transaction,
  given: Of & {
    readonly id: string | null;
    readonly title: string;
    readonly body: string;
    readonly by: string;
    readonly at: Temporal.Instant;
  },
): Promise<string> {
  const id = given.id ?? newId();
  const written = { title: given.title, body: given.body, written_by: given.by, written_at: given.at };
  await transaction
    .insertInto('newsletter_issues')
    .values({ authority_id: given.authorityId, id, ...written })
    .onConflict((conflict) => conflict.columns(['authority_id', 'id']).doUpdateSet(written))
    .execute();
  return id;
}

/** Marks a newsletter as sent and gives it the next number; null where somebody sent it before. */
export async function sendIssue(
  transaction: Transaction,
  given: Of & { readonly id: string; readonly by: string; readonly at: Temporal.Instant },
): Promise<number | null> {
  // Two at once would take one number: they come one after the other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`newsletters ${given.authorityId}`}, 0))`.execute(
    transaction,
  );
  const { last } = await transaction
    .selectFrom('newsletter_issues')
    .select((select) => select.fn.max('number').as('last'))
    .where('authority_id', '=', given.authorityId)
    .executeTakeFirstOrThrow();
  const number = (last ?? 0) + 1;
  const row = await transaction
    .updateTable('newsletter_issues')
    .set({ number, sent_by: given.by, sent_at: given.at })
    .where('authority_id', '=', given.authorityId)
    .where('id', '=', given.id)
    .where('sent_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row === undefined ? null : number;
}

/**
 * To whom a sent issue has still to go, at most so many at once: each address once, however often it asked, and only
 * who had confirmed before it was sent.
 */
export async function stillToGet(
  transaction: Transaction,
  given: Of & { readonly issueId: string; readonly sentAt: Temporal.Instant; readonly most: number },
): Promise<readonly { readonly alertId: string; readonly email: string }[]> {
  const { rows } = await sql<{ alertId: string; email: string }>`
    select distinct on (lower(wanting.email)) wanting.id as "alertId", wanting.email
    from alerts wanting
    where wanting.authority_id = ${given.authorityId} and wanting.wants_newsletter
      and wanting.confirmed_at <= ${given.sentAt}
      and not exists (
        select from newsletter_sendings sent join alerts got
          on got.authority_id = sent.authority_id and got.id = sent.alert_id
        where sent.authority_id = wanting.authority_id and sent.issue_id = ${given.issueId}
          and lower(got.email) = lower(wanting.email))
    order by lower(wanting.email), wanting.id limit ${given.most}`.execute(transaction);
  return rows;
}

/** Notes that an issue goes to somebody; false where it went already. */
export async function noteSending(
  transaction: Transaction,
  given: Of & { readonly issueId: string; readonly alertId: string; readonly at: Temporal.Instant },
): Promise<boolean> {
  const row = await transaction
    .insertInto('newsletter_sendings')
    .values({
      authority_id: given.authorityId,
      issue_id: given.issueId,
      alert_id: given.alertId,
      at: given.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('alert_id')
    .executeTakeFirst();
  return row !== undefined;
}

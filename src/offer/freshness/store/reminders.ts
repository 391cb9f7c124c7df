import { sql } from 'kysely';
import type { Transaction } from '#platform/database/index.ts';

type Of = { readonly authorityId: string };

/** The newest reminder of each listing since its last check: which one it was, and when. */
export async function remindersSent(
  transaction: Transaction,
  given: Of,
): Promise<
  ReadonlyMap<
    string,
    { readonly checkedOn: Temporal.PlainDate; readonly step: number; readonly at: Temporal.Instant }
  >
> {
  const { rows } = await sql<{
    slug: string;
    checkedOn: Temporal.PlainDate;
    step: number;
    at: Temporal.Instant;
  }>`
    select distinct on (listing_slug) listing_slug as slug, checked_on as "checkedOn", step, sent_at as at
    from listing_reminders where authority_id = ${given.authorityId}
    order by listing_slug, checked_on desc, step desc`.execute(transaction);
  return new Map(rows.map(({ slug, ...rest }) => [slug, rest]));
}

/** Notes a reminder to one address (or that there was nobody to write to) with the hash of its link. */
export async function keepReminder(
  transaction: Transaction,
  given: Of & {
    readonly slug: string;
    readonly checkedOn: Temporal.PlainDate;
    readonly step: number;
    readonly at: Temporal.Instant;
    readonly to: string | null;
    readonly hash: string;
  },
): Promise<void> {
  await transaction
    .insertInto('listing_reminders')
    .values({
      authority_id: given.authorityId,
      listing_slug: given.slug,
      checked_on: given.checkedOn,
      step: given.step,
      sent_at: given.at,
      sent_to: given.to,
      token_hash: given.hash,
    })
    .execute();
}

/** Which listing a link is for, since which check, and whether it was used; null for a link that there is not. */
export async function reminderOfLink(
  transaction: Transaction,
  given: Of & { readonly hash: string },
): Promise<{
  readonly slug: string;
  readonly checkedOn: Temporal.PlainDate;
  readonly sentTo: string | null;
} | null> {
  await sql`select set_config('app.reminder_link', ${given.hash}, true)`.execute(transaction);
  const row = await transaction
    .selectFrom('listing_reminders')
    .select(['listing_slug as slug', 'checked_on as checkedOn', 'sent_to as sentTo'])
    .where('authority_id', '=', given.authorityId)
    .where('token_hash', '=', given.hash)
    .executeTakeFirst();
  return row ?? null;
}

/** Notes that a link was used. Call it after `reminderOfLink`, which lets this transaction see it. */
export async function noteUsed(
  transaction: Transaction,
  given: Of & { readonly hash: string; readonly at: Temporal.Instant },
): Promise<void> {
  await transaction
    .updateTable('listing_reminders')
    .set({ used_at: given.at })
    .where('authority_id', '=', given.authorityId)
    .where('token_hash', '=', given.hash)
    .execute();
}

/** A listing as the keepers of the directory see it, hidden ones too. */
export type Checked = {
  readonly slug: string;
  readonly title: string;
  readonly provider: string;
  readonly providerSlug: string | null;
  readonly tier: string;
  readonly provenance: string;
  readonly checkedOn: Temporal.PlainDate;
  readonly email: string | null;
  readonly phone: string | null;
};

/** Every listing that is not withdrawn and whose days to be shown have not passed, the longest unchecked first. */
export async function checkedListings(
  transaction: Transaction,
  given: Of & { readonly today: Temporal.PlainDate },
): Promise<readonly Checked[]> {
  return transaction
    .selectFrom('listings')
    .select([
      'slug',
      'title',
      'tier',
      'provenance',
      'provider_slug as providerSlug',
      'checked_on as checkedOn',
      sql<string>`content ->> 'provider'`.as('provider'),
      sql<string | null>`content -> 'contact' ->> 'email'`.as('email'),
      sql<string | null>`content -> 'contact' ->> 'phone'`.as('phone'),
    ])
    .where('authority_id', '=', given.authorityId)
    .where('withdrawn_at', 'is', null)
    .where((where) => where.or([where('shown_until', 'is', null), where('shown_until', '>=', given.today)]))
    .orderBy('checked_on')
    .orderBy('title')
    .execute();
}

/** How many listings were checked last on each day, by tier: what a count needs of a directory of any size. */
export async function checkedDays(
  transaction: Transaction,
  given: Of & { readonly today: Temporal.PlainDate },
): Promise<
  readonly { readonly tier: string; readonly checkedOn: Temporal.PlainDate; readonly listings: number }[]
> {
  const rows = await transaction
    .selectFrom('listings')
    .select(({ fn }) => ['tier', 'checked_on as checkedOn', fn.countAll<string>().as('listings')])
    .where('authority_id', '=', given.authorityId)
    .where('withdrawn_at', 'is', null)
    .where((where) => where.or([where('shown_until', 'is', null), where('shown_until', '>=', given.today)]))
    .groupBy(['tier', 'checked_on'])
    .execute();
  return rows.map((row) => ({ ...row, listings: Number(row.listings) }));
}

/** Writes after how many months the directory hides what nobody checked. A change is a new version of the directory. */
export async function keepHiddenAfter(
  transaction: Transaction,
  given: Of & { readonly months: number },
): Promise<void> {
  await sql`with changed as (
      insert into directory_state as state (authority_id, version, hidden_after_months)
      values (${given.authorityId}, 1, ${given.months})
      on conflict (authority_id) do update set hidden_after_months = excluded.hidden_after_months,
        version = state.version + 1
      where state.hidden_after_months <> excluded.hidden_after_months
      returning state.authority_id, state.version)
    select set_config('app.directory_change', authority_id::text || ' ' || version::text, true) from changed`.execute(
    transaction,
  );
}

import { sql } from 'kysely';
import type { Json, Transaction } from '#platform/database/index.ts';

/**
 * That something happened, of nobody. Details are values of vocabularies, never words as somebody typed them and
 * never anything by which a person could be known.
 */
export type Tally = {
  readonly what: string;
  readonly details: Readonly<Record<string, Json>>;
};

/** How often something happened on a day. */
export type Tallied = Tally & { readonly onDay: Temporal.PlainDate; readonly times: number };

/**
 * So many different details of one thing are told apart on one day. What goes beyond is counted without them, so that
 * nobody fills the table by asking for something else again and again.
 */
export const MOST_A_DAY = 2_000;

/** Counts things that happened on a day, each once more. */
export async function writeTallies(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly onDay: Temporal.PlainDate;
    readonly tallies: readonly Tally[];
  },
): Promise<void> {
  const { authorityId, onDay } = given;
  for (const { what, details } of given.tallies) {
    const written = JSON.stringify(details);
    await sql`
      with of_day as (
        select details from tallies where authority_id = ${authorityId} and what = ${what} and on_day = ${onDay}
      )
      insert into tallies (authority_id, what, on_day, details, times)
      select ${authorityId}::uuid, ${what}::text, ${onDay}::date,
        case when exists (select from of_day where details = ${written}::jsonb)
          or (select count(*) from of_day) < ${MOST_A_DAY}::integer
          then ${written}::jsonb else '{}'::jsonb end, 1
      on conflict (authority_id, what, on_day, details) do update set times = tallies.times + 1`.execute(
      transaction,
    );
  }
}

function isRecord(value: Json): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** How often one thing happened between two days, both included, by day and details. */
export async function talliesOf(
  transaction: Transaction,
  wanted: {
    readonly authorityId: string;
    readonly what: string;
    readonly from: Temporal.PlainDate;
    readonly until: Temporal.PlainDate;
  },
): Promise<readonly Tallied[]> {
  const rows = await transaction
    .selectFrom('tallies')
    .selectAll()
    .where('authority_id', '=', wanted.authorityId)
    .where('what', '=', wanted.what)
    .where('on_day', '>=', wanted.from)
    .where('on_day', '<=', wanted.until)
    .orderBy('on_day')
    .execute();
  return rows.map((row) => ({
    what: row.what,
    onDay: row.on_day,
    details: isRecord(row.details) ? row.details : {},
    times: row.times,
  }));
}

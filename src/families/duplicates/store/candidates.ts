import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '#platform/database/index.ts';

/** A child who is looked for: one of the register, or one of a row that is not loaded yet. */
export type LookedFor = {
  readonly key: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly bornOn: Temporal.PlainDate;
  readonly postcode: string;
  readonly nhsNumber: string | null;
};

/** Who is looked for (`key`), and a child of the register who might be the same. */
export type Candidate = { readonly key: string; readonly childId: string };

/**
 * Everybody of the register who might be one of those in `l` (key, plain_given, plain_family, born_on, postcode,
 * nhs), found by what has an index: the birthday, the birthday with day and month swapped, the whole name, the
 * postcode with the family name, the NHS number. What is near enough is said by points afterwards.
 */
function candidatesOf(authorityId: string, l: RawBuilder<unknown>, also: RawBuilder<unknown>) {
  // With another family name only the same first name makes enough points; short forms keep the family name.
  const alike = sql`(similarity(l.plain_family, o.plain_family) > 0.3 or l.plain_given = o.plain_given
    or l.plain_given = o.plain_family)`;
  const both = sql`similarity(l.plain_given, o.plain_given) > 0.2 and similarity(l.plain_family, o.plain_family) > 0.3`;
  const oneDigit = sql`(select count(*) from generate_series(1, 8) i
      where substr(to_char(l.born_on, 'YYYYMMDD'), i, 1) <> substr(to_char(o.born_on, 'YYYYMMDD'), i, 1)) = 1`;
  const council = sql`o.authority_id = ${authorityId}::uuid and o.merged_into is null and ${also}`;
  return sql<{ key: string; child_id: string }>`
    with l as materialized (${l}),
    numbers as materialized (select distinct on (f.child_id) f.child_id, f.answer #>> '{}' as nhs from child_facts f
      where f.authority_id = ${authorityId}::uuid and f.fact = 'nhs-number' and f.answer #>> '{}' in (select l.nhs from l)
      order by f.child_id, f.recorded_at desc, f.id desc)
    select l.key, o.id as child_id from l join children o on o.born_on = l.born_on where ${council} and ${alike}
    union
    select l.key, o.id from l join children o on o.born_on = case when extract(day from l.born_on) <= 12
          and extract(day from l.born_on) <> extract(month from l.born_on)
        then make_date(extract(year from l.born_on)::int, extract(day from l.born_on)::int, extract(month from l.born_on)::int) end
      where ${council} and ${both}
    union
    select l.key, o.id from l join children o on least(o.plain_given, o.plain_family) = least(l.plain_given, l.plain_family)
        and greatest(o.plain_given, o.plain_family) = greatest(l.plain_given, l.plain_family)
      where ${council} and ${oneDigit}
    union
    select l.key, o.id from l join households h on h.postcode = l.postcode and h.authority_id = ${authorityId}::uuid
        join children o on o.household_id = h.id and o.plain_family = l.plain_family
      where ${council} and similarity(l.plain_given, o.plain_given) > 0.3 and ${oneDigit}
    union
    select l.key, o.id from l join numbers n on n.nhs = l.nhs join children o on o.id = n.child_id where ${council}`;
}

/** Every two records of a council that might be one child. */
export async function candidatesOfCouncil(
  transaction: Transaction,
  of: { readonly authorityId: string },
): Promise<readonly Candidate[]> {
  const { authorityId } = of;
  const l = sql`select c.id::text as key, c.plain_given, c.plain_family, c.born_on, h.postcode, n.nhs
    from children c join households h on h.authority_id = c.authority_id and h.id = c.household_id
    left join (select distinct on (f.child_id) f.child_id, f.answer #>> '{}' as nhs from child_facts f
      where f.authority_id = ${authorityId}::uuid and f.fact = 'nhs-number'
      order by f.child_id, f.recorded_at desc, f.id desc) n on n.child_id = c.id
    where c.authority_id = ${authorityId}::uuid and c.merged_into is null`;
  const { rows } = await candidatesOf(authorityId, l, sql`l.key <> o.id::text`).execute(transaction);
  // Each two once, whichever was looked for.
  const once = new Map<string, Candidate>();
  for (const row of rows) {
    const [key = '', childId = ''] = [row.key, row.child_id].toSorted();
    once.set(`${key} ${childId}`, { key, childId });
  }
  return [...once.values()];
}

/** Everybody of the register who might be one of these. */
export async function candidatesFor(
  transaction: Transaction,
  of: { readonly authorityId: string; readonly people: readonly LookedFor[] },
): Promise<readonly Candidate[]> {
  if (of.people.length === 0) return [];
  const people = JSON.stringify(
    of.people.map((one) => ({
      key: one.key,
      given: one.givenName,
      family: one.familyName,
      born_on: one.bornOn.toString(),
      postcode: one.postcode,
      nhs: one.nhsNumber,
    })),
  );
  const l = sql`select p.key, plain_name(p.given) as plain_given, plain_name(p.family) as plain_family, p.born_on, p.postcode, p.nhs
    from jsonb_to_recordset(${people}::jsonb) as p (key text, given text, family text, born_on date, postcode text, nhs text)`;
  const { rows } = await candidatesOf(of.authorityId, l, sql`true`).execute(transaction);
  return rows.map((row) => ({ key: row.key, childId: row.child_id }));
}

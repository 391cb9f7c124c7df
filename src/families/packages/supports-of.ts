import {
  type AwardSpan,
  changesInForce,
  lastDayOf,
  stretchesOf,
  type WhatChanges,
  yearly,
} from '#families/awards/index.ts';
import { nextReview, type ReviewClocks } from '#families/reviews/index.ts';
import { pence } from '#kernel/money.ts';
import type { ChildFacts } from './domain/summary.ts';
import type { Support } from './domain/support.ts';
import type { AwardRow, ChangeRow, OtherRow, PackageRows } from './store/households.ts';

/** A child with all that it has. */
export type ChildWithSupports = { readonly child: ChildFacts; readonly supports: readonly Support[] };

/** Makes children and their supports of the rows of the database. */
export function supportsOf(rows: PackageRows, clocks: ReviewClocks): readonly ChildWithSupports[] {
  const changes = Map.groupBy(rows.changes, (row) => row.award_id);
  const held = Map.groupBy(rows.held, (row) => row.award_id);
  const awards = Map.groupBy(rows.awards, (row) => row.child_id);
  const others = Map.groupBy(rows.others, (row) => row.child_id);
  return rows.children.map((row) => ({
    child: {
      childId: row.id,
      householdId: row.household_id,
      bornOn: row.born_on,
      postcode: row.postcode,
      district: row.district,
    },
    supports: [
      ...(awards.get(row.id) ?? []).map((award) =>
        fromAward(award, { changes: changes.get(award.id) ?? [], held: held.get(award.id) ?? [], clocks }),
      ),
      ...(others.get(row.id) ?? []).map(fromOther),
    ],
  }));
}

function toChange(row: ChangeRow): WhatChanges {
  return {
    id: row.id,
    kind: row.kind as WhatChanges['kind'],
    from: row.from_on,
    amount: row.amount_pence === null ? null : pence(row.amount_pence),
    minutes: row.minutes,
    nights: row.nights,
    takesBack: row.takes_back,
    changedAt: row.changed_at,
  };
}

type History = {
  readonly changes: readonly ChangeRow[];
  readonly held: PackageRows['held'];
  readonly clocks: ReviewClocks;
};

function fromAward(row: AwardRow, { changes, held, clocks }: History): Support {
  const own = changesInForce(changes.map(toChange));
  const span: AwardSpan = {
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    per: row.per as AwardSpan['per'],
    amount: row.amount_pence === null ? null : pence(row.amount_pence),
    minutes: row.minutes,
    nights: row.nights,
  };
  const inYear = (value: number | null) => (value === null ? null : yearly(span, value));
  const stretches = own.length === 0 ? [unchanged(span)] : stretchesOf(span, own);
  const legalBasis = row.legal_basis as Support['legalBasis'];
  const reviewed = {
    startsOn: row.starts_on,
    lastDay: own.length === 0 ? span.endsOn : lastDayOf(span, own),
    reviewOn: row.review_on,
    legalBasis,
  };
  return {
    id: row.id,
    childId: row.child_id,
    origin: 'award',
    name: row.reference,
    breakKind: row.break_kind,
    way: row.way,
    paidBy: row.paid_by,
    legalBasis,
    schemeId: row.scheme_id,
    grantedBy: row.source,
    stretches: stretches.map(({ from, to, standing, amount, minutes, nights }) => ({
      from,
      to,
      isSuspended: standing === 'suspended',
      pence: inYear(amount),
      minutes: inYear(minutes),
      nights: inYear(nights),
    })),
    reviewOn: nextReview(
      reviewed,
      held.map((one) => ({ heldOn: one.held_on, nextOn: one.next_on })),
      clocks,
    ),
  };
}

/** Most awards are never changed: their one stretch takes no working out. */
function unchanged(span: AwardSpan): ReturnType<typeof stretchesOf>[number] {
  const { amount, minutes, nights } = span;
  return { standing: 'running', amount, minutes, nights, from: span.startsOn, to: span.endsOn };
}

function fromOther(row: OtherRow): Support {
  return {
    id: row.id,
    childId: row.child_id,
    origin: 'other',
    name: row.name,
    breakKind: row.break_kind,
    way: row.way,
    paidBy: row.paid_by,
    legalBasis: row.legal_basis as Support['legalBasis'],
    schemeId: null,
    grantedBy: 'other',
    stretches: [
      {
        from: row.starts_on,
        to: row.ends_on,
        isSuspended: false,
        pence: row.yearly_pence,
        minutes: row.yearly_minutes,
        nights: row.yearly_nights,
      },
    ],
    reviewOn: row.review_on,
  };
}

import { pence } from '#kernel/money.ts';
import { ofChild, type Transaction } from '#platform/database/index.ts';
import type { PlanAmount, PlanRhythm } from '../domain/cost.ts';
import type { PlanLine } from '../domain/plan.ts';

type Row = {
  readonly id: string;
  readonly position: number;
  readonly is_complete: boolean;
  readonly need: string;
  readonly outcome: string;
  readonly support: string;
  readonly why: string;
  readonly amount_pence: number | null;
  readonly minutes: number | null;
  readonly nights: number | null;
  readonly per: string | null;
  readonly unit_pence: number | null;
  readonly ratio_twelfths: number | null;
  readonly yearly_pence: number | null;
  readonly break_kind: string | null;
  readonly way: string | null;
  readonly paid_by: string;
  readonly legal_basis: string | null;
};

function amountOf(row: Row): PlanAmount | null {
  if (row.per === null) return null;
  const per = row.per as PlanRhythm;
  const unit = row.unit_pence === null ? null : pence(row.unit_pence);
  if (row.amount_pence !== null) return { measure: 'money', amount: pence(row.amount_pence), per };
  if (row.minutes !== null) return { measure: 'hours', minutes: row.minutes, per, unit };
  return row.nights === null ? null : { measure: 'nights', nights: row.nights, per, unit };
}

function toLine(row: Row): PlanLine {
  return {
    id: row.id,
    position: row.position,
    isComplete: row.is_complete,
    need: row.need,
    outcome: row.outcome,
    support: row.support,
    why: row.why,
    amount: amountOf(row),
    ratioTwelfths: row.ratio_twelfths,
    yearlyCost: row.yearly_pence === null ? null : pence(row.yearly_pence),
    breakKind: row.break_kind as PlanLine['breakKind'],
    way: row.way as PlanLine['way'],
    paidBy: row.paid_by as PlanLine['paidBy'],
    legalBasis: row.legal_basis as PlanLine['legalBasis'],
  };
}

/** The lines of a plan in their order. A family finds those of a plan that is shared with it. */
export async function linesOf(
  transaction: Transaction,
  of: { readonly authorityId: string; readonly planId: string },
): Promise<readonly PlanLine[]> {
  const rows = await transaction
    .selectFrom('plan_lines')
    .selectAll()
    .where('authority_id', '=', of.authorityId)
    .where('plan_id', '=', of.planId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(toLine);
}

type Kept = { readonly authorityId: string; readonly planId: string };

/** Keeps a line, new or changed. The database refuses one that says it is complete and is not. */
export async function saveLine(
  transaction: Transaction,
  given: Kept & { readonly householdId: string; readonly line: PlanLine },
): Promise<void> {
  const { line } = given;
  const { amount } = line;
  const said = {
    position: line.position,
    is_complete: line.isComplete,
    need: line.need,
    outcome: line.outcome,
    support: line.support,
    why: line.why,
    amount_pence: amount?.measure === 'money' ? amount.amount : null,
    minutes: amount?.measure === 'hours' ? amount.minutes : null,
    nights: amount?.measure === 'nights' ? amount.nights : null,
    per: amount?.per ?? null,
    unit_pence: amount === null || amount.measure === 'money' ? null : amount.unit,
    ratio_twelfths: line.ratioTwelfths,
    yearly_pence: line.yearlyCost,
    break_kind: line.breakKind,
    way: line.way,
    paid_by: line.paidBy,
    legal_basis: line.legalBasis,
  };
  await transaction
    .insertInto('plan_lines')
    .values({
      authority_id: given.authorityId,
      id: line.id,
      plan_id: given.planId,
      household_id: given.householdId,
      ...said,
    })
    .onConflict((conflict) => conflict.columns(['authority_id', 'id']).doUpdateSet(said))
    .execute();
}

/** Takes a line out of a draft; what it said stays in the plan's history. */
export async function removeLine(
  transaction: Transaction,
  named: Kept & { readonly lineId: string },
): Promise<void> {
  await transaction
    .deleteFrom('plan_lines')
    .where('authority_id', '=', named.authorityId)
    .where('plan_id', '=', named.planId)
    .where('id', '=', named.lineId)
    .execute();
}

/** A line of a plan of a child, with where its plan stands. */
export type PlanLineOfChild = PlanLine & { readonly planId: string; readonly planState: string };

/** The lines of a child's plans that are agreed or on their way there, for the page of the child's package. */
export async function linesOfChild(
  transaction: Transaction,
  of: { readonly authorityId: string; readonly childId: string },
): Promise<readonly PlanLineOfChild[]> {
  const rows = await transaction
    .selectFrom('plan_lines as l')
    .innerJoin('support_plans as p', (join) =>
      join.onRef('p.authority_id', '=', 'l.authority_id').onRef('p.id', '=', 'l.plan_id'),
    )
    .selectAll('l')
    .select(['p.id as plan', 'p.state as plan_state'])
    .where('l.authority_id', '=', of.authorityId)
    .where(ofChild('p.child_id', of))
    .where('p.state', '<>', 'closed')
    .orderBy('p.created_at', 'desc')
    .orderBy('l.position')
    .execute();
  return rows.map((row) => ({ ...toLine(row), planId: row.plan, planState: row.plan_state }));
}

import { type Pence, pence } from '#kernel/money.ts';
import { ofChild, type Transaction } from '#platform/database/index.ts';
import type { PlanState, SupportPlan } from '../domain/plan.ts';

type Row = {
  readonly id: string;
  readonly reference: string;
  readonly household_id: string;
  readonly child_id: string;
  readonly assessment_id: string;
  readonly written_by: string;
  readonly written_by_name: string;
  readonly state: string;
  readonly starts_on: Temporal.PlainDate;
  readonly ends_on: Temporal.PlainDate;
  readonly yearly_pence: number | null;
  readonly panel_because: string;
  readonly agreed_by: string | null;
  readonly agreed_by_name: string;
  readonly agreed_at: Temporal.Instant | null;
  readonly agreed_words: string;
  readonly created_at: Temporal.Instant;
  readonly changed_at: Temporal.Instant;
};

function toPlan(row: Row): SupportPlan {
  return {
    id: row.id,
    reference: row.reference,
    householdId: row.household_id,
    childId: row.child_id,
    assessmentId: row.assessment_id,
    writtenBy: row.written_by,
    writtenByName: row.written_by_name,
    state: row.state as PlanState,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    yearlyCost: row.yearly_pence === null ? null : pence(row.yearly_pence),
    panelBecause: row.panel_because,
    agreedBy: row.agreed_by,
    agreedByName: row.agreed_by_name,
    agreedAt: row.agreed_at,
    agreedWords: row.agreed_words,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}

type Named = { readonly authorityId: string; readonly planId: string };

/** One plan. With `forChange` its row is locked until the transaction ends. A family finds its own alone. */
export async function planWith(
  transaction: Transaction,
  named: Named & { readonly forChange?: boolean },
): Promise<SupportPlan | null> {
  let query = transaction
    .selectFrom('support_plans')
    .selectAll()
    .where('authority_id', '=', named.authorityId)
    .where('id', '=', named.planId);
  if (named.forChange === true) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  return row === undefined ? null : toPlan(row);
}

/** All plans of a child, the newest first. */
export async function plansOfChild(
  transaction: Transaction,
  of: { readonly authorityId: string; readonly childId: string },
): Promise<readonly SupportPlan[]> {
  const rows = await transaction
    .selectFrom('support_plans')
    .selectAll()
    .where('authority_id', '=', of.authorityId)
    .where(ofChild('child_id', of))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(toPlan);
}

/** Plans in some states, the longest untouched first. A family finds its own households' alone. */
export async function plansInStates(
  transaction: Transaction,
  wanted: { readonly authorityId: string; readonly states: readonly PlanState[] },
): Promise<readonly SupportPlan[]> {
  const rows = await transaction
    .selectFrom('support_plans')
    .selectAll()
    .where('authority_id', '=', wanted.authorityId)
    .where('state', 'in', [...wanted.states])
    .orderBy('changed_at')
    .orderBy('id')
    .execute();
  return rows.map(toPlan);
}

/** Agreed plans whose payments nobody has arranged, the longest agreed first. */
export async function agreedPlansUnpaid(
  transaction: Transaction,
  authorityId: string,
): Promise<readonly SupportPlan[]> {
  const rows = await transaction
    .selectFrom('support_plans as p')
    .leftJoin('plan_payments as y', (join) =>
      join.onRef('y.authority_id', '=', 'p.authority_id').onRef('y.plan_id', '=', 'p.id'),
    )
    .selectAll('p')
    .where('p.authority_id', '=', authorityId)
    .where('p.state', '=', 'agreed')
    .where('y.plan_id', 'is', null)
    .orderBy('p.agreed_at')
    .orderBy('p.id')
    .execute();
  return rows.map(toPlan);
}

/** Begins a plan. The database refuses a second open one for a child. */
export async function insertPlan(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly at: Temporal.Instant;
    readonly plan: Pick<
      SupportPlan,
      | 'id'
      | 'reference'
      | 'householdId'
      | 'childId'
      | 'assessmentId'
      | 'writtenBy'
      | 'writtenByName'
      | 'startsOn'
      | 'endsOn'
    >;
  },
): Promise<void> {
  const { authorityId, at, plan } = given;
  await transaction
    .insertInto('support_plans')
    .values({
      authority_id: authorityId,
      id: plan.id,
      reference: plan.reference,
      household_id: plan.householdId,
      child_id: plan.childId,
      assessment_id: plan.assessmentId,
      written_by: plan.writtenBy,
      written_by_name: plan.writtenByName,
      state: 'draft',
      starts_on: plan.startsOn,
      ends_on: plan.endsOn,
      created_at: at,
      changed_at: at,
    })
    .execute();
}

/** Moves a plan on. The database holds what each state asks for; see its triggers. */
export async function movePlan(
  transaction: Transaction,
  change: Named & {
    readonly to: PlanState;
    readonly at: Temporal.Instant;
    readonly yearlyCost?: Pence | null;
    readonly panelBecause?: string;
    readonly agreed?: { readonly id: string; readonly name: string; readonly words: string };
    readonly dates?: { readonly startsOn: Temporal.PlainDate; readonly endsOn: Temporal.PlainDate };
  },
): Promise<void> {
  const { agreed, dates } = change;
  await transaction
    .updateTable('support_plans')
    .set({
      state: change.to,
      changed_at: change.at,
      ...(change.yearlyCost === undefined ? {} : { yearly_pence: change.yearlyCost }),
      ...(change.panelBecause === undefined ? {} : { panel_because: change.panelBecause }),
      ...(dates === undefined ? {} : { starts_on: dates.startsOn, ends_on: dates.endsOn }),
      ...(agreed === undefined
        ? {}
        : {
            agreed_by: agreed.id,
            agreed_by_name: agreed.name,
            agreed_words: agreed.words,
            agreed_at: change.at,
          }),
    })
    .where('authority_id', '=', change.authorityId)
    .where('id', '=', change.planId)
    .execute();
}

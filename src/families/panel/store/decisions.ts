import type { Transaction } from '#platform/database/index.ts';
import type { Item, MemberVote, PanelDecision } from '../domain/panel.ts';

type Row = {
  readonly id: string;
  readonly item_id: string;
  readonly meeting_id: string;
  readonly outcome: string;
  readonly reasons: string;
  readonly conditions: string;
  readonly less: string;
  readonly recorded_by_name: string;
  readonly recorded_at: Temporal.Instant;
};

function toDecision(row: Row, votes: readonly MemberVote[]): PanelDecision {
  return {
    id: row.id,
    itemId: row.item_id,
    meetingId: row.meeting_id,
    outcome: row.outcome as PanelDecision['outcome'],
    reasons: row.reasons,
    conditions: row.conditions,
    less: row.less,
    recordedByName: row.recorded_by_name,
    recordedAt: row.recorded_at,
    votes,
  };
}

async function votesOf(
  transaction: Transaction,
  of: { readonly authorityId: string; readonly decisionId: string },
): Promise<readonly MemberVote[]> {
  const rows = await transaction
    .selectFrom('panel_votes')
    .select(['person_id', 'name', 'vote'])
    .where('authority_id', '=', of.authorityId)
    .where('decision_id', '=', of.decisionId)
    .orderBy('name')
    .orderBy('person_id')
    .execute();
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name,
    vote: row.vote as MemberVote['vote'],
  }));
}

/** What the panel decided in a meeting, by the item. */
export async function decisionsOfMeeting(
  transaction: Transaction,
  of: { readonly authorityId: string; readonly meetingId: string },
): Promise<ReadonlyMap<string, PanelDecision>> {
  const rows = await transaction
    .selectFrom('panel_decisions')
    .selectAll()
    .where('authority_id', '=', of.authorityId)
    .where('meeting_id', '=', of.meetingId)
    .execute();
  const found = new Map<string, PanelDecision>();
  for (const row of rows)
    found.set(
      row.item_id,
      toDecision(row, await votesOf(transaction, { authorityId: of.authorityId, decisionId: row.id })),
    );
  return found;
}

/** What the panel last decided of an application; null where it has not. */
export async function panelDecisionOf(
  transaction: Transaction,
  of: { readonly authorityId: string; readonly applicationId: string },
): Promise<PanelDecision | null> {
  const row = await transaction
    .selectFrom('panel_decisions')
    .selectAll()
    .where('authority_id', '=', of.authorityId)
    .where('application_id', '=', of.applicationId)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (row === undefined) return null;
  return toDecision(row, await votesOf(transaction, { authorityId: of.authorityId, decisionId: row.id }));
}

/** Keeps what was decided, with how each stood. The database refuses a second decision of an item. */
export async function insertDecision(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly item: Item;
    readonly decision: PanelDecision;
    readonly recordedBy: string;
  },
): Promise<void> {
  const { authorityId, item, decision } = given;
  await transaction
    .insertInto('panel_decisions')
    .values({
      authority_id: authorityId,
      id: decision.id,
      item_id: item.id,
      meeting_id: item.meetingId,
      household_id: item.householdId,
      child_id: item.childId,
      plan_id: item.subject.kind === 'plan' ? item.subject.id : null,
      application_id: item.subject.kind === 'application' ? item.subject.id : null,
      outcome: decision.outcome,
      reasons: decision.reasons,
      conditions: decision.conditions,
      less: decision.less,
      recorded_by: given.recordedBy,
      recorded_by_name: decision.recordedByName,
      recorded_at: decision.recordedAt,
    })
    .execute();
  if (decision.votes.length === 0) return;
  await transaction
    .insertInto('panel_votes')
    .values(
      decision.votes.map((one) => ({
        authority_id: authorityId,
        decision_id: decision.id,
        person_id: one.personId,
        name: one.name,
        vote: one.vote,
      })),
    )
    .execute();
}

import type { Answers } from '#families/applications/index.ts';
import { householdsHiddenFrom } from '#families/register/index.ts';
import { type Pence, pence } from '#kernel/money.ts';
import { type BudgetPosition, withOneMore } from '#money/budgets/index.ts';
import { signedIn, type Visit } from '#platform/web/visit.ts';
import { flagsForRule, reasonForOfficer } from './by-rule.ts';
import type { Giving } from './domain/giving.ts';
import { recommendedGiving } from './domain/recommendation.ts';
import { fundNow, hasPowerToOverspend } from './fund.ts';
import { readingOf } from './reading.ts';
import { outcomesOf, type QueueRow, queuePage } from './store/queue.ts';
import { firstWaiting } from './waiting-list.ts';

/** Which applications are looked through: those to decide, or the first of the waiting list. */
export type RuleSource =
  | { readonly from: 'queue'; readonly first: number }
  /** `part` narrows it to a scheme or a fund; empty, it is the whole list. */
  | { readonly from: 'waiting-list'; readonly first: number; readonly part: string };

/** How many can be decided at once: as many as one request does in a few seconds. */
export const mostAtOnce = 200;

/** One that the published rule alone decides. */
export type ByRule = {
  readonly id: string;
  readonly reference: string;
  readonly childName: string;
  readonly giving: Giving;
};

/** One that an officer has to look at, and why. */
export type ForOfficer = {
  readonly id: string;
  readonly reference: string;
  readonly childName: string;
  readonly why: string;
};

export type RuleList = {
  readonly byRule: readonly ByRule[];
  readonly forOfficer: readonly ForOfficer[];
  readonly total: Pence;
  /** The fund's year before and after; null where no fund pays. */
  readonly fund: { readonly before: BudgetPosition; readonly afterLeft: Pence | null } | null;
};

/**
 * Looks through applications in their order and parts those that the published rule alone decides from those
 * for an officer. What the fund's year has no room for is for an officer as well, unless this person may
 * overspend. A household that this person is kept away from is in neither list.
 */
export async function ruleList(visit: Visit, source: RuleSource): Promise<RuleList> {
  const rows = await rowsOf(visit, source);
  const asked = { authorityId: visit.authority.id, applicationIds: rows.map((row) => row.id) };
  const flags = await flagsForRule(visit, asked.applicationIds);
  const outcomes = await outcomesOf(visit.transaction, asked);
  const byRule: ByRule[] = [];
  const forOfficer: ForOfficer[] = [];
  const funds = new Map<string, BudgetPosition | null>();
  const mayGoOver = hasPowerToOverspend(visit, signedIn(visit));
  for (const row of rows) {
    const answers = row.answers as Answers;
    const flagged = flags.get(row.id);
    const read = await readingOf(visit.authority, {
      application: { ...row, answers },
      hasDiagnosisLetter: flagged?.hasDiagnosisLetter ?? false,
      corrected: flagged?.corrected ?? {},
    });
    const reading = read.ok ? read.value : null;
    const before = outcomes.get(row.id);
    const decisions = before === undefined ? [] : [before];
    const why = reasonForOfficer({ state: row.state, answers, reading, flags: flagged, decisions });
    const giving = reading === null ? null : recommendedGiving(reading.recommendation);
    const named = {
      id: row.id,
      reference: row.reference,
      childName: `${row.givenName} ${row.familyName}`,
    };
    if (why !== null || giving === null) {
      forOfficer.push({ ...named, why: why ?? 'The scheme recommends no award by itself.' });
      continue;
    }
    const position = await positionFor(visit, funds, row.schemeId);
    const after = position === null || giving.amount === null ? position : withOne(position, giving.amount);
    if (after?.isOver === true && !mayGoOver) {
      forOfficer.push({ ...named, why: 'The fund of this year has no room for it.' });
      continue;
    }
    funds.set(row.schemeId, after);
    byRule.push({ ...named, giving });
  }
  return { byRule, forOfficer, ...(await totals(visit, rows, byRule)) };
}

function withOne(position: BudgetPosition, amount: Pence): BudgetPosition {
  return { ...position, ...withOneMore(position, amount) };
}

async function positionFor(
  visit: Visit,
  funds: Map<string, BudgetPosition | null>,
  schemeId: string,
): Promise<BudgetPosition | null> {
  const known = funds.get(schemeId);
  if (known !== undefined) return known;
  const position = await fundNow(visit, schemeId);
  funds.set(schemeId, position);
  return position;
}

async function totals(
  visit: Visit,
  rows: readonly QueueRow[],
  byRule: readonly ByRule[],
): Promise<Pick<RuleList, 'total' | 'fund'>> {
  const total = pence(byRule.reduce((sum, one) => sum + (one.giving.amount ?? 0), 0));
  const schemeId = rows[0]?.schemeId;
  const before = schemeId === undefined ? null : await fundNow(visit, schemeId);
  const fund = before === null ? null : { before, afterLeft: withOneMore(before, total).left };
  return { total, fund };
}

async function rowsOf(visit: Visit, source: RuleSource): Promise<readonly QueueRow[]> {
  const limit = Math.min(source.first, mostAtOnce);
  if (source.from === 'waiting-list') return firstWaiting(visit, { first: limit, part: source.part });
  const authorityId = visit.authority.id;
  const hidden = await householdsHiddenFrom(visit, signedIn(visit));
  const filter = { view: 'waiting' as const, words: [] };
  return queuePage(visit.transaction, { authorityId, hidden, filter, limit, after: null });
}

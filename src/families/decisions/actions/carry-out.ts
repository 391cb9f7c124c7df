import { addEvent, changeState } from '#families/applications/index.ts';
import {
  type Award,
  awardDates,
  awardsOfChildren,
  insertChange,
  recordAward,
} from '#families/awards/index.ts';
import { newId } from '#kernel/id.ts';
import { type Result, success } from '#kernel/refusal.ts';
import { fundFor, withOneMore } from '#money/budgets/index.ts';
import { promisedFor, recordCommitment, recordRelease } from '#money/ledger/index.ts';
import type { CaseToDecide } from '../case-file.ts';
import { outcomeWords } from '../decided-words.ts';
import type { Decider, Desk } from '../desk.ts';
import type { Decided } from '../domain/choice.ts';
import { type DecisionRecord, isAward } from '../domain/decision-record.ts';
import { type Giving, isSameGiving } from '../domain/giving.ts';
import { recommendedGiving } from '../domain/recommendation.ts';
import { fundHeld, fundSpent, hasPowerToOverspend, wouldPass } from '../fund.ts';
import { finalOf } from '../may-decide.ts';
import type { Reading } from '../reading.ts';
import { insertDecision } from '../store/decisions.ts';
import { sendDecision } from './send-decision.ts';

/** A decision that is ready to be taken. The application's row is locked, and nothing keeps this person from it. */
export type Ready = {
  readonly found: CaseToDecide;
  readonly reading: Reading;
  readonly decided: Decided;
  readonly because: string;
  readonly wordsForFamily: string;
  readonly by: Decider;
  readonly runId?: string;
};

/**
 * Takes a decision: the record with its facts and reasons, the award, the money promised, the state, the way so
 * far, the letter. Refuses (`fund-spent`; the caller then rolls back) an award that the fund's year has no room for
 * where this person may not overspend; the fund's year is held until the transaction ends.
 */
export async function carryOut(desk: Desk, ready: Ready): Promise<Result<DecisionRecord>> {
  const { found, reading, by } = ready;
  const decision = recordOf(desk, ready);
  const replaced = finalOf(found) === null ? 0 : await replaceAwards(desk, ready, decision);
  const position = decision.amount === null ? null : await fundHeld(desk, decision.schemeId);
  const isOver = wouldPass(position, decision.amount);
  if (isOver && position !== null && !hasPowerToOverspend(desk, by)) return fundSpent(position);
  const { transaction, authority } = desk;
  await insertDecision(transaction, { authorityId: authority.id, decision });
  const award = await awardWhatIsGiven(desk, found, decision);
  await moveOn(desk, found, decision);
  await sendDecision(desk, { application: found.application, reading, decision, award });
  desk.note(noteOf(decision));
  if (replaced > 0)
    desk.note({
      event: 'award.replaced',
      subject: { kind: 'decision', id: decision.id },
      details: { awards: replaced },
    });
  if (isOver && position !== null && decision.amount !== null && award !== null)
    desk.note({
      event: 'budget.exceeded',
      subject: { kind: 'award', id: award.id },
      details: {
        fund: position.fund,
        year: position.year,
        budgetPence: position.budget,
        committedPence: withOneMore(position, decision.amount).committed,
      },
    });
  return success(decision);
}

function noteOf(decision: DecisionRecord) {
  return {
    event: 'decision.taken',
    subject: { kind: 'decision', id: decision.id },
    details: {
      number: decision.number,
      outcome: decision.outcome,
      pence: decision.amount,
      minutes: decision.minutes,
      nights: decision.nights,
      recommended: decision.recommendedOutcome,
      recommendedPence: decision.recommendedAmount,
      scheme: decision.schemeId,
      version: decision.versionId,
      isByRule: decision.decidedBy === null,
    },
  };
}

const nothing: Giving = { amount: null, minutes: null, nights: null, per: 'period' };

function recordOf(desk: Desk, ready: Ready): DecisionRecord {
  const { found, reading, decided, by } = ready;
  const { says, recommendation } = reading;
  // Of a menu each choice is what the scheme recommends.
  const isFromMenu =
    recommendation.kind === 'choose' && recommendation.menu.some((one) => isSameGiving(one, decided.giving));
  const recommended = isFromMenu ? decided.giving : recommendedGiving(recommendation);
  return {
    id: newId(),
    applicationId: found.application.id,
    number: found.decisions.length + 1,
    outcome: decided.outcome,
    ...(decided.giving ?? nothing),
    referredTo: decided.referredTo,
    recommendedOutcome: recommendation.outcome,
    recommendedAmount: recommended?.amount ?? null,
    recommendedMinutes: recommended?.minutes ?? null,
    recommendedNights: recommended?.nights ?? null,
    // A reason that was typed and then not needed is no reason of this decision.
    changedBecause: decided.isChange ? ready.because : '',
    wordsForFamily: ready.wordsForFamily,
    schemeId: says.scheme,
    versionId: says.version,
    versionHash: says.versionHash,
    facts: says.facts,
    reading: { ...says },
    decidedBy: by.id,
    decidedByName: by.name,
    decidedAt: desk.clock.now(),
    runId: ready.runId ?? null,
  };
}

/** What an earlier decision gave ends when another takes its place, and what was promised for it is free again. */
async function replaceAwards(desk: Desk, { found, by }: Ready, decision: DecisionRecord): Promise<number> {
  const { transaction, authority } = desk;
  const authorityId = authority.id;
  const awards = await awardsOfChildren(transaction, { authorityId, childIds: [found.child.id] });
  const own = awards.filter((award) => award.applicationId === found.application.id);
  const at = decision.decidedAt;
  const today = desk.clock.today();
  for (const award of own) {
    const amount = await promisedFor(transaction, { authorityId, awardId: award.id });
    if (amount > 0)
      await recordRelease(transaction, {
        authorityId,
        awardId: award.id,
        amount,
        datedOn: today,
        recordedAt: at,
        recordedBy: by.id,
      });
    if (by.id !== null)
      await insertChange(transaction, {
        authorityId,
        awardId: award.id,
        householdId: found.household.id,
        kind: 'ended',
        from: today,
        reason: 'Another decision about the application has taken its place',
        by: { id: by.id, name: by.name },
        at,
      });
  }
  return own.length;
}

async function awardWhatIsGiven(
  desk: Desk,
  found: CaseToDecide,
  decision: DecisionRecord,
): Promise<Award | null> {
  if (!isAward(decision)) return null;
  const { transaction, authority } = desk;
  const today = desk.clock.today();
  const { startsOn, endsOn, reviews } = awardDates(authority, today);
  const { amount, minutes, nights, per } = decision;
  const isMoney = amount !== null;
  const award = await recordAward(transaction, {
    authorityId: authority.id,
    by: {
      source: 'application',
      applicationId: found.application.id,
      decisionId: decision.id,
      schemeId: decision.schemeId,
      versionId: decision.versionId,
    },
    householdId: found.household.id,
    childId: found.child.id,
    granted: { amount, minutes, nights, per },
    ...(isMoney ? {} : { way: 'commissioned' as const, breakKind: nights === null ? 'other' : 'overnight' }),
    startsOn,
    endsOn,
    reviewOn: reviews[0],
    at: decision.decidedAt,
  });
  const fund = fundFor(authority, decision.schemeId);
  if (isMoney && fund !== null)
    await recordCommitment(transaction, {
      authorityId: authority.id,
      fund: fund.id,
      amount,
      awardId: award.id,
      childId: found.child.id,
      datedOn: today,
      recordedAt: decision.decidedAt,
      recordedBy: decision.decidedBy,
    });
  return award;
}

const states = { waiting: 'waiting', referred: 'referred' } as const;

async function moveOn(desk: Desk, found: CaseToDecide, decision: DecisionRecord): Promise<void> {
  const named = { authorityId: desk.authority.id, applicationId: found.application.id };
  const at = decision.decidedAt;
  const { outcome, referredTo } = decision;
  const to = outcome === 'waiting' || outcome === 'referred' ? states[outcome] : 'decided';
  await changeState(desk.transaction, {
    ...named,
    to,
    at,
    waitingSince: null,
    ...(referredTo === null ? {} : { referredTo }),
  });
  await addEvent(desk.transaction, {
    ...named,
    at,
    personId: decision.decidedBy,
    kind: to === 'decided' ? 'decided' : to,
    words: eventWords(decision),
    isForFamily: true,
  });
}

function eventWords(decision: DecisionRecord): string {
  switch (decision.outcome) {
    case 'waiting':
      return 'You are on our waiting list';
    case 'referred':
      return decision.referredTo === 'panel'
        ? 'We have asked our panel to look at it'
        : 'We have asked for an assessment of what you need';
    case 'awarded':
    case 'awarded-reduced':
      return `Decided: ${outcomeWords(decision)}`;
    case 'agreed':
      return 'Decided: yes';
    default:
      return 'Decided: no award this time';
  }
}

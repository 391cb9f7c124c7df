import { addEvent, changeState } from '#families/applications/index.ts';
import { type Award, awardDates, recordAward } from '#families/awards/index.ts';
import { newId } from '#kernel/id.ts';
import { financialYearOf } from '#kernel/local-date.ts';
import { formatPounds } from '#kernel/money.ts';
import { refusal } from '#kernel/refusal.ts';
import { budgetPosition, fundOfScheme, withOneMore } from '#money/budgets/index.ts';
import { recordCommitment } from '#money/ledger/index.ts';
import { firstValue } from '#platform/web/form.ts';
import { notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { type CaseToDecide, caseToDecide } from '../case-file.ts';
import { type Decided, settle } from '../domain/choice.ts';
import type { DecisionRecord } from '../domain/decision-record.ts';
import { recommendedAmount } from '../domain/recommendation.ts';
import { groundMark } from '../ground-of-decision.ts';
import type { Reading } from '../reading.ts';
import { signedIn } from '../signed-in.ts';
import { insertDecision } from '../store/decisions.ts';
import { type Draft, draftOf, removeDraft } from '../store/drafts.ts';
import { alreadyDecided } from './already-decided.ts';
import { sendDecision } from './send-decision.ts';

/**
 * Takes a decision for good: the record with its facts and reasons, the award, the money promised, the state,
 * the way so far, the message, all in one transaction with the application's row locked, so that of two
 * officers one decides and the other is told.
 */
export async function takeDecision(visit: Visit) {
  const id = visit.params.application ?? '';
  const found = await caseToDecide(visit, id, { forChange: true });
  if (found === null) return notFound();
  visit.concerns('application', id);
  if (found.decision !== null) return wrong(alreadyDecided(found.decision));
  if (!found.reading.ok) return wrong(found.reading);
  const reading = found.reading.value;
  const person = signedIn(visit);
  const whose = { authorityId: visit.authority.id, applicationId: id, personId: person.id };
  const draft = await draftOf(visit.transaction, whose);
  if (draft === null) return wrong(refusal('nothing-chosen', 'Choose what you decide first, then check it.'));
  if (firstValue(visit.form, 'ground') !== groundMark(reading, draft)) {
    const sentence =
      'The application or your own choice has changed since you opened this page. Check it once more, then confirm.';
    return wrong(refusal('changed-since', sentence));
  }
  const settled = settle(draft, reading);
  if (!settled.ok) return wrong(settled);
  const decision = recordOf(visit, { found, reading, draft, decided: settled.value });
  await insertDecision(visit.transaction, { authorityId: visit.authority.id, decision });
  const award = await awardMoney(visit, found, decision);
  await moveOn(visit, found, decision);
  await sendDecision(visit, { application: found.application, reading, decision, award });
  await removeDraft(visit.transaction, whose);
  visit.note({
    event: 'decision.taken',
    subject: { kind: 'decision', id: decision.id },
    details: {
      outcome: decision.outcome,
      pence: decision.amount,
      recommended: decision.recommendedOutcome,
      recommendedPence: decision.recommendedAmount,
      scheme: decision.schemeId,
      version: decision.versionId,
    },
  });
  return redirect(`/practitioners/applications/${id}`);
}

type Taken = {
  readonly found: CaseToDecide;
  readonly reading: Reading;
  readonly draft: Draft;
  readonly decided: Decided;
};

function recordOf(visit: Visit, { found, reading, draft, decided }: Taken): DecisionRecord {
  const person = signedIn(visit);
  const { says, recommendation } = reading;
  return {
    id: newId(),
    applicationId: found.application.id,
    outcome: decided.outcome,
    amount: decided.outcome === 'awarded' ? decided.amount : null,
    recommendedOutcome: recommendation.outcome,
    recommendedAmount: recommendedAmount(recommendation),
    // A reason that was typed and then not needed is no reason of this decision.
    changedBecause: decided.isChange ? draft.because : '',
    wordsForFamily: draft.wordsForFamily,
    schemeId: says.scheme,
    versionId: says.version,
    versionHash: says.versionHash,
    facts: says.facts,
    reading: { ...says },
    decidedBy: person.id,
    decidedByName: person.name,
    decidedAt: visit.clock.now(),
  };
}

async function awardMoney(
  visit: Visit,
  found: CaseToDecide,
  decision: DecisionRecord,
): Promise<Award | null> {
  if (decision.amount === null) return null;
  const { transaction, authority } = visit;
  const at = decision.decidedAt;
  const today = visit.clock.today();
  const { startsOn, endsOn, reviews } = awardDates(authority, today);
  const fund = fundOfScheme(authority, decision.schemeId).id;
  const before = await budgetPosition(transaction, { authority, fund, year: financialYearOf(today).name });
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
    granted: { amount: decision.amount },
    startsOn,
    endsOn,
    reviewOn: reviews[0],
    at,
  });
  await recordCommitment(transaction, {
    authorityId: authority.id,
    fund,
    amount: decision.amount,
    awardId: award.id,
    childId: found.child.id,
    datedOn: today,
    recordedAt: at,
    recordedBy: decision.decidedBy,
  });
  const after = withOneMore(before, decision.amount);
  if (after.isOver) {
    visit.note({
      event: 'budget.exceeded',
      subject: { kind: 'award', id: award.id },
      details: { fund, year: before.year, budgetPence: after.budget, committedPence: after.committed },
    });
  }
  return award;
}

async function moveOn(visit: Visit, found: CaseToDecide, decision: DecisionRecord): Promise<void> {
  const named = { authorityId: visit.authority.id, applicationId: found.application.id };
  const at = decision.decidedAt;
  await changeState(visit.transaction, { ...named, to: 'decided', at, waitingSince: null });
  await addEvent(visit.transaction, {
    ...named,
    at,
    personId: decision.decidedBy,
    kind: 'decided',
    words:
      decision.amount === null ? 'Decided: no grant this time' : `Decided: ${formatPounds(decision.amount)}`,
    isForFamily: true,
  });
}

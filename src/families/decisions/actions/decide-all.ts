import { sql } from 'kysely';
import { applicationBy } from '#families/applications/index.ts';
import { isId, newId } from '#kernel/id.ts';
import { type Result, refusal } from '#kernel/refusal.ts';
import type { AuditNote } from '#platform/audit/index.ts';
import { firstValue } from '#platform/web/form.ts';
import { redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { reasonForOfficer } from '../by-rule.ts';
import { caseToDecide } from '../case-file.ts';
import type { Decider, Desk } from '../desk.ts';
import { settle } from '../domain/choice.ts';
import type { DecisionRecord } from '../domain/decision-record.ts';
import { whyNotUnderLock } from '../may-decide.ts';
import { mostAtOnce, type RuleSource, ruleList } from '../rule-list.ts';
import { withNamesakeNearby } from '../store/neighbouring-applications.ts';
import { flagsOf, lockApplications } from '../store/queue.ts';
import { insertFailure, insertRun } from '../store/runs.ts';
import { asRecommended } from './as-recommended.ts';
import { carryOut } from './carry-out.ts';

/** Decides everything of the queue that the officer left ticked. */
export function decideQueueByRule(visit: Visit) {
  return decideAll(visit, { from: 'queue', first: mostAtOnce });
}

/** Awards to the first of the waiting list whom the officer left ticked. */
export function releaseWaitingList(visit: Visit) {
  return decideAll(visit, { from: 'waiting-list', first: mostAtOnce, part: firstValue(visit.form, 'part') });
}

/**
 * Decides many applications, each as one by itself would be: looked at again under its lock, with a record, an
 * award and a letter of its own. One that cannot be decided is left as it was and told with its reason.
 */
async function decideAll(visit: Visit, source: RuleSource) {
  const list = await ruleList(visit, source);
  const offered = list.byRule.map(({ id }) => id);
  const ticked = (visit.form.get('applications') ?? []).filter(isId).slice(0, mostAtOnce);
  if (ticked.length === 0)
    return wrong(refusal('nothing-ticked', 'Tick at least one application.', 'applications'));
  const ids = offered.filter((id) => ticked.includes(id));
  const authorityId = visit.authority.id;
  const person = signedIn(visit);
  const runId = newId();
  const run = { authorityId, runId };
  // All rows before the fund: whoever decides one of them at this moment holds it in the same order.
  await lockApplications(visit.transaction, { authorityId, ids });
  const alike = await withNamesakeNearby(visit.transaction, { authorityId, applicationIds: ids });
  await insertRun(visit.transaction, {
    ...run,
    personId: person.id,
    personName: person.name,
    at: visit.clock.now(),
  });
  let decided = 0;
  for (const applicationId of ids) {
    const done = await oneOfMany(visit, { applicationId, runId, isDoubtful: alike.has(applicationId) });
    if (done.ok) decided++;
    else await insertFailure(visit.transaction, { ...run, applicationId, problem: done.message });
  }
  // What was ticked and has changed since is told as well, and left as it is.
  for (const applicationId of new Set(ticked).difference(new Set(offered))) {
    const there = await applicationBy(visit.transaction, { authorityId, applicationId });
    if (there !== null)
      await insertFailure(visit.transaction, { ...run, applicationId, problem: changedSince });
  }
  visit.concerns('decision-run', runId, { decided, failed: ticked.length - decided });
  return redirect(`/practitioners/decided-together/${runId}`);
}

const changedSince = 'It has changed since you opened the list, or somebody else has decided it.';

const fault =
  'Something went wrong in the service with this one. It is as it was. Open it and decide it by itself.';

type One = {
  readonly applicationId: string;
  readonly runId: string;
  /** Another child with the same first name lives at the same postcode. */
  readonly isDoubtful: boolean;
};

function flagsAsked(desk: Desk, applicationId: string) {
  return {
    authorityId: desk.authority.id,
    applicationIds: [applicationId],
    today: desk.clock.today(),
  };
}

/** One of them, whole or not at all, and with it its notes for the trail. */
async function oneOfMany(visit: Visit, one: One): Promise<Result<DecisionRecord>> {
  const { applicationId } = one;
  const notes: AuditNote[] = [];
  const { transaction } = visit;
  await sql`savepoint one_of_many`.execute(transaction);
  const back = () => sql`rollback to savepoint one_of_many`.execute(transaction);
  const { authority, clock, origin } = visit;
  const desk: Desk = {
    authority,
    clock,
    origin,
    transaction,
    note: (note) => void notes.push(note),
    send: (message) => visit.send(message),
  };
  try {
    const done = await byRule(desk, { ...one, by: signedIn(visit) });
    if (done.ok) for (const note of notes) visit.note(note);
    else await back();
    await sql`release savepoint one_of_many`.execute(transaction);
    return done;
  } catch (error) {
    await back();
    await sql`release savepoint one_of_many`.execute(transaction);
    visit.note({
      event: 'decision.failed',
      subject: { kind: 'application', id: applicationId },
      details: { error: error instanceof Error ? error.name : 'unknown' },
    });
    return refusal('fault', fault);
  }
}

async function byRule(desk: Desk, one: One & { readonly by: Decider }): Promise<Result<DecisionRecord>> {
  const { applicationId, runId, by, isDoubtful } = one;
  const found = await caseToDecide(desk, applicationId);
  if (found === null) return refusal('gone', 'It was withdrawn.');
  const refused = await whyNotUnderLock(desk, found, by);
  if (refused !== null) return refused;
  if (!found.reading.ok) return found.reading;
  const reading = found.reading.value;
  const { answers, state } = found.application;
  // What an earlier one of the run has awarded counts already, so this is read for each; names do not change meanwhile.
  const now = (await flagsOf(desk.transaction, flagsAsked(desk, applicationId))).get(applicationId);
  const flags = now === undefined || !isDoubtful ? now : { ...now, mayBeDuplicate: true };
  const why = reasonForOfficer({ state, answers, reading, flags, decisions: found.decisions });
  if (why !== null) return refusal('for-officer', why);
  const settled = settle(asRecommended, reading);
  if (!settled.ok) return settled;
  const decided = settled.value;
  return carryOut(desk, { found, reading, decided, because: '', wordsForFamily: '', by, runId });
}

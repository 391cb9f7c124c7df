import { z } from 'zod';
import { addEvent, unchangedRenewals } from '#families/applications/index.ts';
import type { Clock } from '#kernel/clock.ts';
import { type Result, refusal } from '#kernel/refusal.ts';
import { type AuditNote, writeAudit } from '#platform/audit/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Database, Transaction } from '#platform/database/index.ts';
import type { Queues } from '#platform/jobs/index.ts';
import type { MessageToSend } from '#platform/web/visit.ts';
import { asRecommended } from './actions/as-recommended.ts';
import { carryOut } from './actions/carry-out.ts';
import { flagsNow, reasonForOfficer } from './by-rule.ts';
import { caseToDecide } from './case-file.ts';
import { type Desk, publishedRule } from './desk.ts';
import { settle } from './domain/choice.ts';
import type { DecisionRecord } from './domain/decision-record.ts';
import { whyNotUnderLock } from './may-decide.ts';
import { insertAttempt, triedBefore } from './store/rule-attempts.ts';

/** The queue of the published rule: each minute it looks for renewals in which nothing changed. */
export const ruleQueues = {
  'decide-by-rule': { data: z.object({}), at: '* * * * *', retries: 0, mostSeconds: 300 },
} as const satisfies Queues;

/** What the job needs around it. */
export type RuleParts = {
  readonly database: Database;
  readonly authorities: readonly Authority[];
  readonly clock: Clock;
  /** The address that an authority is served at, for the links of its letters. */
  originOf(authority: Authority): string;
  queueMessage(
    transaction: Transaction,
    authorityId: string,
    message: MessageToSend,
    at: Temporal.Instant,
  ): Promise<void>;
};

/**
 * Decides the renewals in which nothing changed and which the council lets the published rule decide: with the
 * same record, award and letter as an officer's decision. What makes one look twice is left to an officer, with
 * the reason on its way. Each is tried once, in a transaction of its own. Gives how many were decided.
 */
export async function decideByRule(parts: RuleParts): Promise<number> {
  let decided = 0;
  for (const authority of parts.authorities) {
    for (const applicationId of await untried(parts, authority)) {
      if (await decideOne(parts, authority, applicationId)) decided++;
    }
  }
  return decided;
}

function untried({ database }: RuleParts, authority: Authority): Promise<readonly string[]> {
  const authorityId = authority.id;
  return database.transaction({ authorityId, standing: 'system', readOnly: true }, async (transaction) => {
    const waiting = await unchangedRenewals(transaction, { authorityId });
    const applicationIds = waiting.map(({ id }) => id);
    const tried = await triedBefore(transaction, { authorityId, applicationIds });
    return applicationIds.filter((id) => !tried.has(id));
  });
}

/** Thrown to leave an application as it was; never leaves this file. */
class LeftToOfficer extends Error {
  readonly why: string;
  constructor(why: string) {
    super('left to an officer');
    this.why = why;
  }
}

async function decideOne(parts: RuleParts, authority: Authority, applicationId: string): Promise<boolean> {
  try {
    await inTransaction(parts, authority, async (desk) => {
      const done = await underLock(desk, applicationId);
      if (!done.ok) throw new LeftToOfficer(done.message);
      await insertAttempt(desk.transaction, attemptOf(desk, applicationId, ''));
    });
    return true;
  } catch (error) {
    const why = error instanceof LeftToOfficer ? error.why : 'Something went wrong in the service.';
    await inTransaction(parts, authority, async (desk) => {
      await insertAttempt(desk.transaction, attemptOf(desk, applicationId, why));
      await addEvent(desk.transaction, {
        authorityId: authority.id,
        applicationId,
        at: desk.clock.now(),
        personId: null,
        kind: 'note',
        words: `The published rule left this renewal to an officer. ${why}`,
        isForFamily: false,
      });
    });
    if (error instanceof LeftToOfficer) return false;
    // Kept from being tried for ever; what it was is for whoever runs the service.
    throw error;
  }
}

function attemptOf(desk: Desk, applicationId: string, leftBecause: string) {
  return { authorityId: desk.authority.id, applicationId, at: desk.clock.now(), leftBecause };
}

async function inTransaction(
  parts: RuleParts,
  authority: Authority,
  work: (desk: Desk) => Promise<void>,
): Promise<void> {
  const { clock } = parts;
  const authorityId = authority.id;
  await parts.database.transaction({ authorityId, standing: 'system' }, async (transaction) => {
    const notes: AuditNote[] = [];
    await work({
      authority,
      transaction,
      clock,
      origin: parts.originOf(authority),
      note: (note) => void notes.push(note),
      send: (message) => parts.queueMessage(transaction, authorityId, message, clock.now()),
    });
    await writeAudit(transaction, {
      authorityId,
      personId: null,
      standing: 'system',
      at: clock.now(),
      requestId: null,
      notes,
    });
  });
}

async function underLock(desk: Desk, applicationId: string): Promise<Result<DecisionRecord>> {
  const found = await caseToDecide(desk, applicationId, { forChange: true });
  if (found === null) return refusal('gone', 'It was withdrawn.');
  const refused = await whyNotUnderLock(desk, found, publishedRule);
  if (refused !== null) return refused;
  if (!found.reading.ok) return found.reading;
  const reading = found.reading.value;
  const { answers, state } = found.application;
  const flags = await flagsNow(desk, applicationId);
  const why = reasonForOfficer({ state, answers, reading, flags, decisions: found.decisions });
  if (why !== null) return refusal('for-officer', why);
  const settled = settle(asRecommended, reading);
  if (!settled.ok) return settled;
  const decided = settled.value;
  return carryOut(desk, {
    found,
    reading,
    decided,
    because: '',
    wordsForFamily: '',
    by: publishedRule,
  });
}

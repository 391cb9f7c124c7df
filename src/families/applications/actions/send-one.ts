import { awardsOfChildren } from '#families/awards/index.ts';
import { fullName } from '#families/register/index.ts';
import type { SchemeVersion } from '#families/schemes/index.ts';
import { financialYearOf } from '#kernel/local-date.ts';
import { lastDayBy } from '#platform/authorities/index.ts';
import { type MessageToSend, signedIn, type Visit } from '#platform/web/visit.ts';
import { decisionClockOn, renewalTermsOn } from '../casework.ts';
import type { Application } from '../domain/application.ts';
import { isUnchangedSince } from '../domain/unchanged.ts';
import { serviceFacts } from '../service-facts.ts';
import { applicationBy, changeState, markSent } from '../store/applications.ts';
import { applicationForChild } from '../store/applications-for-child.ts';
import { addEvent } from '../store/events.ts';
import { insertProxy } from '../store/proxies.ts';
import { messageToFamilyOfProxy, messageToProxy, proxyWords } from './proxy-messages.ts';
import { receipt } from './receipt.ts';
import {
  childIn,
  type FamilyOfApplication,
  familyOf,
  type Registrable,
  registerFamily,
} from './register-family.ts';

/** A draft in which nothing is missing, under the rules of the day on which it is sent. */
export type Sendable = {
  readonly application: Application;
  readonly answers: Registrable;
  readonly version: SchemeVersion;
  readonly isSaidUnchanged: boolean;
};

/** What came of it: sent, or there is one for this child this year. */
type End = { readonly kind: 'sent' } | { readonly kind: 'there-already'; readonly applicationId: string };

/** Sends one draft: the register learns what the family said, its clock starts, a message goes out. */
export async function sendOne(visit: Visit, draft: Sendable): Promise<End> {
  const { application, answers } = draft;
  const family = await familyOf(visit, answers);
  const authorityId = visit.authority.id;
  // A draft begun in March and sent in April asks for the new year.
  const grantYear = financialYearOf(visit.clock.today()).name;
  const childId = childIn(family.household, answers);
  const first =
    childId === null
      ? null
      : await applicationForChild(visit.transaction, {
          authorityId,
          childId,
          schemeId: application.schemeId,
          grantYear,
        });
  if (first === null) await send(visit, draft, { family, grantYear });
  else if (family.isItself) return { kind: 'there-already', applicationId: first.id };
  else await handOver(visit, draft, { family, first });
  return { kind: 'sent' };
}

type ForFamily = { readonly family: FamilyOfApplication; readonly grantYear: string };

async function send(visit: Visit, draft: Sendable, { family, grantYear }: ForFamily): Promise<void> {
  const { application, answers, version } = draft;
  const at = visit.clock.now();
  const named = { authorityId: visit.authority.id, applicationId: application.id };
  const { householdId, childId } = await registerFamily(visit, family, answers);
  const renewal = await renewalOf(visit, draft, childId);
  const dueOn = dueDay(visit, application.schemeId, renewal.isUnchanged);
  const onSending = serviceFacts(version, { authority: visit.authority, now: at }, answers);
  await markSent(visit.transaction, {
    ...named,
    ...renewal,
    personId: family.account.id,
    grantYear,
    householdId,
    childId,
    answers: { ...answers, onSending },
    at,
    dueOn,
  });
  await addEvent(visit.transaction, {
    ...named,
    at,
    personId: signedIn(visit).id,
    kind: 'sent',
    words: renewal.isUnchanged ? 'You asked again, and nothing has changed' : 'You sent us your application',
    isForFamily: true,
  });
  visit.concerns('application', application.id, { child: childId, household: householdId });
  await recordProxy(visit, draft, householdId);
  await visit.send(
    family.isItself
      ? await receiptOf(visit, draft, dueOn)
      : await messageToFamilyOfProxy(visit, { ...draft, account: family.account, dueOn }),
  );
}

function receiptOf(
  visit: Visit,
  { application, answers }: Sendable,
  dueOn: Temporal.PlainDate,
): Promise<MessageToSend> {
  const sendsLater = answers.letters?.sendsLater ?? false;
  return receipt(visit, application, { child: answers.child, name: answers.you.name, dueOn, sendsLater });
}

function dueDay(visit: Visit, schemeId: string, isUnchanged: boolean): Temporal.PlainDate {
  const on = visit.clock.today();
  return lastDayBy(visit.authority, {
    id: decisionClockOn(visit.authority, { schemeId, on, isUnchanged }),
    from: on,
  });
}

/**
 * Whether nothing changed since the application before, and whether the council then decides by rule: the family said
 * so, the answers bear it out, and there was an award to go on with.
 */
async function renewalOf(visit: Visit, { application, answers, isSaidUnchanged }: Sendable, childId: string) {
  const authorityId = visit.authority.id;
  if (application.renewalOf === null || !isSaidUnchanged) return { isUnchanged: false, isForRule: false };
  const before = await applicationBy(visit.transaction, {
    authorityId,
    applicationId: application.renewalOf,
  });
  const isUnchanged = before !== null && isUnchangedSince(before.answers, answers);
  const on = visit.clock.today();
  const { isByRule } = renewalTermsOn(visit.authority, { schemeId: application.schemeId, on });
  const awards = await awardsOfChildren(visit.transaction, { authorityId, childIds: [childId] });
  const wasAwarded = awards.some(({ applicationId }) => applicationId === application.renewalOf);
  return { isUnchanged, isForRule: isUnchanged && isByRule && wasAwarded };
}

async function recordProxy(visit: Visit, draft: Sendable, householdId: string | null): Promise<void> {
  const { by } = draft.answers;
  if (by === undefined) return;
  const { application, answers } = draft;
  const named = { authorityId: visit.authority.id, applicationId: application.id };
  const person = signedIn(visit);
  const at = visit.clock.now();
  await insertProxy(visit.transaction, {
    ...named,
    ...by,
    householdId,
    personId: person.id,
    reference: application.reference,
    childName: fullName(answers.child),
    sentAt: at,
  });
  await addEvent(visit.transaction, {
    ...named,
    at,
    personId: person.id,
    kind: 'note',
    words: proxyWords(by),
    isForFamily: true,
  });
  if (by.kind === 'relative' || by.kind === 'worker') await visit.send(await messageToProxy(visit, draft));
}

/**
 * Somebody applied for a child who has an application this year. They learn nothing of it: their draft goes, and the
 * family and the officer read that they came.
 */
async function handOver(
  visit: Visit,
  draft: Sendable,
  { family, first }: { readonly family: FamilyOfApplication; readonly first: Application },
): Promise<void> {
  const { application, answers } = draft;
  const at = visit.clock.now();
  const named = { authorityId: visit.authority.id };
  await recordProxy(visit, draft, null);
  await changeState(visit.transaction, {
    ...named,
    applicationId: application.id,
    to: 'withdrawn',
    at,
    waitingSince: null,
  });
  await addEvent(visit.transaction, {
    ...named,
    applicationId: first.id,
    at,
    personId: null,
    kind: 'note',
    words: `${answers.by === undefined ? 'Somebody' : proxyWords(answers.by)} There is this application already, so nothing was added.`,
    isForFamily: true,
  });
  await visit.send(
    await messageToFamilyOfProxy(visit, {
      ...draft,
      application: first,
      account: family.account,
      dueOn: null,
    }),
  );
}

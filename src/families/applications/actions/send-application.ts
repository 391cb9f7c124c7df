import {
  evidenceOf,
  type Household,
  householdOfPerson,
  isSameChild,
  saveRegistration,
} from '#families/register/index.ts';
import { grantOn } from '#families/schemes/index.ts';
import { financialYearOf } from '#kernel/local-date.ts';
import { refusal } from '#kernel/refusal.ts';
import { lastDayBy } from '#platform/authorities/index.ts';
import { renamePerson } from '#platform/people/index.ts';
import { locate, parsePostcode } from '#platform/places/index.ts';
import { firstValue } from '#platform/web/form.ts';
import { nextStep } from '#platform/web/journey.ts';
import { notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import type { Answers } from '../domain/answers.ts';
import type { Application } from '../domain/application.ts';
import { applicationJourney } from '../steps/application-journey.ts';
import { markSent } from '../store/applications.ts';
import { applicationForChild } from '../store/applications-for-child.ts';
import { addEvent } from '../store/events.ts';
import { evidenceOfAnswers, withoutHeld } from './evidence-of-answers.ts';
import { receipt } from './receipt.ts';
import { applicationOf, signedIn } from './signed-in.ts';
import { grantIsClosed } from './start-application.ts';

type Whole = Required<Omit<Answers, 'letters' | 'known'>> & Pick<Answers, 'letters'>;

function whole(answers: Answers): Whole | null {
  if (nextStep(applicationJourney, answers) !== null) return null;
  const { child, disability, support, you, otherCarer, address, benefit, impact, purpose } = answers;
  if (!child || !disability || !support || !you || !otherCarer || !address || !benefit || !impact || !purpose)
    return null;
  return { ...answers, child, disability, support, you, otherCarer, address, benefit, impact, purpose };
}

/** Sends an application: the register learns what the family said, the clock starts, a message goes out. */
export async function sendApplication(visit: Visit) {
  const application = await applicationOf(visit, { forChange: true });
  if (application === null) return notFound();
  if (application.state !== 'draft') return redirect(`/apply/${application.id}/sent`);
  const answers = whole(application.answers);
  if (answers === null)
    return wrong(
      refusal('not-whole', 'Some questions have no answer yet. Answer those marked “To do”, then send.'),
    );
  if (firstValue(visit.form, 'declared') !== 'yes')
    return wrong(
      refusal('not-declared', 'Tick the box to say that this is true as far as you know', 'declared'),
    );
  const today = visit.clock.today();
  const grant = await grantOn(visit.authority.folder, today);
  if (grant === null) return wrong(grantIsClosed(visit));
  // A draft begun in March and sent in April asks for the new year.
  const year = { schemeId: grant.scheme.id, grantYear: financialYearOf(today).name };
  const authorityId = visit.authority.id;
  const household = await householdOfPerson(visit.transaction, {
    authorityId,
    personId: signedIn(visit).id,
    forChange: true,
  });
  const childId = childIn(household, answers);
  if (childId !== null) {
    const first = await applicationForChild(visit.transaction, { authorityId, childId, ...year });
    if (first !== null) return redirect(`/account/applications/${first.id}?already=yes`);
  }
  await send(visit, application, { answers, household, childId, year });
  return redirect(`/apply/${application.id}/sent`);
}

/** The child of the answers, where the household has it already: chosen from the list, or typed in again. */
function childIn(household: Household | null, answers: Whole): string | null {
  if (answers.child.childId !== null) return answers.child.childId;
  const typed = { ...answers.child, bornOn: Temporal.PlainDate.from(answers.child.bornOn) };
  return household?.children.find((child) => isSameChild(child, typed))?.id ?? null;
}

type Sending = {
  readonly answers: Whole;
  readonly household: Household | null;
  readonly childId: string | null;
  readonly year: { readonly schemeId: string; readonly grantYear: string };
};

async function send(visit: Visit, application: Application, sending: Sending): Promise<void> {
  const { answers, year } = sending;
  const person = signedIn(visit);
  const at = visit.clock.now();
  const named = { authorityId: visit.authority.id, applicationId: application.id };
  const { householdId, childId } = await register(visit, sending);
  const dueOn = lastDayBy(visit.authority, { id: 'grant-decision', from: visit.clock.today() });
  await markSent(visit.transaction, { ...named, ...year, householdId, childId, at, dueOn });
  await addEvent(visit.transaction, {
    ...named,
    at,
    personId: person.id,
    kind: 'sent',
    words: 'You sent us your application',
    isForFamily: true,
  });
  visit.concerns('application', application.id, { child: childId, household: householdId });
  await visit.send(
    receipt(visit, application, {
      child: answers.child,
      name: answers.you.name,
      dueOn,
      sendsLater: answers.letters?.sendsLater ?? false,
    }),
  );
}

async function register(visit: Visit, { answers, household, childId }: Sending) {
  const authorityId = visit.authority.id;
  const person = signedIn(visit);
  const evidence = evidenceOfAnswers(answers);
  const held = childId === null ? [] : await evidenceOf(visit.transaction, { authorityId, childId });
  // Until now the account was called after its e-mail address.
  await renamePerson(visit.transaction, { authorityId, id: person.id, name: answers.you.name });
  return saveRegistration(visit.transaction, {
    authorityId,
    personId: person.id,
    at: visit.clock.now(),
    household,
    address: answers.address,
    district: districtOf(answers.address.postcode),
    you: {
      name: answers.you.name,
      relationship: answers.you.relationship,
      hasParentalResponsibility: answers.you.hasParentalResponsibility,
      email: person.email,
      phone: answers.you.phone === '' ? null : answers.you.phone,
    },
    otherCarer: 'name' in answers.otherCarer ? answers.otherCarer : null,
    child: {
      id: childId,
      givenName: answers.child.givenName,
      familyName: answers.child.familyName,
      bornOn: Temporal.PlainDate.from(answers.child.bornOn),
      hasDiagnosis: answers.disability.hasDiagnosis,
      diagnosis: answers.disability.diagnosis,
    },
    evidence: withoutHeld(evidence, held),
  });
}

function districtOf(postcode: string): string | null {
  const parsed = parsePostcode(postcode);
  return parsed.ok ? (locate(parsed.value)?.district ?? null) : null;
}

import {
  fullName,
  type Household,
  householdOfPerson,
  isSameChild,
  type NewEvidence,
  saveRegistration,
} from '#families/register/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { type Refusal, refusal } from '#kernel/refusal.ts';
import { lastDayBy } from '#platform/authorities/index.ts';
import { locate, parsePostcode } from '#platform/places/index.ts';
import { firstValue } from '#platform/web/form.ts';
import { nextStep } from '#platform/web/journey.ts';
import { notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import type { Answers } from '../domain/answers.ts';
import type { Application } from '../domain/application.ts';
import { applicationJourney } from '../steps/application-journey.ts';
import { addEvent, applicationForChild, markSent } from '../store/applications.ts';
import { applicationOf, signedIn } from './signed-in.ts';

type Whole = Required<Omit<Answers, 'letters'>> & Pick<Answers, 'letters'>;

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
  const household = await householdOfPerson(visit.transaction, {
    authorityId: visit.authority.id,
    personId: signedIn(visit).id,
  });
  const childId = childIn(household, answers);
  const first =
    childId === null
      ? null
      : await applicationForChild(visit.transaction, {
          authorityId: visit.authority.id,
          schemeId: application.schemeId,
          childId,
          grantYear: application.grantYear,
        });
  if (first !== null && first.id !== application.id)
    return redirect(`/account/applications/${first.id}?already=yes`);
  const problem = await register(visit, application, { answers, household, childId });
  if (problem !== null) return wrong(problem);
  return redirect(`/apply/${application.id}/sent`);
}

/** The child of the answers, where the household has it already: chosen from the list, or typed in again. */
function childIn(household: Household | null, answers: Whole): string | null {
  if (answers.child.childId !== null) return answers.child.childId;
  const typed = { ...answers.child, bornOn: Temporal.PlainDate.from(answers.child.bornOn) };
  return household?.children.find((child) => isSameChild(child, typed))?.id ?? null;
}

function districtOf(postcode: string): string | null {
  const parsed = parsePostcode(postcode);
  return parsed.ok ? (locate(parsed.value)?.district ?? null) : null;
}

async function register(
  visit: Visit,
  application: Application,
  given: { readonly answers: Whole; readonly household: Household | null; readonly childId: string | null },
): Promise<Refusal | null> {
  const { answers, household } = given;
  const person = signedIn(visit);
  const at = visit.clock.now();
  const authorityId = visit.authority.id;
  const { householdId, childId } = await saveRegistration(visit.transaction, {
    authorityId,
    personId: person.id,
    at,
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
      id: given.childId,
      givenName: answers.child.givenName,
      familyName: answers.child.familyName,
      bornOn: Temporal.PlainDate.from(answers.child.bornOn),
      hasDiagnosis: answers.disability.hasDiagnosis,
      diagnosis: answers.disability.diagnosis,
    },
    evidence: evidenceFrom(answers),
  });
  const dueOn = lastDayBy(visit.authority, { id: 'grant-decision', from: visit.clock.today() });
  await markSent(visit.transaction, {
    authorityId,
    applicationId: application.id,
    householdId,
    childId,
    at,
    dueOn,
  });
  await addEvent(visit.transaction, {
    authorityId,
    applicationId: application.id,
    at,
    personId: person.id,
    kind: 'sent',
    words: 'Application sent',
    isForFamily: true,
  });
  visit.concerns('application', application.id, { child: childId, household: householdId });
  await visit.send(receipt(visit, application, { answers, dueOn }));
  return null;
}

function dateOrNull(text: string | null): Temporal.PlainDate | null {
  return text === null ? null : Temporal.PlainDate.from(text);
}

/** The letters as evidence: what the family copied from them, with the file where one was handed in. */
export function evidenceFrom(answers: Answers): readonly NewEvidence[] {
  const none = { dlaCare: null, dlaMobility: null, pipDaily: null, pipMobility: null };
  const files = answers.letters?.files ?? [];
  const { benefit } = answers;
  const evidence: NewEvidence[] = files
    .filter((file) => file.shows === 'diagnosis')
    .map((file) => ({
      kind: 'diagnosis-letter',
      ...none,
      datedOn: null,
      holdsFrom: null,
      holdsUntil: null,
      fileId: file.fileId,
    }));
  if (benefit === undefined || benefit.which === 'none') return evidence;
  const rates =
    benefit.which === 'dla'
      ? { ...none, dlaCare: benefit.dlaCare, dlaMobility: benefit.dlaMobility }
      : { ...none, pipDaily: benefit.pipDaily, pipMobility: benefit.pipMobility };
  const letterFiles = files.filter((file) => file.shows === 'benefit').map((file) => file.fileId);
  for (const fileId of letterFiles.length === 0 ? [null] : letterFiles) {
    evidence.push({
      kind: benefit.which === 'dla' ? 'dla-letter' : 'pip-letter',
      ...rates,
      datedOn: dateOrNull(benefit.datedOn),
      holdsFrom: dateOrNull(benefit.from),
      holdsUntil: dateOrNull(benefit.until),
      fileId,
    });
  }
  return evidence;
}

function receipt(
  visit: Visit,
  application: Application,
  sent: { readonly answers: Whole; readonly dueOn: Temporal.PlainDate },
) {
  const person = signedIn(visit);
  return {
    kind: 'application-received',
    to: person.email,
    personId: person.id,
    reference: application.reference,
    subject: `We have your application for ${sent.answers.child.givenName}: ${application.reference}`,
    text: `Hello ${sent.answers.you.name},

We have your application for a short breaks grant for ${fullName(sent.answers.child)}.

Your reference is ${application.reference}.

What happens next: somebody reads it. We aim to decide by ${formatDate(sent.dueOn)}. If we need something more, we write to this address.

See where it stands, at any time:
${visit.origin}/account/applications/${application.id}

If anything changes, or if things get too hard, call us on ${visit.authority.contact.phone}.

${visit.authority.name}`,
  };
}

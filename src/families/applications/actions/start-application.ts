import { type Child, householdOfPerson } from '#families/register/index.ts';
import { newId, newReference } from '#kernel/id.ts';
import { financialYearOf, formatDate } from '#kernel/local-date.ts';
import { type Refusal, refusal } from '#kernel/refusal.ts';
import { firstValue } from '#platform/web/form.ts';
import { redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import type { Answers } from '../domain/answers.ts';
import type { Application } from '../domain/application.ts';
import { saidBefore } from '../domain/said-before.ts';
import { isOpen, type Offer, type OpenOffer, offersOn } from '../offers.ts';
import { answersAbout } from '../steps/child.ts';
import { stillSaid } from '../still-said.ts';
import { insertDraft } from '../store/applications.ts';
import { openApplicationFor } from '../store/applications-for-child.ts';
import { lastAnswersOf, lastSentFor } from '../store/earlier-applications.ts';

/**
 * Begins an application under the scheme that was chosen. What the family has told us before, of itself, its home and
 * the child, stands in it already: nobody fills the same form in twice. A child who has one this year is led to that one.
 */
export async function startApplication(visit: Visit) {
  const person = signedIn(visit);
  const authorityId = visit.authority.id;
  const offer = await chosenOffer(visit);
  if ('ok' in offer) return wrong(offer);
  const household = await householdOfPerson(visit.transaction, { authorityId, personId: person.id });
  const child = household?.children.find((one) => one.id === firstValue(visit.form, 'child')) ?? null;
  const year = { schemeId: offer.scheme.id, grantYear: financialYearOf(visit.clock.today()).name };
  if (child !== null) {
    const first = await openApplicationFor(visit.transaction, { authorityId, childId: child.id, ...year });
    if (first?.state === 'draft') return redirect(`/apply/${first.id}`);
    if (first !== null) return redirect(`/account/applications/${first.id}?already=yes`);
  }
  const answers = await firstAnswers(visit, { address: household?.address ?? null, child });
  const earlier =
    child === null
      ? null
      : await lastSentFor(visit.transaction, { authorityId, childId: child.id, schemeId: offer.scheme.id });
  const id = await beginDraft(visit, {
    schemeId: offer.scheme.id,
    answers: earlier === null ? answers : { ...answers, ...stillSaid(offer.version, earlier.answers) },
    renewalOf: earlier?.id ?? null,
  });
  return redirect(`/apply/${id}`);
}

/** Puts a new draft of the person who is signed in into the database, and gives its identifier. */
export async function beginDraft(
  visit: Visit,
  draft: Pick<Application, 'schemeId' | 'answers'> & Partial<Pick<Application, 'renewalOf' | 'sittingId'>>,
): Promise<string> {
  const id = newId();
  await insertDraft(visit.transaction, {
    ...draft,
    authorityId: visit.authority.id,
    id,
    reference: newReference('SB'),
    grantYear: financialYearOf(visit.clock.today()).name,
    personId: signedIn(visit).id,
    at: visit.clock.now(),
  });
  visit.concerns('application', id);
  return id;
}

/** The scheme that a form names, or the only one there is. Refuses where none is open, or several are and none is named. */
export async function chosenOffer(visit: Visit): Promise<OpenOffer | Refusal> {
  const offers = (await offersOn(visit.authority, visit.clock.today())).filter(isOpen);
  const named = firstValue(visit.form, 'scheme');
  const [only] = offers;
  if (only === undefined) return schemeIsClosed(visit, null);
  if (named === '' && offers.length === 1) return only;
  const chosen = offers.find(({ scheme }) => scheme.id === named);
  return chosen ?? refusal('not-chosen', 'Choose what you want to apply for', 'scheme');
}

/** What a family is told when there is nothing to apply for today, or this is closed. */
export function schemeIsClosed(visit: Visit, offer: Offer | null): Refusal {
  const call = `Call ${visit.authority.contact.phone} to ask what else there is.`;
  if (offer === null) return refusal('scheme-closed', `Nothing is open for applications today. ${call}`);
  const opens = offer.opensOn === null ? '' : ` It opens on ${formatDate(offer.opensOn)}.`;
  return refusal(
    'scheme-closed',
    `${offer.scheme.name} is closed today.${opens} We keep what you have written. ${call}`,
  );
}

async function firstAnswers(
  visit: Visit,
  known: { readonly address: NonNullable<Answers['address']> | null; readonly child: Child | null },
): Promise<Answers> {
  const before = await lastAnswersOf(visit.transaction, {
    authorityId: visit.authority.id,
    personId: signedIn(visit).id,
  });
  const ofTheFamily: Answers = {
    ...(known.address === null ? {} : { address: known.address }),
    ...(before?.you === undefined ? {} : { you: before.you }),
    ...(before?.otherCarer === undefined ? {} : { otherCarer: before.otherCarer }),
  };
  if (known.child !== null) return answersAbout(visit, known.child, ofTheFamily);
  return { ...ofTheFamily, ...saidBefore((fact) => firstValue(visit.form, fact), visit.clock.today()) };
}

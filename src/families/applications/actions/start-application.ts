import { type Child, householdOfPerson } from '#families/register/index.ts';
import { grantOn } from '#families/schemes/index.ts';
import { newId, newReference } from '#kernel/id.ts';
import { financialYearOf } from '#kernel/local-date.ts';
import { refusal } from '#kernel/refusal.ts';
import { firstValue } from '#platform/web/form.ts';
import { redirect, type Visit, wrong } from '#platform/web/visit.ts';
import type { Answers } from '../domain/answers.ts';
import { saidBefore } from '../domain/said-before.ts';
import { answersAbout } from '../steps/child.ts';
import { insertDraft } from '../store/applications.ts';
import { openApplicationFor } from '../store/applications-for-child.ts';
import { lastAnswersOf } from '../store/earlier-applications.ts';
import { signedIn } from './signed-in.ts';

/**
 * Begins an application. What the family has told us before, of itself, its home and the child, stands in it
 * already: nobody fills the same form in twice. A child who has one this year is led to that one.
 */
export async function startApplication(visit: Visit) {
  const person = signedIn(visit);
  const authorityId = visit.authority.id;
  const grant = await grantOn(visit.authority.folder, visit.clock.today());
  if (grant === null) return wrong(grantIsClosed(visit));
  const household = await householdOfPerson(visit.transaction, { authorityId, personId: person.id });
  const child = household?.children.find((one) => one.id === firstValue(visit.form, 'child')) ?? null;
  const year = { schemeId: grant.scheme.id, grantYear: financialYearOf(visit.clock.today()).name };
  if (child !== null) {
    const first = await openApplicationFor(visit.transaction, { authorityId, childId: child.id, ...year });
    if (first?.state === 'draft') return redirect(`/apply/${first.id}`);
    if (first !== null) return redirect(`/account/applications/${first.id}?already=yes`);
  }
  const id = newId();
  await insertDraft(visit.transaction, {
    authorityId,
    id,
    reference: newReference('SB'),
    ...year,
    personId: person.id,
    answers: await firstAnswers(visit, { address: household?.address ?? null, child }),
    at: visit.clock.now(),
  });
  visit.concerns('application', id);
  return redirect(`/apply/${id}`);
}

/** What a family is told when there is nothing to apply for today. */
export function grantIsClosed(visit: Visit) {
  return refusal(
    'scheme-closed',
    `No grant is open for applications today. Call ${visit.authority.contact.phone} to ask what else there is.`,
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

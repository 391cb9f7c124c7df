import { z } from 'zod';
import { addEvent } from '#families/applications/index.ts';
import { refusal } from '#kernel/refusal.ts';
import { choice, choices, parseForm, words } from '#platform/web/form.ts';
import { notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { messageOf } from '#platform/words/index.ts';
import { caseToGive } from '../case-to-give.ts';
import { possibleTakers } from '../nobody-may-see.ts';
import { insertAssignment } from '../store/assignments.ts';

/**
 * Gives a case to a named officer or social worker. Somebody who has the name of one of the household has to be
 * told apart from them first; nobody is given their own household's case, nor that of a family they know.
 */
export async function assignCase(visit: Visit) {
  const found = await caseToGive(visit, { forChange: true });
  if (found === null) return notFound();
  const { application } = found;
  const { householdId } = application;
  visit.concerns('application', application.id);
  const by = signedIn(visit);
  const takers = (await possibleTakers(visit, householdId)).filter(({ id }) => id !== by.id);
  const form = z.object({
    person: choice(
      takers.map(({ id }) => id),
      'Choose who takes the case',
    ),
    namesake: choices(['yes']),
    reason: words({ name: 'The reason', missing: 'Write why this person takes it', max: 2_000 }),
  });
  const read = parseForm(form, visit.form);
  if (!read.ok) return wrong(...read.refusals);
  const taker = takers.find(({ id }) => id === read.value.person);
  if (taker === undefined) throw new Error('the form takes only those who may be given the case');
  if (taker.isNamesake && !read.value.namesake.includes('yes'))
    return wrong(
      refusal(
        'namesake-not-confirmed',
        `${taker.name} has the name of somebody in this household. Find out that they are not the same person, then tick the box.`,
        'namesake',
      ),
    );
  const at = visit.clock.now();
  const named = { authorityId: visit.authority.id, applicationId: application.id };
  const { reason } = read.value;
  const { isNamesake } = taker;
  await insertAssignment(visit.transaction, {
    ...named,
    householdId,
    personId: taker.id,
    isNamesake,
    reason,
    by: by.id,
    at,
  });
  await addEvent(visit.transaction, {
    ...named,
    at,
    personId: by.id,
    kind: 'note',
    words: `${by.name} gave the case to ${taker.name}${isNamesake ? ', who is a namesake and not of this household' : ''}. ${reason}`,
    isForFamily: false,
  });
  visit.note({
    event: 'case.assigned',
    subject: { kind: 'application', id: application.id },
    details: { to: taker.id, isNamesake },
  });
  await visit.send({
    kind: 'case-given',
    to: taker.email,
    personId: taker.id,
    reference: application.reference,
    ...(await messageOf(visit, {
      templateId: 'case-given',
      fields: {
        name: taker.name,
        giver: by.name,
        reference: application.reference,
        link: `${visit.origin}/practitioners/applications/${application.id}`,
      },
    })),
  });
  return redirect('/practitioners/cases-nobody-may-see');
}

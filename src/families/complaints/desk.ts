import { householdsHiddenFrom } from '#families/register/index.ts';
import type { ToDo } from '#kernel/to-do.ts';
import { signedIn, type Visit } from '#platform/web/visit.ts';
import { type ComplaintCase, complaintsOf } from './case-of-complaint.ts';
import { isAbout, isWithCouncil, mayAskOn, promisedMoney } from './domain/stand.ts';

/** The complaints that the signed-in practitioner handles, what is due first in front. */
export async function deskComplaints(visit: Visit): Promise<readonly ComplaintCase[]> {
  const person = signedIn(visit);
  const hidden = new Set(await householdsHiddenFrom(visit, person));
  const isOfficer = person.roles.includes('complaints-officer');
  return (await complaintsOf(visit))
    .filter(({ householdId }) => householdId === null || !hidden.has(householdId))
    .filter(({ stand }) => !isAbout(stand, person.id) && (isOfficer || stand.givenTo?.id === person.id))
    .toSorted(byDueDay);
}

function byDueDay(one: ComplaintCase, other: ComplaintCase): number {
  if (one.due === null || other.due === null) return Number(one.due === null) - Number(other.due === null);
  return Temporal.PlainDate.compare(one.due, other.due);
}

const next: Readonly<Record<string, string>> = {
  'stage-1': 'Answer the complaint',
  'stage-2': 'Have the complaint investigated and answer it',
  panel: 'Hold the review panel',
  findings: 'Send the panel’s findings',
  response: 'Answer the panel’s findings',
};

/** What a practitioner has to do about complaints: to answer, to put right, to say their account. */
export async function toDosOfPractitioner(visit: Visit): Promise<readonly ToDo[]> {
  const { person } = visit;
  if (person?.kind !== 'practitioner') return [];
  const all = await complaintsOf(visit);
  const desk = await deskComplaints(visit);
  const toAnswer = desk.filter(({ stand }) => isWithCouncil(stand.phase));
  const asked = all.filter(
    ({ stand, steps }) =>
      stand.asked.includes(person.id) &&
      !steps.some((step) => step.kind === 'account' && step.personId === person.id),
  );
  return [
    ...toAnswer.map((one) => ({
      title: next[one.stand.phase] ?? 'Look at the complaint',
      about: one.reference,
      href: `/practitioners/complaints/${one.id}`,
      by: one.due,
    })),
    ...desk.flatMap(remediesToDo),
    ...(await paymentsToDo(visit, all, desk)),
    ...asked.map((one) => ({
      title: 'Say what happened, as you saw it',
      about: one.reference,
      href: `/practitioners/complaints/${one.id}/account`,
      by: null,
    })),
  ];
}

/** Money that was promised is for who pays it; of the complaint they learn no more than that. */
async function paymentsToDo(
  visit: Visit,
  all: readonly ComplaintCase[],
  desk: readonly ComplaintCase[],
): Promise<readonly ToDo[]> {
  const person = signedIn(visit);
  if (!person.roles.includes('finance-officer')) return [];
  const hidden = new Set(await householdsHiddenFrom(visit, person));
  return all
    .filter((one) => !desk.includes(one) && !isAbout(one.stand, person.id))
    .filter(({ householdId }) => householdId === null || !hidden.has(householdId))
    .flatMap((one) =>
      promisedMoney(one.stand)
        .filter(({ isDone }) => !isDone)
        .map(({ step }) => ({
          title: 'Pay what was promised after a complaint',
          about: one.reference,
          href: `/practitioners/complaints/${one.id}/payment`,
          by: step.details.by === undefined ? null : Temporal.PlainDate.from(step.details.by),
        })),
    );
}

function remediesToDo(one: ComplaintCase): readonly ToDo[] {
  return one.stand.remedies
    .filter(({ isDone }) => !isDone)
    .map(({ step }) => ({
      title:
        step.details.remedy === 'money'
          ? 'Have the money paid that was promised'
          : 'Put right what was promised',
      about: `${one.reference}: ${step.words.split('\n')[0] ?? ''}`.slice(0, 120),
      href: `/practitioners/complaints/${one.id}`,
      by: step.details.by === undefined ? null : Temporal.PlainDate.from(step.details.by),
    }));
}

/** What who complained can do, while there is time: ask for the next stage. */
export async function toDosOfFamily(visit: Visit): Promise<readonly ToDo[]> {
  if (visit.person?.kind !== 'family') return [];
  const today = visit.clock.today();
  return (await complaintsOf(visit))
    .filter((one) => mayAskOn(one.stand, { due: one.due, today }))
    .map((one) => ({
      title:
        one.stand.phase === 'stage-1'
          ? 'Our answer is late: you can ask for the next stage'
          : 'Read our answer, and say if it is still not right',
      about: one.reference,
      href: `/account/complaints/${one.id}`,
      by: one.stand.phase === 'stage-1' ? null : one.due,
    }));
}

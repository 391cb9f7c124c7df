import { z } from 'zod';
import { refusal } from '#kernel/refusal.ts';
import { choice, date, firstValue, parseForm, words } from '#platform/web/form.ts';
import { notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { assessmentFileOf } from '../assessment-file.ts';
import { takenUp } from '../begin.ts';
import { insertPerson, insertSection, insertVisit } from '../store/assessment-parts.ts';
import { moveAssessment } from '../store/assessments.ts';

const notOpen = refusal(
  'not-open',
  'This assessment is not being written now, so nothing was saved. A team manager can give it back to be written further.',
);

/** Takes up an assessment that a family asked for. The first who does is its assessor. */
export async function takeUpAssessment(visit: Visit) {
  const file = await assessmentFileOf(visit, { forChange: true });
  if (file === null) return notFound();
  const { assessment } = file;
  if (assessment.state !== 'asked')
    return wrong(
      refusal('already-taken', `${assessment.assessorName} has taken this assessment up already.`),
    );
  const person = signedIn(visit);
  await moveAssessment(visit.transaction, {
    authorityId: visit.authority.id,
    assessmentId: assessment.id,
    to: 'in-progress',
    at: visit.clock.now(),
    assessor: person,
  });
  await takenUp(visit, assessment);
  return redirect(`/practitioners/assessments/${assessment.id}`);
}

const sectionWords = words({ name: 'What you write', max: 12_000 });

/** Saves a section as a new version. What somebody else has saved meanwhile is shown, never overwritten. */
export async function saveSection(visit: Visit) {
  const file = await assessmentFileOf(visit, { forChange: true });
  const section = file?.sections.find((one) => one.key === visit.params.section);
  if (file === null || section === undefined) return notFound();
  const { assessment } = file;
  if (assessment.state !== 'in-progress') return wrong(notOpen);
  const read = sectionWords.safeParse([firstValue(visit.form, 'words')]);
  if (!read.success)
    return wrong(refusal('too-long', read.error.issues[0]?.message ?? 'Write less here', 'words'));
  const before = file.newest.get(section.key);
  if (firstValue(visit.form, 'base') !== String(before?.version ?? 0))
    return wrong(
      refusal(
        'changed-by-someone-else',
        `${before?.writtenByName ?? 'Somebody'} has saved this section since you opened it. Their words stand below the box: bring both together, then save.`,
        'words',
      ),
    );
  const back = `/practitioners/assessments/${assessment.id}`;
  if (read.data === (before?.words ?? '')) return redirect(back);
  const person = signedIn(visit);
  await insertSection(visit.transaction, {
    authorityId: visit.authority.id,
    assessment,
    version: {
      section: section.key,
      version: (before?.version ?? 0) + 1,
      aboutId: section.aboutId,
      words: read.data,
      isWithheld: section.isWithheld,
      writtenBy: person.id,
      writtenByName: person.name,
      writtenAt: visit.clock.now(),
    },
  });
  return redirect(`${back}?saved=${section.key}`);
}

const personForm = z.object({
  kind: choice(['sibling', 'carer'], 'Choose whether this is a sibling or a carer'),
  name: words({ name: 'Name', max: 120, missing: 'Enter the name' }),
  about: words({ name: 'About them', max: 200 }),
});

/** Names a sibling or a carer, who then has a section of their own. */
export async function addPerson(visit: Visit) {
  const file = await assessmentFileOf(visit, { forChange: true });
  if (file === null) return notFound();
  if (file.assessment.state !== 'in-progress') return wrong(notOpen);
  const read = parseForm(personForm, visit.form);
  if (!read.ok) return wrong(...read.refusals);
  const person = read.value;
  if (file.people.some((one) => one.kind === person.kind && one.name === person.name))
    return wrong(refusal('already-there', `${person.name} is in this assessment already`, 'name'));
  await insertPerson(visit.transaction, {
    authorityId: visit.authority.id,
    assessment: file.assessment,
    person,
    at: visit.clock.now(),
  });
  return redirect(`/practitioners/assessments/${file.assessment.id}`);
}

const visitForm = z.object({
  visitedOn: date('The day'),
  place: words({ name: 'Where', max: 200, missing: 'Enter where you met, or “by telephone”' }),
  peopleSeen: words({ name: 'Who', max: 300, missing: 'Enter whom you saw or spoke to' }),
  seen: choice(['yes', 'no'], 'Choose whether you saw the child'),
  words: words({ name: 'Notes', max: 4_000 }),
});

/** Records a visit or a talk. A day that is still to come is refused. */
export async function recordVisit(visit: Visit) {
  const file = await assessmentFileOf(visit, { forChange: true });
  if (file === null) return notFound();
  if (file.assessment.state !== 'in-progress') return wrong(notOpen);
  const read = parseForm(visitForm, visit.form);
  if (!read.ok) return wrong(...read.refusals);
  const { visitedOn, place, peopleSeen, seen, words } = read.value;
  if (Temporal.PlainDate.compare(visitedOn, visit.clock.today()) > 0)
    return wrong(refusal('in-future', 'The day must be today or in the past', 'visitedOn'));
  await insertVisit(visit.transaction, {
    authorityId: visit.authority.id,
    assessment: file.assessment,
    visit: { visitedOn, place, peopleSeen, wasChildSeen: seen === 'yes', words },
    by: signedIn(visit),
    at: visit.clock.now(),
  });
  return redirect(`/practitioners/assessments/${file.assessment.id}?saved=visit`);
}

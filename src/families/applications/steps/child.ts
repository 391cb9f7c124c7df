import { z } from 'zod';
import { fullName, householdOfPerson } from '#families/register/index.ts';
import { ageOn, formatDate } from '#kernel/local-date.ts';
import { date, firstValue, words } from '#platform/web/form.ts';
import { html } from '#platform/web/html.ts';
import { choiceQuestion, dateQuestion, lineQuestion } from '#platform/web/questions.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { Answers } from '../domain/answers.ts';
import { type ApplicationStep, applicationStep, keptDate, stop } from './application-step.ts';

const fields = {
  givenName: words({ missing: 'Enter your child’s first name', max: 100, name: 'First name' }),
  familyName: words({ missing: 'Enter your child’s last name', max: 100, name: 'Last name' }),
  bornOn: date('Date of birth'),
};

const newChild = applicationStep({
  name: 'child',
  slug: 'child',
  title: 'Who is the short break for?',
  section: 'About your child',
  schema: z.object(fields),
  toAnswer: (value) => ({
    childId: null,
    givenName: value.givenName,
    familyName: value.familyName,
    bornOn: value.bornOn.toString(),
  }),
  check: (visit, value) => birthProblem(visit, value.bornOn),
  questions: (visit, answers) => nameFields(visit, answers.child?.childId === null ? answers : {}),
  rows: ({ child }) =>
    child === undefined
      ? []
      : [
          { question: 'Child’s name', answer: fullName(child) },
          { question: 'Date of birth', answer: formatDate(Temporal.PlainDate.from(child.bornOn)) },
        ],
});

function birthProblem(visit: Visit, bornOn: Temporal.PlainDate) {
  const today = visit.clock.today();
  if (Temporal.PlainDate.compare(bornOn, today) > 0)
    return stop('born-in-future', 'Date of birth must be in the past', 'bornOn');
  if (ageOn(bornOn, today) > 25)
    return stop(
      'too-old',
      'Date of birth must be that of a child or young person: up to 25 years ago',
      'bornOn',
    );
  return null;
}

function nameFields(visit: Visit, answers: Answers) {
  const { child } = answers;
  return html`${lineQuestion(visit, { field: 'givenName', label: 'First name', saved: child?.givenName, width: 20 })}
${lineQuestion(visit, { field: 'familyName', label: 'Last name', saved: child?.familyName, width: 20 })}
${dateQuestion(visit, { field: 'bornOn', label: 'Date of birth', hint: 'For example, 27 3 2017', savedDate: keptDate(child?.bornOn) })}`;
}

async function registeredChildren(visit: Visit) {
  if (visit.person === null) return [];
  const household = await householdOfPerson(visit.transaction, {
    authorityId: visit.authority.id,
    personId: visit.person.id,
  });
  return household?.children ?? [];
}

/** Which child: one the family has told us about before, or another. */
export const childStep: ApplicationStep = {
  ...newChild,
  async questions(visit, answers) {
    const children = await registeredChildren(visit);
    if (children.length === 0) return nameFields(visit, answers);
    return choiceQuestion(visit, {
      field: 'which',
      label: 'Choose your child',
      saved: answers.child === undefined ? null : (answers.child.childId ?? 'new'),
      options: [
        ...children.map((child) => ({
          value: child.id,
          text: fullName(child),
          hint: `Born on ${formatDate(child.bornOn)}`,
        })),
        {
          value: 'new',
          text: 'Another child',
          conditional: nameFields(visit, answers.child?.childId === null ? answers : {}),
        },
      ],
    });
  },
  async read(visit, answers) {
    const children = await registeredChildren(visit);
    if (children.length === 0 || firstValue(visit.form, 'which') === 'new')
      return newChild.read(visit, answers);
    const chosen = children.find((child) => child.id === firstValue(visit.form, 'which'));
    if (chosen === undefined) return stop('not-chosen', 'Choose which child this is for', 'which');
    const child = {
      childId: chosen.id,
      givenName: chosen.givenName,
      familyName: chosen.familyName,
      bornOn: chosen.bornOn.toString(),
    };
    return { ok: true, answers: { ...answers, child } };
  },
};

import { z } from 'zod';
import {
  type Child,
  evidenceOf,
  fullName,
  householdOfPerson,
  householdWith,
  isSameChild,
  onceEach,
} from '#families/register/index.ts';
import { ageOn, formatDate } from '#kernel/local-date.ts';
import { date, firstValue } from '#platform/web/form.ts';
import { html } from '#platform/web/html.ts';
import { choiceQuestion, dateQuestion, lineQuestion } from '#platform/web/questions.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { Answers, LetterFile } from '../domain/answers.ts';
import { carriedOver } from '../domain/carried-over.ts';
import { lastAnswersFor } from '../store/earlier-applications.ts';
import { type ApplicationStep, applicationStep, keptDate, line, stop } from './application-step.ts';

const fields = {
  givenName: line({ missing: 'Enter your child’s first name', max: 100, name: 'First name' }),
  familyName: line({ missing: 'Enter your child’s last name', max: 100, name: 'Last name' }),
  bornOn: date('Date of birth'),
};

const newChild = applicationStep({
  name: 'child',
  slug: 'child',
  title: 'Who is the short break for?',
  section: 'About your child',
  // With children to choose from it is one question; without, this step writes the heading itself.
  isOneQuestion: true,
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
          {
            question: 'Child',
            answer: html`${fullName(child)}<br>Born on ${formatDate(Temporal.PlainDate.from(child.bornOn))}`,
          },
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
  const { child, known } = answers;
  return html`${lineQuestion(visit, { field: 'givenName', label: 'First name', saved: child?.givenName, width: 20 })}
${lineQuestion(visit, { field: 'familyName', label: 'Last name', saved: child?.familyName, width: 20 })}
${dateQuestion(visit, { field: 'bornOn', label: 'Date of birth', hint: 'For example, 27 3 2017', savedDate: keptDate(child?.bornOn ?? known?.bornOn) })}`;
}

/** The children to choose from: the family's own, or those of the household at whose record a practitioner began. */
async function registeredChildren(visit: Visit, { by }: Answers) {
  if (visit.person === null) return [];
  const authorityId = visit.authority.id;
  if (by !== undefined && by.kind !== 'young-person') {
    const { householdId } = by;
    if (householdId === null) return [];
    return onceEach((await householdWith(visit.transaction, { authorityId, householdId }))?.children ?? []);
  }
  const household = await householdOfPerson(visit.transaction, { authorityId, personId: visit.person.id });
  return onceEach(household?.children ?? []);
}

/**
 * The answers about a child who is registered already: what the last application for this child said stands
 * in those questions that have no answer yet. What was said of another child before goes.
 */
export async function answersAbout(visit: Visit, child: Child, answers: Answers): Promise<Answers> {
  const before = await lastAnswersFor(visit.transaction, {
    authorityId: visit.authority.id,
    childId: child.id,
  });
  const { you, otherCarer, ...carried } =
    before === null ? {} : carriedOver(before.answers, visit.clock.today());
  const isOwn = before?.personId === visit.person?.id;
  const letters = await heldLetters(visit, child.id, carried);
  return {
    ...carried,
    ...(letters === null ? {} : { letters }),
    // The other parent of this child may have applied then.
    ...(isOwn && you !== undefined ? { you } : {}),
    ...(isOwn && otherCarer !== undefined ? { otherCarer } : {}),
    ...sameFor(child.id, answers),
    child: {
      childId: child.id,
      givenName: child.givenName,
      familyName: child.familyName,
      bornOn: child.bornOn.toString(),
    },
  };
}

/**
 * The letters that the register holds and that are in date, with those of the last application: a family hands nothing
 * in twice. Null where there are none.
 */
async function heldLetters(
  visit: Visit,
  childId: string,
  { letters, benefit }: Answers,
): Promise<NonNullable<Answers['letters']> | null> {
  const today = visit.clock.today();
  const held = await evidenceOf(visit.transaction, { authorityId: visit.authority.id, childId });
  const files = held.flatMap(({ kind, file, holdsUntil }): LetterFile[] => {
    const isOver = holdsUntil !== null && Temporal.PlainDate.compare(holdsUntil, today) < 0;
    if (file === null || isOver) return [];
    if (kind === 'diagnosis-letter') return [{ fileId: file.id, name: file.name, shows: 'diagnosis' }];
    // Where the benefit is asked anew, its letter is as well.
    return kind === `${benefit?.which}-letter`
      ? [{ fileId: file.id, name: file.name, shows: 'benefit' }]
      : [];
  });
  const known = new Map([...(letters?.files ?? []), ...files].map((one) => [one.fileId, one]));
  return known.size === 0 ? null : { files: [...known.values()], sendsLater: false };
}

/** The answers that stay when the application turns out to be for this child (null: one we do not know yet). */
function sameFor(childId: string | null, answers: Answers): Answers {
  const before = answers.child?.childId ?? null;
  if (before === null || before === childId) return answers;
  const { you, otherCarer, address, by } = answers;
  return {
    ...(by === undefined ? {} : { by }),
    ...(you === undefined ? {} : { you }),
    ...(otherCarer === undefined ? {} : { otherCarer }),
    ...(address === undefined ? {} : { address }),
  };
}

/** Which child: one the family has told us about before, or another. */
export const childStep: ApplicationStep = {
  ...newChild,
  async questions(visit, answers) {
    const children = await registeredChildren(visit, answers);
    if (children.length === 0)
      return html`<h1 class="govuk-heading-l">${newChild.title}</h1>${nameFields(visit, answers)}`;
    return choiceQuestion(visit, {
      field: 'which',
      label: newChild.title,
      isHeading: true,
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
    const children = await registeredChildren(visit, answers);
    const which = firstValue(visit.form, 'which');
    const chosen = children.find((child) => child.id === which);
    if (chosen !== undefined) return { ok: true, answers: await answersAbout(visit, chosen, answers) };
    if (children.length > 0 && which !== 'new')
      return stop('not-chosen', 'Choose which child this is for', 'which');
    const reading = await newChild.read(visit, sameFor(null, answers));
    const typed = reading.ok ? reading.answers.child : undefined;
    if (typed === undefined) return reading;
    // Typed in again: it is the child that we know.
    const bornOn = Temporal.PlainDate.from(typed.bornOn);
    const known = children.find((child) => isSameChild(child, { ...typed, bornOn }));
    return known === undefined ? reading : { ok: true, answers: await answersAbout(visit, known, answers) };
  },
};

import { z } from 'zod';
import { type Refusal, type Result, refusal, success } from '#kernel/refusal.ts';
import { choices, email, optionalChoice, parseForm, readBy } from '#platform/web/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { choiceQuestion, choicesQuestion, lineQuestion } from '#platform/web/questions.ts';
import type { Visit } from '#platform/web/visit.ts';
import { type Answers, type ByProxy, proxyKinds, proxyWays } from '../domain/answers.ts';
import { readPhone } from './about-you.ts';
import { type ApplicationStep, line } from './application-step.ts';

/** Who may fill in an application for somebody else, as they say it. */
const kindWords: Readonly<Record<ByProxy['kind'], { readonly text: string; readonly hint?: string }>> = {
  'young-person': { text: 'I am 16 or over and apply for myself' },
  relative: { text: 'I am a relative or a friend', hint: 'For example, a grandparent' },
  worker: { text: 'I work with the family', hint: 'For example, a family support worker or a teacher' },
  practitioner: { text: 'I work for the council' },
};

const wayWords: Readonly<Record<ByProxy['way'], string>> = {
  online: 'Online',
  phone: 'On the phone',
  paper: 'From a paper form',
  visit: 'On a visit',
};

const schema = z.object({
  kind: optionalChoice(proxyKinds),
  way: optionalChoice(proxyWays),
  name: line({ missing: 'Enter your full name', max: 150, name: 'Your name' }),
  organisation: line({ max: 150, name: 'The organisation' }),
  phone: readBy(readPhone),
  familyEmail: readBy(readEmail),
  agreed: choices(['yes']),
});

/** What the fields about who applies gave, or what was wrong with them. */
export type WhoReading =
  | { readonly ok: true; readonly by: ByProxy }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** Reads who fills in an application for a family. `household`: one that the register has, and how to reach it. */
export function readWho(
  visit: Visit,
  household: { readonly id: string; readonly hasAccount: boolean } | null,
): WhoReading {
  const isPractitioner = visit.person?.kind === 'practitioner';
  const parsed = parseForm(schema, visit.form);
  if (!parsed.ok) return parsed;
  const { agreed, ...value } = parsed.value;
  // Only who is signed in as one works for the council.
  const kind = isPractitioner ? 'practitioner' : value.kind === 'practitioner' ? null : value.kind;
  const by: ByProxy = {
    ...value,
    kind: kind ?? 'relative',
    way: isPractitioner ? (value.way ?? 'phone') : 'online',
    hasAgreed: agreed.length > 0 && kind !== 'young-person',
    familyEmail: kind === 'young-person' ? '' : value.familyEmail,
    householdId: household?.id ?? null,
  };
  const refusals = problemsOf(visit, {
    by,
    hasKind: isPractitioner ? value.way !== null : kind !== null,
    isReached: household?.hasAccount ?? false,
  });
  return refusals.length === 0 ? { ok: true, by } : { ok: false, refusals };
}

const anAddress = email('');

function readEmail(typed: string): Result<string> {
  const parsed = anAddress.safeParse([typed]);
  if (typed === '' || parsed.success) return success(typed);
  return refusal('not-an-address', parsed.error.issues[0]?.message ?? 'Enter an email address');
}

function problemsOf(
  visit: Visit,
  {
    by,
    hasKind,
    isReached,
  }: { readonly by: ByProxy; readonly hasKind: boolean; readonly isReached: boolean },
): readonly Refusal[] {
  const isPractitioner = by.kind === 'practitioner';
  const refusals: Refusal[] = [];
  if (!hasKind)
    refusals.push(
      isPractitioner
        ? refusal('missing', 'Choose how the family told you', 'way')
        : refusal('missing', 'Choose who you are', 'kind'),
    );
  if (by.kind === 'young-person') return refusals;
  if (by.familyEmail === '' && !isReached)
    refusals.push(refusal('missing', 'Enter the email address of the parent carer', 'familyEmail'));
  if (by.familyEmail !== '' && by.familyEmail.toLowerCase() === visit.person?.email.toLowerCase())
    refusals.push(
      refusal(
        'own-address',
        'Enter the parent’s own email address, not yours: we write to them',
        'familyEmail',
      ),
    );
  if (!by.hasAgreed)
    refusals.push(
      refusal('not-agreed', 'A parent carer must agree before you apply for their child', 'agreed'),
    );
  return refusals;
}

/** The questions about who applies, for somebody outside the council or for one of its practitioners. */
export function whoFields(visit: Visit, by: ByProxy | undefined): Html {
  const isPractitioner = visit.person?.kind === 'practitioner';
  const name = visit.person?.name ?? '';
  return html`${isPractitioner ? wayQuestion(visit, by) : kindQuestion(visit, by)}
${lineQuestion(visit, { field: 'name', label: 'Your full name', saved: by?.name ?? (name.includes('@') ? '' : name), autocomplete: 'name' })}
${lineQuestion(visit, { field: 'organisation', label: isPractitioner ? 'Your team (optional)' : 'Where you work (optional)', saved: by?.organisation })}
${lineQuestion(visit, { field: 'phone', label: 'Your phone number (optional)', saved: by?.phone, type: 'tel', width: 20 })}
${lineQuestion(visit, {
  field: 'familyEmail',
  label: 'Email address of the parent carer',
  hint: isPractitioner
    ? 'We write to the family at this address. Leave it empty if the family has an account already.'
    : 'We write to them. They can see what you have sent, and stop it. Leave it empty if you apply for yourself.',
  saved: by?.familyEmail,
  type: 'email',
})}
${choicesQuestion(visit, {
  field: 'agreed',
  label: 'Does a parent carer know, and agree?',
  hint: 'You do not need this if you are 16 or over and apply for yourself.',
  savedAll: by?.hasAgreed === true ? ['yes'] : [],
  options: [{ value: 'yes', text: 'Yes, a parent carer has told me that I may apply' }],
})}`;
}

function kindQuestion(visit: Visit, by: ByProxy | undefined): Html {
  return choiceQuestion(visit, {
    field: 'kind',
    label: 'Who are you?',
    saved: by?.kind,
    options: proxyKinds
      .filter((value) => value !== 'practitioner')
      .map((value) => ({ value, ...kindWords[value] })),
  });
}

function wayQuestion(visit: Visit, by: ByProxy | undefined): Html {
  return choiceQuestion(visit, {
    field: 'way',
    label: 'How did the family tell you?',
    saved: by?.way,
    options: proxyWays
      .filter((value) => value !== 'online')
      .map((value) => ({ value, text: wayWords[value] })),
  });
}

/** Who fills it in, among the questions of an application that somebody makes for a family. */
export const whoStep: ApplicationStep = {
  name: 'scheme',
  slug: 'who',
  title: 'Who is applying?',
  section: 'Who is applying',
  isOneQuestion: false,
  isNeeded: ({ by }) => by !== undefined,
  isAnswered: ({ by }) => by !== undefined,
  questions: (visit, { by }) => whoFields(visit, by),
  read(visit, answers) {
    const id = answers.by?.householdId ?? null;
    const reading = readWho(visit, id === null ? null : { id, hasAccount: answers.by?.familyEmail === '' });
    return reading.ok ? { ok: true, answers: withWho(answers, reading.by) } : reading;
  },
  rows: ({ by }) =>
    by === undefined
      ? []
      : [
          {
            question: 'Filled in by',
            answer: html`${by.name}${by.organisation !== '' && `, ${by.organisation}`}<br>${kindWords[by.kind].text.replace(/^I am /, '').replace(/^I work/, 'Works')}${by.kind === 'practitioner' && `. ${wayWords[by.way]}`}${by.phone !== '' && html`<br>${by.phone}`}`,
          },
          {
            question: 'Agreed with a parent carer',
            answer: by.kind === 'young-person' ? 'Not needed: 16 or over' : by.hasAgreed ? 'Yes' : 'No',
          },
        ],
};

/** Answers with who fills them in; somebody who applies for themself is the applicant as well. */
export function withWho(answers: Answers, by: ByProxy): Answers {
  if (by.kind !== 'young-person') return { ...answers, by };
  const you = { name: by.name, relationship: 'self', hasParentalResponsibility: false, phone: by.phone };
  return { ...answers, by, you };
}

import {
  councilFieldsOfLetter,
  type Fields,
  type Template,
  type TemplateField,
  usualFields,
} from '#platform/words/index.ts';
import type { ComplaintOutcome } from './domain/complaint.ts';

const { name, reference } = usualFields;

/** Who complains without an account has no page to open. */
const link: TemplateField = { ...usualFields.link, isNeeded: false, mayBeEmpty: true };

const next: TemplateField = {
  name: 'next',
  about: 'What comes next, and what they can do: the next stage, the Ombudsman',
  sample: 'You get our answer by 8 December 2026.',
  isNeeded: true,
};

function said(fieldName: string, about: string, sample: string): TemplateField {
  return { name: fieldName, about, sample, isNeeded: true };
}

const answer = said(
  'words',
  'The answer, as it was written',
  'We should have told you earlier. We are sorry.',
);

function message(id: string, title: string, own: readonly TemplateField[]): Template {
  return {
    id,
    name: title,
    kind: 'message',
    fields: [name, reference, ...own, link, ...councilFieldsOfLetter],
  };
}

function letter(id: string, title: string, own: readonly TemplateField[]): Template {
  return { ...message(id, title, [...own, next]), kind: 'letter' };
}

/** News of a complaint: its template, and what fills it besides name, reference, link and what comes next. */
export type NewsOfComplaint = { readonly templateId: string; readonly fields: Fields };

/** Which letter brings which answer. */
export const answerTemplateOf = {
  upheld: 'complaint-upheld',
  partly: 'complaint-upheld-in-part',
  'not-upheld': 'complaint-not-upheld',
} as const satisfies Readonly<Record<ComplaintOutcome, string>>;

/** What is written to who complained. */
export const templates: readonly Template[] = [
  message('complaint-received', 'We have your complaint', [
    said('due', 'The day by which they have an answer', '8 December 2026'),
    {
      name: 'advocate',
      about: 'The words “an advocate”, where they asked for one',
      sample: 'an advocate',
      mayBeEmpty: true,
    },
  ]),
  letter('complaint-advocate', 'Complaint: an advocate is found', [
    said('words', 'Who the advocate is, and how to reach them', 'Joan Reed, 01632 960190.'),
  ]),
  letter('complaint-more-time', 'Complaint: we need more time', [
    said('why', 'Why more time is needed', 'The worker who knows about it is away.'),
  ]),
  letter('complaint-upheld', 'Complaint: we agree', [answer]),
  letter('complaint-upheld-in-part', 'Complaint: we agree in part', [answer]),
  letter('complaint-not-upheld', 'Complaint: we do not agree', [answer]),
  letter('complaint-next-stage', 'Complaint: the next stage begins', []),
  letter('complaint-investigators', 'Complaint: who looks into it', [
    said('investigator', 'Who investigates', 'Paul Grant'),
    said('independent', 'The independent person', 'Mary Hill'),
  ]),
  letter('complaint-findings', 'Complaint: what the review panel found', [
    said('words', 'What the panel found and recommends', 'The panel found that you waited too long.'),
  ]),
  letter('complaint-too-late', 'Complaint: it came too late', [
    said('why', 'Why it cannot be looked at any more', 'Nobody who worked on it is here any more.'),
  ]),
  letter('complaint-remedy', 'Complaint: what puts it right', [
    said('remedy', 'What is done, with its amount', 'We pay the money back (£250).'),
  ]),
];

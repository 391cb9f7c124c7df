import {
  councilFieldsOfLetter,
  type Template,
  type TemplateField,
  usualFields,
} from '#platform/words/index.ts';
import type { AppealOutcome } from './domain/appeal.ts';

const { name, child, reference, link } = usualFields;

const ofAnswer: readonly TemplateField[] = [
  name,
  child,
  reference,
  { name: 'asked', about: 'The day on which the family appealed', sample: '24 November 2026' },
  {
    name: 'why',
    about: 'The reasons, as they were written for the family',
    sample: 'You showed us that the club is closed.',
    isNeeded: true,
  },
  {
    name: 'next',
    about:
      'What the family can do now: another appeal, a complaint, the Ombudsman, as the council’s rules say',
    sample: 'If you are unhappy with how we treated you, you can make a complaint.',
    isNeeded: true,
  },
  link,
  ...councilFieldsOfLetter,
];

/** Which letter brings which answer. */
export const answerTemplateOf = {
  upheld: 'appeal-upheld',
  partly: 'appeal-upheld-in-part',
  'not-upheld': 'appeal-not-upheld',
} as const satisfies Readonly<Record<AppealOutcome, string>>;

/** What is written about an appeal. */
export const templates: readonly Template[] = [
  {
    id: 'appeal-received',
    name: 'We have your appeal',
    kind: 'message',
    fields: [
      name,
      child,
      reference,
      {
        name: 'due',
        about: 'The day by which the family has an answer',
        sample: '22 December 2026',
        isNeeded: true,
      },
      link,
      ...councilFieldsOfLetter,
    ],
  },
  { id: 'appeal-upheld', name: 'Appeal: we agree', kind: 'letter', fields: ofAnswer },
  { id: 'appeal-upheld-in-part', name: 'Appeal: we agree in part', kind: 'letter', fields: ofAnswer },
  { id: 'appeal-not-upheld', name: 'Appeal: the decision stays', kind: 'letter', fields: ofAnswer },
];

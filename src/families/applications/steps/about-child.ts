import { z } from 'zod';
import { choice, choices } from '#platform/web/form.ts';
import { choiceQuestion, choicesQuestion, lineQuestion } from '#platform/web/questions.ts';
import { type HeldSupport, heldSupports } from '../domain/answers.ts';
import { applicationStep, line, stop } from './application-step.ts';

/** Whether a disability has been diagnosed, and which. */
export const disabilityStep = applicationStep({
  name: 'disability',
  slug: 'disability',
  title: 'Does your child have a diagnosed disability?',
  section: 'About your child',
  isOneQuestion: true,
  schema: z.object({
    hasDiagnosis: choice(
      ['yes', 'no'],
      'Choose yes if a doctor or another professional has diagnosed a disability',
    ),
    diagnosis: line({ max: 500, name: 'What was diagnosed' }),
  }),
  toAnswer: (value) => ({
    hasDiagnosis: value.hasDiagnosis === 'yes',
    diagnosis: value.hasDiagnosis === 'yes' ? value.diagnosis : '',
  }),
  check: (_visit, value) =>
    value.hasDiagnosis === 'yes' && value.diagnosis === ''
      ? stop('missing', 'Tell us what was diagnosed, in your own words', 'diagnosis')
      : null,
  questions: (visit, { disability, known }) =>
    choiceQuestion(visit, {
      field: 'hasDiagnosis',
      label: 'Does your child have a diagnosed disability?',
      hint: 'A doctor or another professional has told you what it is',
      isHeading: true,
      saved: yesOrNo(disability?.hasDiagnosis ?? known?.hasDiagnosis),
      options: [
        {
          value: 'yes',
          text: 'Yes',
          conditional: lineQuestion(visit, {
            field: 'diagnosis',
            label: 'What was diagnosed?',
            hint: 'For example, autism and epilepsy',
            saved: disability?.diagnosis,
          }),
        },
        {
          value: 'no',
          text: 'No, or not yet',
          hint: 'You can still apply. A letter about DLA or PIP can be enough.',
        },
      ],
    }),
  rows: ({ disability }) =>
    disability === undefined
      ? []
      : [
          {
            question: 'Diagnosed disability',
            answer: disability.hasDiagnosis ? `Yes: ${disability.diagnosis}` : 'No, or not yet',
          },
        ],
});

function yesOrNo(answer: boolean | undefined): 'yes' | 'no' | null {
  return answer === undefined ? null : answer ? 'yes' : 'no';
}

const supportWords: Readonly<Record<HeldSupport, { readonly text: string; readonly hint?: string }>> = {
  'pa-direct-payment': { text: 'Direct payments', hint: 'Money to pay a personal assistant' },
  'floating-support': { text: 'Someone who comes to your home', hint: 'Called floating support' },
  overnight: { text: 'Nights away', hint: 'For example at Parklands' },
  'after-school': {
    text: 'A club for children with complex needs',
    hint: 'One that a social worker arranged',
  },
  other: { text: 'Something else' },
};

/** Other support that the council pays for: the grant is not given beside it. */
export const supportStep = applicationStep({
  name: 'support',
  slug: 'other-support',
  title: 'Does the council already pay for support for your child?',
  section: 'About your child',
  isOneQuestion: true,
  schema: z.object({
    held: choices([...heldSupports, 'none'], 'Choose what the council pays for, or “No, none of these”'),
  }),
  toAnswer: (value) => ({ held: value.held.filter((one) => one !== 'none') }),
  check: (_visit, value) =>
    value.held.includes('none') && value.held.length > 1
      ? stop('contradiction', 'Choose either what the council pays for, or “No, none of these”', 'held')
      : null,
  questions: (visit, { support }) =>
    choicesQuestion(visit, {
      field: 'held',
      label: 'Does the council already pay for support for your child?',
      hint: 'Choose all that you have. Do not count school, health care or benefits.',
      isHeading: true,
      savedAll: support === undefined ? [] : support.held.length === 0 ? ['none'] : support.held,
      options: [
        ...heldSupports.map((value) => ({ value, ...supportWords[value] })),
        { value: 'none', text: 'No, none of these', isInsteadOfAll: true },
      ],
    }),
  rows: ({ support }) =>
    support === undefined
      ? []
      : [
          {
            question: 'Paid by the council',
            answer:
              support.held.length === 0
                ? 'None'
                : support.held.map((one) => supportWords[one].text).join(', '),
          },
        ],
});

import { z } from 'zod';
import { choice, choices, words } from '#platform/web/form.ts';
import { html } from '#platform/web/html.ts';
import { choiceQuestion, choicesQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { applicationStep } from './application-step.ts';

// The three levels in the words of the council's strategy, section 3.2; the amounts stand in the scheme.
const levels = [
  {
    value: '1',
    text: 'Little or no impact on the family',
    hint: 'We manage. A break would be good for my child and for us.',
  },
  {
    value: '2',
    text: 'A moderate impact on the family',
    hint: 'It is hard at times, and we could reach a point where we cannot go on as we are.',
  },
  {
    value: '3',
    text: 'A major impact on the family',
    hint: 'We are near breaking point, or family life is already breaking down.',
  },
] as const;

/** How the child's needs weigh on the family: what the family says; an officer confirms it. */
export const impactStep = applicationStep({
  name: 'impact',
  slug: 'impact',
  title: 'What is life like for your family?',
  section: 'The money',
  schema: z.object({
    level: choice(['1', '2', '3'], 'Choose the sentence that is nearest to your family’s life'),
    why: words({ missing: 'Tell us why you chose this', max: 3_000, name: 'What you tell us' }),
  }),
  toAnswer: (value) => ({ level: value.level === '1' ? 1 : value.level === '2' ? 2 : 3, why: value.why }),
  questions: (
    visit,
    { impact },
  ) => html`<p class="govuk-body">There is no wrong answer. Nobody will think less of you as a parent.</p>
${choiceQuestion(visit, { field: 'level', label: 'Your child’s needs have', saved: impact === undefined ? null : String(impact.level), options: levels })}
${wordsQuestion(visit, {
  field: 'why',
  label: 'Tell us a little more',
  hint: 'For example: nights, brothers and sisters, work, your own health. A few lines are enough.',
  saved: impact?.why,
})}`,
  rows: ({ impact }) =>
    impact === undefined
      ? []
      : [
          { question: 'Impact on the family', answer: levels[impact.level - 1]?.text ?? '' },
          { question: 'Why', answer: impact.why },
        ],
});

const uses = [
  { value: 'clubs', text: 'Clubs and activities' },
  { value: 'holiday-scheme', text: 'A holiday play scheme' },
  { value: 'personal-assistant', text: 'Someone to go out with my child (a personal assistant)' },
  { value: 'days-out', text: 'Days out' },
  { value: 'swimming', text: 'Swimming or another sport' },
  { value: 'other', text: 'Something else' },
] as const;

/** What the money would be for, and how that meets the child's need. The council calls this justification mandatory. */
export const purposeStep = applicationStep({
  name: 'purpose',
  slug: 'what-for',
  title: 'What would you use the money for?',
  section: 'The money',
  schema: z.object({
    uses: choices(
      uses.map((use) => use.value),
      'Choose at least one thing that you would use the money for',
    ),
    what: words({
      missing: 'Tell us what you would do with the money',
      max: 3_000,
      name: 'What you would do',
    }),
    how: words({ missing: 'Tell us how this would help your child', max: 3_000, name: 'How it would help' }),
  }),
  toAnswer: (value) => value,
  questions: (
    visit,
    { purpose },
  ) => html`${choicesQuestion(visit, { field: 'uses', label: 'Choose all that fit', savedAll: purpose?.uses ?? [], options: uses })}
${wordsQuestion(visit, { field: 'what', label: 'What would you do?', hint: 'For example: swimming lessons on Saturdays, with a helper in the water', saved: purpose?.what, rows: 4 })}
${wordsQuestion(visit, {
  field: 'how',
  label: 'How would that help your child, and you?',
  hint: 'Say what your child needs and how this meets it. We must have this to decide.',
  saved: purpose?.how,
})}`,
  rows: ({ purpose }) =>
    purpose === undefined
      ? []
      : [
          {
            question: 'Used for',
            answer: purpose.uses.map((use) => uses.find((one) => one.value === use)?.text ?? use).join(', '),
          },
          { question: 'What you would do', answer: purpose.what },
          { question: 'How it would help', answer: purpose.how },
        ],
});

import { z } from 'zod';
import { choice, choices, words } from '#platform/web/form.ts';
import { type Html, html } from '#platform/web/html.ts';
import { choiceQuestion, choicesQuestion, wordsQuestion } from '#platform/web/questions.ts';
import type { ImpactLevel } from '../domain/answers.ts';
import { applicationStep, linesOf, stop } from './application-step.ts';

// The words are a family's own; the hints are the three levels of the council's strategy, section 3.2. What
// each is worth stands in the scheme.
const levels = [
  { value: '1', text: 'We manage. A break would do us good.', hint: 'Little or no impact on the family' },
  {
    value: '2',
    text: 'It is hard at times. We may reach a point where we cannot go on.',
    hint: 'A moderate impact on the family',
  },
  {
    value: '3',
    text: 'We are near breaking point, or already past it.',
    hint: 'A major impact on the family',
  },
] as const;

/** Nobody who says that should have to wait for a decision. */
const doNotWait = html`<p class="govuk-body">You do not have to wait for the grant. <a class="govuk-link" href="/help-now">See who can help you now</a>.</p>`;

/** How the child's needs weigh on the family: what the family says; an officer confirms it. */
export const impactStep = applicationStep({
  name: 'impact',
  slug: 'impact',
  title: 'What is life like for your family?',
  section: 'The money',
  schema: z.object({
    level: choice(['1', '2', '3'], 'Choose the sentence that is nearest to your family’s life'),
    why: words({
      missing: 'Tell us a little about why you chose this',
      max: 3_000,
      name: 'What you tell us',
    }),
  }),
  toAnswer: (value) => ({ level: value.level === '1' ? 1 : value.level === '2' ? 2 : 3, why: value.why }),
  questions: (
    visit,
    { impact, known },
  ) => html`<p class="govuk-body">There is no wrong answer. Nobody will think less of you as a parent.</p>
${choiceQuestion(visit, {
  field: 'level',
  label: 'Which is nearest to your family’s life?',
  saved: (impact?.level ?? known?.impactLevel)?.toString(),
  options: levels.map((level) => (level.value === '3' ? { ...level, conditional: doNotWait } : level)),
})}
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
          {
            question: 'Life at home',
            answer: html`<p class="govuk-body">${levelWords(impact.level)}</p><p class="govuk-body">${linesOf(impact.why)}</p>`,
          },
        ],
});

function levelWords(level: ImpactLevel): Html | string {
  const chosen = levels[level - 1];
  return chosen === undefined
    ? ''
    : html`${chosen.text}<br><span class="daybreak-soft">${chosen.hint}</span>`;
}

const uses = [
  { value: 'clubs', text: 'Clubs and activities' },
  { value: 'holiday-scheme', text: 'A holiday play scheme' },
  { value: 'personal-assistant', text: 'Someone to go out with my child (a personal assistant)' },
  { value: 'days-out', text: 'Days out' },
  { value: 'swimming', text: 'Swimming or another sport' },
  { value: 'other', text: 'Something else' },
] as const;

/**
 * What the money would be for, and how that meets the child's need: the council calls this justification
 * mandatory. What is ticked says enough of the first, but for "Something else".
 */
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
    what: words({ max: 3_000, name: 'What you tell us about it' }),
    how: words({
      missing: 'Tell us how this would help your child',
      max: 3_000,
      name: 'How it would help',
    }),
  }),
  toAnswer: (value) => value,
  check: (_visit, value) =>
    value.uses.includes('other') && value.what === ''
      ? stop('missing', 'Tell us what the “something else” is', 'what')
      : null,
  questions: (
    visit,
    { purpose },
  ) => html`${choicesQuestion(visit, { field: 'uses', label: 'Choose all that fit', savedAll: purpose?.uses ?? [], options: uses })}
${wordsQuestion(visit, { field: 'what', label: 'Say a little about it (optional)', hint: 'For example: swimming on Saturdays, with a helper in the water', saved: purpose?.what, rows: 3 })}
${wordsQuestion(visit, {
  field: 'how',
  label: 'How would that help your child, and you?',
  hint: 'Say what your child needs and how this gives it. We must have this to decide.',
  saved: purpose?.how,
})}`,
  rows: ({ purpose }) =>
    purpose === undefined
      ? []
      : [
          {
            question: 'What it is for',
            answer: html`${purpose.uses.map((use) => uses.find((one) => one.value === use)?.text ?? use).join(', ')}${purpose.what !== '' && html`<br>${linesOf(purpose.what)}`}`,
          },
          { question: 'How it would help', answer: linesOf(purpose.how) },
        ],
});

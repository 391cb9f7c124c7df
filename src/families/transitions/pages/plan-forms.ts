import { fullName } from '#families/register/index.ts';
import { backLink, button } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { choiceQuestion, dateQuestion, lineQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type Answer, notFound, page, type Visit } from '#platform/web/visit.ts';
import type { PlanActName } from '../actions/plan-acts.ts';
import { caseOfTransition } from '../case-of-transition.ts';
import { hopesBy, referralStates } from '../domain/entry.ts';
import { hopesByWords, referralWords } from './words.ts';

type Made = { readonly title: string; readonly button: string; readonly fields: (visit: Visit) => Html };

/** The question whose words hopes are, and the words. */
export function hopesFields(visit: Visit): Html {
  return html`${choiceQuestion(visit, { field: 'by', label: 'Whose words are these?', options: hopesBy.map((value) => ({ value, text: hopesByWords[value] })) })}
${wordsQuestion(visit, { field: 'words', label: 'What do they hope for?', hint: 'Friends, home, learning, work, fun: what matters to them, as they say it', rows: 6 })}`;
}

/** The forms that have a page of their own; the others are buttons on the plan. */
const forms: Readonly<Record<Exclude<PlanActName, 'step-done' | 'done'>, Made>> = {
  hopes: { title: 'What they hope for', button: 'Keep the words', fields: hopesFields },
  step: {
    title: 'Add a step',
    button: 'Add the step',
    fields: (visit) => html`${lineQuestion(visit, { field: 'what', label: 'What is to be done?' })}
${lineQuestion(visit, { field: 'who', label: 'Who does it?' })}
${dateQuestion(visit, { field: 'on', label: 'By when? (optional)', example: visit.clock.today().add({ days: 60 }) })}`,
  },
  consent: {
    title: 'What the young person says',
    button: 'Keep it',
    fields: (
      visit,
    ) => html`<p class="govuk-body">From 16 they are asked themselves whether they agree with the plan and with who is told of it.</p>
${choiceQuestion(visit, {
  field: 'answer',
  label: 'What do they say?',
  options: [
    { value: 'yes', text: 'They agree' },
    { value: 'no', text: 'They do not agree' },
    {
      value: 'cannot-say',
      text: 'They cannot say it themselves',
      hint: 'Then write who decides in their best interests, and why',
    },
  ],
})}
${wordsQuestion(visit, { field: 'words', label: 'In their words', rows: 4 })}`,
  },
  referral: {
    title: 'The referral to adult services',
    button: 'Keep it',
    fields: (
      visit,
    ) => html`${choiceQuestion(visit, { field: 'state', label: 'Where does it stand?', options: referralStates.map((value) => ({ value, text: referralWords[value] })) })}
${wordsQuestion(visit, { field: 'words', label: 'To whom, and what they said', rows: 4 })}`,
  },
  'own-payments': {
    title: 'Payments in their own name',
    button: 'Keep the note',
    fields: (visit) =>
      wordsQuestion(visit, {
        field: 'words',
        label: 'How are they paid, and who helps?',
        hint: 'A note for who pays: it changes no payment by itself',
        rows: 4,
      }),
  },
  'own-account': {
    title: 'Give them their own account',
    button: 'Give the account',
    fields: (
      visit,
    ) => html`<p class="govuk-body">They sign in with their own email address, and see what their household sees. Make sure that it is their own address, and that they want it.</p>
${lineQuestion(visit, { field: 'name', label: 'Their name' })}
${lineQuestion(visit, { field: 'email', label: 'Their own email address', type: 'email' })}`,
  },
};

export type PlanFormName = keyof typeof forms;

export const planFormNames = Object.keys(forms) as PlanFormName[];

/** Gives the page of one form of a plan. */
export function planFormPage(name: PlanFormName) {
  return async (visit: Visit): Promise<Answer> => {
    const found = await caseOfTransition(visit);
    if (found === null) return notFound('a child');
    const base = `/practitioners/children/${found.child.id}/transition`;
    const { title, button: label, fields } = forms[name];
    return page({
      title,
      section: 'practitioners',
      isPrivate: true,
      before: backLink({ href: base, text: 'Growing up' }),
      main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorsOf(visit)}
<span class="govuk-caption-l">${fullName(found.child)}</span>
<h1 class="govuk-heading-l">${title}</h1>
${formTo(visit, html`${fields(visit)}${button({ text: label, preventDoubleClick: true })}`, { to: `${base}/${name}` })}
</div></div>`,
    });
  };
}

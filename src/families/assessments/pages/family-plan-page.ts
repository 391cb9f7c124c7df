import { fullName } from '#families/register/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { formatPounds } from '#kernel/money.ts';
import { backLink, button, notificationBanner, summaryList } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { choiceQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type Answer, notFound, page, type Visit } from '#platform/web/visit.ts';
import { mayBeDirectPayment, type PlanLine } from '../domain/plan.ts';
import { type PlanFile, planFileOf } from '../plan-file.ts';
import { amountWords, moment, typed, wayNames } from './words.ts';

/** The plan as the family reads it, with a choice where a line can be money, and a place for its own words. */
export async function familyPlanPage(visit: Visit): Promise<Answer> {
  const file = await planFileOf(visit);
  if (file === null || file.plan.state === 'draft' || file.plan.state === 'closed') return notFound('a plan');
  const { plan } = file;
  const title = `The plan for ${file.child.givenName}`;
  return page({
    title,
    section: 'account',
    isPrivate: true,
    before: backLink({ text: 'Your account', href: '/account' }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${errorsOf(visit)}
${visit.query.get('said') === 'yes' && notificationBanner({ type: 'success', text: 'Thank you. We have what you said.' })}
<span class="govuk-caption-l">${fullName(file.child)}, reference ${plan.reference}</span>
<h1 class="govuk-heading-l">${title}</h1>
<div class="daybreak-panel"><p class="govuk-body-l">${standing(file)}</p>
<p class="govuk-body">From ${formatDate(plan.startsOn)} to ${formatDate(plan.endsOn)}.</p></div>
${plan.state === 'agreed' && plan.agreedWords !== '' && html`<blockquote class="daybreak-quote"><p class="govuk-body">${typed(plan.agreedWords)}</p></blockquote>`}
${file.lines.map((line, index) => lineCard(file, line, index))}
${file.comments.length > 0 && commentsOf(file)}
${answerForm(visit, file)}
</div></div>`,
  });
}

function standing({ plan }: PlanFile): string {
  if (plan.state === 'agreed') return 'This plan is agreed.';
  if (plan.state === 'at-panel')
    return 'The panel looks at this plan next. You can still tell us what you think.';
  return 'This is what we think would help. It is not fixed yet. Tell us what you think.';
}

function lineCard({ wishes }: PlanFile, line: PlanLine, index: number): Html {
  const wish = wishes.get(line.id);
  const row = (key: string, text: string) => ({ key: { text: key }, value: { html: typed(text) } });
  return summaryList({
    card: { title: { text: `${index + 1}. ${line.support}`, headingLevel: 2 } },
    rows: [
      row('What is needed', line.need),
      row('What should change', line.outcome),
      line.amount !== null && row('How much', amountWords(line.amount)),
      line.way !== null && row('How you have it', wayNames[line.way]),
      row('Why', line.why),
      line.yearlyCost !== null && row('What it costs in a year', formatPounds(line.yearlyCost)),
      wish === 'direct-payment' && row('You asked for', 'Money, to arrange it yourselves'),
    ],
  });
}

function commentsOf(file: PlanFile): Html {
  const said = { agrees: 'agrees.', 'does-not-agree': 'does not agree.', comment: 'says:' };
  return html`<section aria-labelledby="your-words"><h2 class="govuk-heading-m" id="your-words">Your words</h2>
<ol class="daybreak-timeline">${file.comments.map((one) => html`<li><span class="daybreak-soft">${moment(one.saidAt)}</span><br>${one.personName} ${said[one.answer]}<br>${typed(one.words)}</li>`)}</ol></section>`;
}

function answerForm(visit: Visit, file: PlanFile): Html {
  const isOpen = file.plan.state !== 'agreed';
  const choices = isOpen ? file.lines.filter(mayBeDirectPayment) : [];
  return html`<div class="daybreak-panel" id="say"><h2 class="govuk-heading-m">Tell us what you think</h2>
${formTo(
  visit,
  html`${
    choices.length > 0 &&
    html`<p class="govuk-body">You can have some of this as money. You then choose and pay who helps you. This is called a direct payment. We help you with it, and you can change your mind later.</p>`
  }
${choices.map((line) =>
  choiceQuestion(visit, {
    field: `wish-${line.id}`,
    label: `How would you like to have “${line.support}”?`,
    saved: file.wishes.get(line.id) ?? null,
    options: [
      { value: 'direct-payment', text: 'As money, and we arrange it ourselves' },
      { value: 'arranged', text: 'You arrange it for us' },
      { value: 'not-sure', text: 'We are not sure yet' },
    ],
  }),
)}
${choiceQuestion(visit, {
  field: 'answer',
  label: 'Do you agree with this plan?',
  options: [
    { value: 'agrees', text: 'Yes' },
    { value: 'does-not-agree', text: 'No, something should be different' },
    { value: 'comment', text: 'I want to say something' },
  ],
})}
${wordsQuestion(visit, { field: 'words', label: 'Your words', hint: 'You can leave this empty if you agree.', rows: 5 })}
${button({ text: 'Send', preventDoubleClick: true })}`,
  { to: `/account/plans/${file.plan.id}/answer` },
)}</div>`;
}

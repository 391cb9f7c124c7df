import { fullName } from '#families/register/index.ts';
import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { backLink, button, insetText, notificationBanner, summaryList } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { choiceQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type Answer, notFound, page, type Visit } from '#platform/web/visit.ts';
import { mayNotLook } from '../actions/answer-appeal.ts';
import { type CaseOfAppeal, caseOfAppeal } from '../case-of-appeal.ts';
import { nextStepAfter } from '../next-step.ts';
import { appealTag, appealWords, fileList, linesOf } from './words.ts';

/** An appeal as who answers it sees it. */
export async function deskAppealPage(visit: Visit): Promise<Answer> {
  const found = await caseOfAppeal(visit);
  if (found === null) return notFound('an appeal');
  const { appeal, about, files } = found;
  const base = `/practitioners/appeals/${appeal.id}`;
  return page({
    title: `Appeal for ${fullName(about.child)}`,
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: '/practitioners/appeals', text: 'Appeals' }),
    main: html`${errorsOf(visit)}
${visit.query.get('answered') === 'yes' && notificationBanner({ type: 'success', text: 'The family has our answer.' })}
<span class="govuk-caption-l">${appeal.reference}</span>
<h1 class="govuk-heading-l">Appeal for ${fullName(about.child)}</h1>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<p class="govuk-body">${appealTag(appeal, visit.clock.today())}</p>
<h2 class="govuk-heading-m">What the family says</h2>
<blockquote class="daybreak-quote"><p class="govuk-body">${linesOf(appeal.words)}</p></blockquote>
${appeal.way !== 'online' && html`<p class="govuk-body">${wayWords[appeal.way]}. ${appeal.steps[0]?.words ?? ''}.</p>`}
${appeal.steps.filter(({ kind, words }) => kind === 'added' && words !== '').map((step) => html`<h3 class="govuk-heading-s">Added on ${formatDate(dateInEngland(step.at))} by ${step.personName}</h3><blockquote class="daybreak-quote"><p class="govuk-body">${linesOf(step.words)}</p></blockquote>`)}
${appeal.lateBecause !== '' && insetText({ html: html`<p class="govuk-body">It came late, and was taken. Why: ${linesOf(appeal.lateBecause)}</p>` })}
${fileList(files, base)}
${appeal.stand.end === null ? toAnswer(visit, found, base) : ended(visit, found)}
</div><div class="govuk-grid-column-one-third">${facts(found)}</div></div>`,
  });
}

const wayWords = {
  phone: 'It came by telephone',
  letter: 'It came by letter or e-mail',
  'in-person': 'It was made in person',
} as const;

function facts({ appeal, about }: CaseOfAppeal): Html {
  const { decision } = about;
  const row = (key: string, value: string | Html) => ({
    key: { text: key },
    value: typeof value === 'string' ? { text: value } : { html: value },
  });
  return html`<h2 class="govuk-heading-m">The decision</h2>${summaryList({
    classes: 'daybreak-close',
    rows: [
      row(
        'Decided',
        `${decision.outcome === 'awarded' ? 'Awarded' : 'Refused'} on ${formatDate(dateInEngland(decision.decidedAt))} by ${decision.decidedByName}`,
      ),
      row(
        'Application',
        html`<a class="govuk-link" href="/practitioners/applications/${about.application.id}">${about.application.reference}</a>`,
      ),
      row(
        'Read again',
        html`<a class="govuk-link" href="/practitioners/decisions/${decision.id}">The facts and the rules of then</a>`,
      ),
      row('Appeal made', formatDate(appeal.madeOn)),
      row('In time until', about.askBy === null ? 'No last day is published' : formatDate(about.askBy)),
      row('Answer by', formatDate(appeal.answerBy)),
      row('Who looks', about.rules.stages[Math.min(appeal.number, about.rules.stages.length) - 1]?.who ?? ''),
      ...(appeal.stand.takenBy === null ? [] : [row('Looked at by', appeal.stand.takenBy.personName)]),
    ],
  })}`;
}

function toAnswer(visit: Visit, found: CaseOfAppeal, base: string): Html {
  const cannot = mayNotLook(visit, found);
  if (cannot !== null) return insetText({ text: cannot.message });
  const { stand } = found.appeal;
  return html`${
    stand.takenBy === null
      ? formTo(
          visit,
          button({
            text: 'I look at this one',
            classes: 'govuk-button--secondary',
            preventDoubleClick: true,
          }),
          { to: `${base}/take` },
        )
      : stand.takenBy.personId !== visit.person?.id &&
        insetText({ text: `${stand.takenBy.personName} looks at this one. Speak to them before you answer.` })
  }
<h2 class="govuk-heading-m">Answer</h2>
${formTo(
  visit,
  html`${choiceQuestion(visit, {
    field: 'outcome',
    label: 'What comes of it?',
    options: [
      {
        value: 'upheld',
        text: 'Upheld',
        hint: 'The decision was wrong. Somebody other than the first officer decides again.',
      },
      {
        value: 'partly',
        text: 'Upheld in part',
        conditional: choiceQuestion(visit, {
          field: 'again',
          label: 'Is the application decided again?',
          options: [
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No, the decision itself stays' },
          ],
        }),
      },
      {
        value: 'not-upheld',
        text: 'Not upheld',
        hint: 'The decision stays. What the family can do next is added to your words.',
      },
    ],
  })}
${wordsQuestion(visit, { field: 'reasons', label: 'The reasons, in words for the family', hint: 'Answer each thing that they said. Plain words; they read this themselves.', rows: 8 })}
${button({ text: 'Send the answer', preventDoubleClick: true })}`,
  { to: `${base}/answer` },
)}
<p class="govuk-body">Is it about how somebody was treated, and not about the decision? <a class="govuk-link" href="${base}/move">Move it to complaints</a>.</p>`;
}

function ended(visit: Visit, { appeal, about }: CaseOfAppeal): Html {
  const { end } = appeal.stand;
  if (end === null || end.outcome === null) return html`<p class="govuk-body">${appealWords(appeal)}.</p>`;
  const next = nextStepAfter(visit.authority, about, {
    outcome: end.outcome,
    isDecidedAgain: end.isDecidedAgain,
    isCounted: true,
  });
  return html`<h2 class="govuk-heading-m">The answer</h2>
<p class="govuk-body">${end.personName} answered on ${formatDate(dateInEngland(end.at))}: <strong>${appealWords(appeal)}</strong>.</p>
<blockquote class="daybreak-quote"><p class="govuk-body">${linesOf(end.words)}</p></blockquote>
${next.map((text) => html`<p class="govuk-body">${text}</p>`)}`;
}

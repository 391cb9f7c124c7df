import { backLink } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import {
  answersInAddress,
  type End,
  type Given,
  type Question,
  stepAt,
  thriveGroups,
} from '../domain/navigator.ts';
import { navigatorOn } from '../navigator-file.ts';
import { crisisPart } from './crisis.ts';
import { wayPart } from './ways.ts';

const start = '/find-your-way';

function addressOf(given: readonly Given[]): string {
  return given.length === 0 ? start : `${start}?${answersInAddress(given)}`;
}

/** What was said so far, each with the way back to it. */
function saidSoFar(given: readonly Given[]): Html | null {
  if (given.length === 0) return null;
  return html`<ul class="daybreak-said" aria-label="What you said">${given.map(
    ({ answer }, at) =>
      html`<li>${answer.say} <a class="govuk-link" href="${addressOf(given.slice(0, at))}">Change<span class="govuk-visually-hidden">: ${answer.say}</span></a></li>`,
  )}</ul>`;
}

function questionPart(question: Question, given: readonly Given[]): Html {
  const isFirst = given.length === 0;
  return html`<h1 class="govuk-heading-xl">${question.ask}</h1>
${isFirst && html`<p class="govuk-body-l">Two or three questions, and you see what can help. We keep nothing of what you say.</p>`}
${saidSoFar(given)}
<ul class="daybreak-answers" aria-label="${question.ask}">${question.answers.map(
    (answer) =>
      html`<li><a class="govuk-link daybreak-answer" href="${addressOf([...given, { question, answer }])}">${answer.say}</a></li>`,
  )}</ul>`;
}

async function endPart(visit: Visit, end: End, given: readonly Given[]): Promise<Html> {
  const ways: Html[] = [];
  for (const way of end.ways) ways.push(await wayPart(visit, way));
  return html`<h1 class="govuk-heading-xl">${end.title}</h1>
${end.say.map((words) => html`<p class="govuk-body-l">${words}</p>`)}
<ul class="daybreak-ways">${ways}</ul>
${saidSoFar(given)}
<p class="daybreak-soft">People who work with families call this “${thriveGroups[end.group].toLowerCase()}”.</p>
<p class="govuk-body"><a class="govuk-link" href="${start}">Begin again</a></p>`;
}

/**
 * From "what is life like now" to help in two or three questions. The answers stand in the address and nowhere else;
 * whoever needs to leave at once can, and who helps now stands on every page.
 */
export async function findYourWayPage(visit: Visit): Promise<Page> {
  const { authority, query, clock } = visit;
  const step = stepAt(navigatorOn(authority, clock.today()), (question) => query.get(question));
  const { given } = step;
  const isUrgent = step.kind === 'end' && step.end.ways.some(({ kind }) => kind === 'urgent');
  const main =
    step.kind === 'question' ? questionPart(step.question, given) : await endPart(visit, step.end, given);
  return page({
    // The title stands in the browser's history, so it says nothing of how life is.
    title:
      given.length === 0
        ? 'Find your way'
        : `Find your way: ${step.kind === 'end' ? 'what can help' : `question ${given.length + 1}`}`,
    description: 'Two or three questions about what life is like now, and you see what can help.',
    section: 'none',
    hasQuickExit: true,
    ...(given.length > 0
      ? { isPrivate: true, before: backLink({ text: 'Back', href: addressOf(given.slice(0, -1)) }) }
      : {}),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${main}
</div>${!isUrgent && html`<div class="govuk-grid-column-one-third">${crisisPart(authority)}</div>`}</div>`,
  });
}

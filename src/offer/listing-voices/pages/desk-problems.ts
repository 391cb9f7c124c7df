import { formatDate } from '#kernel/local-date.ts';
import { openListing } from '#offer/directory/index.ts';
import { backLink, button, insetText, summaryList } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { choiceQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type Answer, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { isClosed, isForProvider, lookBy, type ProblemStep, problemKinds } from '../domain/voices.ts';
import { titlesOf } from '../named-listing.ts';
import { allProblems, type ProblemWithSteps, problemOf } from '../read-voices.ts';

/** So many stand on the page, the oldest first; the next follow when these are done. */
const mostShown = 200;

const views = { open: 'To look at', closed: 'Closed' } as const;
type View = keyof typeof views;

const viewOf = ({ steps }: ProblemWithSteps): View => (isClosed(steps) ? 'closed' : 'open');

/** What people reported; worries about safety first. */
export async function deskProblemsPage(visit: Visit): Promise<Page> {
  const all = await allProblems(visit);
  const view: View = visit.query.get('show') === 'closed' ? 'closed' : 'open';
  const fitting = all
    .filter((one) => viewOf(one) === view)
    .sort((one, other) => Number(other.kind === 'not-safe') - Number(one.kind === 'not-safe'));
  const shown = fitting.slice(0, mostShown);
  const titleOf = await titlesOf(
    visit,
    shown.map(({ listingSlug }) => listingSlug),
  );
  return page({
    title: 'Problems with listings',
    section: 'listings',
    isPrivate: true,
    before: backLink({ href: '/practitioners', text: 'Your work' }),
    main: html`<h1 class="govuk-heading-l">Problems with listings</h1>
<p class="govuk-body"><a class="govuk-link" href="/practitioners/listings/comments">Comments on the Local Offer</a></p>
<nav aria-label="Which problems"><ul class="daybreak-views">${(Object.keys(views) as View[]).map((one) => html`<li><a class="daybreak-views__link" href="/practitioners/listings/problems?show=${one}"${one === view && html` aria-current="page"`}>${views[one]} <span class="daybreak-views__count">${all.filter((problem) => viewOf(problem) === one).length}</span></a></li>`)}</ul></nav>
${fitting.length > shown.length && insetText({ text: `These are the first ${mostShown} of ${fitting.length}. The next follow when they are done.` })}
${
  shown.length === 0
    ? html`<p class="daybreak-panel">There are none here.</p>`
    : html`<table class="daybreak-queue" role="table"><caption class="govuk-visually-hidden">Problems: ${views[view]}</caption>
<thead role="rowgroup"><tr role="row">${['Listing', 'What is wrong', 'Reported', 'Look at it by'].map((heading) => html`<th scope="col" role="columnheader">${heading}</th>`)}</tr></thead>
<tbody role="rowgroup">${shown.map(
        (problem) => html`<tr role="row">
<th scope="row" role="rowheader"><a class="govuk-link" href="/practitioners/listings/problems/${problem.id}">${titleOf(problem.listingSlug)}</a></th>
<td role="cell" data-label="What is wrong">${problemKinds[problem.kind]}</td>
<td role="cell" data-label="Reported">${formatDate(problem.reportedOn)}</td>
<td role="cell" data-label="Look at it by">${view === 'closed' ? 'Closed' : formatDate(lookBy(problem.reportedOn, problem.kind))}</td></tr>`,
      )}</tbody></table>`
}`,
  });
}

const stepNames: Readonly<Record<ProblemStep['kind'], string>> = {
  'passed-on': 'Passed on to the provider',
  mended: 'Mended',
  'nothing-wrong': 'Nothing was wrong',
};

/** One problem, with what may be done about it. */
export async function deskProblemPage(visit: Visit): Promise<Answer> {
  const problem = await problemOf(visit);
  if (problem === null) return notFound('this problem');
  const slug = problem.listingSlug;
  const opened = await openListing(visit.transaction, { authorityId: visit.authority.id, slug });
  return page({
    title: `Problem of ${formatDate(problem.reportedOn)}`,
    section: 'listings',
    isPrivate: true,
    before: backLink({ href: '/practitioners/listings/problems', text: 'All problems' }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorsOf(visit)}
<h1 class="govuk-heading-l">A problem with ${opened?.listing.title ?? slug}</h1>
${summaryList({
  rows: [
    { key: { text: 'What is wrong' }, value: { text: problemKinds[problem.kind] } },
    { key: { text: 'Reported' }, value: { text: formatDate(problem.reportedOn) } },
    {
      key: { text: 'Words' },
      value: { text: problem.words ?? (problem.steps.length > 0 ? 'None, or forgotten by now' : 'None') },
    },
    {
      key: { text: 'The provider' },
      value: {
        text: isForProvider(problem.kind)
          ? 'Was told that something may be wrong, without these words'
          : 'Was not told',
      },
    },
    {
      key: { text: 'The listing' },
      value: {
        html: html`<a class="govuk-link" href="/find/${slug}">What families read</a><br><a class="govuk-link" href="/practitioners/listings/listing/${slug}">Change the listing</a>`,
      },
    },
  ],
})}
${problem.steps.length > 0 && html`<h2 class="govuk-heading-m">What was done</h2><ol class="daybreak-timeline">${problem.steps.map((step) => html`<li><p class="govuk-body"><strong>${stepNames[step.kind]}</strong>, ${step.byName}<br>${step.words}</p></li>`)}</ol>`}
${!isClosed(problem.steps) && workForm(visit, problem)}
</div></div>`,
  });
}

function workForm(visit: Visit, problem: ProblemWithSteps): Html {
  return html`<h2 class="govuk-heading-m">Do something about it</h2>
${problem.kind === 'not-safe' && html`<p class="govuk-body">A worry about a child’s safety goes to the front door of children’s services, or to the designated officer where it is about somebody who works with children. Do that first. Say here that you did.</p>`}
${formTo(
  visit,
  html`${choiceQuestion(visit, {
    field: 'kind',
    label: 'What do you do?',
    options: [
      {
        value: 'passed-on',
        text: 'Write to the provider',
        hint: 'Your words below are sent to the address of the listing. Leave out who reported it.',
      },
      {
        value: 'mended',
        text: 'It is mended',
        hint: 'Who reported it reads your words, if they asked to hear back.',
      },
      { value: 'nothing-wrong', text: 'Nothing was wrong' },
    ],
  })}
${wordsQuestion(visit, { field: 'words', label: 'In words', rows: 4 })}
${button({ text: 'Save', preventDoubleClick: true })}`,
  { to: `/practitioners/listings/problems/${problem.id}` },
)}`;
}

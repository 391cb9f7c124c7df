import { formatDate } from '#kernel/local-date.ts';
import { openListing } from '#offer/directory/index.ts';
import { backLink, button, insetText, summaryList } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { choiceQuestion, dateQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type Answer, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { signsOfPerson } from '../domain/personal-data.ts';
import {
  type CommentStep,
  type Outcome,
  outcomes,
  type Phase,
  phaseOf,
  sayers,
  stepsFrom,
} from '../domain/voices.ts';
import { titlesOf } from '../named-listing.ts';
import { allComments, type CommentWithSteps, commentOf } from '../read-voices.ts';

/** So many stand on the page, the oldest first; the next follow when these are done. */
const mostShown = 200;

const views: Readonly<Record<Phase, string>> = {
  'to-read': 'To read',
  'to-answer': 'To answer',
  answered: 'Answered',
  'not-published': 'Not published',
  'taken-down': 'Taken down',
};

/** The comments, by where they stand. */
export async function deskCommentsPage(visit: Visit): Promise<Page> {
  const all = await allComments(visit);
  const asked = visit.query.get('show');
  const view = (Object.keys(views) as Phase[]).find((one) => one === asked) ?? 'to-read';
  const fitting = all.filter(({ steps }) => phaseOf(steps) === view);
  const shown = fitting.slice(0, mostShown);
  const titleOf = await titlesOf(
    visit,
    shown.map(({ listingSlug }) => listingSlug),
  );
  return page({
    title: 'Comments on the Local Offer',
    section: 'listings',
    isPrivate: true,
    before: backLink({ href: '/practitioners', text: 'Your work' }),
    main: html`<h1 class="govuk-heading-l">Comments on the Local Offer</h1>
<p class="govuk-body"><a class="govuk-link" href="/practitioners/listings/problems">Problems with listings</a> · <a class="govuk-link" href="/comments">What the public reads</a></p>
<nav aria-label="Which comments"><ul class="daybreak-views">${(Object.keys(views) as Phase[]).map((one) => html`<li><a class="daybreak-views__link" href="/practitioners/listings/comments?show=${one}"${one === view && html` aria-current="page"`}>${views[one]} <span class="daybreak-views__count">${all.filter(({ steps }) => phaseOf(steps) === one).length}</span></a></li>`)}</ul></nav>
${fitting.length > shown.length && insetText({ text: `These are the oldest ${mostShown} of ${fitting.length}. The next follow when they are done.` })}
${shown.length === 0 ? html`<p class="daybreak-panel">There are none here.</p>` : table(shown, { name: views[view], titleOf })}`,
  });
}

function table(
  shown: readonly CommentWithSteps[],
  { name, titleOf }: { readonly name: string; readonly titleOf: (slug: string) => string },
): Html {
  return html`<table class="daybreak-queue" role="table"><caption class="govuk-visually-hidden">Comments: ${name}</caption>
<thead role="rowgroup"><tr role="row">${['About', 'Said by', 'On', 'Begins'].map((heading) => html`<th scope="col" role="columnheader">${heading}</th>`)}</tr></thead>
<tbody role="rowgroup">${shown.map(
    (comment) => html`<tr role="row">
<th scope="row" role="rowheader"><a class="govuk-link" href="/practitioners/listings/comments/${comment.id}">${comment.listingSlug === null ? 'The Local Offer' : titleOf(comment.listingSlug)}</a></th>
<td role="cell" data-label="Said by">${sayers[comment.saidBy]}</td>
<td class="daybreak-queue__day" role="cell" data-label="On">${formatDate(comment.madeOn)}</td>
<td role="cell" data-label="Begins">${beginningOf(comment)}</td></tr>`,
  )}</tbody></table>`;
}

function beginningOf({ words, steps }: CommentWithSteps): string {
  const text = words ?? steps.find(({ kind }) => kind === 'published')?.words ?? 'Forgotten by now';
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** One comment: what was written, what was done, and what may be done next. */
export async function deskCommentPage(visit: Visit): Promise<Answer> {
  const comment = await commentOf(visit);
  if (comment === null) return notFound('this comment');
  const { listingSlug, steps } = comment;
  const opened =
    listingSlug === null
      ? null
      : await openListing(visit.transaction, { authorityId: visit.authority.id, slug: listingSlug });
  const phase = phaseOf(steps);
  return page({
    title: `Comment of ${formatDate(comment.madeOn)}`,
    section: 'listings',
    isPrivate: true,
    before: backLink({ href: `/practitioners/listings/comments?show=${phase}`, text: 'All comments' }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorsOf(visit)}
<h1 class="govuk-heading-l">A comment on ${opened?.listing.title ?? 'the Local Offer'}</h1>
${summaryList({
  rows: [
    { key: { text: 'Where it stands' }, value: { text: views[phase] } },
    { key: { text: 'Said by' }, value: { text: `${sayers[comment.saidBy]}, ${formatDate(comment.madeOn)}` } },
    {
      key: { text: 'Wants to hear back' },
      value: {
        text: comment.email === null ? 'No, or has heard already' : 'Yes. The service writes by itself',
      },
    },
    opened !== null && {
      key: { text: 'Page' },
      value: { html: html`<a class="govuk-link" href="/find/${listingSlug}">${opened.listing.title}</a>` },
    },
  ],
})}
<h2 class="govuk-heading-m">As it was written</h2>
${comment.words === null ? html`<p class="govuk-body daybreak-soft">It has been forgotten, as everything is that was written more than a year ago.</p>` : html`<blockquote class="daybreak-quote"><p class="govuk-body">${comment.words}</p></blockquote>`}
${steps.length > 0 && html`<h2 class="govuk-heading-m">What was done</h2><ol class="daybreak-timeline">${steps.map(stepItem)}</ol>`}
${stepsFrom(phase).map((kind) => forms[kind](visit, comment))}
</div></div>`,
  });
}

const stepNames: Readonly<Record<CommentStep['kind'], string>> = {
  published: 'Published',
  'not-published': 'Not published',
  answered: 'Answered',
  'taken-down': 'Taken down',
};

function stepItem(step: CommentStep): Html {
  const outcome = step.kind === 'answered' ? ` (${outcomes[step.outcome].toLowerCase()})` : '';
  return html`<li><p class="govuk-body"><strong>${stepNames[step.kind]}${outcome}</strong>, ${formatDate(step.onDay)}, ${step.byName}<br>${step.words}</p></li>`;
}

function form(
  visit: Visit,
  comment: CommentWithSteps,
  given: {
    readonly to: string;
    readonly title: string;
    readonly fields: Html;
    readonly button: string;
    readonly isSecond?: boolean;
  },
): Html {
  return html`<h2 class="govuk-heading-m">${given.title}</h2>
${formTo(visit, html`${given.fields}${button({ text: given.button, preventDoubleClick: true, ...(given.isSecond === true ? { classes: 'govuk-button--secondary' } : {}) })}`, { to: `/practitioners/listings/comments/${comment.id}/${given.to}` })}`;
}

/** Only the form that was sent shows what was typed into it; the others stand as they stood. */
function unlessSent(visit: Visit, to: string): Visit {
  return visit.path.endsWith(`/${to}`)
    ? visit
    : { ...visit, formState: { ...visit.formState, values: new Map(), refusals: [], isTyped: false } };
}

type MadeForm = (visit: Visit, comment: CommentWithSteps) => Html;

const forms: Readonly<Record<CommentStep['kind'], MadeForm>> = {
  published(visit, comment) {
    const signs = signsOfPerson(comment.words ?? '');
    return form(visit, comment, {
      to: 'publish',
      title: 'Publish it',
      button: 'Publish these words',
      fields: html`<p class="govuk-body">Take out what would tell who somebody is: names, a school, an address, what only one family could have said. Leave the rest as it was said, also where it is hard to hear.</p>
${signs.length > 0 && insetText({ html: html`This may be personal: ${signs.map(({ what, text }, index) => html`${index > 0 && '; '}“${text}” (${what})`)}` })}
${wordsQuestion(unlessSent(visit, 'publish'), { field: 'words', label: 'The words to publish', saved: comment.words, rows: 6 })}`,
    });
  },
  'not-published': (visit, comment) =>
    form(visit, comment, {
      to: 'not-publish',
      title: 'Or do not publish it',
      button: 'Keep it unpublished',
      isSecond: true,
      fields: wordsQuestion(unlessSent(visit, 'not-publish'), {
        field: 'reason',
        label: 'Why is it not published?',
        hint: 'Who wrote it reads this, if they asked to hear back.',
        rows: 3,
      }),
    }),
  answered(visit, comment) {
    const own = unlessSent(visit, 'answer');
    return form(visit, comment, {
      to: 'answer',
      title: comment.steps.some(({ kind }) => kind === 'answered')
        ? 'Say more of what was done'
        : 'Say what was done',
      button: 'Publish the answer',
      fields: html`${choiceQuestion(own, { field: 'outcome', label: 'What came of it?', options: (Object.keys(outcomes) as Outcome[]).map((value) => ({ value, text: outcomes[value] })) })}
${wordsQuestion(own, { field: 'words', label: 'In words, for everybody to read', rows: 4 })}
${dateQuestion(own, { field: 'day', label: 'When was it, or when will it be?', savedDate: visit.clock.today() })}`,
    });
  },
  'taken-down': (visit, comment) =>
    form(visit, comment, {
      to: 'take-down',
      title: 'Or take it down',
      button: 'Take it down',
      isSecond: true,
      fields: wordsQuestion(unlessSent(visit, 'take-down'), {
        field: 'reason',
        label: 'Why is it taken down?',
        rows: 3,
      }),
    }),
};

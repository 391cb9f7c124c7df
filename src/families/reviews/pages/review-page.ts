import { formatGranted } from '#families/awards/index.ts';
import { fullName } from '#families/register/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { backLink, button, notificationBanner, summaryList, tag } from '#platform/govuk/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import type { ReviewRecord } from '../domain/record.ts';
import { type ReviewFile, reviewFile } from '../review-file.ts';
import { feelingWords, outcomeWords } from '../review-words.ts';
import { said } from './own-review-page.ts';

/** The reviews of one award: the next one with what the family wrote for it, and those that were held. */
export async function reviewPage(visit: Visit): Promise<Page | NotFound> {
  const file = await reviewFile(visit, visit.params.award ?? '');
  if (file === null) return notFound('an award');
  const { award, child, held } = file;
  visit.concerns('award', award.id);
  return page({
    title: `Reviews of award ${award.reference}`,
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: `/practitioners/awards/${award.id}`, text: 'Back to the award' }),
    main: html`${told(visit)}<span class="govuk-caption-l">${fullName(child)}, ${award.reference}: ${formatGranted(award)}</span>
<h1 class="govuk-heading-l">Reviews</h1>
${nextOne(visit, file)}
<h2 class="govuk-heading-m">Held</h2>
${held.length === 0 ? html`<p class="govuk-body">None yet.</p>` : held.toReversed().map(record)}`,
  });
}

function told(visit: Visit): Html {
  switch (visit.query.get('told')) {
    case 'continue':
      return notificationBanner({ type: 'success', text: 'The review is recorded. The award goes on.' });
    case 'reassess':
      return notificationBanner({
        type: 'success',
        text: 'The review is recorded. The needs have to be assessed anew: the social worker sees it in the child’s record.',
      });
    default:
      return nothing;
  }
}

function nextOne(visit: Visit, { award, next, views }: ReviewFile): Html {
  if (next === null)
    return html`<p class="daybreak-panel">The award ends on ${formatDate(award.endsOn)}, before another review would be due.</p>`;
  const isOverdue = Temporal.PlainDate.compare(next.dueOn, visit.clock.today()) < 0;
  return html`<div class="daybreak-panel"><h2 class="govuk-heading-m">Next, by ${formatDate(next.dueOn)} ${isOverdue && tag({ text: 'Overdue', classes: 'govuk-tag--red' })}</h2>
${views.child === null ? html`<p class="govuk-body">The child has not written anything yet.</p>` : html`<h3 class="govuk-heading-s">The child</h3>${said(views.child)}`}
${views.carer === null ? html`<p class="govuk-body">The carers have not written anything yet.</p>` : html`<h3 class="govuk-heading-s">The carers</h3>${said(views.carer)}`}
${button({ text: 'Record this review', href: `/practitioners/awards/${award.id}/review/record` })}</div>`;
}

function record(one: ReviewRecord): Html {
  const text = (key: string, value: string) => value !== '' && { key: { text: key }, value: { text: value } };
  const feels = one.childFeels === null ? '' : `${feelingWords[one.childFeels]}. `;
  return summaryList({
    card: { title: { text: `${formatDate(one.heldOn)}: ${outcomeWords[one.outcome].toLowerCase()}` } },
    rows: [
      text('Due by', formatDate(one.dueOn)),
      text('The child', `${feels}${one.childViews}${one.childViewsMissing}`),
      text('The carers', one.carersViews),
      text('Brothers and sisters', one.siblingEffect),
      text('What went well', one.wentWell),
      text('Delivered', one.delivered),
      text('Why', one.because),
      text('Next', one.nextOn === null ? 'None: the award ends before' : formatDate(one.nextOn)),
      text('Held by', one.heldByName),
    ],
  });
}

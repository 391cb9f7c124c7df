import { formatGranted, kindNames } from '#families/awards/index.ts';
import { fullName } from '#families/register/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { backLink, table } from '#platform/govuk/index.ts';
import { html } from '#platform/web/html.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { childReviews } from '../child-reviews.ts';
import { outcomeWords } from '../review-words.ts';

/** All reviews of one child: of each award, the last and the next. */
export async function childReviewsPage(visit: Visit): Promise<Page | NotFound> {
  const found = await childReviews(visit);
  if (found === null) return notFound('a child');
  const { child, files } = found;
  visit.concerns('child', child.id);
  return page({
    title: `Reviews for ${fullName(child)}`,
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: `/practitioners/children/${child.id}`, text: fullName(child) }),
    main: html`<h1 class="govuk-heading-l">Reviews for ${fullName(child)}</h1>
${
  files.length === 0
    ? html`<p class="daybreak-panel">There is no award to look at again.</p>`
    : table({
        caption: 'Each award with its last and its next review',
        captionClasses: 'govuk-visually-hidden',
        firstCellIsHeader: true,
        head: [{ text: 'Award' }, { text: 'Last review' }, { text: 'Next review' }],
        rows: files.map(({ award, held, next }) => {
          const latest = held.at(-1);
          return [
            {
              html: html`<a class="govuk-link" href="/practitioners/awards/${award.id}/review">${kindNames[award.breakKind]}: ${formatGranted(award)}</a>`,
            },
            {
              text:
                latest === undefined
                  ? 'None yet'
                  : `${formatDate(latest.heldOn)}: ${outcomeWords[latest.outcome].toLowerCase()}`,
            },
            { text: next === null ? 'None before it ends' : `By ${formatDate(next.dueOn)}` },
          ];
        }),
      })
}`,
  });
}

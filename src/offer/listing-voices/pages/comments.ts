import { openListing } from '#offer/directory/index.ts';
import { backLink, button } from '#platform/govuk/index.ts';
import { html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import type { PublishedComment } from '../domain/voices.ts';
import { commentsOfYear, yearsOfComments } from '../read-voices.ts';
import { commentItem } from './comment-parts.ts';

async function titlesOf(visit: Visit, comments: readonly PublishedComment[]) {
  const titles = new Map<string, string>();
  for (const slug of new Set(comments.flatMap(({ listingSlug }) => listingSlug ?? []))) {
    const opened = await openListing(visit.transaction, { authorityId: visit.authority.id, slug });
    if (opened !== null) titles.set(slug, opened.listing.title);
  }
  return titles;
}

function yearOf(asked: string | null, years: readonly number[], today: Temporal.PlainDate): number {
  const year = Number(asked);
  return years.includes(year) ? year : (years[0] ?? today.year);
}

/**
 * What people said of the Local Offer in a year and what was done about it, without naming anybody: what regulation
 * 56 of the SEND Regulations 2014 asks an authority to publish at least once a year.
 */
export async function commentsPage(visit: Visit): Promise<Page> {
  const years = await yearsOfComments(visit);
  const year = yearOf(visit.query.get('year'), years, visit.clock.today());
  const comments = await commentsOfYear(visit, year);
  const titles = await titlesOf(visit, comments);
  const answered = comments.filter(({ answer }) => answer !== null).length;
  const done = comments.filter(({ answer }) => answer?.outcome === 'done').length;
  return page({
    title: `You said, we did: ${year}`,
    section: 'find',
    description: 'Comments on the Local Offer, and what the council did about them.',
    before: backLink({ href: '/find', text: 'All short breaks' }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl">You said, we did</h1>
<p class="govuk-body-l">What children, young people and parent carers said of the Local Offer, and what ${visit.authority.name} did about it.</p>
${years.length > 1 && html`<nav aria-label="Years"><ul class="daybreak-views">${years.map((one) => html`<li><a class="daybreak-views__link" href="/comments?year=${one}"${one === year && html` aria-current="page"`}>${one}</a></li>`)}</ul></nav>`}
${button({ text: 'Say what you think', href: '/comments/new', classes: 'daybreak-no-print' })}
${
  comments.length === 0
    ? html`<p class="govuk-body">Nobody has said anything yet.</p>`
    : html`<h2 class="govuk-heading-l">${year}</h2>
<p class="govuk-body">${comments.length === 1 ? '1 comment' : `${comments.length} comments`}. We have answered ${answered}, and did what was asked for ${done}.</p>
<ul class="daybreak-voices">${comments.map((comment) => {
        const { listingSlug } = comment;
        const title = listingSlug === null ? undefined : titles.get(listingSlug);
        return commentItem(
          comment,
          html`<h3 class="govuk-heading-s">${title === undefined ? 'The Local Offer' : html`<a class="govuk-link" href="/find/${listingSlug}#comments">${title}</a>`}</h3>`,
        );
      })}</ul>`
}
<p class="govuk-body-s daybreak-soft">We read each comment before it stands here. We take out what would tell who somebody is. We do not publish comments about one person, rude words, or things that are not about the Local Offer.</p>
</div></div>`,
  });
}

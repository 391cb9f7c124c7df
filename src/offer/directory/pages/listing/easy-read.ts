import { backLink } from '#platform/govuk/index.ts';
import { html } from '#platform/web/html.ts';
import { type Answer, notFound, page, type Visit } from '#platform/web/visit.ts';
import { openListing } from '../../actions/open-listing.ts';
import { easyReadOf } from '../../domain/easy-read.ts';
import { easyPicture } from './easy-pictures.ts';
import { pictureAddress } from './told-parts.ts';

/** A listing in Easy Read: large words, short sentences, a picture beside each. */
export async function easyReadPage(visit: Visit): Promise<Answer> {
  const { transaction, authority, params } = visit;
  const opened = await openListing(transaction, { authorityId: authority.id, slug: params.slug ?? '' });
  if (opened === null || opened.withdrawnAt !== null) return notFound('this short break');
  const { listing } = opened;
  const [picture] = listing.told.pictures;
  return page({
    title: `${listing.title} in Easy Read`,
    section: 'find',
    hasQuickExit: true,
    before: backLink({ href: `/find/${listing.slug}`, text: 'All about it' }),
    main: html`<div class="daybreak-easy">
<h1 class="govuk-heading-xl">${listing.title}</h1>
${picture !== undefined && html`<figure class="daybreak-picture"><img src="${pictureAddress(listing.slug, 0, 'large')}" alt=""><figcaption>${picture.words}</figcaption></figure>`}
<ul class="daybreak-easy__lines">${easyReadOf(listing).map(
      ({ topic, sentences }) =>
        html`<li class="daybreak-easy__line">${easyPicture(topic)}<div>${sentences.map((sentence) => html`<p>${sentence}</p>`)}</div></li>`,
    )}</ul>
<p class="daybreak-easy__end">Do you want help with this? Ring ${authority.contact.phone}.</p>
</div>`,
  });
}

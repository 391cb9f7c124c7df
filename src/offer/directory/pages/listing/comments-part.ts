import { formatDate } from '#kernel/local-date.ts';
import { outcomes, type PublishedComment, sayers } from '#offer/listing-voices/index.ts';
import { type Html, html } from '#platform/web/html.ts';

/** The newest so many stand on the page of a listing; all stand under "you said, we did". */
const MOST_SHOWN = 5;

function comment({ words, saidBy, saidOn, answer }: PublishedComment): Html {
  return html`<li class="daybreak-voice"><blockquote class="daybreak-quote"><p class="govuk-body">${words}</p></blockquote>
<p class="govuk-body-s daybreak-soft">${sayers[saidBy]}, ${formatDate(saidOn)}</p>
${
  answer === null
    ? html`<p class="govuk-body daybreak-soft">We are looking at this.</p>`
    : html`<div class="daybreak-voice__answer"><p class="govuk-body"><strong>${outcomes[answer.outcome]}.</strong> ${answer.words}</p><p class="govuk-body-s daybreak-soft">The council, ${formatDate(answer.on)}</p></div>`
}</li>`;
}

/** What families said of a listing, and what was done about it. */
export function whatFamiliesSaid(slug: string, comments: readonly PublishedComment[]): Html {
  return html`<section aria-labelledby="comments" class="daybreak-said-of-it"><h2 class="govuk-heading-m" id="comments">What families said, and what we did</h2>
${comments.length === 0 ? html`<p class="govuk-body">Nobody has said anything yet.</p>` : html`<ul class="daybreak-voices">${comments.slice(0, MOST_SHOWN).map(comment)}</ul>`}
<p class="govuk-body daybreak-no-print"><a class="govuk-link" href="/find/${slug}/comment">Say what you think of it</a> · <a class="govuk-link" href="/comments">All comments</a></p>
</section>`;
}

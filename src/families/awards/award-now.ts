import { formatDate } from '#kernel/local-date.ts';
import { tag } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { Visit } from '#platform/web/visit.ts';
import { familySentence } from './change-words.ts';
import type { Award } from './domain/award.ts';
import { amountsOn, awardOn, changesInForce, lastDayOf, type Standing } from './domain/change.ts';
import { formatGranted } from './domain/granted.ts';
import { awardWith } from './store/awards.ts';
import { changesOf } from './store/changes.ts';

const marks: Readonly<Record<Standing, { readonly text: string; readonly classes: string }>> = {
  'not-yet': { text: 'Starts later', classes: 'govuk-tag--blue' },
  running: { text: 'You have this now', classes: 'govuk-tag--green' },
  suspended: { text: 'Stopped for now', classes: 'govuk-tag--yellow' },
  ended: { text: 'Ended', classes: 'govuk-tag--grey' },
};

/** What a family has of an award today, and what changed since the letter: for the top of the page about it. */
export async function awardNow(visit: Visit, awardId: string): Promise<Html | null> {
  const named = { authorityId: visit.authority.id, awardId };
  const award = await awardWith(visit.transaction, named);
  if (award === null) return null;
  const changes = await changesOf(visit.transaction, named);
  const today = visit.clock.today();
  const { standing } = awardOn(award, changes, today);
  const inForce = changesInForce(changes);
  return html`<section class="daybreak-panel daybreak-no-print" aria-labelledby="award-now">
<h2 class="govuk-heading-m" id="award-now">What you have now</h2>
<p class="govuk-body">${tag(marks[standing])}</p>
<p class="daybreak-call">${formatGranted({ ...amountsOn(award, changes, today), per: award.per })}</p>
<p class="govuk-body">${whenWords(award, lastDayOf(award, changes))}</p>
${
  inForce.length > 0 &&
  html`<h3 class="govuk-heading-s">What changed</h3>
<ul class="govuk-list govuk-list--bullet">${inForce.map(
    (change) => html`<li>${familySentence(award.per, change)} Why: ${change.reason}</li>`,
  )}</ul>`
}
<p class="govuk-body"><a class="govuk-link" href="/account/reviews/${award.id}">See when we look at it again, and tell us what you think</a></p>
</section>`;
}

function whenWords(award: Award, last: Temporal.PlainDate): string {
  return `To use from ${formatDate(award.startsOn)} to ${formatDate(last)}.`;
}

import { formatPounds } from '#kernel/money.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import type { AwardThatMayPay } from '../../actions/awards-that-may-pay.ts';
import { afterAward } from '../../domain/after-award.ts';
import type { Listing } from '../../domain/listing.ts';
import { costInWords } from '../../domain/listing-words.ts';

/** Whether the grant or a direct payment can pay; in a council without a grant nothing is said of one. */
export function whatPays({ accepts, cost }: Listing, hasGrant: boolean): Html {
  const isGrant = accepts.includes('short-breaks-grant');
  const isDirect = accepts.includes('direct-payment');
  const words =
    cost.kind === 'free'
      ? 'This is free.'
      : isGrant
        ? `Yes. You can use your grant here.${isDirect ? ' You can use a direct payment too.' : ''}`
        : isDirect
          ? 'We do not know about the grant. You can use a direct payment here.'
          : 'We do not know. Ask us before you spend your grant here.';
  if (!hasGrant && !isGrant)
    return html`<section aria-labelledby="pays">
<h2 class="govuk-heading-m" id="pays">What can pay?</h2>
<p class="govuk-body">${cost.kind === 'free' ? 'This is free.' : isDirect ? 'You can use a direct payment here.' : 'Ask us if you have a direct payment and want to use it here.'}</p>
</section>`;
  return html`<section aria-labelledby="pays">
<h2 class="govuk-heading-m" id="pays">Can the short breaks grant pay?</h2>
<p class="govuk-body">${words}</p>
${cost.kind !== 'free' && html`<p class="govuk-body"><a class="govuk-link" href="/what-can-we-get">See if you can get the grant</a></p>`}
</section>`;
}

const rhythms: Readonly<Record<AwardThatMayPay['per'], string>> = {
  period: 'for the time of the award',
  week: 'a week',
  'four-weeks': 'for four weeks',
  month: 'a month',
  year: 'a year',
};

function oneAward(award: AwardThatMayPay, { cost }: Listing): Html {
  if (cost.kind !== 'amount' || cost.pence <= 0) return nothing;
  const { familyPays, awardPays, times } = afterAward({ cost: cost.pence, award: award.amount });
  const has = html`${award.childName} has an award of ${formatPounds(award.amount)} ${rhythms[award.per]} (${award.reference}).`;
  if (!award.isTaken)
    return html`<p class="govuk-body">${has} We do not know if it can be used here. Ask us first.</p>`;
  return html`<p class="govuk-body">${has}</p>
<p class="govuk-body"><strong>You would pay ${familyPays === 0 ? 'nothing for' : formatPounds(familyPays)} ${cost.per === 'hour' ? 'an' : 'a'} ${cost.per} yourself</strong>${familyPays > 0 ? ` and the award ${formatPounds(awardPays)}.` : '.'}${times > 0 && ` The whole award is enough for ${times === 1 ? `1 ${cost.per}` : `${times} ${cost.per}s`}.`}</p>`;
}

/** What a family would pay after its awards, in words. Nothing for who has none, and for what has no price. */
export function afterAwards(awards: readonly AwardThatMayPay[], listing: Listing): Html {
  if (awards.length === 0 || listing.cost.kind !== 'amount' || listing.cost.pence <= 0) return nothing;
  return html`<section class="daybreak-panel" aria-labelledby="after-award">
<h2 class="govuk-heading-m" id="after-award">What you would pay after your award</h2>
<p class="govuk-body">It costs ${costInWords(listing.cost)}.</p>
${awards.map((award) => oneAward(award, listing))}
<p class="govuk-body-s">This is a guide and not a promise. We do not know here what you have spent of it already, or other costs such as travel.</p>
</section>`;
}

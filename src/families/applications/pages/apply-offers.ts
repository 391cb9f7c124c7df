import { isClosedToNewAwards } from '#families/schemes/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { button } from '#platform/govuk/index.ts';
import { formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { mark } from '#platform/web/journey.ts';
import type { Visit } from '#platform/web/visit.ts';
import { isOpen, type Offer } from '../offers.ts';
import { outlookOf } from '../outlook.ts';
import { askWords } from './scheme-words.ts';

/** What a start form carries besides the scheme: the child, and what was answered before. */
export type Brought = readonly (readonly [string, string])[];

/** Everything that families can ask for, each with where it stands; those that are not open say when they open. */
export function offerCards(visit: Visit, offers: readonly Offer[], brought: Brought): Html {
  return html`<ul class="daybreak-cards">${offers.map((offer) => offerCard(visit, offer, brought))}</ul>`;
}

function offerCard(visit: Visit, offer: Offer, brought: Brought): Html {
  const { scheme } = offer;
  return html`<li class="daybreak-card"><h3 class="daybreak-card__title">${scheme.name}</h3>
<p>${scheme.about}</p>
${standing(visit, offer)}
${isOpen(offer) && startButton(visit, offer, brought)}</li>`;
}

function standing(visit: Visit, offer: Offer): Html {
  if (!isOpen(offer))
    return html`<p>${mark(offer.opensOn === null ? 'Closed' : 'Not open yet', 'grey')}</p>
${offer.opensOn === null ? html`<p>Nobody can apply for this today.</p>` : html`<p>It opens on <strong>${formatDate(offer.opensOn)}</strong>.</p>`}`;
  if (isClosedToNewAwards(offer.version, visit.clock.today()))
    return html`<p>${mark('Closed to new families', 'yellow')}</p>
<p>If you already get this, you can carry on. You can ask to renew it here.</p>`;
  const outlook = outlookOf(visit, offer, {});
  if (outlook === null) return html`<p>${mark('Open', 'green')}</p>`;
  return html`<p>${mark(outlook.kind === 'waiting' ? 'Waiting list' : 'Closed now', 'yellow')}</p>${outlook.because.map((words) => html`<p>${words}</p>`)}`;
}

function startButton(visit: Visit, { scheme }: Offer, brought: Brought): Html {
  if (visit.person?.kind !== 'family')
    return html`<p><a class="govuk-link govuk-!-font-weight-bold" href="/sign-in?then=${encodeURIComponent('/apply')}">Sign in and apply<span class="govuk-visually-hidden"> for ${scheme.name}</span></a></p>`;
  return formTo(
    visit,
    html`<input type="hidden" name="scheme" value="${scheme.id}">
${brought.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${button({ html: html`${askWords(scheme).verb}<span class="govuk-visually-hidden"> for ${scheme.name}</span>`, preventDoubleClick: true })}`,
    { to: '/apply/start' },
  );
}

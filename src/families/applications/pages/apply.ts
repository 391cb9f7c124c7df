import { formatDate } from '#kernel/local-date.ts';
import { lastDayBy } from '#platform/authorities/index.ts';
import { button } from '#platform/govuk/index.ts';
import { firstValue } from '#platform/web/form.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { decisionClockOn } from '../casework.ts';
import { broughtFacts } from '../domain/said-before.ts';
import { isOpen, type Offer, type OpenOffer, offersOn } from '../offers.ts';
import { outlookOf } from '../outlook.ts';
import { yourChildren } from './apply-children.ts';
import { type Brought, offerCards } from './apply-offers.ts';
import { outlookWords } from './outlook-words.ts';
import { askWords, lettersAsked, minutesWords } from './scheme-words.ts';

/** What applying takes, and where to begin or go on: one scheme as a page of its own, several as a list. */
export async function applyPage(visit: Visit): Promise<Page> {
  const isFamily = visit.person?.kind === 'family';
  const offers = await offersOn(visit.authority, visit.clock.today());
  const open = offers.filter(isOpen);
  const children = isFamily ? await yourChildren(visit, open) : { panel: nothing, hasSome: false };
  const hasOne = offers.length === 1 && open.length === 1;
  const only = hasOne ? (open[0] ?? null) : null;
  const title = only === null ? 'Apply for a short break' : askWords(only.scheme).title;
  return page({
    title,
    section: 'apply',
    description: `${title} of ${visit.authority.name}: what you need, how long it takes, and what happens next.`,
    main: html`${errorsOf(visit)}
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl">${title}</h1>
${only !== null ? html`<p class="govuk-body-l">${only.scheme.about}</p>` : html`<p class="govuk-body-l">Help that your child has a good time and you get a rest.</p>`}
${children.panel}
${!hasOne && severalOffers(visit, offers)}
<h2 class="govuk-heading-m">It takes ${only === null ? 'about 15 minutes' : minutesWords(only.version)}</h2>
<p class="govuk-body">You can stop at any time. We keep what you have saved. Go on later, on this phone or on another one.</p>
${withYou(open)}
${only !== null && whenYouHear(visit, only)}
${hasOne && open.map((offer) => outlookWords(outlookOf(visit, offer, {})))}
${hasOne && (isFamily ? startForm(visit, children.hasSome) : signInFirst(visit))}
<h2 class="govuk-heading-m">For somebody else’s child, or for yourself</h2>
<p class="govuk-body">Do you help a family, or are you 16 or over? <a class="govuk-link" href="/apply/for-someone-else">Apply for somebody else, or for yourself</a>.</p>
<p class="govuk-body">If forms are hard for you, call us on <a class="govuk-link" href="tel:${visit.authority.contact.phone.replaceAll(' ', '')}">${visit.authority.contact.phone}</a>. We can fill it in together.</p>
</div></div>`,
  });
}

/** The letters that the council's schemes look at. */
function withYou(open: readonly OpenOffer[]): Html {
  const letters = [...new Set(open.flatMap(({ version }) => lettersAsked(version)))];
  if (letters.length === 0) return html`<p class="govuk-body">You need no letters for this.</p>`;
  return html`<h2 class="govuk-heading-m">Have these with you if you can</h2>
<ul class="govuk-list govuk-list--bullet">${letters.map((letter) => html`<li>${letter}</li>`)}</ul>
<p class="govuk-body">You can also send them later.</p>`;
}

function whenYouHear(visit: Visit, { scheme }: OpenOffer): Html {
  const on = visit.clock.today();
  const id = decisionClockOn(visit.authority, { schemeId: scheme.id, on, isUnchanged: false });
  return html`<p class="govuk-body">If you send it today, we aim to answer by <strong>${formatDate(lastDayBy(visit.authority, { id, from: on }))}</strong>.</p>`;
}

function severalOffers(visit: Visit, offers: readonly Offer[]): Html {
  if (offers.length === 0)
    return html`<p class="govuk-body">There is nothing to apply for here today. Call us: there may be other help.</p>`;
  const facts = brought(visit);
  return html`${toldAlready(facts)}<h2 class="govuk-heading-l" id="scheme">What you can ask for</h2>
${offerCards(visit, offers, facts)}`;
}

/** What was said in "What can we get?" comes along in the address; it is stored when the family starts, not before. */
function brought(visit: Visit): Brought {
  return broughtFacts.flatMap((fact) => {
    const value = firstValue(visit.formState.values, fact) || (visit.query.get(fact) ?? '');
    return value === '' || value.length > 20 ? [] : [[fact, value] as const];
  });
}

function toldAlready(facts: Brought): Html {
  return facts.length > 0
    ? html`<p class="govuk-body">What you have told us just now goes into the form. We do not ask it again.</p>`
    : html`<p class="govuk-body">Not sure if you can get it? <a class="govuk-link" href="/what-can-we-get">Answer a few questions first</a>. We do not keep your answers.</p>`;
}

function startForm(visit: Visit, hasChildren: boolean): Html {
  const facts = brought(visit);
  const text = hasChildren ? 'Start for another child' : 'Start a new application';
  return html`${toldAlready(facts)}
${formTo(
  visit,
  html`${facts.map(([fact, value]) => html`<input type="hidden" name="${fact}" value="${value}">`)}
${button({ text, isStartButton: true, preventDoubleClick: true })}`,
  { to: '/apply/start' },
)}`;
}

function signInFirst(visit: Visit): Html {
  const facts = brought(visit);
  const back =
    facts.length === 0 ? '/apply' : `/apply?${new URLSearchParams(facts.map(([...pair]) => pair))}`;
  return html`${toldAlready(facts)}
<p class="govuk-body">You sign in with a link that we send to your email. There is no password to remember.</p>
${button({ text: 'Sign in and start', href: `/sign-in?then=${encodeURIComponent(back)}`, isStartButton: true })}`;
}

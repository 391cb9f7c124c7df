import { button } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { icons, sunrise } from './icons.ts';

type Card = { readonly icon: Html; readonly title: string; readonly words: string; readonly href: string };

const forFamilies: readonly Card[] = [
  {
    icon: icons.find,
    title: 'Find a short break',
    words: 'Clubs, days out, help at home and nights away.',
    href: '/find',
  },
  {
    icon: icons.get,
    title: 'See what your family can get',
    words: 'Answer a few questions. You get an answer at once, and nothing is kept.',
    href: '/what-can-we-get',
  },
  {
    icon: icons.apply,
    title: 'Apply or renew',
    words: 'Ask for what your council offers. Stop when you need to and come back later.',
    href: '/apply',
  },
  {
    icon: icons.account,
    title: 'Your account',
    words: 'See how far your application is, and what you have been given.',
    href: '/account',
  },
];

const forOthers: readonly Card[] = [
  {
    icon: icons.statement,
    title: 'The short breaks statement',
    words: 'What there is, who it is for, and why.',
    href: '/statement',
  },
  {
    icon: icons.providers,
    title: 'For providers',
    words: 'If you run short breaks, or would like to.',
    href: '/providers',
  },
  {
    icon: icons.practitioners,
    title: 'For practitioners',
    words: 'Sign in if you work for the council.',
    href: '/practitioners',
  },
];

const popular: readonly { readonly words: string; readonly href: string }[] = [
  { words: 'Holiday clubs', href: '/find?kind=holiday-scheme' },
  { words: 'Weekends', href: '/find?when=weekend' },
  { words: 'Swimming', href: '/find?q=swimming' },
  { words: 'Help at home', href: '/find?kind=home-care' },
  { words: 'A night away', href: '/find?kind=overnight' },
  { words: 'Free', href: '/find?free=yes' },
];

function card({ icon, title, words, href }: Card): Html {
  return html`<li class="daybreak-card">${icon}<h3 class="daybreak-card__title"><a class="govuk-link" href="${href}">${title}</a></h3><p>${words}</p></li>`;
}

function searchBox(): Html {
  return html`<form class="daybreak-hero__search" method="get" action="/find#results" role="search" aria-label="Short breaks">
<div class="daybreak-hero__field daybreak-hero__field--words"><label class="govuk-label govuk-label--s" for="q">What are you looking for?</label>
<input class="govuk-input" id="q" name="q" type="search" autocomplete="off" aria-describedby="q-hint"><div class="govuk-hint" id="q-hint">Like “swimming” or “holiday club”</div></div>
<div class="daybreak-hero__field"><label class="govuk-label govuk-label--s" for="postcode">Your postcode or town</label>
<input class="govuk-input" id="postcode" name="postcode" type="text" autocomplete="postal-code" aria-describedby="postcode-hint"><div class="govuk-hint" id="postcode-hint">If you like</div></div>
${button({ text: 'Search', classes: 'daybreak-hero__button' })}
</form>`;
}

/** The first page: a promise, a search right there, what people come for, and where to turn when it cannot wait. */
export function homePage(visit: Visit): Page {
  const { authority } = visit;
  return page({
    title: 'Home',
    description: `${authority.service}: breaks for disabled children and those who care for them.`,
    section: 'none',
    main: html`<div class="daybreak-hero">
${sunrise}
<div class="daybreak-hero__words">
<h1 class="govuk-heading-xl">A good time for your child.<br>A rest for you.</h1>
<p class="daybreak-hero__lead">Short breaks are for disabled children and the people who look after them.</p>
</div>
${searchBox()}
<ul class="daybreak-hero__popular" aria-label="What many families look for">${popular.map(({ words, href }) => html`<li><a class="govuk-link" href="${href}">${words}</a></li>`)}</ul>
</div>
<h2 class="govuk-heading-l">What do you need to do today?</h2>
<ul class="daybreak-cards daybreak-cards--main">${forFamilies.map(card)}</ul>
<p class="govuk-body-l">Not sure what you need? <a class="govuk-link" href="/find-your-way">Find your way in two or three questions</a></p>
<section class="daybreak-cannot-wait" aria-labelledby="cannot-wait">
<h2 class="govuk-heading-m" id="cannot-wait">If it cannot wait</h2>
<p class="govuk-body">If someone is in danger, call <a class="govuk-link" href="tel:999">999</a>. If you feel you cannot go on tonight, there are people to talk to, day and night. <a class="govuk-link" href="/help-now">See who can help now</a></p>
</section>
<h2 class="govuk-heading-m">More</h2>
<ul class="daybreak-cards">${forOthers.map(card)}</ul>`,
  });
}

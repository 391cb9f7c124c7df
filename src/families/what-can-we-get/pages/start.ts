import type { OpenOffer } from '#families/applications/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import { button } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type Page, page } from '#platform/web/visit.ts';
import { amountsInWords, assessmentWords, contactWords } from './ways-onward.ts';

/** Where the questions begin: what families can get, in three parts, of which only one needs questions. */
export function startPage(offers: readonly OpenOffer[], authority: Authority): Page {
  return page({
    title: 'What can we get?',
    section: 'what-can-we-get',
    description: 'Answer a few questions and see at once what help your family can get.',
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl">What can we get?</h1>
<p class="govuk-body-l">There are three kinds of help. You may get more than one.</p>
<h2 class="govuk-heading-m">1. Clubs and activities that are open to all</h2>
<p class="govuk-body">You do not have to ask anybody. Many welcome disabled children. <a class="govuk-link" href="/find?tier=universal">See what is open to all</a></p>
${toAskFor(offers)}
<h2 class="govuk-heading-m">3. Help for bigger needs</h2>
${assessmentWords(authority)}
<h2 class="govuk-heading-m">Not sure? Talk to us</h2>
${contactWords(authority)}
</div></div>`,
  });
}

const start = html`<p class="govuk-body">Answer a few short questions. You see at once if it is for you, and why. You do not sign in, and we keep nothing.</p>
${button({ text: 'Start now', href: '/what-can-we-get?start=yes', isStartButton: true })}`;

function toAskFor(offers: readonly OpenOffer[]): Html {
  const [first] = offers;
  if (first === undefined)
    return html`<h2 class="govuk-heading-m">2. Help that you apply for</h2>
<p class="govuk-body">There is nothing that you can apply for just now.</p>`;
  if (offers.length > 1)
    return html`<h2 class="govuk-heading-m">2. Help that you apply for</h2>
<ul class="govuk-list govuk-list--spaced">${offers.map(({ scheme }) => html`<li><strong>${scheme.name}</strong><br>${scheme.about}</li>`)}</ul>
${start}`;
  if (first.scheme.kind !== 'grant')
    return html`<h2 class="govuk-heading-m">2. ${first.scheme.name}</h2>
<p class="govuk-body">${first.scheme.about}</p>
${start}`;
  const amounts = amountsInWords(first.version);
  return html`<h2 class="govuk-heading-m">2. The short breaks grant</h2>
<p class="govuk-body">Money for breaks that you choose yourself.${amounts !== null && ` ${amounts}`}</p>
${start}`;
}

import { button } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { keptThings } from '#platform/web/kept-in-browser.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { describedChild } from '../described-child.ts';
import { type ChildDescription, likes, needsOf } from '../domain/child-description.ts';
import { features } from '../domain/features.ts';
import { needsForm } from './needs-form.ts';

const { days } = keptThings.child;

/** What happens with the answers, in the place where they are given. */
export const privacySentence = html`<p class="daybreak-privacy">We do not ask for a name. What you choose stays in this browser, locked, for ${days} days or until you press “Forget it”. We do not keep it.</p>`;

function said(described: ChildDescription): Html {
  const needs = needsOf(described);
  const named = (weight: string) =>
    needs.filter((one) => one.weight === weight).map(({ feature }) => features[feature].short);
  const row = (name: string, words: readonly string[]) =>
    words.length > 0 && html`<div><dt>${name}</dt><dd>${words.join(', ')}</dd></div>`;
  return html`<dl class="daybreak-result__facts">${row('Age', described.age === null ? [] : [String(described.age)])}${row('Must have', named('must'))}${row('Would help', named('would-help'))}${row(
    'Likes',
    described.likes.map((like) => likes[like].toLowerCase()),
  )}</dl>`;
}

function keptPanel(visit: Visit, described: ChildDescription): Html {
  const search = described.age === null ? '/find' : `/find?age=${described.age}`;
  return html`<section class="daybreak-kept" aria-labelledby="kept">
<h2 class="govuk-heading-m" id="kept">Your child, as you described them</h2>
${said(described)}
<p class="govuk-body">Each short break now says what it meets, and what to ask about.</p>
<div class="govuk-button-group">${button({ text: 'Find short breaks', href: search })}
${formTo(visit, button({ text: 'Forget it', classes: 'govuk-button--secondary' }), {
  to: '/describe-your-child/forget',
  mayRepeat: true,
})}</div>
</section>`;
}

function fromAccount(visit: Visit): Html {
  if (visit.person?.kind !== 'family') return nothing;
  return html`<p class="govuk-body"><a class="govuk-link" href="/describe-your-child/from-account">Start from what you have told us in your account</a></p>`;
}

function formPart(visit: Visit, described: ChildDescription | null): Html {
  return html`${privacySentence}
${fromAccount(visit)}
${needsForm(visit, described)}`;
}

/** The form below what is kept, folded up until somebody wants it or has a mistake in it. */
function changePart(visit: Visit, described: ChildDescription): Html {
  return html`<details class="govuk-details"${visit.formState.isTyped && html` open`}>
<summary class="govuk-details__summary"><span class="govuk-details__summary-text">Change what you said</span></summary>
<div class="daybreak-change">${formPart(visit, described)}</div>
</details>`;
}

/** Describe your child once: the page with the form, and above it what this browser keeps. */
export function describeYourChildPage(visit: Visit): Page {
  const described = describedChild(visit);
  return page({
    title: 'Describe your child once',
    description:
      'Say what your child needs. Every short break then says what it meets, and what to ask about.',
    section: 'find',
    isPrivate: true,
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorsOf(visit)}
<h1 class="govuk-heading-xl">Describe your child once</h1>
${
  described === null
    ? html`<p class="govuk-body-l">Say what your child needs. Every short break then tells you: yes, no, or ask.</p>`
    : keptPanel(visit, described)
}
${described === null ? formPart(visit, described) : changePart(visit, described)}
<p class="govuk-body"><a class="govuk-link" href="/vocabulary/accessibility">What each of these words means</a></p>
</div></div>`,
  });
}

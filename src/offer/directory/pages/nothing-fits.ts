import type { ChildDescription } from '#offer/accessibility/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import { emailWords } from '#platform/web/email-words.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { FindAnswer } from '../actions/answer-find.ts';
import { type ConditionName, withoutCondition } from '../domain/conditions.ts';
import { everything } from '../domain/search.ts';
import { findAddress } from './addresses.ts';
import { appliedFilters, conditionInWords } from './filters.ts';
import { resultItem } from './result.ts';

/** What to let go of where no single thing would do: the words go first, as they are where most slips are. */
function withoutWords({ search, loosenings: found, nearest: near }: FindAnswer): Html | null {
  if (found.length + near.length > 0 || search.text === '' || appliedFilters(search).length === 0)
    return null;
  return html`<p class="govuk-body">No short break has “${search.text}”. <a class="govuk-link" href="${findAddress(withoutCondition(search, 'words'))}">Look again without it</a></p>`;
}

function loosenings({ search, loosenings: found }: FindAnswer): Html | null {
  if (found.length === 0) return null;
  return html`<p class="govuk-body">You could look again without one thing:</p>
<ul class="govuk-list govuk-list--bullet govuk-list--spaced">${found.map(
    ({ name, total }) =>
      html`<li><a class="govuk-link" href="${findAddress(withoutCondition(search, name))}">without ${conditionInWords(name, search)}</a>: ${total === 1 ? '1 short break' : `${total} short breaks`}</li>`,
  )}</ul>`;
}

function noteOf(answer: FindAnswer, misses: readonly ConditionName[]): string {
  const missed = misses.map((name) => conditionInWords(name, answer.search));
  return `Does not fit: ${missed.join(', ')}`;
}

function nearest(answer: FindAnswer, child: ChildDescription | null): Html | null {
  if (answer.nearest.length === 0) return null;
  return html`<h3 class="govuk-heading-m">What comes nearest</h3>
<ul class="daybreak-results">${answer.nearest.map((near) =>
    resultItem(near, { ...answer, child, note: noteOf(answer, near.misses) }),
  )}</ul>`;
}

/** What to try where letting go of one thing does not do. */
function whatElse({ search, nearest: near }: FindAnswer): Html {
  if (near.length > 0)
    return html`<p class="govuk-body">Take off some of what you chose, or look at what comes nearest.</p>`;
  return appliedFilters(search).length > 0
    ? html`<p class="govuk-body">Take off some of what you chose.</p>`
    : html`<p class="govuk-body">Try other words, or fewer of them.</p>`;
}

/** What to show when nothing fits: what to let go of, what comes nearest, and somebody to ask. Never a bare "no". */
export function nothingFits(answer: FindAnswer, authority: Authority, child: ChildDescription | null): Html {
  const { contact } = authority;
  return html`<div class="daybreak-panel">
${loosenings(answer) ?? withoutWords(answer) ?? whatElse(answer)}
<p class="govuk-body"><a class="govuk-link" href="${findAddress(everything)}">See everything there is</a></p>
</div>
${nearest(answer, child)}
<h3 class="govuk-heading-m">Ask us to look with you</h3>
<p class="govuk-body">Tell us what your child likes and when you need a break. Call <a class="govuk-link" href="tel:${contact.phone.replaceAll(' ', '')}">${contact.phone}</a>${contact.hours !== '' && ` (${contact.hours})`} or write to <a class="govuk-link daybreak-break" href="mailto:${contact.email}">${emailWords(contact.email)}</a>.</p>`;
}

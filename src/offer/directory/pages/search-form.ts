import { button, input } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { FindAnswer } from '../actions/answer-find.ts';
import * as groups from './filter-groups.ts';
import { timesGroup } from './filter-times.ts';
import { appliedFilters } from './filters.ts';

function narrowing(answer: FindAnswer, localities: readonly string[]): Html {
  const chosen = appliedFilters(answer.search).length;
  return html`<details class="daybreak-narrow"${chosen > 0 && html` data-chosen`}>
<summary class="daybreak-narrow__summary">Narrow it down${chosen > 0 && html` <span class="daybreak-count">${chosen}<span class="govuk-visually-hidden"> chosen</span></span>`}</summary>
<div class="daybreak-narrow__content">
${input({
  id: 'age',
  name: 'age',
  label: { text: 'How old is your child?', classes: 'govuk-label--s' },
  inputmode: 'numeric',
  classes: 'govuk-input--width-2',
  suffix: { text: 'years' },
  value: answer.age.typed,
  ...(answer.age.problem === null ? {} : { errorMessage: { text: answer.age.problem } }),
})}
${groups.needsGroup(answer)}
${groups.accessGroup(answer)}
${groups.kindsGroup(answer)}
${timesGroup(answer)}
${groups.costGroup(answer)}
${groups.whereGroup(answer, localities)}
${groups.supportGroup(answer)}
<p class="govuk-hint">We leave out what would find nothing.</p>
${answer.search.order !== 'best' && html`<input type="hidden" name="order" value="${answer.search.order}">`}
${button({ text: 'Show what fits' })}
</div>
</details>`;
}

/** The form of the directory: words, place, and everything by which it can be narrowed down. It is a GET. */
export function searchForm(answer: FindAnswer, localities: readonly string[]): Html {
  const { search, postcodeProblem } = answer;
  return html`<form class="daybreak-find__form daybreak-no-print" method="get" action="/find#results" role="search" aria-label="Short breaks" novalidate>
${input({
  id: 'q',
  name: 'q',
  label: { text: 'What are you looking for?', classes: 'govuk-label--s' },
  hint: { text: 'For example swimming, or a holiday club' },
  value: search.text,
})}
${input({
  id: 'postcode',
  name: 'postcode',
  label: { text: 'Your postcode or town', classes: 'govuk-label--s' },
  hint: { text: 'To see what is near' },
  value: search.postcode ?? '',
  autocomplete: 'postal-code',
  classes: 'govuk-input--width-10',
  ...(postcodeProblem === null ? {} : { errorMessage: { text: postcodeProblem } }),
})}
${groups.nearBox(search)}
<div data-location hidden></div>
${button({ text: 'Search' })}
${narrowing(answer, localities)}
</form>`;
}

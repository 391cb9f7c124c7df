import { button, checkboxes, input, select } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { SearchAnswer } from '../actions/search-offer.ts';
import { type Kind, kinds, type Need, needs, type Time, tiers, times } from '../domain/listing.ts';
import { tierWords } from '../domain/listing-words.ts';
import { distances, type ListingSearch } from '../domain/search.ts';
import { formatDistance } from './distance.ts';
import { appliedFilters } from './filters.ts';

/** The times in the order in which a family's week asks for them. */
const timeOrder: readonly Time[] = [
  'weekend',
  'after-school',
  'evening',
  'school-holidays',
  'overnight',
  'school-day',
  'by-arrangement',
];

const small = 'govuk-checkboxes--small';
const byLabel = <T extends string>(labels: Readonly<Record<T, string>>): readonly T[] =>
  (Object.keys(labels) as T[]).sort((a, b) => labels[a].localeCompare(labels[b], 'en'));

function legend(text: string) {
  return { legend: { text, classes: 'govuk-fieldset__legend--s' } };
}

/** A group that stays folded until something in it is chosen. */
function folded(given: { readonly title: string; readonly chosen: number; readonly content: Html }): Html {
  return html`<details class="daybreak-fold"${given.chosen > 0 && html` open`}>
<summary>${given.title}${given.chosen > 0 && html` <span class="daybreak-count">${given.chosen}<span class="govuk-visually-hidden"> chosen</span></span>`}</summary>
${given.content}
</details>`;
}

function needsFilter(search: ListingSearch): Html {
  return folded({
    title: 'What help does your child need?',
    chosen: search.needs.length,
    content: checkboxes({
      name: 'need',
      classes: small,
      fieldset: { legend: { text: 'Help that your child needs', classes: 'govuk-visually-hidden' } },
      hint: { text: 'We show places that can meet all that you choose.' },
      values: search.needs,
      items: byLabel(needs).map((need: Need) => ({ value: need, text: needs[need] })),
    }),
  });
}

function kindsFilter(search: ListingSearch): Html {
  return folded({
    title: 'What would you like to do?',
    chosen: search.kinds.length,
    content: checkboxes({
      name: 'kind',
      classes: small,
      fieldset: { legend: { text: 'What you would like to do', classes: 'govuk-visually-hidden' } },
      values: search.kinds,
      items: byLabel(kinds).map((kind: Kind) => ({ value: kind, text: kinds[kind] })),
    }),
  });
}

function costFilter(search: ListingSearch, hasGrant: boolean): Html {
  return html`<fieldset class="govuk-fieldset daybreak-group"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Cost</legend>
${checkboxes({
  name: 'free',
  classes: small,
  values: search.isFree ? ['yes'] : [],
  items: [{ value: 'yes', text: 'Free' }],
  formGroup: { classes: 'govuk-!-margin-bottom-0' },
})}
${checkboxes({
  name: 'pay',
  classes: small,
  values: search.accepts,
  items: [
    ...(hasGrant ? [{ value: 'short-breaks-grant', text: 'The short breaks grant can pay' }] : []),
    { value: 'direct-payment', text: 'A direct payment can pay' },
  ],
  formGroup: { classes: 'govuk-!-margin-bottom-0' },
})}</fieldset>`;
}

function whereFilter(search: ListingSearch, localities: readonly string[]): Html {
  const chosen = localities.find((name) => name.toLowerCase() === search.locality?.toLowerCase());
  return html`${select({
    id: 'within',
    name: 'within',
    label: { text: 'How far can you go?', classes: 'govuk-label--s' },
    hint: { text: 'Needs your postcode.' },
    value: search.within ?? '',
    items: [
      { value: '', text: 'Any distance' },
      ...distances.map((miles) => ({ value: miles, text: formatDistance(miles) })),
    ],
  })}
${select({
  id: 'locality',
  name: 'locality',
  label: { text: 'Town or area', classes: 'govuk-label--s' },
  value: chosen ?? '',
  items: [{ value: '', text: 'Anywhere' }, ...localities.map((name) => ({ value: name, text: name }))],
})}`;
}

/** What the form needs to know of a council: the parts of its area, and whether a grant can be had there. */
type FormOfCouncil = { readonly localities: readonly string[]; readonly hasGrant: boolean };

function narrowing(search: ListingSearch, { localities, hasGrant }: FormOfCouncil): Html {
  const chosen = appliedFilters(search).length;
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
  value: search.age ?? '',
})}
${needsFilter(search)}
${kindsFilter(search)}
${checkboxes({
  name: 'when',
  classes: small,
  fieldset: legend('When?'),
  values: search.times,
  items: timeOrder.map((time) => ({ value: time, text: times[time] })),
})}
${costFilter(search, hasGrant)}
${whereFilter(search, localities)}
${checkboxes({
  name: 'tier',
  classes: small,
  fieldset: legend('How much support?'),
  values: search.tiers,
  items: tiers.map((tier) => ({ value: tier, text: tierWords[tier].short })),
})}
${button({ text: 'Show what fits' })}
</div>
</details>`;
}

/** The form of the directory: words, postcode, and everything by which it can be narrowed down. It is a GET. */
export function searchForm(answer: SearchAnswer, council: FormOfCouncil): Html {
  const { search, postcodeProblem } = answer;
  return html`<form class="daybreak-find__form daybreak-no-print" method="get" action="/find" role="search" aria-label="Short breaks" novalidate>
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
  label: { text: 'Your postcode', classes: 'govuk-label--s' },
  hint: { text: 'To see what is near' },
  value: search.postcode ?? '',
  autocomplete: 'postal-code',
  classes: 'govuk-input--width-10',
  ...(postcodeProblem === null ? {} : { errorMessage: { text: postcodeProblem } }),
})}
${button({ text: 'Search' })}
${narrowing(search, council)}
</form>`;
}

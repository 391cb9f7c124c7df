import { backLink, button, checkboxes, input, radios } from '#platform/govuk/index.ts';
import { firstValue, refusalOf } from '#platform/web/form.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { frequencies } from '../domain/alert.ts';
import { searchInWords, searchOfForm, searchOfQuery } from '../search-of-alert.ts';

/** The search that this visit brought along: out of the address, or typed just now. */
function searchOf(visit: Visit): string {
  return visit.formState.isTyped ? searchOfForm(visit.formState.values) : searchOfQuery(visit.query);
}

/** A search that was made before: it is said in words, and carried on. */
function broughtAlong(search: string): Html {
  return html`<div class="daybreak-panel"><p class="govuk-body">We will look for: <strong>${searchInWords(search)}</strong></p>
<p class="govuk-body"><a class="govuk-link" href="/find?${search}">Change what we look for</a></p></div>
<input type="hidden" name="brought" value="yes">
${[...new URLSearchParams(search)].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;
}

function askedHere(visit: Visit): Html {
  const typed = (name: string) => firstValue(visit.formState.values, name);
  return html`<fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend govuk-fieldset__legend--m"><h2 class="govuk-fieldset__heading">What shall we look for?</h2></legend>
${input({
  id: 'age',
  name: 'age',
  label: { text: 'How old is your child? (optional)' },
  hint: { text: 'We count the birthdays for you' },
  inputmode: 'numeric',
  classes: 'govuk-input--width-2',
  value: typed('age'),
})}
${input({
  id: 'postcode',
  name: 'postcode',
  label: { text: 'Your postcode, or the first half of it (optional)' },
  hint: { text: 'We look up to 10 miles from there' },
  classes: 'govuk-input--width-10',
  autocomplete: 'postal-code',
  value: typed('postcode'),
})}
<input type="hidden" name="within" value="10">
<p class="govuk-body">Do you want to say more? <a class="govuk-link" href="/find">Search first</a>, then choose “Get an email when something new fits” below what you found.</p>
</fieldset>`;
}

function choosing(visit: Visit): Html {
  const { values, isTyped } = visit.formState;
  const chosen = isTyped ? (values.get('wants') ?? []) : ['alert'];
  const problem = refusalOf(visit.formState, 'wants');
  return html`${checkboxes({
    idPrefix: 'wants',
    name: 'wants',
    fieldset: { legend: { text: 'What do you want to get?', classes: 'govuk-fieldset__legend--m' } },
    values: chosen,
    items: [
      { value: 'alert', text: 'What is new for us', hint: { text: 'Only when there is something new' } },
      {
        value: 'newsletter',
        text: 'The newsletter',
        hint: { text: 'News of short breaks for all families' },
      },
    ],
    ...(problem === undefined ? {} : { errorMessage: { text: problem } }),
  })}
${radios({
  idPrefix: 'frequency',
  name: 'frequency',
  classes: 'govuk-radios--inline',
  fieldset: { legend: { text: 'How often, at most?', classes: 'govuk-fieldset__legend--s' } },
  value: firstValue(values, 'frequency') || 'weekly',
  items: Object.entries(frequencies).map(([value, text]) => ({ value, text })),
})}`;
}

/** Where somebody asks to be told of what is new: for a search that they made, or by age and place. */
export function askPage(visit: Visit): Page {
  const search = searchOf(visit);
  const isBrought = visit.query.size > 0 || firstValue(visit.formState.values, 'brought') === 'yes';
  const problem = refusalOf(visit.formState, 'email');
  return page({
    title: 'Tell me when there is something new',
    description: 'Get an email when a new short break for disabled children opens near you.',
    section: 'find',
    before: backLink({
      href: isBrought ? `/find?${search}` : '/find',
      text: isBrought ? 'Your search' : 'Find a short break',
    }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${errorsOf(visit)}
<h1 class="govuk-heading-xl">Tell me when there is something new</h1>
<p class="govuk-body-l">We send you an email when there is a new short break that could be for you.</p>
${formTo(
  visit,
  html`${isBrought ? broughtAlong(search) : askedHere(visit)}
${choosing(visit)}
${input({
  id: 'email',
  name: 'email',
  type: 'email',
  autocomplete: 'email',
  spellcheck: false,
  label: { text: 'Your email address', classes: 'govuk-label--m' },
  hint: {
    text: 'We use it for this and nothing else. Each message has a link that stops them all and makes us forget your address',
  },
  value: firstValue(visit.formState.values, 'email'),
  ...(problem === undefined ? {} : { errorMessage: { text: problem } }),
})}
<p class="govuk-body">First we send you an email with a button. Press it, and we begin.</p>
${button({ text: 'Send me that email', preventDoubleClick: true })}`,
  { to: '/alerts' },
)}
</div></div>`,
  });
}

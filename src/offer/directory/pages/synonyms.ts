import { formatDate } from '#kernel/local-date.ts';
import { backLink, button, details, input, notificationBanner } from '#platform/govuk/index.ts';
import { firstValue, refusalOf } from '#platform/web/form.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { listSynonyms, type SynonymLine, type SynonymList } from '../actions/list-synonyms.ts';
import type { SynonymChange } from '../domain/synonyms.ts';

const path = '/practitioners/listings/synonyms';

function field(
  visit: Visit,
  given: { name: 'word' | 'means'; label: string; hint: string; saved: string },
): Html {
  const problem = refusalOf(visit.formState, given.name);
  return input({
    id: given.name,
    name: given.name,
    label: { text: given.label, classes: 'govuk-label--s' },
    hint: { text: given.hint },
    value: visit.formState.isTyped ? firstValue(visit.formState.values, given.name) : given.saved,
    ...(given.name === 'word' ? { classes: 'govuk-input--width-20' } : {}),
    ...(problem === undefined ? {} : { errorMessage: { text: problem } }),
  });
}

/** The form for one word: an empty one, or the one that was asked for. */
function wordForm(visit: Visit, line: SynonymLine | undefined): Html {
  return html`<section class="daybreak-panel" aria-labelledby="change">
<h2 class="govuk-heading-m" id="change">${line === undefined ? 'Add a word' : `Change “${line.word}”`}</h2>
${formTo(
  visit,
  html`${field(visit, {
    name: 'word',
    label: 'What families type',
    hint: 'One word, for example respite',
    saved: line?.word ?? '',
  })}
${field(visit, {
  name: 'means',
  label: 'What the directory calls it',
  hint: 'One or more words, with commas between them. Each of them would do.',
  saved: line?.means.join(', ') ?? '',
})}
<div class="govuk-button-group">
${button({ text: 'Save', name: 'step', value: 'save' })}
${line !== undefined && line.means.length > 0 && button({ text: 'Take its meanings away', name: 'step', value: 'take-away', classes: 'govuk-button--secondary' })}
${line !== undefined && line.change !== null && line.beginsWith !== null && button({ text: 'Put back what we began with', name: 'step', value: 'put-back', classes: 'govuk-button--secondary' })}
${line !== undefined && html`<a class="govuk-link" href="${path}">Add another word instead</a>`}
</div>`,
  { to: path },
)}
</section>`;
}

function meaning(word: string, { known }: SynonymList): Html {
  const count = known.listingsWith(word);
  return html`${word} <span class="daybreak-soft">(${count === 0 ? 'in no listing now' : count})</span>`;
}

function row(line: SynonymLine, list: SynonymList): Html {
  const means = line.means.map((word, index) => html`${index > 0 && ', '}${meaning(word, list)}`);
  return html`<tr role="row">
<th scope="row" role="rowheader"><a class="govuk-link" href="${path}?word=${encodeURIComponent(line.word)}">${line.word}</a></th>
<td role="cell" data-label="Means">${line.means.length === 0 ? html`<span class="daybreak-soft">Itself alone</span>` : html`<span>${means}</span>`}</td>
<td role="cell" data-label="From">${line.change === null ? 'What every council begins with' : `${line.change.byName}, ${formatDate(dayOf(line.change))}`}</td></tr>`;
}

function dayOf({ at }: SynonymChange): Temporal.PlainDate {
  return at.toZonedDateTimeISO('Europe/London').toPlainDate();
}

function history(changes: readonly SynonymChange[]): Html | null {
  if (changes.length === 0) return null;
  return details({
    summaryText: 'Everything that was changed',
    html: html`<ul class="govuk-list govuk-list--bullet">${changes.map(
      (change) =>
        html`<li>${formatDate(dayOf(change))}, ${change.byName}: “${change.word}” ${change.isPutBack ? 'went back to what every council begins with' : change.means.length === 0 ? 'means itself alone' : `means ${change.means.join(', ')}`}</li>`,
    )}</ul>`,
  });
}

/** The words that families use for what the directory calls otherwise, for staff to change. */
export async function synonymsPage(visit: Visit): Promise<Page> {
  const list = await listSynonyms(visit);
  const asked = visit.formState.isTyped
    ? firstValue(visit.formState.values, 'word')
    : visit.query.get('word');
  const changed = list.lines.find(({ word }) => word === visit.query.get('changed'));
  return page({
    title: 'Words that families use',
    section: 'listings',
    isPrivate: true,
    before: backLink({ href: '/practitioners/listings', text: 'Listings' }),
    main: html`${errorsOf(visit)}${changed !== undefined && notificationBanner({ type: 'success', text: `“${changed.word}” is changed. Searches use it from now on.` })}
<h1 class="govuk-heading-l">Words that families use</h1>
<p class="govuk-body">When a family types one of these words, the search also looks for what it means. Slips of spelling and endings of words are understood without your help. <a class="govuk-link" href="/practitioners/listings/unmet">Searches that found nothing</a> show which words are missing.</p>
${wordForm(
  visit,
  list.lines.find(({ word }) => word === asked),
)}
<table class="daybreak-queue" role="table"><caption class="govuk-visually-hidden">Words and what they mean</caption>
<thead role="rowgroup"><tr role="row">${['What families type', 'What it means, and in how many listings that is', 'From'].map((heading) => html`<th scope="col" role="columnheader">${heading}</th>`)}</tr></thead>
<tbody role="rowgroup">${list.lines.map((line) => row(line, list))}</tbody></table>
${history(list.changes)}`,
  });
}

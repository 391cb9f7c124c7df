import { backLink, button, checkboxes } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import type { Import } from '../domain/import.ts';
import type { Counts, GoodRow, WrongRow } from '../domain/outcome.ts';
import { importOfVisit, type Preview, previewOf } from '../import-of-visit.ts';

/** One import: what loading it would do, every wrong row, and the two buttons; or what it did. */
export async function importPage(visit: Visit): Promise<Page | NotFound> {
  const one = await importOfVisit(visit);
  if (one === null) return notFound('an import');
  const preview = await previewOf(visit, one);
  return page({
    title: `Import ${one.reference}`,
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: '/practitioners/register/import', text: 'Bring a register over' }),
    main: html`${errorsOf(visit)}
<span class="govuk-caption-l daybreak-break">${one.fileName}</span>
<h1 class="govuk-heading-l">${preview === null ? `Import ${one.reference}` : 'Look before you load'}</h1>
${preview === null ? settled(one) : waiting(visit, one, preview)}`,
  });
}

function settled(one: Import): Html {
  if (one.state === 'set-aside')
    return html`<p class="govuk-body">This import was set aside. Nothing was loaded.</p>`;
  if (one.counts === null)
    return html`<p class="govuk-body">The mapping “${one.mapping}” is gone, and so this import cannot be read.</p>`;
  return html`<p class="daybreak-panel" role="status">Loaded. The same file again changes nothing.</p>${counted(one.counts, 'done')}
${one.counts.maybe > 0 && html`<p class="govuk-body"><a class="govuk-link" href="/practitioners/duplicates">Say of the pairs if they are one child</a></p>`}`;
}

const words = {
  new: ['New children', 'A record is made for each'],
  joined: ['Surely in the register already', 'What nobody has said here yet is added to the record'],
  maybe: [
    'Perhaps in the register already',
    'A record is made, and set beside the other for somebody to look at',
  ],
  changed: ['Changed since last time', 'What changed is added; the history stays'],
  same: ['Same as last time', 'Nothing is done'],
  wrong: ['Wrong rows', 'They cannot be loaded'],
} as const;

function counted(counts: Counts, when: 'before' | 'done'): Html {
  return html`<dl class="daybreak-import__counts">${(Object.keys(words) as (keyof typeof words)[]).map(
    (key) =>
      html`<div><dt>${words[key][0]}</dt><dd><strong>${counts[key].toLocaleString('en-GB')}</strong>${when === 'before' && html`<span class="daybreak-soft">${words[key][1]}</span>`}</dd></div>`,
  )}</dl>`;
}

function waiting(visit: Visit, one: Import, preview: Preview): Html {
  const { looked, mapping } = preview;
  const { wrong, good, counts } = looked;
  return html`<p class="govuk-body">Read as ${mapping.name}. Nothing is loaded yet.</p>
${counted(counts, 'before')}
${wrong.length > 0 && wrongRows(one, wrong)}
${likely(
  'Surely in the register already',
  good.filter(({ outcome }) => outcome === 'joined'),
  preview,
)}
${likely(
  'Perhaps in the register already',
  good.filter(({ outcome }) => outcome === 'maybe'),
  preview,
)}
${accept(visit, preview)}`;
}

function wrongRows(one: Import, wrong: readonly WrongRow[]): Html {
  return html`<section><h2 class="govuk-heading-m">Wrong rows</h2>
<p class="govuk-body">Row numbers are those of the spreadsheet: the headings are row 1. <a class="govuk-link" href="/practitioners/register/import/${one.id}/wrong.csv">Download the wrong rows as CSV</a></p>
<table class="daybreak-queue" role="table"><caption class="govuk-visually-hidden">Every wrong row, and what mends it</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Row</th><th scope="col" role="columnheader">Column</th><th scope="col" role="columnheader">What mends it</th></tr></thead>
<tbody role="rowgroup">${wrong.flatMap(({ number, wrongs }) =>
    wrongs.map(
      ({ column, message }) =>
        html`<tr role="row"><th scope="row" role="rowheader">${String(number)}</th><td role="cell" data-label="Column"><div>${column}</div></td><td role="cell" data-label="Mend"><div>${message}</div></td></tr>`,
    ),
  )}</tbody></table></section>`;
}

/** So many are named; the pairs page has all that may be the same once they are loaded. */
const named = 100;

function likely(title: string, rows: readonly GoodRow[], { hidden }: Preview): Html | false {
  if (rows.length === 0) return false;
  return html`<section><h2 class="govuk-heading-m">${title}</h2>
<ul class="daybreak-rows">${rows.slice(0, named).map(({ number, said, child, reasons }) => {
    const isHidden = child !== null && hidden.has(child.householdId);
    return html`<li>Row ${String(number)}, ${isHidden ? 'like a child whose record is kept from you' : html`${said.givenName} ${said.familyName}: ${child !== null && html`<a class="govuk-link" href="/practitioners/children/${child.id}">${child.name}</a>`} <span class="daybreak-soft">${reasons.join(', ')}</span>`}</li>`;
  })}</ul>${rows.length > named && html`<p class="govuk-body">And ${(rows.length - named).toLocaleString('en-GB')} more.</p>`}</section>`;
}

function accept(visit: Visit, { looked }: Preview): Html {
  const { counts, seen } = looked;
  const loading = counts.new + counts.joined + counts.maybe + counts.changed;
  const setAside = formTo(
    visit,
    html`<input type="hidden" name="what" value="set-aside">${button({ text: 'Set it aside', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
  );
  if (loading === 0)
    return html`<p class="daybreak-panel">${counts.wrong > 0 ? 'No row can be loaded. Mend the file and send it again.' : 'There is nothing to load: the register has it all.'}</p>${setAside}`;
  return html`<section class="daybreak-panel govuk-!-margin-top-6"><h2 class="govuk-heading-m">Load it?</h2>
<p class="govuk-body">All ${loading.toLocaleString('en-GB')} rows are loaded together, or none of them.</p>
${formTo(
  visit,
  html`<input type="hidden" name="what" value="accept"><input type="hidden" name="seen" value="${seen}">
${
  counts.wrong > 0 &&
  checkboxes({
    idPrefix: 'leaveOut',
    name: 'leaveOut',
    items: [
      {
        value: 'yes',
        text: `Leave the ${counts.wrong === 1 ? 'wrong row' : `${counts.wrong.toLocaleString('en-GB')} wrong rows`} out. I send ${counts.wrong === 1 ? 'it' : 'them'} again, mended`,
      },
    ],
  })
}
${button({ text: `Load ${loading.toLocaleString('en-GB')} ${loading === 1 ? 'row' : 'rows'}`, preventDoubleClick: true })}`,
)}${setAside}</section>`;
}

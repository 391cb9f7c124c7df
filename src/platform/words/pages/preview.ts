import { button, input } from '#platform/govuk/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import type { Visit } from '#platform/web/visit.ts';
import { fieldsOfCouncil } from '../fields-of-council.ts';
import { faultsOf, fill } from '../fill.ts';
import { sampleFields, type Template, type Words } from '../template.ts';
import { writtenHtml } from './written-html.ts';

/** The words with a real case's fields where the address names one (`?case=`), else with samples. */
export async function preview(visit: Visit, template: Template, words: Words): Promise<Html> {
  if (faultsOf(template, words).length > 0)
    return html`<p class="govuk-body">It can be shown once what is wrong above is mended.</p>`;
  const typed = (visit.query.get('case') ?? '').trim();
  const ofCase =
    typed === '' || template.fieldsOfCase === undefined ? null : await template.fieldsOfCase(visit, typed);
  const written = fill(words, { ...sampleFields(template), ...fieldsOfCouncil(visit.authority), ...ofCase });
  return html`${typed !== '' && ofCase === null && html`<p class="govuk-body"><strong>No case with the reference ${typed} was found for you that has this letter.</strong> This is a made-up one.</p>`}
${typed !== '' && ofCase !== null && html`<p class="govuk-body">With the case ${typed}:</p>`}
<article class="daybreak-letter"><h3 class="govuk-heading-l">${written.subject}</h3>
${writtenHtml(written)}</article>`;
}

/** A form that shows the words with a real case. */
export function ofCase(visit: Visit, template: Template): Html {
  if (template.fieldsOfCase === undefined) return nothing;
  return html`<form method="get" action="${visit.path}" class="daybreak-no-print govuk-!-margin-top-6">${input(
    {
      id: 'case',
      name: 'case',
      label: { text: 'See it with a real case' },
      hint: {
        text: 'The reference of an application that you may see, like SB-7K2M-94QX. It has to have this letter already.',
      },
      classes: 'govuk-input--width-10',
      value: visit.query.get('case') ?? '',
    },
  )}${button({ text: 'Show', classes: 'govuk-button--secondary' })}</form>`;
}

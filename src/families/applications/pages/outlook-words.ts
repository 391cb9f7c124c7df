import { insetText } from '#platform/govuk/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import type { Outlook } from '../outlook.ts';

const happens: Readonly<Record<Outlook['kind'], string>> = {
  closed: 'If you send this now, we cannot give you this money. We write and say so.',
  late: 'If you send this now, it comes too late. We write to you about it.',
  waiting:
    'If you send this now, it goes on the waiting list. We write as soon as there is money or a place.',
};

/** What will become of an application that is sent now, and what to do meanwhile; nothing where it is just decided. */
export function outlookWords(outlook: Outlook | null): Html {
  if (outlook === null) return nothing;
  return insetText({
    html: html`<h2 class="govuk-heading-m">What will happen</h2>
${outlook.because.map((words) => html`<p class="govuk-body">${words}</p>`)}
<p class="govuk-body"><strong>${happens[outlook.kind]}</strong></p>
${outlook.meanwhile.length > 0 && html`<p class="govuk-body">Do not wait for us:</p><ul class="govuk-list govuk-list--bullet">${outlook.meanwhile.map((words) => html`<li>${words}</li>`)}</ul>`}`,
  });
}

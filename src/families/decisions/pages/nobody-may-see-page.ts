import { formatDate } from '#kernel/local-date.ts';
import { backLink, table } from '#platform/govuk/index.ts';
import { html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { casesNobodyMaySee } from '../nobody-may-see.ts';

/** The open cases that no officer may take, by reference alone: whoever reads this may know the family as well. */
export async function nobodyMaySeePage(visit: Visit): Promise<Page> {
  const cases = await casesNobodyMaySee(visit);
  return page({
    title: 'Cases that nobody may see',
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: '/practitioners', text: 'Your work' }),
    main: html`<h1 class="govuk-heading-l">Cases that nobody may see</h1>
<p class="govuk-body">Every officer has the name or the address of somebody in these households, or has said that they know them. Give each case to somebody who may take it.</p>
${
  cases.length === 0
    ? html`<p class="daybreak-panel">There are none.</p>`
    : table({
        caption: `${cases.length} ${cases.length === 1 ? 'case' : 'cases'}`,
        captionClasses: 'govuk-table__caption--s',
        firstCellIsHeader: true,
        head: [{ text: 'Reference' }, { text: 'Due' }, { text: 'What to do' }],
        rows: cases.map((one) => [
          { text: one.reference },
          { text: one.dueOn === null ? '' : formatDate(one.dueOn) },
          {
            html: html`<a class="govuk-link" href="/practitioners/applications/${one.id}/assign">Give it to somebody<span class="govuk-visually-hidden">: ${one.reference}</span></a>`,
          },
        ]),
      })
}`,
  });
}

import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { backLink, table } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { aimedAge, readingOf } from '../plain-language.ts';
import type { Template } from '../template.ts';
import { publishedVersions } from '../versions.ts';
import { wordsInForce } from '../words-in-force.ts';

/** Every letter and message that the council sends, with how easily each reads. */
export function listPage(templates: readonly Template[]) {
  return async (visit: Visit): Promise<Page> => {
    const groups = [...new Set(templates.map(({ group }) => group ?? 'All'))];
    const tables = [];
    for (const group of groups)
      tables.push(
        await tableOf(
          visit,
          group,
          templates.filter((one) => (one.group ?? 'All') === group),
        ),
      );
    return page({
      title: 'Letters and messages',
      section: 'practitioners',
      isPrivate: true,
      before: backLink({ href: '/practitioners', text: 'Your work' }),
      main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Letters and messages</h1>
<p class="govuk-body-l">What ${visit.authority.name} writes to families. Change the words here; amounts, dates and reasons come in by themselves.</p>
<p class="govuk-body">The reading age is worked out from the length of words and sentences. Aim at ${aimedAge}.</p>
${tables}
</div></div>`,
    });
  };
}

async function tableOf(visit: Visit, group: string, templates: readonly Template[]): Promise<Html> {
  const rows = [];
  for (const template of templates)
    rows.push([
      { html: html`<a class="govuk-link" href="/practitioners/words/${template.id}">${template.name}</a>` },
      { html: await noteOf(visit, template) },
    ]);
  return table({
    caption: group,
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: [{ text: 'What it is', classes: 'govuk-!-width-two-thirds' }, { text: 'Reading age' }],
    rows,
  });
}

async function noteOf(visit: Visit, template: Template): Promise<Html> {
  const words = await wordsInForce(visit, { templateId: template.id, at: visit.clock.now() });
  const [newest] = await publishedVersions(visit.transaction, {
    authorityId: visit.authority.id,
    templateId: template.id,
  });
  const { age } = readingOf(`${words.subject}.\n\n${words.body}`);
  return html`${template.kind === 'letter' ? 'Letter' : 'Message'}, ${age > aimedAge + 3 ? html`<strong>${age}: hard to read</strong>` : age}${
    newest !== undefined &&
    html`<br><span class="daybreak-soft">Changed by ${newest.publishedByName}, ${formatDate(dateInEngland(newest.publishedAt))}</span>`
  }`;
}

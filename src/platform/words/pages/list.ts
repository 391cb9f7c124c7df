import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { backLink, table } from '#platform/govuk/index.ts';
import { html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { aimedAge, readingOf } from '../plain-language.ts';
import type { Template } from '../template.ts';
import { publishedVersions } from '../versions.ts';
import { wordsInForce } from '../words-in-force.ts';

/** Every letter and message that the council sends, with how easily each reads. */
export function listPage(templates: readonly Template[]) {
  return async (visit: Visit): Promise<Page> => {
    const rows = [];
    for (const template of templates) {
      const words = await wordsInForce(visit, { templateId: template.id, at: visit.clock.now() });
      const [newest] = await publishedVersions(visit.transaction, {
        authorityId: visit.authority.id,
        templateId: template.id,
      });
      const { age } = readingOf(`${words.subject}.\n\n${words.body}`);
      rows.push([
        { html: html`<a class="govuk-link" href="/practitioners/words/${template.id}">${template.name}</a>` },
        { text: template.kind === 'letter' ? 'Letter' : 'Message' },
        { text: age > aimedAge + 3 ? `${age}: hard` : String(age) },
        {
          text:
            newest === undefined
              ? 'As they came'
              : `${newest.publishedByName}, ${formatDate(dateInEngland(newest.publishedAt))}`,
        },
      ]);
    }
    return page({
      title: 'Letters and messages',
      section: 'practitioners',
      isPrivate: true,
      before: backLink({ href: '/practitioners', text: 'Your work' }),
      main: html`<h1 class="govuk-heading-l">Letters and messages</h1>
<p class="govuk-body-l">What ${visit.authority.name} writes to families. Change the words here; amounts, dates and reasons come in by themselves.</p>
${table({
  caption: 'Letters and messages, with the age at which they are easy to read',
  captionClasses: 'govuk-visually-hidden',
  firstCellIsHeader: true,
  head: [{ text: 'What it is' }, { text: 'Kind' }, { text: 'Reading age' }, { text: 'Changed last' }],
  rows,
})}
<p class="govuk-body daybreak-soft">The reading age is worked out from the length of words and sentences. Aim at ${aimedAge}.</p>`,
    });
  };
}

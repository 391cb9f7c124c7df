import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { backLink, button, details, notificationBanner } from '#platform/govuk/index.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { isWriter } from '../policy.ts';
import { filedWordsOf } from '../read-words.ts';
import type { Template } from '../template.ts';
import { type PublishedWords, publishedVersions } from '../versions.ts';
import { wordsInForce } from '../words-in-force.ts';
import { ofCase, preview } from './preview.ts';
import { readingNotes } from './reading-notes.ts';

/** One letter or message: how it looks, how it reads, and what it said before. */
export function templatePage(templates: readonly Template[]) {
  return async (visit: Visit): Promise<Page | NotFound> => {
    const template = templates.find(({ id }) => id === visit.params.template);
    if (template === undefined) return notFound('a letter');
    const words = await wordsInForce(visit, { templateId: template.id, at: visit.clock.now() });
    const versions = await publishedVersions(visit.transaction, {
      authorityId: visit.authority.id,
      templateId: template.id,
    });
    const edit = `/practitioners/words/${template.id}/edit`;
    return page({
      title: template.name,
      section: 'practitioners',
      isPrivate: true,
      before: backLink({ href: '/practitioners/words', text: 'Letters and messages' }),
      main: html`${visit.query.get('told') === 'published' ? notificationBanner({ type: 'success', text: 'The new words are in use from now on. What was sent before keeps its own.' }) : nothing}
<span class="govuk-caption-l">${template.group !== undefined && html`${template.group}: `}${template.kind}</span>
<h1 class="govuk-heading-l">${template.name}</h1>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${await preview(visit, template, words)}
<div class="govuk-!-margin-top-6">${isWriter(visit) && button({ text: 'Change the words', href: edit })}
${earlier(versions)}</div>
</div><div class="govuk-grid-column-one-third">
${readingNotes(words, filedWordsOf(visit.authority).hardWords)}
${ofCase(visit, template)}
</div></div>`,
    });
  };
}

function earlier(versions: readonly PublishedWords[]): Html {
  if (versions.length === 0)
    return html`<p class="govuk-body daybreak-soft">These words came with the service. Nobody has changed them yet.</p>`;
  return html`<h2 class="govuk-heading-m">Versions</h2>
${versions.map((version, index) =>
  details({
    summaryText: `${index === 0 ? 'In use since' : 'From'} ${formatDate(dateInEngland(version.publishedAt))}, ${version.publishedByName}`,
    html: html`<p class="govuk-body"><strong>Why:</strong> ${version.note}</p><p class="govuk-body"><strong>${version.subject}</strong></p><pre class="daybreak-source">${version.body}</pre>`,
  }),
)}`;
}

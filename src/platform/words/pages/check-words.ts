import { backLink, button } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { html } from '#platform/web/html.ts';
import {
  type NotFound,
  notFound,
  type Page,
  page,
  type Redirect,
  redirect,
  type Visit,
} from '#platform/web/visit.ts';
import { draftOf } from '../drafts.ts';
import { filedWordsOf } from '../read-words.ts';
import type { Template } from '../template.ts';
import { writerOf } from '../writer-of.ts';
import { ofCase, preview } from './preview.ts';
import { readingNotes } from './reading-notes.ts';

/** What a person has written, as the family will see it and as it reads, to be published. */
export function checkWordsPage(templates: readonly Template[]) {
  return async (visit: Visit): Promise<Page | NotFound | Redirect> => {
    const template = templates.find(({ id }) => id === visit.params.template);
    if (template === undefined) return notFound('a letter');
    const whose = {
      authorityId: visit.authority.id,
      templateId: template.id,
      personId: writerOf(visit).id,
    };
    const draft = await draftOf(visit.transaction, whose);
    if (draft === null) return redirect(`/practitioners/words/${template.id}`);
    return page({
      title: `Check: ${template.name}`,
      section: 'practitioners',
      isPrivate: true,
      before: backLink({ href: `/practitioners/words/${template.id}/edit`, text: 'Change it again' }),
      main: html`${errorsOf(visit)}<h1 class="govuk-heading-l">Read it as a family will</h1>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${await preview(visit, template, draft)}
${ofCase(visit, template)}
${readingNotes(draft, filedWordsOf(visit.authority).hardWords)}
${formTo(
  visit,
  html`<div class="govuk-button-group">${button({ text: 'Publish', preventDoubleClick: true })}<a class="govuk-link" href="/practitioners/words/${template.id}/edit">Change it again</a></div>`,
  { to: `/practitioners/words/${template.id}/check` },
)}
</div></div>`,
    });
  };
}

import { backLink, button, table } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { lineQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { draftOf } from '../drafts.ts';
import type { Template } from '../template.ts';
import { wordsInForce } from '../words-in-force.ts';
import { writerOf } from '../writer-of.ts';

/** The form on which the words are changed: with what the person has begun, else with the words in use. */
export function editWordsPage(templates: readonly Template[]) {
  return async (visit: Visit): Promise<Page | NotFound> => {
    const template = templates.find(({ id }) => id === visit.params.template);
    if (template === undefined) return notFound('a letter');
    const { transaction, authority } = visit;
    const whose = { authorityId: authority.id, templateId: template.id, personId: writerOf(visit).id };
    const draft = await draftOf(transaction, whose);
    const words = draft ?? (await wordsInForce(visit, { templateId: template.id, at: visit.clock.now() }));
    return page({
      title: `Change: ${template.name}`,
      section: 'practitioners',
      isPrivate: true,
      before: backLink({ href: `/practitioners/words/${template.id}`, text: template.name }),
      main: html`${errorsOf(visit)}<h1 class="govuk-heading-l">Change: ${template.name}</h1>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${formTo(
  visit,
  html`${lineQuestion(visit, { field: 'subject', label: 'Subject', saved: words.subject })}
${wordsQuestion(visit, {
  field: 'body',
  label: 'Words',
  hint: 'A blank line begins a new paragraph. “## ” makes a heading, “- ” a list. A line above a list field leads to it. What stands in braces is filled in; a paragraph whose field is empty is left out.',
  saved: words.body.trim(),
  rows: 22,
})}
${lineQuestion(visit, { field: 'note', label: 'Why do you change it?', hint: 'For those who come after you.', saved: draft?.note })}
${button({ text: 'Read it as a family will' })}`,
  { to: `/practitioners/words/${template.id}/edit` },
)}
</div><div class="govuk-grid-column-one-third">${fieldsTable(template)}</div></div>`,
    });
  };
}

function fieldsTable(template: Template): Html {
  return table({
    caption: 'What you can put in',
    captionClasses: 'govuk-table__caption--s',
    firstCellIsHeader: true,
    head: [{ text: 'Write' }, { text: 'It becomes' }],
    rows: template.fields.map((field) => [
      { text: `{${field.name}}` },
      {
        html: html`${field.about}${Array.isArray(field.sample) && ' (a list)'}${field.isNeeded === true && html`. <strong>It has to be there.</strong>`}${field.mayBeEmpty === true && '. Some families have none.'}`,
      },
    ]),
  });
}

import { fullName } from '#families/register/index.ts';
import { backLink, button } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { html } from '#platform/web/html.ts';
import { wordsQuestion } from '#platform/web/questions.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { awardFile } from '../award-file.ts';
import { changeSentence } from '../change-words.ts';

/** Asks why a change whose day has not come is taken back. */
export async function takeBackPage(visit: Visit): Promise<Page | NotFound> {
  const file = await awardFile(visit);
  const change = file?.changes.find(({ id }) => id === visit.params.change);
  if (file === null || change === undefined) return notFound('a change');
  const { award, child } = file;
  visit.concerns('award', award.id);
  return page({
    title: 'Take a change back',
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: `/practitioners/awards/${award.id}`, text: 'Back to the award' }),
    main: html`${errorsOf(visit)}<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${fullName(child)}, ${award.reference}</span><h1 class="govuk-heading-l">Take a change back</h1>
<p class="govuk-body">This was to happen: ${changeSentence(award.per, change)}</p>
<p class="govuk-body">Taken back, it is as if it had never been. The record of it stays.</p>
${formTo(
  visit,
  html`${wordsQuestion(visit, { field: 'reason', label: 'Why?', hint: 'The family reads this.', rows: 4 })}
${button({ text: 'Take it back', preventDoubleClick: true })}`,
)}</div></div>`,
  });
}

import { fullName } from '#families/register/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { backLink, button, insetText, summaryList } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { html } from '#platform/web/html.ts';
import { choiceQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { awardFile } from '../award-file.ts';
import { amountsOn } from '../domain/change.ts';
import { formatGranted } from '../domain/granted.ts';

/** Asks a team manager whether an award becomes more. */
export async function raisePage(visit: Visit): Promise<Page | NotFound> {
  const file = await awardFile(visit);
  const raise = file?.raises.find(({ id }) => id === visit.params.raise);
  if (file === null || raise === undefined) return notFound('a raise');
  const { award, child, changes } = file;
  visit.concerns('award', award.id);
  const text = (key: string, value: string) => ({ key: { text: key }, value: { text: value } });
  const isOpen = raise.answer === null;
  return page({
    title: 'Answer a raise',
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: `/practitioners/awards/${award.id}`, text: 'Back to the award' }),
    main: html`${errorsOf(visit)}<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${fullName(child)}, ${award.reference}</span><h1 class="govuk-heading-l">Answer a raise</h1>
${summaryList({
  rows: [
    text('Now', formatGranted({ ...amountsOn(award, changes, raise.from), per: award.per })),
    text('Asked for', `${formatGranted({ ...raise, per: award.per })}, from ${formatDate(raise.from)}`),
    text('Why', raise.reason),
    text('Who asks', raise.askedByName),
  ],
})}
${
  isOpen
    ? formTo(
        visit,
        html`${choiceQuestion(visit, {
          field: 'answer',
          label: 'Do you agree?',
          options: [
            { value: 'agreed', text: 'Yes, the award becomes more' },
            { value: 'not-agreed', text: 'No, it stays as it is' },
          ],
        })}
${wordsQuestion(visit, { field: 'because', label: 'Why?', hint: 'For the record.', rows: 3 })}
${button({ text: 'Answer', preventDoubleClick: true })}`,
      )
    : insetText({ text: `${raise.answer?.byName ?? 'Somebody'} has answered this raise.` })
}</div></div>`,
  });
}

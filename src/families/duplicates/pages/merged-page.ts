import { childOf, fullName } from '#families/register/index.ts';
import { dateInEngland } from '#kernel/clock.ts';
import { isId } from '#kernel/id.ts';
import { formatDate } from '#kernel/local-date.ts';
import { backLink, button } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { wordsQuestion } from '#platform/web/questions.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import type { Merge } from '../domain/merge.ts';
import { mergesOfVisit } from '../two-of-visit.ts';

/** What was merged into a child's record, by whom and why; and taking it back. */
export async function mergedPage(visit: Visit): Promise<Page | NotFound> {
  const childId = visit.params.child ?? '';
  const named = { authorityId: visit.authority.id, childId };
  const child = isId(childId) ? await childOf(visit.transaction, named) : null;
  if (child === null) return notFound('a child');
  visit.concerns('child', child.id);
  const merges = await mergesOfVisit(visit, child.id);
  const last = merges.find(({ undoneAt }) => undoneAt === null);
  return page({
    title: `Merged records: ${fullName(child)}`,
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: `/practitioners/children/${child.id}`, text: `Record of ${fullName(child)}` }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${errorsOf(visit)}
<h1 class="govuk-heading-l">Merged records of ${fullName(child)}</h1>
${merges.length === 0 ? html`<p class="govuk-body">This record was never merged with another. <a class="govuk-link" href="/practitioners/duplicates">Look for the same child twice</a></p>` : html`<ul class="daybreak-rows">${merges.map((merge) => line(merge, childId))}</ul>`}
${
  last !== undefined &&
  html`<h2 class="govuk-heading-m">Take it back</h2>
<p class="govuk-body">Both records of the merge of ${formatDate(dateInEngland(last.mergedAt))} stand for themselves again, each with what it had. What was recorded since stays with the record where it was recorded.</p>
${formTo(visit, html`<input type="hidden" name="merge" value="${last.id}">${wordsQuestion(visit, { field: 'because', label: 'Why was it wrong?', rows: 2 })}${button({ text: 'Take the merge back', classes: 'govuk-button--warning', preventDoubleClick: true })}`)}`
}</div></div>`,
  });
}

function line(merge: Merge, childId: string): Html {
  const what =
    merge.keptId === childId
      ? `${merge.mergedName} was merged into this record`
      : 'This record was merged into another';
  return html`<li>${what} on ${formatDate(dateInEngland(merge.mergedAt))} by ${merge.mergedBy}: ${merge.reason}${merge.bothMaySee !== null && html`<br><span class="daybreak-soft">${merge.bothMaySee ? 'Both homes see the child.' : 'Each home sees its own record only.'}</span>`}${merge.undoneAt !== null && html`<br><strong>Taken back on ${formatDate(dateInEngland(merge.undoneAt))}:</strong> ${merge.undoneBecause}`}</li>`;
}

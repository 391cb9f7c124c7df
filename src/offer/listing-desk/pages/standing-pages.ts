import { backLink, button } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { dateQuestion, lineQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type Answer, notFound, page, type Visit } from '#platform/web/visit.ts';
import { type ListingAtDesk, listingAtDesk } from '../desk.ts';

async function onePage(visit: Visit, title: string, content: (at: ListingAtDesk) => Html): Promise<Answer> {
  const at = await listingAtDesk(visit);
  if (at === null || at.row === null) return notFound('the listing');
  return page({
    title: `${title}: ${at.proposed.title}`,
    section: 'listings',
    isPrivate: true,
    before: backLink({ href: at.base, text: at.proposed.title }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${errorsOf(visit)}
<span class="govuk-caption-l">${at.proposed.title}</span><h1 class="govuk-heading-l">${title}</h1>
${content(at)}</div></div>`,
  });
}

/** Where a break is said to be closed for now, or to run again. */
export function closedPage(visit: Visit): Promise<Answer> {
  return onePage(visit, 'Closed for now', (at) => {
    const { paused, pausedUntil } = at.proposed;
    return html`<p class="govuk-body-l">Families see this at once, and do not come to a locked door.</p>
${paused === null ? nothing : formTo(visit, html`<input type="hidden" name="runs" value="again">${button({ text: 'It runs again', preventDoubleClick: true })}`)}
${formTo(
  visit,
  html`${lineQuestion(visit, { field: 'reason', label: 'Why is it closed?', hint: 'Like “The pool is being repaired”', saved: paused })}
${dateQuestion(visit, { field: 'until', label: 'Last day closed, if you know it', savedDate: pausedUntil })}
${button({ text: paused === null ? 'Tell families now' : 'Save', preventDoubleClick: true, ...(paused === null ? {} : { classes: 'govuk-button--secondary' }) })}`,
)}`;
  });
}

/** Where the days are set between which families see a listing. */
export function shownPage(visit: Visit): Promise<Answer> {
  return onePage(
    visit,
    'Days on which it is shown',
    (
      at,
    ) => html`<p class="govuk-body">Both days are included. Leave one empty, and there is no such limit.</p>
${formTo(
  visit,
  html`${dateQuestion(visit, { field: 'shownFrom', label: 'First day', savedDate: at.row?.shown.from ?? null })}
${dateQuestion(visit, { field: 'shownUntil', label: 'Last day', savedDate: at.row?.shown.until ?? null })}
${button({ text: 'Save', preventDoubleClick: true })}`,
)}`,
  );
}

/** Where a listing is taken out of the directory. */
export function withdrawPage(visit: Visit): Promise<Answer> {
  return onePage(
    visit,
    'Take it out of the directory',
    () => html`<p class="govuk-body">Its page then says that it is gone. You can put any version of it back.</p>
${formTo(
  visit,
  html`${wordsQuestion(visit, { field: 'reason', label: 'Why?', hint: 'Staff and the provider read this, families do not.', rows: 3 })}
${button({ text: 'Take it out', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
)}`,
  );
}

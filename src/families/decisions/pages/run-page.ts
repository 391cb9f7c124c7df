import { pence } from '#kernel/money.ts';
import { backLink, notificationBanner, table, warningText } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { formatMoment } from '../actions/already-decided.ts';
import { givingWords } from '../decided-words.ts';
import { type Run, runOf } from '../runs.ts';

/** What came of many decisions that were confirmed at once: each that was taken, and each that was not and why. */
export async function runPage(visit: Visit): Promise<Page | NotFound> {
  const run = await runOf(visit, visit.params.run ?? '');
  if (run === null) return notFound('a list of decisions');
  visit.concerns('decision-run', run.id);
  const count = run.decided.length;
  return page({
    title: 'Decided together',
    section: 'applications',
    isPrivate: true,
    before: backLink({ href: '/practitioners/applications', text: 'All applications' }),
    main: html`${count > 0 && notificationBanner({ type: 'success', text: `${count} ${count === 1 ? 'application is' : 'applications are'} decided. Each family gets its letter.` })}
<h1 class="govuk-heading-l">Decided together</h1>
<p class="govuk-body">${run.personName}, ${formatMoment(run.at)}</p>
${failed(run)}
${decided(run)}`,
  });
}

function link(one: {
  readonly applicationId: string;
  readonly childName: string;
  readonly reference: string;
}) {
  return {
    html: html`<a class="govuk-link" href="/practitioners/applications/${one.applicationId}">${one.childName}</a><br><span class="daybreak-soft">${one.reference}</span>`,
  };
}

function failed(run: Run): Html {
  if (run.failed.length === 0) return html``;
  return html`${warningText({ text: `${run.failed.length} could not be decided. They are as they were.` })}
${table({
  caption: 'Not decided',
  captionClasses: 'govuk-table__caption--m',
  firstCellIsHeader: true,
  head: [{ text: 'Child' }, { text: 'Why not' }],
  rows: run.failed.map((one) => [link(one), { text: one.problem }]),
})}`;
}

function decided(run: Run): Html {
  if (run.decided.length === 0) return html`<p class="govuk-body">None was decided.</p>`;
  return table({
    caption: 'Decided',
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: [{ text: 'Child' }, { text: 'Awarded' }],
    rows: run.decided.map(({ pence: amount, minutes, nights, ...one }) => [
      link(one),
      {
        text: givingWords({
          amount: amount === null ? null : pence(amount),
          minutes,
          nights,
          per: 'period',
        }),
      },
    ]),
  });
}

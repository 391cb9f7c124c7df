import { formatDate } from '#kernel/local-date.ts';
import { formatPounds, pence } from '#kernel/money.ts';
import { backLink, button, notificationBanner, summaryList } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type Answer, notFound, page, type Visit } from '#platform/web/visit.ts';
import { type ComplaintCase, complaintOf } from '../case-of-complaint.ts';
import { promisedMoney } from '../domain/stand.ts';

/** What was promised in money about a complaint, for whoever pays it: how much, to whom, by when. */
export async function payRemedyPage(visit: Visit): Promise<Answer> {
  const found = await complaintOf(visit);
  if (found === null) return notFound('a complaint');
  const isDone = visit.query.get('done') === 'paid';
  return page({
    title: 'Pay what was promised',
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: '/practitioners/work', text: 'Your work' }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${errorsOf(visit)}
${isDone && notificationBanner({ type: 'success', text: 'Marked as paid. Who complained sees it.' })}
<span class="govuk-caption-l">Complaint ${found.reference}</span>
<h1 class="govuk-heading-l">Pay what was promised</h1>
<p class="govuk-body">Somebody complained, and we said that we would pay. Pay it, then say so here.</p>
${promisedMoney(found.stand).map((one) => remedy(visit, found, one))}
</div></div>`,
  });
}

type Remedy = ComplaintCase['stand']['remedies'][number];

function remedy(visit: Visit, found: ComplaintCase, { step, isDone }: Remedy): Html {
  const { pence: amount, by } = step.details;
  return html`${summaryList({
    rows: [
      {
        key: { text: 'How much' },
        value: { text: amount === undefined ? 'No amount was written down' : formatPounds(pence(amount)) },
      },
      { key: { text: 'To whom' }, value: { text: found.name } },
      { key: { text: 'What for' }, value: { text: step.words } },
      by !== undefined && {
        key: { text: 'By' },
        value: { text: formatDate(Temporal.PlainDate.from(by)) },
      },
      { key: { text: 'Promised by' }, value: { text: step.personName } },
    ],
  })}
${
  isDone
    ? html`<p class="govuk-body">It is paid.</p>`
    : formTo(
        visit,
        html`<input type="hidden" name="of" value="${String(step.number)}">${button({ text: 'It is paid', preventDoubleClick: true })}`,
      )
}`;
}

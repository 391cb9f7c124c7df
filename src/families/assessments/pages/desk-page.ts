import { formatDate } from '#kernel/local-date.ts';
import { formatPounds } from '#kernel/money.ts';
import { backLink, button, tag } from '#platform/govuk/index.ts';
import { formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { type Desk, deskOf } from '../desk.ts';
import { kindWords } from '../domain/assessment.ts';
import { assessmentTag, planTag } from './words.ts';

/** The list of assessments and plans that are open, what is due first in front. */
export async function deskPage(visit: Visit): Promise<Page> {
  const desk = await deskOf(visit);
  const isPayer = visit.person?.roles.includes('finance-officer') === true;
  return page({
    title: 'Assessments and plans',
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: '/practitioners', text: 'Your work' }),
    main: html`<h1 class="govuk-heading-l">Assessments and plans</h1>
${desk.referred.length > 0 && referred(visit, desk)}
${assessments(desk, visit.clock.today())}
${plans(desk)}
${(isPayer || desk.toPay.length > 0) && toPay(desk)}`,
  });
}

function referred(visit: Visit, desk: Desk): Html {
  return html`<section aria-labelledby="referred"><h2 class="govuk-heading-m" id="referred">Sent on from an application</h2>
<ul class="govuk-list daybreak-rows">${desk.referred.map(
    ({ one, childName }) =>
      html`<li><strong>${childName}</strong>, application ${one.reference}
${formTo(visit, button({ text: `Begin the assessment for ${childName}`, classes: 'govuk-button--secondary', preventDoubleClick: true }), { to: `/practitioners/assessments/from/${one.id}` })}</li>`,
  )}</ul></section>`;
}

const heads = ['Child', 'Reference', 'What', 'Where it stands', 'By'];

function queue(
  caption: string,
  given: { readonly heads: readonly string[]; readonly rows: readonly Html[] },
): Html {
  if (given.rows.length === 0) return html`<p class="daybreak-panel">Nothing is open here.</p>`;
  return html`<table class="daybreak-queue" role="table"><caption class="govuk-visually-hidden">${caption}</caption>
<thead role="rowgroup"><tr role="row">${given.heads.map((head) => html`<th scope="col" role="columnheader">${head}</th>`)}</tr></thead>
<tbody role="rowgroup">${given.rows}</tbody></table>`;
}

function isLate(dueOn: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(dueOn, today) < 0;
}

function assessments(desk: Desk, today: Temporal.PlainDate): Html {
  const rows = desk.assessments.map(
    ({ one, childName }) => html`<tr role="row">
<th scope="row" role="rowheader"><a class="govuk-link" href="/practitioners/assessments/${one.id}">${childName}</a></th>
<td role="cell" data-label="Reference" class="daybreak-queue__reference">${one.reference}</td>
<td role="cell" data-label="What">${kindWords[one.kind]}${one.carerName !== '' && html`, ${one.carerName}`}</td>
<td role="cell" data-label="Where it stands"><div>${assessmentTag(one.state)}${one.assessorName !== '' && html`<br>${one.assessorName}`}</div></td>
<td role="cell" data-label="By"><div>${formatDate(one.dueOn)}${isLate(one.dueOn, today) && html`<br>${tag({ text: 'Overdue', classes: 'govuk-tag--red' })}`}</div></td></tr>`,
  );
  return html`<section aria-labelledby="open"><h2 class="govuk-heading-m" id="open">Assessments</h2>${queue('Open assessments', { heads, rows })}</section>`;
}

function plans(desk: Desk): Html {
  const rows = desk.plans.map(
    ({ one, childName }) => html`<tr role="row">
<th scope="row" role="rowheader"><a class="govuk-link" href="/practitioners/plans/${one.id}">${childName}</a></th>
<td role="cell" data-label="Reference" class="daybreak-queue__reference">${one.reference}</td>
<td role="cell" data-label="Written by">${one.writtenByName}</td>
<td role="cell" data-label="Where it stands"><div>${planTag(one.state)}</div></td>
<td role="cell" data-label="A year">${one.yearlyCost === null ? '–' : formatPounds(one.yearlyCost)}</td></tr>`,
  );
  const planHeads = ['Child', 'Reference', 'Written by', 'Where it stands', 'A year'];
  return html`<section aria-labelledby="plans"><h2 class="govuk-heading-m govuk-!-margin-top-8" id="plans">Plans</h2>${queue('Open plans', { heads: planHeads, rows })}</section>`;
}

function toPay(desk: Desk): Html {
  return html`<section aria-labelledby="to-pay"><h2 class="govuk-heading-m govuk-!-margin-top-8" id="to-pay">Agreed, payments to arrange</h2>
${desk.toPay.length === 0 && html`<p class="daybreak-panel">Nothing waits.</p>`}
<ul class="govuk-list daybreak-rows">${desk.toPay.map(({ one, childName }) => html`<li><a class="govuk-link" href="/practitioners/plans/${one.id}">${childName}</a>, ${one.reference}${one.yearlyCost !== null && html`, ${formatPounds(one.yearlyCost)} a year`}</li>`)}</ul></section>`;
}

import { backLink, button, tag, textarea } from '#platform/govuk/index.ts';
import { firstValue, refusalOf } from '#platform/web/form.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type Page, page, type Redirect, redirect, type Visit } from '#platform/web/visit.ts';
import { type WholeDraft, wholeDraft } from '../actions/whole-draft.ts';
import type { DutyState } from '../domain/statement.ts';
import { isWriter } from '../policy.ts';

const desk = '/practitioners/statement';

function reasonForm(visit: Visit, { id, title, because }: DutyState): Html {
  const field = `because-${id}`;
  const message = refusalOf(visit.formState, field);
  const isThis = visit.formState.isTyped && firstValue(visit.formState.values, 'duty') === id;
  return formTo(
    visit,
    html`<input type="hidden" name="duty" value="${id}">
${textarea({
  id: field,
  name: 'because',
  label: {
    html: html`Why it is published all the same<span class="govuk-visually-hidden">: ${title}</span>`,
  },
  hint: { text: 'Everybody can read it in the statement.' },
  value: isThis ? firstValue(visit.formState.values, 'because') : because,
  rows: 3,
  ...(message === undefined ? {} : { errorMessage: { text: message } }),
})}
${button({ html: html`Keep the reason<span class="govuk-visually-hidden"> for: ${title}</span>`, classes: 'govuk-button--secondary' })}`,
    { to: `${desk}/checklist` },
  );
}

function duty(visit: Visit, one: DutyState, { sections }: WholeDraft): Html {
  const places = one.metIn.flatMap((id) => sections.filter((section) => section.id === id));
  const state = one.isMet
    ? tag({ text: 'Met', classes: 'govuk-tag--green' })
    : one.because === ''
      ? tag({ text: 'A gap', classes: 'govuk-tag--orange' })
      : tag({ text: 'A gap, with a reason', classes: 'govuk-tag--yellow' });
  return html`<li class="daybreak-card"><h2 class="govuk-heading-m govuk-!-margin-bottom-1">${one.title} ${state}</h2>
<p class="daybreak-soft">${one.law}</p>
<p>${one.found}</p>
${places.length > 0 && html`<p>Where: ${places.map(({ id, title }, index) => html`${index > 0 && ', '}<a class="govuk-link" href="${desk}/preview#${id}">${title}</a>`)}</p>`}
${!one.isMet && (isWriter(visit.person) ? reasonForm(visit, one) : one.because !== '' ? html`<p><strong>Why:</strong> ${one.because}</p>` : nothing)}</li>`;
}

/** Each duty of regulation 5 with where the draft meets it, what was found, and the reason where it does not. */
export async function checklistPage(visit: Visit): Promise<Page | Redirect> {
  const whole = await wholeDraft(visit);
  if (whole === null) return redirect(desk);
  return page({
    title: 'The checklist of regulation 5',
    section: 'statement',
    isPrivate: true,
    before: backLink({ href: desk, text: 'The short breaks statement' }),
    main: html`${errorsOf(visit)}<span class="govuk-caption-l">Version ${whole.draft.number}, a draft</span><h1 class="govuk-heading-l">The checklist of regulation 5</h1>
<p class="govuk-body">What the Breaks for Carers of Disabled Children Regulations 2011 ask of the statement. The program looks at each; whether the words are good, people judge. With a gap it can be published only with a reason.</p>
<ul class="daybreak-cards daybreak-statement__duties">${whole.content.duties.map((one) => duty(visit, one, whole))}</ul>`,
  });
}

import { formatDate } from '#kernel/local-date.ts';
import { button } from '#platform/govuk/index.ts';
import { formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { choiceQuestion, dateQuestion, lineQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type NotFound, notFound, type Page, type Visit } from '#platform/web/visit.ts';
import { childOfVisit, visitorOf } from '../child-visit.ts';
import { isInForce } from '../domain/people.ts';
import type { Child } from '../domain/register.ts';
import { householdsHiddenFrom } from '../kept-away.ts';
import { apartOfChild, limitsOfChild, mainHomeOf } from '../of-child.ts';
import { childPage } from './child-frame.ts';
import { sends } from './register-pages.ts';

/** What limits an adult’s contact with a child, and which children must not be in one place with it. */
export async function limitsPage(visit: Visit): Promise<Page | NotFound> {
  const child = await childOfVisit(visit);
  if (child === null) return notFound('a child');
  return childPage(visit, child, {
    title: 'Limits on contact',
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<p class="govuk-body">Families never see this page. An adult who is barred from the records loses the child’s address and records at once.</p>
${await limits(visit, child)}${await newLimit(visit, child)}
<h2 class="govuk-heading-m" id="apart">Children to keep apart</h2>${await apart(visit, child)}${newApart(visit)}
</div></div>`,
  });
}

function endForm(
  visit: Visit,
  form: { readonly what: string; readonly id: string; readonly about: string },
): Html {
  return formTo(
    visit,
    html`${sends(form.what)}<input type="hidden" name="id" value="${form.id}"><label class="govuk-label" for="because-${form.id}">End it: why?<span class="govuk-visually-hidden"> (${form.about})</span></label><div class="daybreak-search__row"><input class="govuk-input" id="because-${form.id}" name="because" type="text">${button({ text: 'End', classes: 'govuk-button--secondary' })}</div>`,
  );
}

async function limits(visit: Visit, child: Child): Promise<Html> {
  const all = await limitsOfChild(visit, child);
  if (all.length === 0) return html`<p class="govuk-body">No limit is recorded.</p>`;
  return html`<ul class="daybreak-rows">${all.map((one) => {
    const holds = isInForce(one, visit.clock.today());
    return html`<li><strong>${one.adultName}</strong>: ${one.isCourtOrder ? 'court order' : 'limit on contact'}${one.barsRecords && ', barred from the records'}. ${one.words}<br>
<span class="daybreak-soft">From ${formatDate(one.fromOn)}${one.untilOn !== null && html`, until ${formatDate(one.untilOn)}`}. Who may know: ${one.whoMayKnow}. ${holds ? 'In force.' : (one.endedBecause ?? 'Not in force.')}</span>
${one.endedAt === null && endForm(visit, { what: 'end-limit', id: one.id, about: one.adultName })}</li>`;
  })}</ul>`;
}

async function newLimit(visit: Visit, child: Child): Promise<Html> {
  const household = await mainHomeOf(visit, child);
  const carers = household?.parentCarers ?? [];
  return html`<h2 class="govuk-heading-m">Record a limit</h2>${formTo(
    visit,
    html`${sends('add-limit')}${choiceQuestion(visit, {
      field: 'adult',
      label: 'Which adult?',
      options: [
        ...carers.map((carer) => ({ value: carer.id, text: carer.name })),
        {
          value: 'somebody-else',
          text: 'Somebody else',
          conditional: html`${lineQuestion(visit, { field: 'adultName', label: 'Name' })}${lineQuestion(visit, { field: 'adultEmail', label: 'Email address, if known', hint: 'An account with this address is barred too.', type: 'email' })}`,
        },
      ],
    })}
${choiceQuestion(visit, {
  field: 'limit',
  label: 'What is it?',
  options: [
    { value: 'order-bars', text: 'A court order that bars the adult from the child’s records' },
    { value: 'order-limits', text: 'A court order that limits contact' },
    { value: 'bars', text: 'Another reason to keep the records from the adult' },
    { value: 'limits', text: 'Another limit on contact' },
  ],
})}
${wordsQuestion(visit, { field: 'words', label: 'What everybody who works with the child must know', hint: 'One or two plain sentences. For example, “He may not collect her.”', rows: 3 })}
${lineQuestion(visit, { field: 'whoMayKnow', label: 'Who may know of it' })}
${dateQuestion(visit, { field: 'fromOn', label: 'From', savedDate: visit.clock.today() })}
${dateQuestion(visit, { field: 'untilOn', label: 'Until (optional)', hint: 'The first day on which it no longer holds.' })}
${button({ text: 'Record it', classes: 'govuk-button--warning', preventDoubleClick: true })}`,
  )}`;
}

async function apart(visit: Visit, child: Child): Promise<Html> {
  const hidden = await householdsHiddenFrom(visit, visitorOf(visit));
  const all = (await apartOfChild(visit, child)).filter((one) => !hidden.includes(one.otherHouseholdId));
  if (all.length === 0) return html`<p class="govuk-body">Nobody.</p>`;
  return html`<ul class="daybreak-rows">${all.map(
    (one) =>
      html`<li><strong>${one.otherName}</strong>, born ${formatDate(one.otherBornOn)}. ${one.reason}<br><span class="daybreak-soft">${one.saidBy}, ${formatDate(one.saidOn)}. Look at it again on ${formatDate(one.reviewOn)}.</span>${endForm(visit, { what: 'end-apart', id: one.id, about: one.otherName })}</li>`,
  )}</ul>`;
}

function newApart(visit: Visit): Html {
  return html`<h3 class="govuk-heading-s">Add a child to keep apart</h3>${formTo(
    visit,
    html`${sends('add-apart')}${lineQuestion(visit, { field: 'otherName', label: 'The other child’s full name' })}
${dateQuestion(visit, { field: 'otherBorn', label: 'The other child’s date of birth' })}
${wordsQuestion(visit, { field: 'reason', label: 'Why', rows: 3 })}
${lineQuestion(visit, { field: 'saidBy', label: 'Who says so' })}
${dateQuestion(visit, { field: 'reviewOn', label: 'Look at it again on', savedDate: visit.clock.today().add({ months: 6 }) })}
${button({ text: 'Keep apart', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
  )}`;
}

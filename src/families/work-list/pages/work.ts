import { formatDate } from '#kernel/local-date.ts';
import type { ToDo } from '#kernel/to-do.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { byDay } from '../by-day.ts';
import { type Desk, desksFor } from '../desks.ts';
import { toDosOf } from '../sources.ts';

/** How many of one group are listed before the rest is only counted. */
const mostListed = 30;

/** What a practitioner has to do, what is late first, and the ways to their desks. */
export async function workPage(visit: Visit): Promise<Page> {
  const toDos = await toDosOf(visit);
  const groups = byDay(toDos, visit.clock.today());
  const first = visit.person?.name.split(' ')[0] ?? '';
  return page({
    title: 'Your work',
    section: 'practitioners',
    isPrivate: true,
    main: html`<h1 class="govuk-heading-l">${first === '' ? 'Your work' : `${first}, your work`}</h1>
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${toDos.length === 0 ? html`<p class="govuk-body-l">Nothing waits for you today.</p>` : nothing}
${group('Late', groups.overdue, 'late')}
${group('This week', groups.thisWeek)}
${group('Later', groups.later)}
${group('Whenever you can', groups.withoutDay)}
</div><div class="govuk-grid-column-one-third">${deskList(desksFor(visit.person?.roles ?? []))}</div></div>`,
  });
}

function group(heading: string, toDos: readonly ToDo[], mood?: 'late'): Html {
  if (toDos.length === 0) return nothing;
  const more = toDos.length - mostListed;
  return html`<section class="daybreak-to-do${mood === 'late' && ' daybreak-to-do--late'}"><h2 class="govuk-heading-m">${heading} <span class="daybreak-to-do__count">${toDos.length}</span></h2>
<ul class="daybreak-to-do__list">${toDos
    .slice(0, mostListed)
    .map(
      (toDo) =>
        html`<li><a class="govuk-link" href="${toDo.href}">${toDo.title}<span class="govuk-visually-hidden">: ${toDo.about}</span></a><span class="daybreak-to-do__about" aria-hidden="true">${toDo.about}</span>${toDo.by !== null && html`<span class="daybreak-to-do__day">${formatDate(toDo.by)}</span>`}</li>`,
    )}</ul>${more > 0 && html`<p class="govuk-body daybreak-soft">And ${more} more, behind these.</p>`}</section>`;
}

function deskList(own: readonly Desk[]): Html {
  if (own.length === 0) return nothing;
  return html`<nav class="daybreak-desks" aria-labelledby="desks"><h2 class="govuk-heading-m" id="desks">Where to</h2>
<ul class="govuk-list">${own.map(
    (desk) =>
      html`<li><a class="govuk-link govuk-!-font-weight-bold" href="${desk.href}">${desk.name}</a><br>${desk.about}</li>`,
  )}</ul></nav>`;
}

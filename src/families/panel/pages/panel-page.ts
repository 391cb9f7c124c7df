import { formatDate } from '#kernel/local-date.ts';
import { backLink, button } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { panelDeskOf } from '../panel-desk.ts';
import type { Waiting } from '../queue.ts';
import { meetingTag, waited } from './words.ts';

/** The meetings that somebody sits in; for a chair also what waits. */
export async function panelPage(visit: Visit): Promise<Page> {
  const { meetings, waiting } = await panelDeskOf(visit);
  return page({
    title: 'Panel',
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: '/practitioners', text: 'Your work' }),
    main: html`<h1 class="govuk-heading-l">Panel</h1>
${waiting !== null && html`<p>${button({ text: 'Call a meeting', href: '/practitioners/panel/call' })}</p>`}
<section aria-labelledby="meetings"><h2 class="govuk-heading-m" id="meetings">Your meetings</h2>
${meetings.length === 0 && html`<p class="daybreak-panel">You sit in no meeting. A chair who calls one can ask you.</p>`}
<ul class="govuk-list daybreak-rows">${meetings.map(
      (one) =>
        html`<li>${meetingTag(one.state)} <a class="govuk-link" href="/practitioners/panel/${one.id}">${formatDate(one.heldOn)}, ${one.startsAt}</a><br><span class="daybreak-soft">${one.place}, chaired by ${one.chairName}</span></li>`,
    )}</ul></section>
${waiting !== null && queue(visit, waiting)}`,
  });
}

function queue(visit: Visit, waiting: readonly Waiting[]): Html {
  const today = visit.clock.today();
  return html`<section aria-labelledby="waiting"><h2 class="govuk-heading-m" id="waiting">Waiting for a meeting</h2>
${waiting.length === 0 && html`<p class="daybreak-panel">Nothing waits.</p>`}
<ul class="govuk-list daybreak-rows">${waiting.map((one) => html`<li><strong>${one.childName ?? 'A case that is closed to you'}</strong>, ${one.subject.kind} ${one.reference}<br>Has waited ${waited(one.waitingSince, today)}${one.childName !== null && one.because !== '' && html`. ${one.because}`}</li>`)}</ul></section>`;
}

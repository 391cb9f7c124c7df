import { formatDate } from '#kernel/local-date.ts';
import { backLink, button, details, notificationBanner } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { choiceQuestion, choicesQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type Answer, notFound, page, type Visit } from '#platform/web/visit.ts';
import { type AgendaItem, type MeetingFile, meetingFileOf } from '../meeting-file.ts';
import { queueOf } from '../queue.ts';
import { membersOfMeeting, toChangeMembers } from './members-part.ts';
import { meetingTag, outcomeTag, waited } from './words.ts';

/** A meeting for who sits in it: its agenda, and for the chair what to do next. */
export async function meetingPage(visit: Visit): Promise<Answer> {
  const file = await meetingFileOf(visit);
  if (file === null) return notFound('a meeting');
  const { meeting } = file;
  const isChair = visit.person?.id === meeting.chairId;
  return page({
    title: `Panel on ${formatDate(meeting.heldOn)}`,
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: '/practitioners/panel', text: 'Panel' }),
    main: html`${errorsOf(visit)}${told(visit)}<span class="govuk-caption-l">Meeting ${meeting.reference}</span>
<h1 class="govuk-heading-l">Panel on ${formatDate(meeting.heldOn)}</h1>
<ul class="daybreak-facts"><li>${meetingTag(meeting.state)}</li><li>${meeting.startsAt}, ${meeting.place}</li><li>Chair: ${meeting.chairName}</li><li>${meeting.quorum} must be there</li></ul>
${await membersOfMeeting(visit, file)}
${meeting.state === 'cancelled' && html`<p class="daybreak-panel">Cancelled: ${meeting.cancelledBecause}</p>`}
<section aria-labelledby="agenda"><h2 class="govuk-heading-m" id="agenda">Agenda</h2>${agendaOf(visit, file)}</section>
${isChair && meeting.state === 'planned' && (await toPlan(visit, file))}
${isChair && meeting.state === 'papers-issued' && toTakeOff(visit, file)}
${isChair && (meeting.state === 'planned' || meeting.state === 'papers-issued') && (await toChangeMembers(visit, file))}
${(meeting.state === 'papers-issued' || meeting.state === 'closed') && html`<p class="govuk-body"><a class="govuk-link" href="/practitioners/panel/${meeting.id}/minutes">Minutes</a></p>`}
${isChair && (meeting.state === 'planned' || meeting.state === 'papers-issued') && html`<p class="govuk-body"><a class="govuk-link" href="/practitioners/panel/${meeting.id}/cancel">Cancel this meeting</a></p>`}`,
  });
}

const toldWords: ReadonlyMap<string, string> = new Map([
  ['issued', 'The papers are out. Only those who sit in this meeting see them.'],
  ['interest', 'Thank you for saying so. This item is closed to you from now on.'],
  ['members', 'Changed. Who left sees nothing of this meeting any more.'],
  ['recorded', 'Recorded. The family gets a letter with the reasons.'],
  ['cancelled', 'Cancelled. What was on the agenda waits for the next meeting.'],
]);

function told(visit: Visit): Html {
  const text = toldWords.get(visit.query.get('told') ?? '');
  return text === undefined ? nothing : notificationBanner({ type: 'success', text });
}

function agendaOf(visit: Visit, file: MeetingFile): Html {
  if (file.agenda.length === 0) return html`<p class="daybreak-panel">Nothing is on the agenda yet.</p>`;
  return html`<ol class="govuk-list daybreak-rows">${file.agenda.map((one, index) => line(visit, file, { one, index }))}</ol>`;
}

function line(
  visit: Visit,
  file: MeetingFile,
  given: { readonly one: AgendaItem; readonly index: number },
): Html {
  const { one, index } = given;
  const { item } = one;
  const isOut = file.meeting.papersIssuedAt !== null && file.meeting.state !== 'cancelled';
  const name =
    isOut && !one.isClosed
      ? html`<a class="govuk-link" href="/practitioners/panel/items/${item.id}">${one.childName}</a>`
      : html`<strong>${one.childName}</strong>`;
  return html`<li>${index + 1}. ${name}, ${item.subject.kind === 'plan' ? 'support plan' : 'application'} ${one.decision !== null && outcomeTag(one.decision.outcome)}
<br><span class="daybreak-soft">Has waited ${waited(item.waitingSince, visit.clock.today())}${item.state === 'withdrawn' && html`. Taken off: ${item.withdrawnBecause}`}${one.interests.length > 0 && html`. Interest declared: ${one.interests.map((each) => each.name).join(', ')}`}</span></li>`;
}

async function toPlan(visit: Visit, file: MeetingFile): Promise<Html> {
  const waiting = await queueOf(visit);
  const here = `/practitioners/panel/${file.meeting.id}`;
  const today = visit.clock.today();
  return html`<section aria-labelledby="waiting"><h2 class="govuk-heading-m" id="waiting">Waiting, the longest first</h2>
${
  waiting.length === 0
    ? html`<p class="govuk-body">Nothing else waits.</p>`
    : formTo(
        visit,
        html`${choicesQuestion(visit, {
          field: 'subjects',
          label: 'What comes before this meeting?',
          savedAll: waiting.map((one) => one.subject.id),
          options: waiting.map((one) => ({
            value: one.subject.id,
            text: `${one.childName ?? 'A case that is closed to you'}, ${one.subject.kind} ${one.reference}`,
            hint: `Has waited ${waited(one.waitingSince, today)}`,
          })),
        })}
${button({ text: 'Put on the agenda', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
        { to: `${here}/agenda` },
      )
}</section>
${file.agenda.length > 0 && formTo(visit, button({ text: 'Send out the papers', preventDoubleClick: true }), { to: `${here}/issue` })}`;
}

function toTakeOff(visit: Visit, file: MeetingFile): Html {
  const open = file.agenda.filter(({ item, isClosed }) => item.state === 'on-agenda' && !isClosed);
  if (open.length === 0) return nothing;
  return details({
    summaryText: 'Take an item off the agenda',
    html: formTo(
      visit,
      html`${choiceQuestion(visit, { field: 'item', label: 'Which one?', options: open.map((one) => ({ value: one.item.id, text: `${file.agenda.indexOf(one) + 1}. ${one.childName}` })) })}
${wordsQuestion(visit, { field: 'words', label: 'Why?', rows: 2 })}${button({ text: 'Take it off', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
      { to: `/practitioners/panel/${file.meeting.id}/withdraw` },
    ),
  });
}

/** Where a chair cancels a meeting. */
export async function cancelPage(visit: Visit): Promise<Answer> {
  const file = await meetingFileOf(visit);
  if (file === null) return notFound('a meeting');
  return page({
    title: 'Cancel this meeting',
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: `/practitioners/panel/${file.meeting.id}`, text: 'The meeting' }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${errorsOf(visit)}
<h1 class="govuk-heading-l">Cancel the panel on ${formatDate(file.meeting.heldOn)}</h1>
<p class="govuk-body">What was on its agenda goes back to the queue, with the days that it has waited.</p>
${formTo(visit, html`${wordsQuestion(visit, { field: 'words', label: 'Why is it cancelled?', rows: 2 })}${button({ text: 'Cancel the meeting', classes: 'govuk-button--warning', preventDoubleClick: true })}`)}
</div></div>`,
  });
}

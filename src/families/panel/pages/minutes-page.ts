import { formatDate } from '#kernel/local-date.ts';
import { backLink, button } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { wordsQuestion } from '#platform/web/questions.ts';
import { type Answer, notFound, page, type Visit } from '#platform/web/visit.ts';
import { outcomeWords } from '../domain/panel.ts';
import { tallyOf } from '../domain/votes.ts';
import { type AgendaItem, type MeetingFile, meetingFileOf } from '../meeting-file.ts';
import { day, typed } from './words.ts';

/** The minutes of a meeting, to read and to print; the chair confirms them, and corrections are added. */
export async function minutesPage(visit: Visit): Promise<Answer> {
  const file = await meetingFileOf(visit);
  if (file === null) return notFound('a meeting');
  const { meeting, minutes } = file;
  const isChair = visit.person?.id === meeting.chairId;
  const confirmed = minutes.find((one) => one.kind === 'confirmed');
  return page({
    title: `Minutes of the panel on ${formatDate(meeting.heldOn)}`,
    section: 'practitioners',
    isPrivate: true,
    before: backLink({ href: `/practitioners/panel/${meeting.id}`, text: 'The meeting' }),
    main: html`${errorsOf(visit)}<article class="daybreak-letter">
<p class="daybreak-letter__from">${visit.authority.logo}<span>${visit.authority.name}</span></p>
<h1 class="govuk-heading-l">Minutes of the panel on ${formatDate(meeting.heldOn)}</h1>
<p class="govuk-body">${meeting.startsAt}, ${meeting.place}. Reference ${meeting.reference}.<br>Chair: ${meeting.chairName}. Members: ${file.members.map((one) => one.name).join(', ')}.</p>
${file.agenda.map(item)}
${confirmed === undefined ? html`<p class="govuk-body"><strong>Not confirmed yet.</strong></p>` : html`<h2 class="govuk-heading-m">Confirmed</h2><p class="govuk-body">By ${confirmed.personName} on ${day(confirmed.writtenAt)}. ${typed(confirmed.words)}</p>`}
${corrections(file)}</article>
${isChair && toWrite(visit, file)}
<p class="govuk-body daybreak-no-print govuk-!-margin-top-4">To keep the minutes on paper, print this page.</p>`,
  });
}

function item(one: AgendaItem, index: number): Html {
  if (one.isClosed)
    return html`<h2 class="govuk-heading-m">${index + 1}. Closed to you</h2><p class="govuk-body">You were not present for this item.</p>`;
  const { decision } = one;
  const interest =
    one.interests.length > 0 &&
    html`<p class="govuk-body">Interest declared, and not present: ${one.interests.map((each) => each.name).join(', ')}.</p>`;
  if (decision === null)
    return html`<h2 class="govuk-heading-m">${index + 1}. ${one.childName}</h2><p class="govuk-body">${one.item.state === 'withdrawn' ? `Taken off the agenda: ${one.item.withdrawnBecause}` : 'Not settled yet.'}</p>${interest}`;
  const tally = tallyOf(decision.votes);
  return html`<h2 class="govuk-heading-m">${index + 1}. ${one.childName}</h2>
<p class="govuk-body"><strong>${outcomeWords[decision.outcome]}.</strong> ${tally.present} present: ${tally.inFavour} for, ${tally.against} against, ${tally.abstained} abstained.</p>
<p class="govuk-body">Reasons: ${typed(decision.reasons)}</p>
${decision.conditions !== '' && html`<p class="govuk-body">Conditions: ${typed(decision.conditions)}</p>`}
${decision.less !== '' && html`<p class="govuk-body">Agreed instead: ${typed(decision.less)}</p>`}${interest}`;
}

function corrections(file: MeetingFile): Html {
  const added = file.minutes.filter((one) => one.kind === 'correction');
  return html`${added.length > 0 && html`<h2 class="govuk-heading-m">Corrections</h2>`}${added.map((one) => html`<p class="govuk-body">${day(one.writtenAt)}, ${one.personName}: ${typed(one.words)}</p>`)}`;
}

function toWrite(visit: Visit, file: MeetingFile): Html {
  const isClosed = file.meeting.state === 'closed';
  return html`<div class="daybreak-no-print govuk-!-margin-top-6">${formTo(
    visit,
    html`${wordsQuestion(visit, {
      field: 'words',
      label: isClosed ? 'Add a correction' : 'Anything else for the minutes (optional)',
      hint: isClosed
        ? 'What was confirmed stays as it is; a correction stands below it.'
        : 'Once confirmed, they are not changed; corrections are added.',
      rows: 4,
    })}${button({ text: isClosed ? 'Add the correction' : 'Confirm the minutes', preventDoubleClick: true })}`,
    { to: `/practitioners/panel/${file.meeting.id}/minutes` },
  )}</div>`;
}

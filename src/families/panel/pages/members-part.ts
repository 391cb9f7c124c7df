import { button, details } from '#platform/govuk/index.ts';
import { formTo } from '#platform/web/form-page.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { choiceQuestion, wordsQuestion } from '#platform/web/questions.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { MeetingFile } from '../meeting-file.ts';
import { changesOfMeeting, whoMayCome } from '../panel-desk.ts';

/** Who sits in a meeting, and who came or left after it was called, with why. */
export async function membersOfMeeting(visit: Visit, file: MeetingFile): Promise<Html> {
  const changes = await changesOfMeeting(visit, file.meeting.id);
  return html`<p class="govuk-body govuk-!-margin-top-4">In it: ${file.members.map((one) => one.name).join(', ')}.${changes.map(({ name, kind, because }) => html`<br><span class="daybreak-soft">${name} ${kind === 'came' ? 'came in' : 'left'}${because !== '' && html`: ${because}`}</span>`)}</p>`;
}

/** Where the chair lets somebody come into the meeting, or leave it. */
export async function toChangeMembers(visit: Visit, file: MeetingFile): Promise<Html> {
  const { meeting, members } = file;
  const isPast = Temporal.PlainDate.compare(meeting.heldOn, visit.clock.today()) < 0;
  if (isPast || file.agenda.some(({ item }) => item.state === 'decided')) return nothing;
  const able = await whoMayCome(visit, file);
  const asOptions = (all: MeetingFile['members']) =>
    all.map(({ personId, name }) => ({ value: personId, text: name }));
  const nobody = { value: '', text: 'Nobody' };
  return details({
    summaryText: 'Somebody comes in, or leaves',
    html: formTo(
      visit,
      html`${choiceQuestion(visit, { field: 'comes', label: 'Who comes in?', saved: '', options: [nobody, ...asOptions(able)] })}
${choiceQuestion(visit, { field: 'leaves', label: 'Who leaves?', saved: '', options: [nobody, ...asOptions(members.filter(({ personId }) => personId !== meeting.chairId))] })}
${wordsQuestion(visit, { field: 'because', label: meeting.state === 'planned' ? 'Why? (optional)' : 'Why?', rows: 2 })}
${button({ text: 'Change who sits in it', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
      { to: `/practitioners/panel/${meeting.id}/members` },
    ),
  });
}

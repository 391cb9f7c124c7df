import { z } from 'zod';
import { refusal } from '#kernel/refusal.ts';
import { parseForm, words } from '#platform/web/form.ts';
import { notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { meetingFileOf } from '../meeting-file.ts';
import { insertMinute, moveMeeting } from '../store/meetings.ts';

const form = z.object({ words: words({ name: 'Your words', max: 6_000 }) });

/** The chair confirms the minutes once every item is settled; after that, corrections are added and nothing changes. */
export async function writeMinutes(visit: Visit) {
  const file = await meetingFileOf(visit, { forChange: true });
  if (file === null) return notFound();
  const { meeting } = file;
  const read = parseForm(form, visit.form);
  if (!read.ok) return wrong(...read.refusals);
  const authorityId = visit.authority.id;
  const minute = { authorityId, meetingId: meeting.id, by: signedIn(visit), at: visit.clock.now() };
  const said = read.value.words;
  if (meeting.state === 'closed') {
    if (said === '') return wrong(refusal('missing', 'Write what is corrected', 'words'));
    await insertMinute(visit.transaction, { ...minute, kind: 'correction', words: said });
    return redirect(`/practitioners/panel/${meeting.id}/minutes`);
  }
  if (meeting.state !== 'papers-issued')
    return wrong(refusal('not-held', 'A meeting whose papers never went out has no minutes.'));
  if (Temporal.PlainDate.compare(visit.clock.today(), meeting.heldOn) < 0)
    return wrong(refusal('not-held', 'The minutes are confirmed on the day of the meeting or after it.'));
  const left = file.agenda.filter(({ item }) => item.state === 'on-agenda').length;
  if (left > 0)
    return wrong(
      refusal(
        'not-settled',
        `${left} of the agenda ${left === 1 ? 'is' : 'are'} not settled. Record what was decided, put it off, or take it off the agenda.`,
      ),
    );
  await insertMinute(visit.transaction, { ...minute, kind: 'confirmed', words: said });
  await moveMeeting(visit.transaction, { authorityId, meetingId: meeting.id, to: 'closed' });
  return redirect(`/practitioners/panel/${meeting.id}/minutes`);
}

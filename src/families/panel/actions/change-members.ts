import { z } from 'zod';
import { refusal } from '#kernel/refusal.ts';
import { parseForm, words } from '#platform/web/form.ts';
import { notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { meetingFileOf } from '../meeting-file.ts';
import { whoMayCome } from '../panel-desk.ts';
import { changeMember } from '../store/members.ts';

const form = z.object({
  comes: words({ name: 'Who comes', max: 40 }),
  leaves: words({ name: 'Who leaves', max: 40 }),
  because: words({ name: 'The reason', max: 500 }),
});

/**
 * The chair lets somebody come into a meeting, or leave it, or both at once: freely until the papers are out, then
 * with the reason, and not once the meeting has decided anything. The quorum stays, and so does the chair.
 */
export async function changeMembers(visit: Visit) {
  const file = await meetingFileOf(visit, { forChange: true });
  if (file === null) return notFound();
  const { meeting, members } = file;
  const read = parseForm(form, visit.form);
  if (!read.ok) return wrong(...read.refusals);
  const { comes, leaves, because } = read.value;
  const isOpen = meeting.state === 'planned' || meeting.state === 'papers-issued';
  if (!isOpen || Temporal.PlainDate.compare(meeting.heldOn, visit.clock.today()) < 0)
    return wrong(refusal('over', 'This meeting is over or was cancelled, so nobody comes or leaves.'));
  if (file.agenda.some(({ item }) => item.state === 'decided'))
    return wrong(refusal('has-decided', 'This meeting has decided already, so nobody comes or leaves.'));
  const coming = (await whoMayCome(visit, file)).find(({ personId }) => personId === comes);
  const leaving = members.find(({ personId }) => personId === leaves && personId !== meeting.chairId);
  if (comes !== '' && coming === undefined)
    return wrong(refusal('not-able', 'Choose somebody who may sit in a panel and does not yet', 'comes'));
  if (leaves !== '' && leaving === undefined)
    return wrong(refusal('not-a-member', 'Choose a member who is not the chair', 'leaves'));
  if (coming === undefined && leaving === undefined)
    return wrong(refusal('missing', 'Choose who comes, who leaves, or both', 'comes'));
  if (meeting.state === 'papers-issued' && because === '')
    return wrong(refusal('missing', 'The papers are out, so write why', 'because'));
  const left = members.length + (coming === undefined ? 0 : 1) - (leaving === undefined ? 0 : 1);
  if (left < meeting.quorum)
    return wrong(refusal('no-quorum', `${meeting.quorum} must be there. Choose who comes instead`, 'comes'));
  const change = {
    authorityId: visit.authority.id,
    meetingId: meeting.id,
    because,
    by: signedIn(visit),
    at: visit.clock.now(),
  };
  if (leaving !== undefined)
    await changeMember(visit.transaction, { ...change, kind: 'left', member: leaving });
  if (coming !== undefined)
    await changeMember(visit.transaction, { ...change, kind: 'came', member: coming });
  return redirect(`/practitioners/panel/${meeting.id}?told=members`);
}

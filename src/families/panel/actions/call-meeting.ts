import { z } from 'zod';
import { isId, newId, newReference } from '#kernel/id.ts';
import { refusal } from '#kernel/refusal.ts';
import { date, parseForm, words } from '#platform/web/form.ts';
import { notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { meetingFileOf } from '../meeting-file.ts';
import { panelRulesOn } from '../panel-rules.ts';
import { queueOf } from '../queue.ts';
import { insertItem, moveItem } from '../store/items.ts';
import { insertMeeting, moveMeeting, practitionersWith } from '../store/meetings.ts';

const form = z.object({
  heldOn: date('The day of the meeting'),
  startsAt: words({ name: 'The time', max: 5, missing: 'Enter the time, like 09:30' }).refine(
    (value) => value === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(value),
    'Enter the time as hours and minutes, like 09:30',
  ),
  place: words({ name: 'The place', max: 200, missing: 'Enter the place, or “by video”' }),
});

/** The chair calls a meeting: day, place and members, by the rules that hold on that day. */
export async function callMeeting(visit: Visit) {
  const read = parseForm(form, visit.form);
  if (!read.ok) return wrong(...read.refusals);
  const { heldOn, startsAt, place } = read.value;
  if (Temporal.PlainDate.compare(heldOn, visit.clock.today()) < 0)
    return wrong(refusal('in-past', 'The day of the meeting must be today or later', 'heldOn'));
  const authorityId = visit.authority.id;
  const rules = panelRulesOn(visit.authority, heldOn);
  const chair = signedIn(visit);
  const chosen = new Set((visit.form.get('members') ?? []).filter(isId));
  const able = await practitionersWith(visit.transaction, { authorityId, roles: rules.roles });
  const members = able.filter((one) => chosen.has(one.personId) || one.personId === chair.id);
  if (members.length < rules.quorum)
    return wrong(
      refusal(
        'no-quorum',
        `Choose at least ${rules.quorum} members with yourself: that is the quorum`,
        'members',
      ),
    );
  const id = newId();
  visit.concerns('panel-meeting', id);
  await insertMeeting(visit.transaction, {
    authorityId,
    meeting: {
      id,
      reference: newReference('PM'),
      heldOn,
      startsAt,
      place,
      chairId: chair.id,
      chairName: chair.name,
      quorum: rules.quorum,
    },
    members,
    at: visit.clock.now(),
  });
  return redirect(`/practitioners/panel/${id}`);
}

/** Puts what the chair chose out of the queue on the agenda, in the queue's order. */
export async function buildAgenda(visit: Visit) {
  const file = await meetingFileOf(visit, { forChange: true });
  if (file === null) return notFound();
  const { meeting } = file;
  if (meeting.state !== 'planned')
    return wrong(refusal('papers-out', 'The agenda is closed: its papers are out, or it was cancelled.'));
  const chosen = new Set(visit.form.get('subjects') ?? []);
  const waiting = (await queueOf(visit)).filter((one) => chosen.has(one.subject.id));
  if (waiting.length === 0)
    return wrong(refusal('missing', 'Choose what comes before the panel', 'subjects'));
  let position = Math.max(0, ...file.agenda.map(({ item }) => item.position));
  for (const one of waiting) {
    position += 1;
    const { householdId, childId, subject, waitingSince, because } = one;
    const item = { householdId, childId, subject, waitingSince, because, position };
    await insertItem(visit.transaction, { authorityId: visit.authority.id, meetingId: meeting.id, item });
  }
  return redirect(`/practitioners/panel/${meeting.id}`);
}

/** Opens the papers to those who sit in the meeting. */
export async function issuePapers(visit: Visit) {
  const file = await meetingFileOf(visit, { forChange: true });
  if (file === null) return notFound();
  const { meeting } = file;
  if (meeting.state === 'papers-issued') return redirect(`/practitioners/panel/${meeting.id}`);
  if (meeting.state !== 'planned')
    return wrong(refusal('not-planned', 'This meeting is over or was cancelled, so no papers go out.'));
  if (file.agenda.length === 0)
    return wrong(refusal('no-agenda', 'Nothing is on the agenda yet. Choose from what waits first.'));
  await moveMeeting(visit.transaction, {
    authorityId: visit.authority.id,
    meetingId: meeting.id,
    to: 'papers-issued',
    papersIssuedAt: visit.clock.now(),
  });
  return redirect(`/practitioners/panel/${meeting.id}?told=issued`);
}

const reason = z.object({ words: words({ name: 'The reason', max: 500, missing: 'Write the reason' }) });

/** Cancels a meeting; what was not decided goes back to the queue, and keeps how long it has waited. */
export async function cancelMeeting(visit: Visit) {
  const file = await meetingFileOf(visit, { forChange: true });
  if (file === null) return notFound();
  const { meeting } = file;
  const read = parseForm(reason, visit.form);
  if (!read.ok) return wrong(...read.refusals);
  if (meeting.state === 'closed' || meeting.state === 'cancelled')
    return wrong(refusal('over', 'This meeting is over or was cancelled already.'));
  const authorityId = visit.authority.id;
  if (file.agenda.some(({ item }) => item.state === 'decided'))
    return wrong(
      refusal(
        'has-decided',
        'This meeting has decided already. Put off what is left, then confirm its minutes.',
      ),
    );
  const because = read.value.words;
  for (const { item } of file.agenda)
    if (item.state === 'on-agenda')
      await moveItem(visit.transaction, {
        authorityId,
        itemId: item.id,
        to: 'withdrawn',
        because: `The meeting was cancelled: ${because}`,
      });
  await moveMeeting(visit.transaction, { authorityId, meetingId: meeting.id, to: 'cancelled', because });
  return redirect(`/practitioners/panel/${meeting.id}?told=cancelled`);
}

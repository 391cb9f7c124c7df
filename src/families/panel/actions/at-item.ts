import { z } from 'zod';
import { insertInterest } from '#families/register/index.ts';
import { isId } from '#kernel/id.ts';
import { refusal } from '#kernel/refusal.ts';
import { parseForm, words } from '#platform/web/form.ts';
import { notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { itemFileOf } from '../item-file.ts';
import { meetingFileOf } from '../meeting-file.ts';
import { insertPanelInterest, moveItem } from '../store/items.ts';

const interestForm = z.object({ words: words({ name: 'What you say', max: 500 }) });

/**
 * A member declares an interest: from this moment the item and the family's case are closed to them, and they
 * have no vote on it. It cannot be taken back.
 */
export async function declareInterest(visit: Visit) {
  const file = await itemFileOf(visit, { forChange: true });
  if (file === null) return notFound();
  const read = parseForm(interestForm, visit.form);
  if (!read.ok) return wrong(...read.refusals);
  if (file.decision !== null)
    return wrong(
      refusal('already-decided', 'This has been decided. Tell the chair, who adds it to the minutes.'),
    );
  const person = signedIn(visit);
  const authorityId = visit.authority.id;
  const at = visit.clock.now();
  const said = { authorityId, itemId: file.item.id, words: read.value.words, by: person, at };
  await insertPanelInterest(visit.transaction, said);
  await insertInterest(visit.transaction, {
    authorityId,
    personId: person.id,
    householdId: file.item.householdId,
    at,
  });
  return redirect(`/practitioners/panel/${file.meeting.id}?told=interest`);
}

const withdrawForm = z.object({
  item: words({ name: 'The item', max: 40, missing: 'Choose the item' }),
  words: words({ name: 'The reason', max: 500, missing: 'Write why it comes off the agenda' }),
});

/** The chair takes an item off the agenda, with the reason. What is still for the panel goes back to the queue. */
export async function withdrawItem(visit: Visit) {
  const file = await meetingFileOf(visit, { forChange: true });
  if (file === null) return notFound();
  const read = parseForm(withdrawForm, visit.form);
  if (!read.ok) return wrong(...read.refusals);
  const found = file.agenda.find(({ item }) => item.id === read.value.item);
  if (found === undefined || !isId(read.value.item))
    return wrong(refusal('missing', 'Choose an item of this agenda', 'item'));
  if (found.item.state !== 'on-agenda')
    return wrong(refusal('already-decided', 'This item was decided or taken off already.', 'item'));
  if (found.isClosed)
    return wrong(
      refusal(
        'closed-to-you',
        'This item is closed to you, so you do not take it off. Another member opens it and puts it off.',
        'item',
      ),
    );
  await moveItem(visit.transaction, {
    authorityId: visit.authority.id,
    itemId: found.item.id,
    to: 'withdrawn',
    because: read.value.words,
  });
  return redirect(`/practitioners/panel/${file.meeting.id}`);
}

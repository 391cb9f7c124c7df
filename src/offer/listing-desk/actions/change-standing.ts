import { z } from 'zod';
import { refusal } from '#kernel/refusal.ts';
import { readListing } from '#offer/directory/index.ts';
import { firstValue, optionalDate, parseForm, words } from '#platform/web/form.ts';
import { type Answer, notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { listingAtDesk } from '../desk.ts';
import { removeDraft } from '../store/drafts.ts';
import { confirmStillRight } from './confirm-still-right.ts';
import { refusedToChange } from './edit-section.ts';
import { publishListing, withdrawListing } from './publish.ts';

/** Says that everything in a listing is still right. */
export async function sayStillRight(visit: Visit): Promise<Answer> {
  const at = await listingAtDesk(visit, { toChange: true });
  if (at === null || at.row === null) return notFound('the listing');
  const refused = await refusedToChange(visit, at);
  if (refused !== null) return wrong(refused);
  await confirmStillRight(visit.transaction, {
    authority: visit.authority,
    slug: at.slug,
    by: at.desk.side === 'provider' ? 'the provider' : 'the council',
    personId: signedIn(visit).id,
    name: at.by.words,
    at: visit.clock.now(),
  });
  visit.concerns('listing', at.slug);
  return redirect(`${at.base}?saved=still-right`);
}

const closedForm = z.object({
  reason: words({ missing: 'Say why it is closed', max: 200, name: 'Reason' }),
  until: optionalDate('Last day closed'),
});

/** Says that a break is closed for now, or runs again. Families see it at once. */
export async function closeForNow(visit: Visit): Promise<Answer> {
  const at = await listingAtDesk(visit, { toChange: true });
  if (at === null || at.row === null) return notFound('the listing');
  const refused = await refusedToChange(visit, at);
  if (refused !== null) return wrong(refused);
  const deed = { authority: visit.authority, at: visit.clock.now(), by: at.by };
  const listing = readListing(at.row.content);
  visit.concerns('listing', at.slug);
  if (firstValue(visit.form, 'runs') === 'again') {
    const open = { ...listing, paused: null, pausedUntil: null };
    await publishListing(visit.transaction, { ...deed, listing: open, why: 'Runs again' });
    return redirect(`${at.base}?saved=open`);
  }
  const parsed = parseForm(closedForm, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  const { reason, until } = parsed.value;
  if (until !== null && Temporal.PlainDate.compare(until, visit.clock.today()) < 0)
    return wrong(refusal('in-past', 'Last day closed must be today or later', 'until'));
  const closed = { ...listing, paused: reason, pausedUntil: until };
  await publishListing(visit.transaction, { ...deed, listing: closed, why: 'Closed for now' });
  return redirect(`${at.base}?saved=closed`);
}

const shownForm = z.object({
  shownFrom: optionalDate('First day'),
  shownUntil: optionalDate('Last day'),
});

/** Sets the days between which families see a listing. */
export async function setShownDays(visit: Visit): Promise<Answer> {
  const at = await listingAtDesk(visit, { toChange: true });
  if (at === null || at.row === null) return notFound('the listing');
  const refused = await refusedToChange(visit, at);
  if (refused !== null) return wrong(refused);
  const parsed = parseForm(shownForm, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  const { shownFrom: from, shownUntil: until } = parsed.value;
  if (from !== null && until !== null && Temporal.PlainDate.compare(from, until) > 0)
    return wrong(refusal('ends-first', 'The last day must not be before the first', 'shownUntil'));
  await publishListing(visit.transaction, {
    authority: visit.authority,
    at: visit.clock.now(),
    by: at.by,
    listing: readListing(at.row.content),
    shown: { from, until },
    why: 'The days on which it is shown',
  });
  visit.concerns('listing', at.slug);
  return redirect(`${at.base}?saved=shown`);
}

const withdrawForm = z.object({
  reason: words({ missing: 'Say why it leaves the directory', max: 500, name: 'Reason' }),
});

/** Takes a listing out of the directory, with a reason that its versions keep. */
export async function takeOut(visit: Visit): Promise<Answer> {
  const at = await listingAtDesk(visit, { toChange: true });
  if (at === null || at.row === null || at.row.withdrawnAt !== null) return notFound('the listing');
  const refused = await refusedToChange(visit, at);
  if (refused !== null) return wrong(refused);
  const parsed = parseForm(withdrawForm, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  await withdrawListing(visit.transaction, {
    authority: visit.authority,
    at: visit.clock.now(),
    by: at.by,
    row: at.row,
    why: parsed.value.reason,
  });
  // What still waited would bring it back.
  await removeDraft(visit.transaction, { authorityId: visit.authority.id, slug: at.slug });
  visit.concerns('listing', at.slug);
  return redirect(`${at.base}?saved=withdrawn`);
}

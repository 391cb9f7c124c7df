import { refusal } from '#kernel/refusal.ts';
import { type Answer, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { listingAtDesk } from '../desk.ts';
import type { Content } from '../domain/changes.ts';
import { movedOn, type Verdict } from '../domain/draft.ts';
import type { KeptDraft } from '../store/drafts.ts';
import { lockListings } from '../store/listing-rows.ts';
import { carryOut, changedSince, wholeListing } from './decide-draft.ts';
import { refusedToChange } from './edit-section.ts';

/** So many may be approved at once: as many as the list shows. */
const mostAtOnce = 200;

/** Everything that waits in a draft, accepted. */
function everythingIn(draft: KeptDraft): Readonly<Record<string, Verdict>> {
  const fields =
    draft.content === null
      ? Object.keys(draft.changes).filter((field) => draft.changes[field]?.state === 'waiting')
      : [wholeListing];
  return Object.fromEntries(fields.map((field) => [field, { kind: 'accept' } as const]));
}

/** Approves one ticked draft; false where it has to be looked at by itself. */
async function approveOne(visit: Visit, ticked: string): Promise<boolean> {
  const [slug = '', revision = ''] = ticked.split('@');
  const at = await listingAtDesk(visit, { toChange: true, slug });
  if (at === null || at.draft === null) return false;
  if (changedSince(at.draft, revision) !== null || (await refusedToChange(visit, at)) !== null) return false;
  if (
    at.row !== null &&
    at.draft.content === null &&
    movedOn(at.row.content as Content, at.draft.changes).length > 0
  )
    return false;
  await carryOut(visit, at, { draft: at.draft, verdicts: everythingIn(at.draft) });
  visit.note({ event: 'listing.approved', subject: { kind: 'listing', id: slug } });
  return true;
}

/**
 * Approves everything that waits in the ticked drafts. One that somebody changed since the list was shown, that is a
 * provider's of the officer's own, or where families read something else by now, is left and told of.
 */
export async function approveMany(visit: Visit): Promise<Answer> {
  const ticked = [...new Set(visit.form.get('draft') ?? [])].slice(0, mostAtOnce);
  if (ticked.length === 0) return wrong(refusal('nothing-chosen', 'Tick the listings to approve', 'draft'));
  let approved = 0;
  // All of them before the first is published: of two who work at once neither waits for the other forever.
  const slugs = ticked.map((one) => one.split('@')[0] ?? '');
  await lockListings(visit.transaction, { authorityId: visit.authority.id, slugs });
  for (const one of ticked.toSorted()) if (await approveOne(visit, one)) approved += 1;
  return redirect(`/practitioners/listings?approved=${approved}&left=${ticked.length - approved}`);
}

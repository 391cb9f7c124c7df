import { refusal } from '#kernel/refusal.ts';
import { readListing } from '#offer/directory/index.ts';
import { firstValue } from '#platform/web/form.ts';
import { type Answer, notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { listingAtDesk } from '../desk.ts';
import { type Content, changesBetween } from '../domain/changes.ts';
import { versionsOf } from '../store/versions.ts';
import { refusedToChange, saveChanges } from './edit-section.ts';
import { publishListing } from './publish.ts';

/**
 * Makes a listing say again what a version of it said: a new version, so that nothing of what was in between is lost.
 * A provider's goes the same way as whatever else it changes: what is safe is live, the rest waits. The council's brings
 * back a listing that was taken out as well.
 */
export async function restoreVersion(visit: Visit): Promise<Answer> {
  const at = await listingAtDesk(visit, { toChange: true });
  if (at === null || at.row === null) return notFound('the listing');
  const refused = await refusedToChange(visit, at, { evenWithdrawn: true });
  if (refused !== null) return wrong(refused);
  const named = { authorityId: visit.authority.id, slug: at.slug };
  const wanted = firstValue(visit.form, 'version');
  const version = (await versionsOf(visit.transaction, named)).find(({ id }) => id === wanted);
  if (version === undefined) return wrong(refusal('no-such-version', 'Choose one of these versions'));
  visit.concerns('listing', at.slug, { version: version.id });
  if (at.row.withdrawnAt !== null) {
    if (at.desk.side === 'provider')
      return wrong(
        refusal('withdrawn', 'The council has taken this listing out. Ask it to bring the listing back'),
      );
    await publishListing(visit.transaction, {
      authority: visit.authority,
      at: visit.clock.now(),
      by: at.by,
      listing: readListing(version.content),
      why: 'Put back as it was',
    });
    return redirect(`${at.base}?saved=live`);
  }
  const changes = changesBetween(at.proposedContent, version.content as Content);
  return redirect(`${at.base}?saved=${await saveChanges(visit, at, changes)}`);
}

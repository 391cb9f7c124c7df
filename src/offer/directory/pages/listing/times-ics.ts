import { type Answer, notFound, type Visit } from '#platform/web/visit.ts';
import { openListing } from '../../actions/open-listing.ts';
import { timesOfListing } from '../../actions/times-of-listing.ts';
import { timesFile } from '../../times-file.ts';

/** The times of a listing as a calendar file, which a calendar may also follow. */
export async function timesIcs(visit: Visit): Promise<Answer> {
  const { transaction, authority, params, origin, clock } = visit;
  const opened = await openListing(transaction, { authorityId: authority.id, slug: params.slug ?? '' });
  if (opened === null || opened.withdrawnAt !== null) return notFound('this short break');
  const { listing } = opened;
  const runs = timesOfListing(visit, listing);
  if (runs.length === 0) return notFound('dates of this short break');
  // The stamp is the day's beginning: a calendar that asks again the same day gets the same file.
  const stamp = clock.today().toZonedDateTime('UTC').toInstant();
  return {
    kind: 'download',
    name: `${listing.slug}.ics`,
    mediaType: 'text/calendar; charset=utf-8',
    body: timesFile(listing, { runs, stamp, address: `${origin}/find/${listing.slug}` }),
  };
}

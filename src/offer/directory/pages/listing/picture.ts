import path from 'node:path';
import { type Answer, notFound, openAnswer, redirect, type Visit } from '#platform/web/visit.ts';
import { openListing } from '../../actions/open-listing.ts';
import { readPicture } from '../../actions/read-picture.ts';

const keptPicture = /^\/pictures\/[0-9a-f-]{36}$/;

/** A picture of a listing, by its number: only what a listing names is served, whatever stands in the folder. */
export async function listingPicture(visit: Visit): Promise<Answer> {
  const { transaction, authority, params, query } = visit;
  const opened = await openListing(transaction, { authorityId: authority.id, slug: params.slug ?? '' });
  const number = params.number ?? '';
  const named = /^\d{1,2}$/.test(number) ? opened?.listing.told.pictures[Number(number)] : undefined;
  if (named === undefined) return notFound('this picture');
  // What a provider handed in is kept in the service and has an address of its own.
  if (keptPicture.test(named.file)) return redirect(named.file);
  const picture = await readPicture(path.join(authority.folder, 'offer', 'pictures'), {
    file: named.file,
    width: query.get('size') === 'small' ? 'small' : 'large',
  });
  if (picture === null) return notFound('this picture');
  return openAnswer({
    mediaType: 'image/webp',
    body: picture.bytes,
    etag: picture.etag,
    keepSeconds: 3_600,
  });
}

import { z } from 'zod';
import { refusal } from '#kernel/refusal.ts';
import type { Listing } from '#offer/directory/index.ts';
import { firstValue, parseForm, words } from '#platform/web/form.ts';
import { type Answer, notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { type ListingAtDesk, listingAtDesk } from '../desk.ts';
import { changesBetween } from '../domain/changes.ts';
import { addPicture, pictureBy } from '../store/pictures.ts';
import { refusedToChange, saveChanges } from './edit-section.ts';
import { contentOf } from './propose-listing.ts';

/** So many pictures a listing shows at most: a phone loads each of them. */
const mostPictures = 6;

const pictureForm = z.object({
  words: words({
    missing: 'Say what the picture shows, for those who cannot see it',
    max: 200,
    name: 'What the picture shows',
  }),
});

async function save(visit: Visit, at: ListingAtDesk, pictures: Listing['told']['pictures']): Promise<Answer> {
  const listing = { ...at.proposed, told: { ...at.proposed.told, pictures } };
  const outcome = await saveChanges(visit, at, changesBetween(at.proposedContent, contentOf(listing)));
  visit.concerns('listing', at.slug);
  return redirect(`${at.base}/pictures?saved=${outcome === 'waits' ? 'picture' : outcome}`);
}

/** Adds a picture with its words. It is drawn anew, so that nothing hidden in it is kept; it waits as any words do. */
export async function takePicture(visit: Visit): Promise<Answer> {
  const at = await listingAtDesk(visit, { toChange: true });
  if (at === null) return notFound('the listing');
  const refused = await refusedToChange(visit, at);
  if (refused !== null) return wrong(refused);
  const { pictures } = at.proposed.told;
  if (pictures.length >= mostPictures)
    return wrong(
      refusal('too-many', `A listing has at most ${mostPictures} pictures. Remove one first`, 'file'),
    );
  const parsed = parseForm(pictureForm, visit.form);
  if (!parsed.ok) return wrong(...parsed.refusals);
  const upload = visit.uploads.find(({ field }) => field === 'file');
  if (upload === undefined) return wrong(refusal('missing', 'Choose a picture', 'file'));
  const taken = await visit.files.takeIn(upload);
  if (!taken.ok) return wrong(refusal(taken.code, taken.message, 'file'));
  const { id, mediaType, size, sha256 } = taken.value;
  if (mediaType === 'application/pdf')
    return wrong(refusal('file-not-allowed', 'Choose a picture: a JPEG, PNG or WEBP file', 'file'));
  await addPicture(visit.transaction, {
    authorityId: visit.authority.id,
    id,
    slug: at.slug,
    providerSlug: at.providerSlug,
    mediaType,
    bytes: size,
    sha256,
    personId: signedIn(visit).id,
    at: visit.clock.now(),
  });
  return save(visit, at, [...pictures, { file: `/pictures/${id}`, ...parsed.value }]);
}

/** Takes a picture out of a listing; earlier versions still have it. */
export async function dropPicture(visit: Visit): Promise<Answer> {
  const at = await listingAtDesk(visit, { toChange: true });
  if (at === null) return notFound('the listing');
  const refused = await refusedToChange(visit, at);
  if (refused !== null) return wrong(refused);
  const file = firstValue(visit.form, 'picture');
  const { pictures } = at.proposed.told;
  const rest = pictures.filter((one) => one.file !== file);
  if (rest.length === pictures.length)
    return wrong(refusal('no-such-picture', 'It is not in the listing any more'));
  return save(visit, at, rest);
}

/** The bytes of a picture that whoever asks may see; null where there is none for them. */
export async function pictureBytes(
  visit: Visit,
  id: string,
): Promise<{ readonly bytes: Buffer; readonly mediaType: string; readonly isPublished: boolean } | null> {
  const picture = await pictureBy(visit.transaction, { authorityId: visit.authority.id, id });
  if (picture === null) return null;
  const read = await visit.files.read(id);
  return read.ok ? { bytes: read.value, ...picture } : null;
}

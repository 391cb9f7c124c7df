import { refusal } from '#kernel/refusal.ts';
import { type Listing, openListing } from '#offer/directory/index.ts';
import { confirmStillRight, lockListings } from '#offer/listing-desk/index.ts';
import { hashOfToken } from '#platform/web/seal.ts';
import { type Answer, notFound, redirect, signedIn, type Visit, wrong } from '#platform/web/visit.ts';
import { noteUsed, reminderOfLink } from '../store/reminders.ts';
import { stageOfQuery } from './read-freshness.ts';

/** The listing that a reminder's link asks about. */
export type AskedAbout = {
  readonly listing: Listing;
  /** Whether it was checked since the reminder went out, by this link or another way. */
  readonly isAnswered: boolean;
};

/** What the link of this visit asks about; null for a link that there is not, or a listing that is gone. */
export async function askedAbout({ transaction, authority, params }: Visit): Promise<AskedAbout | null> {
  const reminder = await reminderOfLink(transaction, {
    authorityId: authority.id,
    hash: hashOfToken(params.token ?? ''),
  });
  if (reminder === null) return null;
  const opened = await openListing(transaction, { authorityId: authority.id, slug: reminder.slug });
  if (opened === null || opened.withdrawnAt !== null) return null;
  const { listing } = opened;
  return { listing, isAnswered: Temporal.PlainDate.compare(listing.checkedOn, reminder.checkedOn) > 0 };
}

/** Notes that a provider says everything is still right. Pressed twice, or after another way, it is the same. */
export async function sayStillRight(visit: Visit): Promise<Answer> {
  const asked = await askedAbout(visit);
  if (asked === null) return notFound('the listing of this link');
  if (asked.isAnswered) return redirect(visit.path);
  const { transaction, authority, clock } = visit;
  const at = clock.now();
  await confirmStillRight(transaction, {
    authority,
    slug: asked.listing.slug,
    by: 'the provider',
    personId: visit.person?.id ?? null,
    at,
  });
  await noteUsed(transaction, { authorityId: authority.id, hash: hashOfToken(visit.params.token ?? ''), at });
  visit.concerns('listing', asked.listing.slug);
  return redirect(visit.path);
}

/** So many listings may be marked at once: a page of them. */
const mostAtOnce = 500;

/** Notes that staff have checked the chosen listings. */
export async function noteChecked(visit: Visit): Promise<Answer> {
  const slugs = (visit.form.get('listing') ?? []).filter((slug) => /^[a-z0-9-]{1,200}$/.test(slug));
  if (slugs.length === 0)
    return wrong(refusal('nothing-chosen', 'Tick the listings that you have checked', 'listing'));
  const { transaction, authority, clock } = visit;
  let checked = 0;
  const marked = slugs.slice(0, mostAtOnce);
  await lockListings(transaction, { authorityId: authority.id, slugs: marked });
  for (const slug of marked) {
    const isDone = await confirmStillRight(transaction, {
      authority,
      slug,
      by: 'the council',
      personId: signedIn(visit).id,
      name: signedIn(visit).name,
      at: clock.now(),
    });
    if (!isDone) continue;
    checked += 1;
    visit.note({ event: 'listing.checked', subject: { kind: 'listing', id: slug } });
  }
  const stage = stageOfQuery(visit.query);
  return redirect(
    `/practitioners/listings/freshness?${stage === null ? '' : `stage=${stage}&`}checked=${checked}`,
  );
}

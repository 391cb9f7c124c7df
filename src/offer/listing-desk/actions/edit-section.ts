import { type Refusal, refusal } from '#kernel/refusal.ts';
import { type Listing, readListing } from '#offer/directory/index.ts';
import { firstValue } from '#platform/web/form.ts';
import { type Answer, notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { type ListingAtDesk, listingAtDesk, notYourOwn, ownProvidersOf } from '../desk.ts';
import { applyChanges, type Changes, type Content, changesOf } from '../domain/changes.ts';
import { type Merged, merge } from '../domain/merge.ts';
import { safeFieldsOn } from '../safe-fields.ts';
import { sectionOf } from '../sections/all.ts';
import type { Section } from '../sections/section.ts';
import { contentOf, keepNewListing, proposeChanges } from './propose-listing.ts';
import { keepFirst, noteVersion, publishListing } from './publish.ts';
import { tellSentAgain } from './tell-provider.ts';

/** The hidden field with what the listing said when the form was opened. */
export const baseField = 'base';

/** What the listing said when this form was opened; null for a form that says nothing readable of it. */
export function baseOfForm(visit: Visit): Content | null {
  try {
    const read: unknown = JSON.parse(firstValue(visit.form, baseField) || 'null');
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Content) : null;
  } catch {
    return null;
  }
}

/** The fields of a section alone, as its form takes them along. */
export function sectionContent(section: Section, content: Content): Content {
  const whole = Object.entries(content).filter(
    ([name]) => section.owns(name) || name === 'contact' || name === 'told' || name === 'access',
  );
  return Object.fromEntries(whole);
}

/** What was typed, what the form began with and what the listing says now, put together. */
export function mergedForm(visit: Visit, section: Section, at: ListingAtDesk, typed: Listing): Merged | null {
  const base = baseOfForm(visit);
  if (base === null) return null;
  const own = (content: Content) => sectionContent(section, content);
  const merged = merge({ base, typed: own(contentOf(typed)), now: own(at.proposedContent) });
  const mine = changesOf(merged.mine, section.owns);
  return { ...merged, mine, clashes: merged.clashes.filter(({ field }) => section.owns(field)) };
}

const tooOld: Refusal = refusal(
  'form-too-old',
  'This page had been open for a long time, so nothing was saved. Check your answers and send them again',
);

/** Saves a section of a listing: what is safe goes live, the rest waits; the council's own changes go live. */
export async function editSection(visit: Visit): Promise<Answer> {
  const section = sectionOf(visit.params.section ?? '');
  const at = section === null ? null : await listingAtDesk(visit, { toChange: true });
  if (section === null || at === null) return notFound('the listing');
  const refused = await refusedToChange(visit, at);
  if (refused !== null) return wrong(refused);
  const read = section.read(visit, at.proposed);
  if (!read.ok) return wrong(...read.refusals);
  const merged = mergedForm(visit, section, at, read.value);
  if (merged === null) return wrong(tooOld);
  if (merged.clashes.length > 0)
    return wrong(
      refusal(
        'changed-by-someone-else',
        'Somebody else has changed the same while you were writing. Read what they wrote, then save what it is to say',
      ),
    );
  visit.concerns('listing', at.slug, { section: section.key });
  const outcome = await saveChanges(visit, at, merged.mine);
  const others = Object.keys(changesOf(merged.theirs, section.owns)).length;
  return redirect(`${at.base}?saved=${outcome}${others > 0 ? '&also=yes' : ''}`);
}

/**
 * Why nobody here may change a listing now: it was taken out of the directory, or it is a practitioner's own provider's.
 * Null where they may. `evenWithdrawn` is for bringing it back.
 */
export async function refusedToChange(
  visit: Visit,
  at: ListingAtDesk,
  { evenWithdrawn = false }: { readonly evenWithdrawn?: boolean } = {},
): Promise<Refusal | null> {
  if (!evenWithdrawn && at.row !== null && at.row.withdrawnAt !== null && !at.draft?.content)
    return refusal(
      'withdrawn',
      'This listing was taken out of the directory. Put a version of it back first',
    );
  if (at.desk.side !== 'council') return null;
  const own = await ownProvidersOf(visit);
  return own.includes(at.providerSlug) ? refusal('own-provider', notYourOwn(at.proposed.provider)) : null;
}

/** What saving came to: it is live, it waits, part of it does, or nothing was new. */
export type SavedAs = 'live' | 'waits' | 'part-waits' | 'nothing' | 'draft';

/** Where the facts come from once somebody has changed them here; what was made up or came by a feed stays so. */
export function touched(
  listing: Listing,
  fields: readonly string[],
  side: ListingAtDesk['desk']['side'],
): Listing {
  const names = new Set(fields.map((field) => field.split('.')[0]));
  return {
    ...listing,
    provenance: listing.provenance.kind === 'document' ? { kind: side } : listing.provenance,
    demonstrationFields: listing.demonstrationFields.filter((name) => !names.has(name)),
  };
}

/** Saves changes of a listing at the desk, which is locked. */
export async function saveChanges(visit: Visit, at: ListingAtDesk, changes: Changes): Promise<SavedAs> {
  const { transaction, authority, clock } = visit;
  const deed = { authorityId: authority.id, at: clock.now(), by: at.by };
  const fields = Object.keys(changes);
  if (fields.length === 0) return 'nothing';
  const source = at.desk.side;
  if (at.row === null || at.draft?.content) {
    const listing = readListing(applyChanges(at.proposedContent, changes));
    await keepNewListing(transaction, { ...deed, source, draft: at.draft, listing, isSent: false });
    return 'draft';
  }
  const { row } = at;
  const isSafe = source === 'council' ? () => true : safeFieldsOn(authority, clock.today());
  const now = changesOf(changes, isSafe);
  const later = changesOf(changes, (field) => !isSafe(field));
  const published = applyChanges(row.content as Content, now);
  if (Object.keys(now).length > 0) {
    const listing = touched(readListing(published), Object.keys(now), source);
    await publishListing(transaction, { ...deed, authority, listing, why: null });
  }
  // Also what is live now: where it was proposed before, it waits no longer.
  const waits = await proposeChanges(transaction, {
    ...deed,
    source,
    row: { ...row, content: published },
    draft: at.draft,
    changes,
  });
  if (Object.keys(later).length === 0) return 'live';
  if (waits === 'nothing-new') return 'nothing';
  const listing = readListing(applyChanges(at.proposedContent, changes));
  await keepFirst(transaction, { ...deed, why: null }, row);
  await noteVersion(transaction, { ...deed, listing, state: 'proposed', why: null });
  await tellSentAgain(visit, { returnedBy: at.draft?.returnedBy ?? null, listing });
  return Object.keys(now).length > 0 ? 'part-waits' : 'waits';
}

import type { Listing } from '#offer/directory/index.ts';
import { signedIn, type Visit } from '#platform/web/visit.ts';
import { messageOf } from '#platform/words/index.ts';
import type { DraftChange } from '../domain/draft.ts';
import { fieldLabel } from '../field-words.ts';
import type { KeptDraft } from '../store/drafts.ts';
import { addresseeOf } from '../store/provider-people.ts';

/** Writes to whoever proposed something, where that was a provider's person who is still there. */
async function writeTo(
  visit: Visit,
  draft: KeptDraft,
  message: {
    readonly templateId: string;
    readonly fields: Readonly<Record<string, string | readonly string[]>>;
  },
): Promise<void> {
  if (draft.source !== 'provider' || draft.proposedBy === null) return;
  const named = { authorityId: visit.authority.id, personId: draft.proposedBy };
  const to = await addresseeOf(visit.transaction, named);
  if (to === null) return;
  const { templateId, fields } = message;
  await visit.send({
    kind: templateId,
    to: to.email,
    personId: draft.proposedBy,
    ...(await messageOf(visit, { templateId, fields: { ...fields, name: to.name } })),
  });
}

/** Tells a provider what is live now. */
export async function tellApproved(
  visit: Visit,
  of: { readonly draft: KeptDraft; readonly listing: Listing; readonly fields: readonly string[] },
): Promise<void> {
  const { listing } = of;
  const changed = of.fields.map((field) => fieldLabel(field));
  await writeTo(visit, of.draft, {
    templateId: 'listing-approved',
    fields: {
      listing: listing.title,
      changed: changed.length === 0 ? ['The whole listing'] : changed,
      link: `${visit.origin}/find/${listing.slug}`,
    },
  });
}

/** Tells a provider what comes back, and why. */
export async function tellReturned(
  visit: Visit,
  of: {
    readonly draft: KeptDraft;
    readonly listing: Listing;
    readonly returned: Readonly<Record<string, DraftChange>>;
  },
): Promise<void> {
  const reasons = Object.entries(of.returned).flatMap(([field, change]) =>
    change.state === 'returned' ? [`${fieldLabel(field)}: ${change.reason}`] : [],
  );
  await writeTo(visit, of.draft, {
    templateId: 'listing-returned',
    fields: {
      listing: of.listing.title,
      reasons,
      link: `${visit.origin}/provider/listings/${of.listing.slug}`,
    },
  });
}

/** Tells whoever returned something that it has come again, mended. */
export async function tellSentAgain(
  visit: Visit,
  of: { readonly returnedBy: string | null; readonly listing: Listing },
): Promise<void> {
  if (of.returnedBy === null) return;
  const named = { authorityId: visit.authority.id, personId: of.returnedBy };
  const to = await addresseeOf(visit.transaction, named);
  if (to === null) return;
  const link = `${visit.origin}/practitioners/listings/drafts/${of.listing.slug}`;
  const fields = { name: to.name, listing: of.listing.title, who: signedIn(visit).name, link };
  await visit.send({
    kind: 'listing-sent-again',
    to: to.email,
    personId: of.returnedBy,
    ...(await messageOf(visit, { templateId: 'listing-sent-again', fields })),
  });
}

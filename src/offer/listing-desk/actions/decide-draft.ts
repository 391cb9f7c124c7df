import { type Refusal, refusal } from '#kernel/refusal.ts';
import { type Listing, readListing } from '#offer/directory/index.ts';
import { firstValue } from '#platform/web/form.ts';
import { type Answer, notFound, redirect, type Visit, wrong } from '#platform/web/visit.ts';
import { type ListingAtDesk, listingAtDesk } from '../desk.ts';
import { applyChanges, type Content } from '../domain/changes.ts';
import { type Draft, type DraftChange, decide, type Verdict, waitingIn } from '../domain/draft.ts';
import { type KeptDraft, removeDraft, saveDraft } from '../store/drafts.ts';
import { refusedToChange, touched } from './edit-section.ts';
import { noteVersion, publishListing } from './publish.ts';
import { tellApproved, tellReturned } from './tell-provider.ts';

/** The field of a whole new listing, which is accepted or returned as one. */
export const wholeListing = 'listing';

/** The verdicts of the form, field by field, and what is wrong with them. */
function verdictsOf(
  visit: Visit,
  fields: readonly string[],
): { readonly verdicts: Readonly<Record<string, Verdict>>; readonly refusals: readonly Refusal[] } {
  const isAll = firstValue(visit.form, 'everything') === 'accept';
  const verdicts: Record<string, Verdict> = {};
  const refusals: Refusal[] = [];
  for (const field of fields) {
    const said = isAll ? 'accept' : firstValue(visit.form, `verdict-${field}`);
    const reason = firstValue(visit.form, `reason-${field}`).trim().slice(0, 500);
    if (said === 'accept') verdicts[field] = { kind: 'accept' };
    else if (said === 'return' && reason === '')
      refusals.push(refusal('missing', 'Say why it goes back, so that they can mend it', `reason-${field}`));
    else if (said === 'return') verdicts[field] = { kind: 'return', reason };
  }
  return { verdicts, refusals };
}

/** Whether the draft is not the one any more that this decision was taken on. */
export function changedSince(draft: KeptDraft | null, revision: string): Refusal | null {
  if (draft === null || draft.waiting === 0)
    return refusal(
      'already-decided',
      'Somebody else has just decided about this. Nothing waits here any more',
    );
  if (String(draft.revision) === revision) return null;
  return refusal(
    'changed-by-someone-else',
    `${draft.byWords} has changed this while you were reading. Look at it again: nothing was decided`,
  );
}

/** Decides about what waits: each field goes live or back with a reason; a field without a word goes on waiting. */
export async function decideDraft(visit: Visit): Promise<Answer> {
  const at = await listingAtDesk(visit, { toChange: true });
  if (at === null) return notFound('the listing');
  const gone = changedSince(at.draft, firstValue(visit.form, 'revision'));
  const refused = gone ?? (await refusedToChange(visit, at));
  if (refused !== null || at.draft === null) return refused === null ? notFound() : wrong(refused);
  const fields = at.draft.content === null ? Object.keys(at.draft.changes) : [wholeListing];
  const { verdicts, refusals } = verdictsOf(visit, fields);
  if (refusals.length > 0) return wrong(...refusals);
  if (Object.keys(verdicts).length === 0)
    return wrong(refusal('nothing-chosen', 'Accept or return at least one change'));
  await carryOut(visit, at, { draft: at.draft, verdicts });
  visit.concerns('listing', at.slug);
  return redirect(`/practitioners/listings?decided=${at.slug}`);
}

type Decided = { readonly draft: KeptDraft; readonly verdicts: Readonly<Record<string, Verdict>> };

/** Carries verdicts out on a draft of the listing, which is locked. */
export async function carryOut(visit: Visit, at: ListingAtDesk, decided: Decided): Promise<void> {
  return decided.draft.content === null ? onChanges(visit, at, decided) : onWhole(visit, at, decided);
}

async function onChanges(visit: Visit, at: ListingAtDesk, { draft, verdicts }: Decided): Promise<void> {
  const { transaction, authority, clock } = visit;
  const deed = { authorityId: authority.id, at: clock.now(), by: at.by };
  if (at.row === null) throw new Error(`${at.slug} has changes and is not in the directory`);
  const published = at.row.content as Content;
  const {
    accepted,
    returned,
    left,
    published: then,
  } = decide({ published, changes: draft.changes, verdicts });
  const named = Object.keys(accepted);
  if (named.length > 0) {
    const side = draft.source === 'provider' ? 'provider' : 'council';
    const listing = touched(readListing(then), named, side);
    await publishListing(transaction, {
      ...deed,
      authority,
      listing,
      why: `Approved, as ${draft.byWords} asked`,
    });
    await tellApproved(visit, { draft, listing, fields: named });
  }
  if (Object.keys(returned).length > 0) {
    const listing = readListing(applyChanges(then, returned));
    const why = Object.values(returned).flatMap((one) => (one.state === 'returned' ? [one.reason] : []));
    await noteVersion(transaction, { ...deed, listing, state: 'returned', why: why.join(' · ') });
    await tellReturned(visit, { draft, listing, returned });
  }
  await keepLeft(visit, { draft, left, hasReturned: Object.keys(returned).length > 0 });
}

async function keepLeft(
  visit: Visit,
  of: { readonly draft: KeptDraft; readonly left: Draft['changes']; readonly hasReturned: boolean },
): Promise<void> {
  const { draft, left } = of;
  const { transaction, authority, person } = visit;
  if (Object.keys(left).length === 0)
    return removeDraft(transaction, { authorityId: authority.id, slug: draft.slug });
  const returnedBy = of.hasReturned ? (person?.id ?? null) : draft.returnedBy;
  const next = { ...draft, changes: left, waiting: waitingIn(left), returnedBy };
  return saveDraft(transaction, { authorityId: authority.id, draft: next });
}

async function onWhole(visit: Visit, at: ListingAtDesk, { draft, verdicts }: Decided): Promise<void> {
  const { transaction, authority, clock, person } = visit;
  const deed = { authorityId: authority.id, at: clock.now(), by: at.by };
  const listing: Listing = at.proposed;
  const verdict = verdicts[wholeListing];
  if (verdict?.kind === 'accept') {
    await publishListing(transaction, {
      ...deed,
      authority,
      listing,
      why: `Approved, as ${draft.byWords} asked`,
    });
    await removeDraft(transaction, { authorityId: authority.id, slug: at.slug });
    await tellApproved(visit, { draft, listing, fields: [] });
    return;
  }
  if (verdict === undefined) return;
  const { reason } = verdict;
  await noteVersion(transaction, { ...deed, listing, state: 'returned', why: reason });
  const returned: DraftChange = { before: null, after: null, state: 'returned', reason };
  const changes = { [wholeListing]: returned };
  await saveDraft(transaction, {
    authorityId: authority.id,
    draft: { ...draft, changes, waiting: 0, returnedBy: person?.id ?? null },
  });
  await tellReturned(visit, { draft, listing, returned: changes });
}

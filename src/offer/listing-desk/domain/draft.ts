import {
  applyChanges,
  type Change,
  type Changes,
  type Content,
  changesBetween,
  isSameValue,
  saidIn,
} from './changes.ts';

/** A change that waits for the council, or that the council has returned with a reason. */
export type DraftChange = Change &
  ({ readonly state: 'waiting' } | { readonly state: 'returned'; readonly reason: string });

/** What is proposed for a listing: changes to the one that families read, or the whole of a new one. */
export type Draft = {
  readonly slug: string;
  readonly providerSlug: string;
  /** The whole of a listing that is not in the directory yet. */
  readonly content: Content | null;
  readonly changes: Readonly<Record<string, DraftChange>>;
  /** How many fields wait; of a new listing one, once it is sent. */
  readonly waiting: number;
};

/** Counts what waits in a draft of changes. */
export function waitingIn(changes: Draft['changes']): number {
  return Object.values(changes).filter(({ state }) => state === 'waiting').length;
}

/** What a form begins with: what families read with all that is proposed or was returned, or the new listing. */
export function proposedContent(published: Content | null, draft: Draft | null): Content | null {
  if (draft?.content) return draft.content;
  if (published === null) return null;
  return draft === null ? published : applyChanges(published, draft.changes);
}

/**
 * The draft's changes once somebody has proposed something more. A field that says again what families read is taken
 * back; one that was returned stays so until it says something else.
 */
export function withProposed(of: {
  readonly published: Content;
  readonly before: Draft['changes'];
  readonly proposed: Changes;
}): Draft['changes'] {
  const changes: Record<string, DraftChange> = { ...of.before };
  for (const [field, { after }] of Object.entries(of.proposed)) {
    const now = saidIn(of.published, field);
    delete changes[field];
    if (!isSameValue(now, after)) changes[field] = { before: now, after, state: 'waiting' };
  }
  return changes;
}

/** What an officer says of a field. */
export type Verdict = { readonly kind: 'accept' } | { readonly kind: 'return'; readonly reason: string };

/** What families read after the verdicts, and what is left of the draft. */
export function decide(of: {
  readonly published: Content;
  readonly changes: Draft['changes'];
  readonly verdicts: Readonly<Record<string, Verdict>>;
}): {
  readonly published: Content;
  readonly accepted: Changes;
  readonly returned: Readonly<Record<string, DraftChange>>;
  readonly left: Draft['changes'];
} {
  const accepted: Record<string, Change> = {};
  const returned: Record<string, DraftChange> = {};
  const left: Record<string, DraftChange> = {};
  for (const [field, change] of Object.entries(of.changes)) {
    const verdict = change.state === 'waiting' ? of.verdicts[field] : undefined;
    const { before, after } = change;
    if (verdict?.kind === 'accept') accepted[field] = { before, after };
    else if (verdict?.kind === 'return')
      returned[field] = { before, after, state: 'returned', reason: verdict.reason };
    else left[field] = change;
  }
  return {
    published: applyChanges(of.published, accepted),
    accepted,
    returned,
    left: { ...left, ...returned },
  };
}

/** Changes that families' version has moved on under: it says something else now than when they were proposed. */
export function movedOn(published: Content, changes: Draft['changes']): readonly string[] {
  return Object.entries(changes)
    .filter(([field, { before }]) => !isSameValue(saidIn(published, field), before))
    .map(([field]) => field);
}

/** What a whole new listing says, field by field, for reading it as one reads changes. */
export function asChanges(content: Content): Changes {
  return changesBetween({}, content);
}

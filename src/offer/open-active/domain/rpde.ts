import { type Result, refusal, success } from '#kernel/refusal.ts';

/** So many items stand on a page of a feed unless fewer are asked for. */
export const MOST_ITEMS = 500;

/** For how many days a feed tells of what it has no more; the specification asks for seven. */
export const DELETED_KEPT_DAYS = 14;

/** Under what licence the data may be used: attribution, as OpenActive asks of all its feeds. */
export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

/** How a feed's answer names itself (Realtime Paged Data Exchange 1.0). */
export const FEED_MEDIA_TYPE = 'application/vnd.openactive.rpde+json; version=1';

/** One item of a feed: what it is now, or that it is no more. `modified` is its change number, unlike any other's. */
export type FeedItem = {
  readonly kind: string;
  readonly id: string;
  readonly modified: number;
} & ({ readonly state: 'updated'; readonly data: object } | { readonly state: 'deleted' });

/** What is asked of a feed: the items after a change number, so many. */
export type FeedQuestion = { readonly after: number; readonly limit: number };

/** One page of a feed, and whether it is the last one, which is empty. */
export type FeedPage = {
  readonly isLast: boolean;
  readonly body: { readonly next: string; readonly items: readonly FeedItem[]; readonly license: string };
};

function wholeNumber(text: string): number | null {
  const number = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(number) ? number : null;
}

/** Reads what is asked of a feed from the address; without anything it is the first page. */
export function readFeedQuestion(query: URLSearchParams): Result<FeedQuestion> {
  const after = wholeNumber(query.get('afterChangeNumber') ?? '0');
  const limit = wholeNumber(query.get('limit') ?? String(MOST_ITEMS));
  if (after === null)
    return refusal('not-a-change-number', 'afterChangeNumber must be a whole number, as in "next".');
  if (limit === null || limit < 1 || limit > MOST_ITEMS)
    return refusal('not-a-limit', `limit must be a whole number from 1 to ${MOST_ITEMS}.`);
  return success({ after, limit });
}

/**
 * The page of a feed that the items make, in the order of their change numbers. Its next page begins after its last
 * item; a page without items is the last one and names itself as the next, to be asked again later.
 */
export function feedPage(given: {
  /** The address of the feed without its question. */
  readonly base: string;
  readonly question: FeedQuestion;
  readonly items: readonly FeedItem[];
}): FeedPage {
  const { base, question, items } = given;
  const last = items[items.length - 1];
  const after = last?.modified ?? question.after;
  const query = new URLSearchParams();
  if (after > 0) query.set('afterChangeNumber', String(after));
  if (question.limit !== MOST_ITEMS) query.set('limit', String(question.limit));
  const next = query.size === 0 ? base : `${base}?${query}`;
  return { isLast: items.length === 0, body: { next, items, license: LICENCE } };
}

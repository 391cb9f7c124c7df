export const queueViews = ['waiting', 'asked', 'list', 'elsewhere', 'decided', 'all'] as const;

/**
 * Which applications: those that wait for us, those that wait for the family, those on the waiting list, those
 * that a panel or an assessment looks at, the decided ones, or all.
 */
export type QueueView = (typeof queueViews)[number];

/** What the queue is narrowed to. Every word must stand in the reference or in the child's name. */
export type QueueFilter = { readonly view: QueueView; readonly words: readonly string[] };

/** How many applications one page of the queue lists. */
export const queuePageSize = 25;

/** Reads the queue's address. What makes no sense is left out; the first six words count. */
export function readQueueFilter(given: {
  readonly view: string | null;
  readonly search: string | null;
}): QueueFilter {
  const words = (given.search ?? '')
    .replace(/(?!\s)\p{Cc}/gu, '')
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  return {
    view: queueViews.find((view) => view === given.view) ?? (words.length > 0 ? 'all' : 'waiting'),
    words: words.slice(0, 6).map((word) => word.slice(0, 60)),
  };
}

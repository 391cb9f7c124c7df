import { type BreakKind, breakKinds } from '#families/awards/index.ts';
import { householdsHiddenFrom } from '#families/register/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import { type DueReview, reviewsDueBy } from './due-reviews.ts';

/** How far ahead "due" looks, in days. */
export const daysAhead = 28;

export const listViews = ['overdue', 'due', 'nights'] as const;

/** Which reviews: those whose day has passed, those of the next four weeks, or those of nights, where the law sets the day. */
export type ListView = (typeof listViews)[number];

export type ReviewFilter = { readonly view: ListView; readonly kind: BreakKind | null };

export type ReviewList = {
  readonly filter: ReviewFilter;
  readonly lines: readonly DueReview[];
  readonly counts: Readonly<Record<ListView, number>>;
};

/** Reads the list's address; what makes no sense is left out. */
function readFilter(query: URLSearchParams): ReviewFilter {
  return {
    view: listViews.find((view) => view === query.get('show')) ?? 'overdue',
    kind: breakKinds.find((kind) => kind === query.get('kind')) ?? null,
  };
}

/** Gives the reviews that the address asks for, without the households that the practitioner is kept away from. */
export async function reviewList(visit: Visit): Promise<ReviewList> {
  const { person, authority, transaction } = visit;
  if (person === null) throw new Error('the policy lets only signed-in people in');
  const filter = readFilter(visit.query);
  const today = visit.clock.today();
  const all = await reviewsDueBy(
    { authority, transaction, today },
    { until: today.add({ days: daysAhead }), hidden: await householdsHiddenFrom(visit, person) },
  );
  const ofKind = all.filter(({ award }) => filter.kind === null || award.breakKind === filter.kind);
  const isOverdue = ({ dueOn }: DueReview) => Temporal.PlainDate.compare(dueOn, today) < 0;
  const byView: Readonly<Record<ListView, readonly DueReview[]>> = {
    overdue: ofKind.filter(isOverdue),
    due: ofKind.filter((one) => !isOverdue(one)),
    nights: ofKind.filter(({ award }) => award.legalBasis !== null),
  };
  return {
    filter,
    lines: byView[filter.view],
    counts: { overdue: byView.overdue.length, due: byView.due.length, nights: byView.nights.length },
  };
}

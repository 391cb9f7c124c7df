import { type Award, awardOn, awardsWith, changesOfAwards, lastDayOf } from '#families/awards/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { ReviewRecord } from './domain/record.ts';
import { nextReview, type ReviewClocks } from './domain/schedule.ts';
import { reviewClocksOf } from './review-clocks.ts';
import {
  type AwardToReview,
  awardsToReview,
  firstAwardsToReview,
  type Reached,
} from './store/awards-to-review.ts';
import { recordsOf } from './store/records.ts';

/** A review that is to be held, and of what. */
export type DueReview = AwardToReview & {
  readonly award: Award;
  readonly lastDay: Temporal.PlainDate;
  readonly isSuspended: boolean;
  readonly dueOn: Temporal.PlainDate;
  readonly held: readonly ReviewRecord[];
};

type Where = {
  readonly authority: Authority;
  readonly transaction: Transaction;
  readonly today: Temporal.PlainDate;
};

/** So many awards are asked for in one question: a database takes no more than 65,535 values. */
const atOnce = 2_000;

/** The next review of each of these awards that has one. */
export async function dueReviewsOf(
  where: Where,
  listed: readonly AwardToReview[],
): Promise<readonly DueReview[]> {
  const due: DueReview[] = [];
  for (let at = 0; at < listed.length; at += atOnce)
    due.push(...(await someOf(where, listed.slice(at, at + atOnce))));
  return due;
}

async function someOf(
  { authority, transaction, today }: Where,
  listed: readonly AwardToReview[],
): Promise<readonly DueReview[]> {
  const wanted = { authorityId: authority.id, awardIds: listed.map(({ awardId }) => awardId) };
  const awards = new Map((await awardsWith(transaction, wanted)).map((award) => [award.id, award]));
  const changes = await changesOfAwards(transaction, wanted);
  const records = await recordsOf(transaction, wanted);
  const clocks = reviewClocksOf(authority);
  return listed.flatMap((one) => {
    const award = awards.get(one.awardId);
    if (award === undefined) return [];
    const own = changes.get(award.id) ?? [];
    const held = records.get(award.id) ?? [];
    const lastDay = lastDayOf(award, own);
    const dueOn = nextReview({ ...award, lastDay }, held, clocks);
    if (dueOn === null || Temporal.PlainDate.compare(lastDay, today) < 0) return [];
    const isSuspended = awardOn(award, own, today).standing === 'suspended';
    return [{ ...one, award, lastDay, isSuspended, dueOn, held }];
  });
}

/** Every review that is due by a day or was due before, the longest due first. */
export async function reviewsDueBy(
  where: Where,
  wanted: { readonly until: Temporal.PlainDate; readonly hidden: readonly string[] },
): Promise<readonly DueReview[]> {
  const { authority, transaction, today } = where;
  const listed = await awardsToReview(transaction, { authorityId: authority.id, today, ...wanted });
  const due = await dueReviewsOf(where, listed);
  return byDay(due, wanted.until);
}

/**
 * The first of what `reviewsDueBy` gives, without working all of it out: so many candidates are read of each kind that
 * nothing else is due before what they come to. Of those due on one day, any may be given. Holds while a clock of the
 * law does not become shorter for awards that start later.
 */
export async function firstReviewsDueBy(
  where: Where,
  wanted: { readonly until: Temporal.PlainDate; readonly hidden: readonly string[]; readonly first: number },
): Promise<readonly DueReview[]> {
  const { authority, transaction, today } = where;
  const clocks = reviewClocksOf(authority);
  for (let limit = wanted.first * 2; ; limit *= 4) {
    const asked = { authorityId: authority.id, today, ...wanted, limit };
    const { listed, reached } = await firstAwardsToReview(transaction, asked);
    const due = byDay(await dueReviewsOf(where, listed), wanted.until);
    const sure = due.filter((review) => reached.every((end) => isFirst(review, end, clocks)));
    if (reached.length === 0 || sure.length >= wanted.first) return sure.slice(0, wanted.first);
  }
}

/** Whether no award that was not read is due before this one. */
function isFirst({ dueOn }: DueReview, end: Reached, clocks: ReviewClocks): boolean {
  // The law counts from the start: an award that starts no earlier is due no earlier.
  const days = end.by === 'its-day' ? [end.day] : [clocks.section17(end.day), clocks.section20First(end.day)];
  return days.every((day) => Temporal.PlainDate.compare(dueOn, day) <= 0);
}

function byDay(due: readonly DueReview[], until: Temporal.PlainDate): readonly DueReview[] {
  return due
    .filter(({ dueOn }) => Temporal.PlainDate.compare(dueOn, until) <= 0)
    .toSorted(
      (one, other) =>
        Temporal.PlainDate.compare(one.dueOn, other.dueOn) || (one.awardId < other.awardId ? -1 : 1),
    );
}

export type { Feeling, ReviewOutcome, ReviewRecord } from './domain/record.ts';
export { type HeldReview, nextReview, type ReviewClocks, type ReviewedAward } from './domain/schedule.ts';
export { type DueReview, dueReviewsOf, reviewsDueBy } from './due-reviews.ts';
export { remindOfReviews, reviewQueues } from './jobs.ts';
export { type Reminding, remindFamilies } from './remind-families.ts';
export { reviewClocksOf } from './review-clocks.ts';
export { recordsOf } from './store/records.ts';
export { templates } from './templates.ts';
export { toDosOfFamily, toDosOfPractitioner } from './to-dos.ts';

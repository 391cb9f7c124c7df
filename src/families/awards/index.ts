export {
  type Award,
  type AwardSummary,
  lastDayOf,
  type ReviewCycle,
  reviewsWithin,
} from './domain/award.ts';
export { awardMonthsOn, reviewCycleOn } from './folder/award-clocks.ts';
export {
  awardOfDecision,
  awardsOfChildren,
  awardsOfYear,
  awardWith,
  type NewAward,
  recordAward,
} from './store/awards.ts';
export { awardsOfPerson } from './store/summaries.ts';

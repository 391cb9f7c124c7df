export { type AwardDates, awardDates } from './award-dates.ts';
export type { Award, AwardSummary } from './domain/award.ts';
export {
  awardOfDecision,
  awardsOfChildren,
  awardsOfYear,
  awardWith,
  type NewAward,
  recordAward,
} from './store/awards.ts';
export { awardsOfPerson } from './store/summaries.ts';

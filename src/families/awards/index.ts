export { type AwardDates, awardDates } from './award-dates.ts';
export {
  type Award,
  type AwardRhythm,
  type AwardSource,
  type AwardSummary,
  type AwardWay,
  awardRhythms,
  awardWays,
  type BreakKind,
  breakKinds,
  type Granted,
  type Payer,
  payers,
} from './domain/award.ts';
export { formatGranted, formatHours } from './domain/granted.ts';
export {
  awardOfDecision,
  awardsOfChildren,
  awardsOfYear,
  awardWith,
  type NewAward,
  recordAward,
} from './store/awards.ts';
export { awardsOfPerson } from './store/summaries.ts';

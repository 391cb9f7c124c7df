export { type AwardDates, awardDates } from './award-dates.ts';
export { awardNow } from './award-now.ts';
export { costOfPlanAwards } from './cost-of-plan-awards.ts';
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
export {
  type AwardChange,
  type AwardOnDay,
  type AwardSpan,
  amountsOn,
  awardOn,
  type ChangeKind,
  changesInForce,
  lastDayOf,
  type Standing,
  type Stretch,
  stretchesOf,
  type WhatChanges,
} from './domain/change.ts';
export { formatGranted, formatHours } from './domain/granted.ts';
export { type WayOfAgreeing, wayOfAgreeing } from './domain/spending-authority.ts';
export { worthBetween, worthOf, yearly } from './domain/worth.ts';
export { kindNames, payerNames, wayNames } from './kind-words.ts';
export { spendingAuthoritiesOn } from './spending-authorities.ts';
export {
  awardOfDecision,
  awardsOfChildren,
  awardsOfYear,
  awardsWith,
  awardWith,
  type NewAward,
  recordAward,
} from './store/awards.ts';
export { changesOf, changesOfAwards, insertChange } from './store/changes.ts';
export { awardsOfPerson } from './store/summaries.ts';
export { templates } from './templates.ts';
export { toDosOfFamily, toDosOfPractitioner } from './to-dos.ts';

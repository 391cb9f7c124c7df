export { awardPence, formatAwardValue, type MachineAward, machineAward } from './domain/award.ts';
export { bandsOf } from './domain/bands.ts';
export { decide, decideUnder, factsOn } from './domain/decide.ts';
export type {
  Answer,
  DatedFacts,
  FactDeclaration,
  FactSource,
  Facts,
  FactType,
  FactValue,
} from './domain/facts.ts';
export { nextQuestion, openQuestions } from './domain/next-question.ts';
export type {
  ApplicationOutcome,
  Award,
  AwardValue,
  Band,
  Criterion,
  Decision,
  NextStep,
  Question,
  Reason,
  ResultRow,
  RuleSet,
  Scheme,
  SchemeVersion,
  Source,
  Term,
} from './domain/scheme.ts';
export { versionFor, versionInForce } from './domain/select-version.ts';

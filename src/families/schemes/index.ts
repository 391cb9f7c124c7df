export { decideForCommandLine, type PrintedDecision } from './command-line.ts';
export { differencesForCommandLine } from './command-line-diff.ts';
export { orderForCommandLine, ticketOf } from './command-line-order.ts';
export { awardPence, formatAwardValue, type MachineAward, machineAward } from './domain/award.ts';
export { bandsOf } from './domain/bands.ts';
export {
  awardInWords,
  criteriaInWords,
  type RuleInWords,
  type RulesInWords,
} from './domain/criteria-in-words.ts';
export { decide, decideUnder, factsOn } from './domain/decide.ts';
export type { Band, Decision, Question, Reason } from './domain/decision.ts';
export { type Difference, differencesBetween } from './domain/differences.ts';
export type { Entry, FactValue } from './domain/fact-value.ts';
export type { Answer, DatedFacts, FactDeclaration, FactSource, Facts, FactType } from './domain/facts.ts';
export { nextQuestion, openQuestions } from './domain/next-question.ts';
export { orderOf, type PlacedCase, type WaitingCase } from './domain/order.ts';
export { readFacts } from './domain/read-facts.ts';
export { readValue } from './domain/read-value.ts';
export type {
  ApplicationOutcome,
  Award,
  AwardValue,
  Criterion,
  NextStep,
  OrderKey,
  ResultRow,
  Round,
  RuleSet,
  Scheme,
  SchemeVersion,
  Source,
  Term,
  WaitingList,
} from './domain/scheme.ts';
export { isClosedToNewAwards, versionFor, versionInForce } from './domain/select-version.ts';
export { type SharedOut, shareOut, type WhenMoneyRunsLow } from './domain/share-out.ts';
export { checkSchemeFolder, type SchemeCheck } from './folder/check.ts';
export type { SchemeProblem } from './folder/yaml-file.ts';
export { loadScheme, loadSchemes } from './load-schemes.ts';
export { grantOn, schemesOf } from './scheme-in-force.ts';

export { decideForCommandLine, type PrintedDecision } from './command-line.ts';
export { awardPence, formatAwardValue, type MachineAward, machineAward } from './domain/award.ts';
export { bandsOf } from './domain/bands.ts';
export { decide, decideUnder, factsOn } from './domain/decide.ts';
export type { Band, Decision, Question, Reason } from './domain/decision.ts';
export type { FactValue } from './domain/fact-value.ts';
export type { Answer, DatedFacts, FactDeclaration, FactSource, Facts, FactType } from './domain/facts.ts';
export { nextQuestion, openQuestions } from './domain/next-question.ts';
export { readFacts } from './domain/read-facts.ts';
export { readValue } from './domain/read-value.ts';
export type {
  ApplicationOutcome,
  Award,
  AwardValue,
  Criterion,
  NextStep,
  ResultRow,
  RuleSet,
  Scheme,
  SchemeVersion,
  Source,
  Term,
} from './domain/scheme.ts';
export { versionFor, versionInForce } from './domain/select-version.ts';
export { checkSchemeFolder, type SchemeCheck } from './folder/check.ts';
export type { SchemeProblem } from './folder/yaml-file.ts';
export { loadScheme, loadSchemes } from './load-schemes.ts';
export { grantOn, schemesOf } from './scheme-in-force.ts';

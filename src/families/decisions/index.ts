export { letterPath } from './actions/send-decision.ts';
export { constraints } from './constraints.ts';
export { didWords, outcomeWords } from './decided-words.ts';
export { type DecisionRecord, isAward, type Outcome } from './domain/decision-record.ts';
export { decideByRule, type RuleParts, ruleQueues } from './rule-job.ts';
export { decisionOfApplication, decisionsOfApplication, decisionWith } from './store/decisions.ts';
export { toDosOfPractitioner } from './to-dos.ts';

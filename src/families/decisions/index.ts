export { letterPath } from './actions/send-decision.ts';
export { constraints } from './constraints.ts';
export type { DecisionRecord } from './domain/decision-record.ts';
export { decisionOfApplication, decisionWith } from './store/decisions.ts';

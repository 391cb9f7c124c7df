export type { DecisionRecord } from './domain/decision-record.ts';
export { decisionOfApplication } from './store/decisions.ts';

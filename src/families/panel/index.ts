export { constraints } from './constraints.ts';
export { outcomeWords, type PanelDecision } from './domain/panel.ts';
export { panelRulesOn } from './panel-rules.ts';
export { panelDecisionOf } from './store/decisions.ts';
export { templates } from './templates.ts';
export { toDosOfPractitioner } from './to-dos.ts';

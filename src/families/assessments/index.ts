export { constraints } from './constraints.ts';
export { linesOfChild as planLinesOfChild, type PlanLineOfChild } from './store/plan-lines.ts';

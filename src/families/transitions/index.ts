export type { Entry } from './domain/entry.ts';
export { transitionEntriesOf } from './entries-of-child.ts';
export { toDosOfFamily, toDosOfPractitioner } from './growing.ts';
export { tellOfGrowingUp, transitionQueues } from './jobs.ts';
export { transitionRules } from './rules-of-transition.ts';
export { templates } from './templates.ts';

export { type ComplaintCase, complaintsOf, dueBy, filesOf as filesOfComplaint } from './case-of-complaint.ts';
export { constraints } from './constraints.ts';
export { toDosOfFamily, toDosOfPractitioner } from './desk.ts';
export { type ComplaintStep, outcomeWords } from './domain/complaint.ts';
export { clockNames } from './pages/desk-case.ts';
export { phaseWords, stepWords } from './pages/words.ts';
export { templates } from './templates.ts';

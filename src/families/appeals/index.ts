export { endAppeal } from './actions/end-appeal.ts';
export { cannotAppeal, keepAppeal } from './actions/make-appeal.ts';
export {
  type AppealWithSteps,
  appealsOf,
  type CaseOfAppeal,
  caseOfAppeal,
  childOfAppeal,
  type DecisionToAppeal,
  decisionToAppeal,
} from './case-of-appeal.ts';
export { constraints } from './constraints.ts';
export { toDosOfFamily, toDosOfPractitioner } from './desk.ts';
export { type AppealOutcome, type AppealStep, appealOutcomes, outcomeWords } from './domain/appeal.ts';
export { storedFile } from './file-of-appeal.ts';
export { handInAll } from './handed-in.ts';
export { appealTag, appealWords } from './pages/words.ts';
export { deskOfAppeal } from './policy.ts';
export { appealRulesOn } from './rules-of-appeals.ts';
export { filesOfAppeal } from './store/appeals.ts';
export { templates } from './templates.ts';

export { constraints } from './constraints.ts';
export type { Version, VersionLine } from './domain/statement.ts';
export { dutiesOn } from './duties-file.ts';
export { remindOfStatement, statementQueues } from './jobs.ts';
export { type PrintForm, printForms, printStatement } from './print-statement.ts';
export { layoutOf } from './statement-file.ts';
export { versionLines, versionOf } from './store/versions.ts';
export { templates } from './templates.ts';
export { toDosOfPractitioner } from './to-dos.ts';

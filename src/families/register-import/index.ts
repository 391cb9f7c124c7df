export { cameFrom } from './came-from.ts';
export type { Counts } from './domain/outcome.ts';
export { lookAt } from './look.ts';
export { mappingsOf } from './mappings.ts';
export { importWith, rowsOfImport } from './store/imports.ts';
export { acceptImport, mappingOf, takeInFile } from './take-in.ts';
export { toDosOfPractitioner } from './to-dos.ts';

export { type ConstraintRefusals, refusalFromDatabase } from './database-refusals.ts';
export { FolderHeld } from './folder-lock.ts';
export { type Migration, migrate, migrationState, readMigrations } from './migrate.ts';
export { type Database, openEmbedded, openServer, type Transaction } from './open.ts';
export { type Merged, mergedChildren, ofChild, recordsOfChildren } from './same-child.ts';
export type { Json, Schema } from './schema.ts';
export { type Scope, serviceRole } from './scope.ts';
export { tablesWithoutLock } from './tables-without-lock.ts';
export { schemaText, writeSchema, writtenSchema } from './write-schema.ts';

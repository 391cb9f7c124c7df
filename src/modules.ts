/** Every folder of migrations, listed by hand: nothing is found by looking around. */
export const migrationFolders: readonly URL[] = [new URL('./platform/database/migrations/', import.meta.url)];

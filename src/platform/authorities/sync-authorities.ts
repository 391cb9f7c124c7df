import type { Database } from '#platform/database/index.ts';
import type { Authority } from './authority.ts';

/** Makes the database know the authorities whose folders are loaded; their names may change, never their ids. */
export async function syncAuthorities(database: Database, authorities: readonly Authority[]): Promise<void> {
  for (const authority of authorities) {
    await database.owner
      .insertInto('authorities')
      .values({ authority_id: authority.id, slug: authority.slug, name: authority.name })
      .onConflict((conflict) =>
        conflict.column('authority_id').doUpdateSet({ slug: authority.slug, name: authority.name }),
      )
      .execute();
  }
}

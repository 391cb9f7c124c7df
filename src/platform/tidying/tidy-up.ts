import { sql } from 'kysely';
import { z } from 'zod';
import type { Clock } from '#kernel/clock.ts';
import type { Database, Scope, Transaction } from '#platform/database/index.ts';
import type { FileStore } from '#platform/files/index.ts';
import type { Queues } from '#platform/jobs/index.ts';

/** The queue of the tidying: each night at twenty past three. */
export const tidyQueues = {
  'tidy-up': { data: z.object({}), at: '20 3 * * *', retries: 1 },
} as const satisfies Queues;

/** How long something is left alone that nobody needs: who is in the middle of a form loses nothing. */
const keptDays = 7;

/** What tidying works on. */
export type Tidying = {
  readonly database: Database;
  readonly clock: Clock;
  readonly authorityIds: readonly string[];
  readonly store: Pick<FileStore, 'all' | 'remove'>;
  /** Recorded files, handed in before that time, that nothing needs any more. */
  readonly unneeded: (
    transaction: Transaction,
    of: { readonly authorityId: string; readonly before: Temporal.Instant },
  ) => Promise<readonly string[]>;
};

/** How much was destroyed. */
export type Tidied = { readonly formPosts: number; readonly files: number };

/** Destroys what nobody needs any more and what is older than seven days. It may run again at any time. */
export async function tidyUp(tidying: Tidying): Promise<Tidied> {
  const before = tidying.clock.now().subtract({ hours: keptDays * 24 });
  let formPosts = 0;
  for (const authorityId of tidying.authorityIds) {
    const scope: Scope = { authorityId, standing: 'system' };
    formPosts += await tidying.database.transaction(scope, async (transaction) => {
      await forgetFiles(transaction, tidying, { authorityId, before });
      const gone = await transaction
        .deleteFrom('form_posts')
        .where('authority_id', '=', authorityId)
        .where('at', '<', before)
        .executeTakeFirst();
      return Number(gone.numDeletedRows);
    });
  }
  return { formPosts, files: await destroyUnrecorded(tidying, before) };
}

/** The record says first that a file is gone; the file itself goes after that has been committed. */
async function forgetFiles(
  transaction: Transaction,
  { unneeded, clock }: Tidying,
  of: { readonly authorityId: string; readonly before: Temporal.Instant },
): Promise<void> {
  const ids = await unneeded(transaction, of);
  if (ids.length === 0) return;
  await transaction
    .updateTable('files')
    .set({ removed_at: clock.now() })
    .where('authority_id', '=', of.authorityId)
    .where('id', 'in', ids)
    .execute();
}

/** So many files are looked up at once. */
const atOnce = 500;

async function destroyUnrecorded({ database, store }: Tidying, before: Temporal.Instant): Promise<number> {
  const old = (await store.all()).filter((id) => madeAt(id) < before.epochMilliseconds);
  let destroyed = 0;
  for (let from = 0; from < old.length; from += atOnce) {
    const some = old.slice(from, from + atOnce);
    const recorded = await database.transaction(
      { authorityId: null, standing: 'system', readOnly: true },
      async (transaction) => {
        const { rows } = await sql<{
          id: string;
        }>`select recorded_files(${`{${some.join(',')}}`}::uuid[]) as id`.execute(transaction);
        return new Set(rows.map(({ id }) => id));
      },
    );
    for (const id of some.filter((one) => !recorded.has(one))) {
      await store.remove(id);
      destroyed += 1;
    }
  }
  return destroyed;
}

/** When an identifier was made, in milliseconds: a UUID of version 7 begins with that. Others are never old. */
function madeAt(id: string): number {
  return id[14] === '7' ? Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) : Number.POSITIVE_INFINITY;
}

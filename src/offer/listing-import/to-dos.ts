import type { ToDo } from '#kernel/to-do.ts';
import type { Visit } from '#platform/web/visit.ts';
import { importsIn } from './store/imports.ts';

const keepers = ['short-breaks-officer', 'commissioner', 'quality-officer'];

/** Imports that wait for somebody to look at them and say yes. */
export async function toDosOfPractitioner(visit: Visit): Promise<readonly ToDo[]> {
  if (!keepers.some((role) => visit.person?.roles.includes(role) ?? false)) return [];
  const waiting = await importsIn(visit.transaction, { authorityId: visit.authority.id, state: 'waiting' });
  return waiting.map(({ id, name, rowCount }) => ({
    title: 'Look at listings that came in',
    about: `${name}, ${rowCount === 1 ? '1 row' : `${rowCount} rows`}`,
    href: `/practitioners/listings/import/${id}`,
    by: null,
  }));
}

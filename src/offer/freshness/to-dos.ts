import type { ToDo } from '#kernel/to-do.ts';
import type { Visit } from '#platform/web/visit.ts';
import { freshness } from './actions/read-freshness.ts';

const keepers = ['short-breaks-officer', 'commissioner', 'quality-officer'];

/** What a keeper of the directory has to check: one line, with how many families do not see any more. */
export async function toDosOfPractitioner(visit: Visit): Promise<readonly ToDo[]> {
  if (!keepers.some((role) => visit.person?.roles.includes(role) ?? false)) return [];
  const { all } = await freshness(visit);
  const waiting = all.stale + all.hidden;
  if (waiting === 0) return [];
  const hidden = all.hidden === 0 ? '' : ` ${all.hidden} of them families do not see any more.`;
  return [
    {
      title: 'Check listings that may be out of date',
      about: `${waiting === 1 ? '1 listing was' : `${waiting} listings were`} not checked in time.${hidden}`,
      href: '/practitioners/listings/freshness',
      by: null,
    },
  ];
}

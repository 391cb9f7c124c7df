import type { ToDo } from '#kernel/to-do.ts';
import type { Visit } from '#platform/web/visit.ts';
import { newPairsToLookAt } from './pairs.ts';
import { lookingRoles } from './policy.ts';

/** What practitioners should do about children who may be written down twice: look at the pairs. */
export async function toDosOfPractitioner(visit: Visit): Promise<readonly ToDo[]> {
  const { person } = visit;
  if (person === null || !lookingRoles.some((role) => person.roles.includes(role))) return [];
  const { length } = await newPairsToLookAt(visit, person);
  if (length === 0) return [];
  return [
    {
      title: 'Say if two records are one child',
      about: length === 1 ? 'One pair' : `${length.toLocaleString('en-GB')} pairs`,
      href: '/practitioners/duplicates',
      by: null,
    },
  ];
}

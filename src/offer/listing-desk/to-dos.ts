import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import type { ToDo } from '#kernel/to-do.ts';
import type { Visit } from '#platform/web/visit.ts';
import { listingRoles } from './policy.ts';
import { countWaiting } from './store/drafts.ts';

/** What waits for whoever keeps the directory true: the listings that providers and imports have changed. */
export async function toDosOfPractitioner(visit: Visit): Promise<readonly ToDo[]> {
  const { person } = visit;
  if (person?.kind !== 'practitioner' || !listingRoles.some((role) => person.roles.includes(role))) return [];
  const { count, since } = await countWaiting(visit.transaction, visit.authority.id);
  if (count === 0 || since === null) return [];
  const about = `${count === 1 ? '1 listing waits' : `${count} listings wait`}, the longest since ${formatDate(dateInEngland(since))}`;
  return [{ title: 'Look at changes to listings', about, href: '/practitioners/listings', by: null }];
}

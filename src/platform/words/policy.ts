import { hasRole, type Role, signedInPractitioner } from '#platform/people/index.ts';
import type { Visit } from '#platform/web/visit.ts';

const writers: readonly [Role, ...Role[]] = ['team-manager', 'commissioner', 'short-breaks-officer'];

/** Every practitioner may read what the council writes to families. */
export const reader = signedInPractitioner;

/** Who may change it. */
export const writer = hasRole(...writers);

/** Whether the signed-in person may change the words. */
export function isWriter({ person }: Pick<Visit, 'person'>): boolean {
  return writers.some((role) => person?.roles.includes(role));
}

import { hasRole, type Role, signedInPractitioner } from '#platform/people/index.ts';
import { policy } from '#platform/web/route.ts';
import type { Person } from '#platform/web/visit.ts';

/** Who writes the statement, asks families and answers them. */
export const writerRoles = ['short-breaks-officer', 'commissioner'] as const satisfies readonly Role[];

/** Who signs it; two of them, neither alone. */
export const signerRoles = ['commissioner', 'team-manager'] as const satisfies readonly Role[];

/** Those who are told when it has to be looked at again. */
export const statementRoles: readonly Role[] = [...new Set<Role>([...writerRoles, ...signerRoles])];

export const anyoneMayRead = policy('Anybody may read the short breaks statement', () => 'allowed');
export const anyoneMayComment = policy(
  'Anybody may say what they think of the short breaks statement, without an account',
  () => 'allowed',
);

/** Every practitioner may see what is being written. */
export const readers = signedInPractitioner;
export const writers = hasRole(...writerRoles);
export const signers = hasRole(...signerRoles);

export function isWriter(person: Person | null): boolean {
  return writerRoles.some((role) => person?.roles.includes(role));
}

/** As what a person signs; null where they may not. */
export function signsAs(person: Person | null): (typeof signerRoles)[number] | null {
  return signerRoles.find((role) => person?.roles.includes(role)) ?? null;
}

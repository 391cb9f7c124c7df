import { hasRole, signedInPractitioner } from '#platform/people/index.ts';

/** Every practitioner may read what the council writes to families. */
export const reader = signedInPractitioner;

/** Who may change it. */
export const writer = hasRole('team-manager', 'commissioner', 'short-breaks-officer');

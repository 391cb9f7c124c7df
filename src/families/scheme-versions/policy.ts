import { signedInPractitioner } from '#platform/people/index.ts';

/** The rules are published: every practitioner may read them, and whom a change would touch is told in numbers alone. */
export const reader = signedInPractitioner;

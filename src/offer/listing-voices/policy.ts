import { hasRole } from '#platform/people/index.ts';
import { policy } from '#platform/web/route.ts';

/** Anybody may say something, and read what was said and done. */
export const anybody = policy(
  'Anybody may comment, report a problem, and read what was done about comments, signed in or not',
  () => 'allowed',
);

/** Whose work it is to read what people say and to say what was done. */
export const deskRoles = ['short-breaks-officer', 'commissioner', 'quality-officer'] as const;

export const voicesDesk = hasRole(...deskRoles);

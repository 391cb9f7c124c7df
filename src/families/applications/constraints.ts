import type { ConstraintRefusals } from '#platform/database/index.ts';

/** What the database's refusals about applications mean to a family. */
export const constraints: ConstraintRefusals = {
  one_application_a_year: {
    code: 'already-applied',
    message:
      'You have already applied for this child this year, so nothing more was sent. Look in your account: the first application is there.',
  },
};

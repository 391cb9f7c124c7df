import type { ConstraintRefusals } from '#platform/database/index.ts';

const meanwhile = {
  code: 'changed-meanwhile',
  message: 'Somebody did something about this at the same moment. Open it again to see, then do yours.',
};

/** What the database's own refusals mean here. */
export const constraints: ConstraintRefusals = {
  listing_comment_steps_numbered: meanwhile,
  listing_problem_steps_numbered: meanwhile,
};

import type { ConstraintRefusals } from '#platform/database/index.ts';

const decided = {
  code: 'already-decided',
  message: 'Somebody else has just decided this application. Open it again to see who, and what.',
};

/** What the database's own refusals mean here. The row lock comes first; these are the second lock. */
export const constraints: ConstraintRefusals = {
  one_decision_of_a_number: decided,
  one_award_a_decision: decided,
  one_commitment_an_award: decided,
};

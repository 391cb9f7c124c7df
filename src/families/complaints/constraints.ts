import type { ConstraintRefusals } from '#platform/database/index.ts';

/** What the database's own refusals mean here. */
export const constraints: ConstraintRefusals = {
  complaint_steps_numbered: {
    code: 'changed-meanwhile',
    message:
      'Somebody did something about this complaint at the same moment. Open it again to see, then do yours.',
  },
  somebody_to_answer: {
    code: 'nobody-to-answer',
    message: 'Give an email address or a telephone number, so that we can answer.',
  },
};

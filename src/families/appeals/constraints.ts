import type { ConstraintRefusals } from '#platform/database/index.ts';

/** What the database's own refusals mean here. */
export const constraints: ConstraintRefusals = {
  one_appeal_at_a_time: {
    code: 'appealed-already',
    message:
      'Somebody in your family has just sent an appeal about this decision. One is enough: we have it.',
  },
  added_while_it_waits: {
    code: 'ended-already',
    message: 'We have answered this appeal, or you took it back, so nothing can be added to it.',
  },
  one_end_of_an_appeal: {
    code: 'ended-already',
    message: 'Somebody else has just answered this appeal, or the family took it back. Open it again to see.',
  },
};

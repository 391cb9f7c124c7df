import type { ConstraintRefusals } from '#platform/database/index.ts';

const meanwhile = 'changed-by-someone-else';

/** What the database's own refusals mean here: two people at once, of whom one was first. */
export const constraints: ConstraintRefusals = {
  one_statement_text_a_revision: {
    code: meanwhile,
    message:
      'Somebody saved this text at the same moment. Both are below: take over what you need, and save again.',
    field: 'words',
  },
  statement_drafts_pkey: { code: meanwhile, message: 'Somebody else has just begun the next version.' },
  one_statement_consultation_a_round: {
    code: meanwhile,
    message: 'Somebody else has just begun to ask families.',
  },
  one_statement_version_a_number: { code: meanwhile, message: 'Somebody else has just published it.' },
};

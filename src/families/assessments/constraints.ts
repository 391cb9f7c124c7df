import type { ConstraintRefusals } from '#platform/database/index.ts';

const ownWork = {
  code: 'own-work',
  message:
    'You have written a part of this yourself, so somebody else must agree it. Ask another team manager.',
};

/** What the database's own refusals mean here: the second lock behind what the actions say first. */
export const constraints: ConstraintRefusals = {
  assessor_is_not_approver: ownWork,
  writer_is_not_approver: ownWork,
  approver_is_not_payer: {
    code: 'own-work',
    message:
      'You have assessed, written or agreed this plan yourself, so somebody else must arrange its payments.',
  },
  one_open_assessment: {
    code: 'already-open',
    message: 'There is an assessment of this kind already that is not finished. Go on with that one.',
  },
  one_assessment_an_application: {
    code: 'already-open',
    message: 'Somebody else has just begun the assessment for this application. Open it from the list.',
  },
  one_open_plan: {
    code: 'already-open',
    message: 'This child has a plan already that is not agreed yet. Go on with that one.',
  },
  plan_line_complete: {
    code: 'line-incomplete',
    message:
      'A line must say need, outcome, support, amount, cost and why before it is complete. Save it as a draft, or fill in what is missing.',
  },
  plan_lines_complete: {
    code: 'line-incomplete',
    message: 'A line of this plan is not complete, so the plan is not ready. Open the line and fill it in.',
  },
  plan_is_draft: {
    code: 'plan-not-draft',
    message: 'This plan has been made ready, so its lines stay as they are. Ask for it to be returned first.',
  },
};

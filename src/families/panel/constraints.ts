import type { ConstraintRefusals } from '#platform/database/index.ts';

/** What the database's own refusals mean here. The row lock comes first; these are the second lock. */
export const constraints: ConstraintRefusals = {
  one_panel_decision: {
    code: 'already-decided',
    message: 'Somebody else has just recorded what was decided here. Open the agenda again to read it.',
  },
  one_agenda_a_plan: {
    code: 'on-another-agenda',
    message: 'This plan is on the agenda of another meeting already.',
  },
  one_agenda_an_application: {
    code: 'on-another-agenda',
    message: 'This application is on the agenda of another meeting already.',
  },
  voter_is_member: {
    code: 'not-a-member',
    message: 'Only members of this meeting vote. Check who was there.',
  },
  voter_has_no_interest: {
    code: 'has-interest',
    message: 'A member who declared an interest has no vote on this. Take their vote out.',
  },
  voter_has_not_written: {
    code: 'own-work',
    message: 'A member who assessed or wrote this plan has no vote on it. Take their vote out.',
  },
  recorder_has_no_interest: {
    code: 'has-interest',
    message: 'You have declared an interest in this, so another member records it.',
  },
  recorded_in_meeting: {
    code: 'not-in-meeting',
    message: 'A member of the meeting records what is decided, once the papers are out.',
  },
};

import type { Role } from '#platform/people/index.ts';

/** A place where practitioners work, for those whose work it is. */
export type Desk = {
  readonly href: string;
  readonly name: string;
  readonly about: string;
  readonly roles: readonly Role[];
};

const caseWorkers: readonly Role[] = ['short-breaks-officer', 'social-worker', 'team-manager'];

/** Those who keep the directory true. */
const directoryKeepers: readonly Role[] = ['short-breaks-officer', 'commissioner', 'quality-officer'];

/** Every desk, in the order of a case's way. */
export const desks: readonly Desk[] = [
  {
    href: '/practitioners/applications',
    name: 'Applications',
    about: 'What families have asked for, the waiting list, and what can be decided together.',
    roles: ['short-breaks-officer', 'team-manager'],
  },
  {
    href: '/practitioners/cases-nobody-may-see',
    name: 'Cases that nobody may see',
    about: 'Every officer knows the family: give each to somebody who does not.',
    roles: ['team-manager'],
  },
  {
    href: '/practitioners/apply',
    name: 'Apply for a family',
    about: 'By telephone, on paper, or beside them.',
    roles: ['short-breaks-officer', 'social-worker'],
  },
  {
    href: '/practitioners/children',
    name: 'Children',
    about: 'Who each child is, what they need and what matters to them.',
    roles: caseWorkers,
  },
  {
    href: '/practitioners/register',
    name: 'The register',
    about: 'Disabled children whose families asked to be on it.',
    roles: caseWorkers,
  },
  {
    href: '/practitioners/register/equality',
    name: 'Who is on the register',
    about: 'Counts by group, with small numbers hidden.',
    roles: ['commissioner'],
  },
  {
    href: '/practitioners/assessments',
    name: 'Assessments and plans',
    about: 'What a child and the family need, and what will be done about it.',
    roles: [...caseWorkers, 'finance-officer'],
  },
  {
    href: '/practitioners/panel',
    name: 'Panel',
    about: 'Meetings, papers and what was decided.',
    roles: [...caseWorkers, 'panel-chair', 'commissioner', 'quality-officer'],
  },
  {
    href: '/practitioners/packages',
    name: 'Packages',
    about: 'All that each child has, whatever pays for it.',
    roles: [...caseWorkers, 'panel-chair', 'commissioner', 'finance-officer'],
  },
  {
    href: '/practitioners/reviews',
    name: 'Reviews',
    about: 'What is due, what is late, and what families say.',
    roles: caseWorkers,
  },
  {
    href: '/practitioners/transitions',
    name: 'Growing up',
    about: 'From 13¾ to adult life: who is due for what.',
    roles: caseWorkers,
  },
  {
    href: '/practitioners/appeals',
    name: 'Appeals',
    about: 'Decisions that families asked to have looked at again.',
    roles: ['short-breaks-officer', 'team-manager'],
  },
  {
    href: '/practitioners/complaints',
    name: 'Complaints',
    about: 'Three stages, and how long each has left.',
    roles: ['complaints-officer', 'team-manager', 'data-protection-officer'],
  },
  {
    href: '/practitioners/schemes',
    name: 'Schemes',
    about: 'The published rules in words, and whom a change would touch.',
    roles: [...caseWorkers, 'panel-chair', 'commissioner', 'finance-officer', 'complaints-officer'],
  },
  {
    href: '/practitioners/budget',
    name: 'Budget',
    about: 'What is promised of the year’s money.',
    roles: ['short-breaks-officer', 'commissioner', 'finance-officer'],
  },
  {
    href: '/practitioners/listings',
    name: 'Listings',
    about: 'What providers want to change, and everything that the directory holds.',
    roles: directoryKeepers,
  },
  {
    href: '/practitioners/listings/freshness',
    name: 'Listings to check',
    about: 'What nobody has checked for long, and who was reminded.',
    roles: directoryKeepers,
  },
  {
    href: '/practitioners/listings/import',
    name: 'Bring listings in',
    about: 'From a spreadsheet or another council’s feed.',
    roles: directoryKeepers,
  },
  {
    href: '/practitioners/listings/comments',
    name: 'Comments and problems',
    about: 'What families say of the Local Offer, and what was done.',
    roles: directoryKeepers,
  },
  {
    href: '/practitioners/listings/unmet',
    name: 'Searches that found nothing',
    about: 'What families looked for that there is not. Nobody can be found in it.',
    roles: directoryKeepers,
  },
  {
    href: '/practitioners/newsletters',
    name: 'Newsletters',
    about: 'News for families who asked for it.',
    roles: ['short-breaks-officer', 'commissioner'],
  },
  {
    href: '/practitioners/statement',
    name: 'The short breaks statement',
    about: 'Write it, ask families, sign it, publish it.',
    roles: ['short-breaks-officer', 'team-manager', 'commissioner'],
  },
  {
    href: '/practitioners/words',
    name: 'Letters and messages',
    about: 'What the council writes, and how easily it reads.',
    roles: ['short-breaks-officer', 'team-manager', 'commissioner'],
  },
];

/** The desks of somebody with these roles. */
export function desksFor(roles: readonly string[]): readonly Desk[] {
  return desks.filter((desk) => desk.roles.some((role) => roles.includes(role)));
}

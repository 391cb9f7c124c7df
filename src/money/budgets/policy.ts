import { policy } from '#platform/web/route.ts';

const roles = ['short-breaks-officer', 'commissioner', 'finance-officer'];

/** Who may see where a year's money stands: it names awards by reference, never a child. */
export const reader = policy('A short breaks officer, a commissioner or a finance officer', (visit) => {
  if (visit.person?.kind !== 'practitioner') return 'sign-in-as-practitioner';
  return visit.person.roles.some((role) => roles.includes(role))
    ? 'allowed'
    : { denied: 'Only short breaks officers, commissioners and finance officers may see the budget.' };
});

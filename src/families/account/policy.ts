import { policy } from '#platform/web/route.ts';

/** The account page leads a practitioner on to their own first page. */
export const ownAccount = policy('A signed-in person may see their own account', (visit) =>
  visit.person === null ? 'sign-in-as-family' : 'allowed',
);

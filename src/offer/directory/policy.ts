import { hasRole } from '#platform/people/index.ts';
import { policy } from '#platform/web/route.ts';

export const anyoneMayLook = policy('Anybody may look at the directory, signed in or not', () => 'allowed');

/** Whose work it is to see that families find what there is. */
export const listingsDesk = hasRole('short-breaks-officer', 'commissioner', 'quality-officer');

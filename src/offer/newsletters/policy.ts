import { anyone, hasRole } from '#platform/people/index.ts';

/** To ask, to say yes and to stop needs no account. */
export const anybody = anyone;

/** Who writes the newsletter. */
export const newsletterDesk = hasRole('short-breaks-officer', 'commissioner');

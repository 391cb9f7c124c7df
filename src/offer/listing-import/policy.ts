import { hasRole } from '#platform/people/index.ts';

/** Who brings many listings in at once: those who keep the directory. */
export const importers = hasRole('short-breaks-officer', 'commissioner', 'quality-officer');

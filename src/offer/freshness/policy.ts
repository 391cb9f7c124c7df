import { anyone, hasRole } from '#platform/people/index.ts';

/** How fresh the directory is, everybody may know; and whoever holds a reminder's link may answer it. */
export const anybody = anyone;

/** Who keeps the directory. */
export const directoryDesk = hasRole('short-breaks-officer', 'commissioner', 'quality-officer');

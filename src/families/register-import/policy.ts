import { hasRole } from '#platform/people/index.ts';

/** Who brings a register over from another system: it is about every child at once. */
export const importers = hasRole('team-manager', 'data-protection-officer');

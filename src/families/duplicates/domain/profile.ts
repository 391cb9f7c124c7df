import type { Known } from './likeness.ts';

/** A child of the register with what tells it from another. */
export type Profile = Known & { readonly id: string; readonly householdId: string };

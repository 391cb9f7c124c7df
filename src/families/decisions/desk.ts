import type { Visit } from '#platform/web/visit.ts';

/** What a decision needs around it: a visit has it, and so has the job that decides by rule. */
export type Desk = Pick<Visit, 'authority' | 'transaction' | 'clock' | 'origin' | 'note' | 'send'>;

/** Who decides: a practitioner, or the published rule itself (`id` null). */
export type Decider = {
  readonly id: string | null;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
};

/** The rule as it stands under a decision that it took by itself. */
export const publishedRule: Decider = { id: null, name: 'The published rule', email: '', roles: [] };

/** What hangs on one record of a child, counted, and who its parent carers are. */
export type Holding = {
  readonly parents: readonly string[];
  readonly applications: number;
  readonly awards: number;
  readonly evidence: number;
  readonly facts: number;
  readonly assessments: number;
  readonly isOnRegister: boolean;
  readonly broughtFrom: readonly string[];
  readonly since: Temporal.Instant;
};

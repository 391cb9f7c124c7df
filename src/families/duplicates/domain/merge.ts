/** That two records were said to be one child, and whether that was taken back. */
export type Merge = {
  readonly id: string;
  readonly keptId: string;
  readonly mergedId: string;
  readonly mergedName: string;
  readonly bothMaySee: boolean | null;
  readonly reason: string;
  readonly mergedBy: string;
  readonly mergedAt: Temporal.Instant;
  readonly undoneAt: Temporal.Instant | null;
  readonly undoneBecause: string | null;
};

/** What a stage of the tests came to. Each test is counted once; what only groups tests is not counted. */
export type Outcome = {
  passed: number;
  failures: Failure[];
  skips: Skip[];
  /** The files that took longest, in seconds, longest first; empty where a stage has no files of its own. */
  slowest: { file: string; seconds: number }[];
};
export type Failure = { name: string; text: string };
export type Skip = { name: string; reason: string };

export const nothing: Outcome = { passed: 0, failures: [], skips: [], slowest: [] };

/** The totals in words, as the last line of a run gives them: `3 passed, 0 failed`, with the skipped where there are. */
export function totals({ passed, failures, skips }: Pick<Outcome, 'passed' | 'failures' | 'skips'>): string {
  const skipped = skips.length > 0 ? `, ${skips.length} skipped` : '';
  return `${passed} passed, ${failures.length} failed${skipped}`;
}

/** All outcomes as one. */
export function together(outcomes: Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
    failures: outcomes.flatMap(({ failures }) => failures),
    skips: outcomes.flatMap(({ skips }) => skips),
    slowest: [],
  };
}

/** 0 where something ran and nothing failed. A run without a single test proves nothing, so it fails. */
export function exitCode(outcome: Outcome): 0 | 1 {
  return outcome.failures.length === 0 && outcome.passed > 0 ? 0 : 1;
}

/** The skipped tests by their reason, one line a reason and one a test. */
export function skipLines(skips: Skip[]): string[] {
  const byReason = Map.groupBy(skips, ({ reason }) => reason);
  return [...byReason].flatMap(([reason, group]) => [
    `  skipped: ${reason}`,
    ...group.map(({ name }) => `    ${name}`),
  ]);
}

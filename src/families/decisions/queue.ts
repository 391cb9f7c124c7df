import type { Answers } from '#families/applications/index.ts';
import { householdsHiddenFrom } from '#families/register/index.ts';
import { isId } from '#kernel/id.ts';
import { ageOn } from '#kernel/local-date.ts';
import { holidaysOf } from '#platform/authorities/index.ts';
import { signedIn, type Visit } from '#platform/web/visit.ts';
import { type ClockWords, clockWords } from './domain/clock-words.ts';
import { type QueueFilter, queuePageSize } from './domain/queue.ts';
import type { Recommendation } from './domain/recommendation.ts';
import { readingOf } from './reading.ts';
import {
  countsByState,
  type DecidedRow,
  flagsOf,
  outcomesOf,
  type QueueRow,
  queuePage,
  type RowFlags,
} from './store/queue.ts';

export { countedTo, stateOfView } from './store/queue.ts';

/** One line of the queue, as an officer reads it. */
export type QueueLine = {
  readonly id: string;
  readonly reference: string;
  readonly childName: string;
  readonly age: number;
  readonly sentAt: Temporal.Instant | null;
  readonly dueOn: Temporal.PlainDate | null;
  readonly clock: ClockWords;
  /** Null where the scheme cannot be read, or where it is decided. */
  readonly recommendation: Recommendation | null;
  readonly decided: DecidedRow | null;
  readonly mayBeDuplicate: boolean;
  readonly hasOtherSupport: boolean;
};

export type Queue = {
  readonly lines: readonly QueueLine[];
  /** After which application the next page begins; null on the last. */
  readonly next: string | null;
  readonly isFirstPage: boolean;
  /** By state, up to `countedTo`. */
  readonly counts: ReadonlyMap<string, number>;
};

/**
 * Gives one page of the queue, the one after the application that the address names. It takes five or six
 * queries whatever the number of rows; the scheme is read in memory for the rows of the page.
 */
export async function queueOf(visit: Visit, filter: QueueFilter): Promise<Queue> {
  const { transaction } = visit;
  const authorityId = visit.authority.id;
  const hidden = await householdsHiddenFrom(visit, signedIn(visit));
  const counts = await countsByState(transaction, { authorityId, hidden });
  const asked = visit.query.get('after') ?? '';
  const after = isId(asked) ? asked : null;
  const limit = queuePageSize + 1;
  const found = await queuePage(transaction, { authorityId, filter, hidden, limit, after });
  const rows = found.slice(0, queuePageSize);
  const lines = await linesOf(visit, rows);
  const next = found.length > queuePageSize ? (rows.at(-1)?.id ?? null) : null;
  return { lines, next, isFirstPage: after === null, counts };
}

/** Gives rows as an officer reads them, in two queries whatever their number. */
export async function linesOf(visit: Visit, rows: readonly QueueRow[]): Promise<readonly QueueLine[]> {
  const asked = { authorityId: visit.authority.id, applicationIds: rows.map((row) => row.id) };
  const flags = await flagsOf(visit.transaction, { ...asked, today: visit.clock.today() });
  const outcomes = await outcomesOf(visit.transaction, asked);
  const lines = rows.map((row) =>
    lineOf(visit, { row, flags: flags.get(row.id), outcome: outcomes.get(row.id) }),
  );
  return Promise.all(lines);
}

type Known = {
  readonly row: QueueRow;
  readonly flags: RowFlags | undefined;
  readonly outcome: DecidedRow | undefined;
};

async function lineOf(visit: Visit, { row, flags, outcome }: Known): Promise<QueueLine> {
  const today = visit.clock.today();
  const answers = row.answers as Answers;
  const reading =
    row.state !== 'decided'
      ? await readingOf(visit.authority, {
          application: { ...row, answers },
          hasDiagnosisLetter: flags?.hasDiagnosisLetter ?? false,
          corrected: flags?.corrected ?? {},
        })
      : null;
  return {
    id: row.id,
    reference: row.reference,
    childName: `${row.givenName} ${row.familyName}`,
    age: ageOn(row.bornOn, today),
    sentAt: row.sentAt,
    dueOn: row.dueOn,
    clock: clockWords({ state: row.state, dueOn: row.dueOn, today, holidays: holidaysOf(visit.authority) }),
    recommendation: reading?.ok === true ? reading.value.recommendation : null,
    decided: row.state === 'decided' ? (outcome ?? null) : null,
    mayBeDuplicate: flags?.mayBeDuplicate ?? false,
    hasOtherSupport: (flags?.hasOtherAward ?? false) || (answers.support?.held.length ?? 0) > 0,
  };
}

import type { Answers } from '#families/applications/index.ts';
import { householdsHiddenFrom } from '#families/register/index.ts';
import { ageOn } from '#kernel/local-date.ts';
import { type Pence, pence } from '#kernel/money.ts';
import { holidaysOf } from '#platform/authorities/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import { type ClockWords, clockWords } from './domain/clock-words.ts';
import { type QueueFilter, queuePageSize, readPageNumber } from './domain/queue.ts';
import type { Recommendation } from './domain/recommendation.ts';
import { readingOf } from './reading.ts';
import { signedIn } from './signed-in.ts';
import { countInQueue, countsByState, flagsOf, outcomesOf, type QueueRow, queuePage } from './store/queue.ts';

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
  readonly decided: { readonly outcome: string; readonly amount: Pence | null } | null;
  readonly mayBeDuplicate: boolean;
  readonly hasOtherSupport: boolean;
};

export type Queue = {
  readonly lines: readonly QueueLine[];
  readonly total: number;
  readonly page: number;
  readonly counts: ReadonlyMap<string, number>;
};

/**
 * Gives one page of the queue. It takes six queries whatever the number of rows; the scheme is read in memory
 * for the rows of the page.
 */
export async function queueOf(visit: Visit, filter: QueueFilter): Promise<Queue> {
  const { transaction } = visit;
  const authorityId = visit.authority.id;
  const hidden = await householdsHiddenFrom(visit, signedIn(visit));
  const counts = await countsByState(transaction, { authorityId, hidden });
  const total = await countInQueue(transaction, { authorityId, filter, hidden });
  const page = readPageNumber(visit.query.get('page'), total);
  const offset = (page - 1) * queuePageSize;
  const rows = await queuePage(transaction, { authorityId, filter, hidden, limit: queuePageSize, offset });
  const asked = { authorityId, applicationIds: rows.map((row) => row.id) };
  const flags = await flagsOf(transaction, asked);
  const outcomes = await outcomesOf(transaction, asked);
  const lines = rows.map((row) =>
    lineOf(visit, { row, flags: flags.get(row.id), outcome: outcomes.get(row.id) }),
  );
  return { lines: await Promise.all(lines), total, page, counts };
}

type Known = {
  readonly row: QueueRow;
  readonly flags:
    | { mayBeDuplicate: boolean; hasOtherAward: boolean; hasDiagnosisLetter: boolean }
    | undefined;
  readonly outcome: { readonly outcome: string; readonly pence: number | null } | undefined;
};

async function lineOf(visit: Visit, { row, flags, outcome }: Known): Promise<QueueLine> {
  const today = visit.clock.today();
  const answers = row.answers as Answers;
  const reading =
    outcome === undefined
      ? await readingOf(visit.authority, {
          application: { ...row, answers },
          hasDiagnosisLetter: flags?.hasDiagnosisLetter ?? false,
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
    decided:
      outcome === undefined
        ? null
        : { outcome: outcome.outcome, amount: outcome.pence === null ? null : pence(outcome.pence) },
    mayBeDuplicate: flags?.mayBeDuplicate ?? false,
    hasOtherSupport: (flags?.hasOtherAward ?? false) || (answers.support?.held.length ?? 0) > 0,
  };
}

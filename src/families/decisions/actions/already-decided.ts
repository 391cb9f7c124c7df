import { england } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { type Refusal, refusal } from '#kernel/refusal.ts';
import { didWords } from '../decided-words.ts';
import type { DecisionRecord } from '../domain/decision-record.ts';

/** A time as people say it: "22 November 2026 at 2:05pm". */
export function formatMoment(at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO(england);
  const hour = local.hour % 12 === 0 ? 12 : local.hour % 12;
  const minutes = String(local.minute).padStart(2, '0');
  return `${formatDate(local.toPlainDate())} at ${hour}:${minutes}${local.hour < 12 ? 'am' : 'pm'}`;
}

/** Tells the officer who came second who did what and when (`already-decided`). */
export function alreadyDecided(decision: DecisionRecord): Refusal {
  return refusal(
    'already-decided',
    `${decision.decidedByName} has already decided this application: ${didWords(decision)} on ${formatMoment(decision.decidedAt)}. Nothing that you sent was saved.`,
  );
}

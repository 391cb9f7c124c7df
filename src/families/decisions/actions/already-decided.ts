import { england } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { formatPounds } from '#kernel/money.ts';
import { type Refusal, refusal } from '#kernel/refusal.ts';
import type { DecisionRecord } from '../domain/decision-record.ts';

/** A time as people say it: "22 November 2026 at 2:05pm". */
export function formatMoment(at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO(england);
  const hour = local.hour % 12 === 0 ? 12 : local.hour % 12;
  const minutes = String(local.minute).padStart(2, '0');
  return `${formatDate(local.toPlainDate())} at ${hour}:${minutes}${local.hour < 12 ? 'am' : 'pm'}`;
}

/** What was decided, in a few words: "awarded £750". */
export function decidedWords(decision: Pick<DecisionRecord, 'outcome' | 'amount'>): string {
  return decision.outcome === 'awarded' && decision.amount !== null
    ? `awarded ${formatPounds(decision.amount)}`
    : 'refused it';
}

/** Tells the officer who came second who did what and when (`already-decided`). */
export function alreadyDecided(decision: DecisionRecord): Refusal {
  return refusal(
    'already-decided',
    `${decision.decidedByName} has already decided this application: ${decidedWords(decision)} on ${formatMoment(decision.decidedAt)}. Nothing that you sent was saved.`,
  );
}

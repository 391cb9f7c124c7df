import { type Result, refusal, success } from '#kernel/refusal.ts';
import {
  type Amounts,
  type AwardSpan,
  awardOn,
  type ChangeKind,
  lastDayOf,
  type WhatChanges,
} from './change.ts';

/** What a practitioner can do with an award, as its address names it. */
export const acts = ['change', 'suspend', 'resume', 'end'] as const;
export type Act = (typeof acts)[number];

export const kindOfAct: Readonly<Record<Act, ChangeKind>> = {
  change: 'changed',
  suspend: 'suspended',
  resume: 'resumed',
  end: 'ended',
};

/** What can be done with an award on a day, by how it stands. */
export function actsFor(
  award: AwardSpan,
  changes: readonly WhatChanges[],
  today: Temporal.PlainDate,
): readonly Act[] {
  const { standing } = awardOn(award, changes, today);
  if (standing === 'ended') return [];
  return standing === 'suspended' ? ['resume', 'change', 'end'] : ['change', 'suspend', 'end'];
}

/** What is asked for: what, from which day, and what the award becomes. */
export type AskedAct = {
  readonly act: Act;
  readonly from: Temporal.PlainDate;
  readonly amounts: Amounts | null;
};

/**
 * Whether the change makes sense on its day. Refuses a day before the award begins or after its last, a
 * suspension of what is suspended, a going on of what runs, and an award that becomes nothing.
 */
export function checkAct(
  award: AwardSpan,
  changes: readonly WhatChanges[],
  asked: AskedAct,
): Result<AskedAct> {
  const last = lastDayOf(award, changes);
  const { standing } = awardOn(award, changes, asked.from);
  if (Temporal.PlainDate.compare(asked.from, award.startsOn) < 0)
    return refusal('before-start', 'The day must not be before the award begins.', 'from');
  if (Temporal.PlainDate.compare(asked.from, last) > 0)
    return refusal('after-end', 'The day must not be after the award’s last day.', 'from');
  if (asked.act === 'suspend' && standing === 'suspended')
    return refusal('is-suspended', 'The award is suspended on that day already. Choose another day.', 'from');
  if (asked.act === 'resume' && standing === 'running')
    return refusal(
      'is-running',
      'The award is not suspended on that day. Choose a day on which it is.',
      'from',
    );
  if (asked.act === 'change') {
    const { amounts } = asked;
    if (amounts === null || (amounts.amount ?? amounts.minutes ?? amounts.nights) === null)
      return refusal(
        'of-nothing',
        'Say what the award is of from then on. If it is to stop, end it instead.',
        'amount',
      );
  }
  return success(asked);
}

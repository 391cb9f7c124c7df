import { formatDate } from '#kernel/local-date.ts';
import type { AwardRhythm } from './domain/award.ts';
import type { Amounts, AwardChange, ChangeKind, Standing } from './domain/change.ts';
import { formatGranted } from './domain/granted.ts';

/** How an award stands, in a word or two. */
export const standingWords: Readonly<Record<Standing, string>> = {
  'not-yet': 'Not begun yet',
  running: 'Running',
  suspended: 'Suspended',
  ended: 'Ended',
};

/** The colour of the mark that says how an award stands. */
export const standingColours: Readonly<Record<Standing, string>> = {
  'not-yet': 'govuk-tag--blue',
  running: 'govuk-tag--green',
  suspended: 'govuk-tag--yellow',
  ended: 'govuk-tag--grey',
};

/** What happens by a change, as a sentence about the award. */
export function changeSentence(
  per: AwardRhythm,
  change: { readonly kind: ChangeKind; readonly from: Temporal.PlainDate } & Amounts,
): string {
  const from = formatDate(change.from);
  switch (change.kind) {
    case 'changed':
      return `From ${from} it is ${formatGranted({ ...change, per })}.`;
    case 'suspended':
      return `It is suspended from ${from}.`;
    case 'resumed':
      return `It goes on from ${from}.`;
    case 'ended':
      return `It ends. Its last day is ${formatDate(change.from.subtract({ days: 1 }))}.`;
    case 'taken-back':
      return 'A change was taken back: it does not hold.';
  }
}

/** The same for the family, in their words. */
export function familySentence(
  per: AwardRhythm,
  change: Pick<AwardChange, 'kind' | 'from' | 'amount' | 'minutes' | 'nights'>,
): string {
  const from = formatDate(change.from);
  switch (change.kind) {
    case 'changed':
      return `From ${from} you have ${formatGranted({ ...change, per })}.`;
    case 'suspended':
      return `It stops for now, from ${from}. It is not ended: we will tell you when it goes on.`;
    case 'resumed':
      return `It goes on from ${from}.`;
    case 'ended':
      return `It ends. The last day is ${formatDate(change.from.subtract({ days: 1 }))}.`;
    case 'taken-back':
      return 'We told you about a change before. We have taken it back: all stays as it was.';
  }
}

import type { Answers, Known } from './answers.ts';

/**
 * What of an earlier application still stands on a day: everything, but a benefit whose award has ended since
 * is asked again, with its letter, and a letter promised a year ago is promised no more. What a scheme asked, who filled
 * it in and what was so on the day of sending belong to that application alone.
 */
export function carriedOver(before: Answers, today: Temporal.PlainDate): Answers {
  const {
    known: _known,
    said: _said,
    held: _held,
    by: _by,
    onSending: _sent,
    hasChanges: _changes,
    ...steps
  } = before;
  const { benefit, letters, ...rest } = steps;
  const hasEnded =
    benefit !== undefined &&
    benefit.which !== 'none' &&
    benefit.until !== null &&
    Temporal.PlainDate.compare(Temporal.PlainDate.from(benefit.until), today) < 0;
  const files = (letters?.files ?? []).filter((file) => !(hasEnded && file.shows === 'benefit'));
  return {
    ...rest,
    ...(benefit === undefined || hasEnded ? {} : { benefit }),
    ...(files.length === 0 ? {} : { letters: { files, sendsLater: false } }),
    ...(hasEnded ? { known: ratesOf(benefit) } : {}),
  };
}

function ratesOf(benefit: NonNullable<Answers['benefit']>): Known {
  if (benefit.which === 'dla') return { dlaCare: benefit.dlaCare, dlaMobility: benefit.dlaMobility };
  if (benefit.which === 'pip') return { pipDaily: benefit.pipDaily, pipMobility: benefit.pipMobility };
  return {};
}

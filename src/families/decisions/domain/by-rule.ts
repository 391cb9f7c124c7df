/** What is looked at before an application may be decided with nobody weighing it. */
export type BeforeTheRule = {
  readonly state: string;
  /** The kind of recommendation that the scheme gives; null where it cannot be read. */
  readonly recommendation: string | null;
  /** Facts that are not known and could still change what comes of it. */
  readonly missing: number;
  readonly officerDecides: boolean;
  readonly letter: 'in-date' | 'out-of-date' | 'none';
  readonly mayBeDuplicate: boolean;
  readonly hasOtherSupport: boolean;
  /** For schemes of one award a family: the family has it already. */
  readonly familyHasAward: boolean;
  /** Decided before, and not only put on the waiting list. */
  readonly isDecidedBefore: boolean;
};

/**
 * Gives why an application is for an officer to look at, as one sentence, or null where the published rule alone
 * decides: it is complete, the scheme awards and leaves nothing to judgement, the letter is there and in date,
 * and nothing makes one look twice. A rule never says no by itself.
 */
export function whyNotByRule(before: BeforeTheRule): string | null {
  if (before.state !== 'sent' && before.state !== 'waiting')
    return 'It is not waiting to be decided any more.';
  if (before.isDecidedBefore) return 'It was decided before.';
  if (before.recommendation === null) return 'The scheme cannot be read for it.';
  if (before.recommendation === 'refuse') return 'The scheme says no: a person decides that.';
  if (before.recommendation === 'choose') return 'The family’s choice of what it gets is still open.';
  if (before.recommendation !== 'award') return 'The scheme recommends no award by itself.';
  if (before.missing > 0) return 'Something that could change the award is not known.';
  if (before.officerDecides) return 'The published words leave it to an officer.';
  if (before.letter === 'none') return 'No letter has been handed in.';
  if (before.letter === 'out-of-date') return 'The letter is out of date.';
  if (before.mayBeDuplicate) return 'There may be two records of this child.';
  if (before.hasOtherSupport) return 'The child has other support.';
  return before.familyHasAward ? 'The family has its award of this scheme already.' : null;
}

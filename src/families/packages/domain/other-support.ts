/** Support that a child has and this service did not award. What it gives is for a whole year; null where nobody knows. */
export type OtherSupport = {
  readonly name: string;
  readonly breakKind: string;
  readonly way: string;
  readonly paidBy: string;
  readonly yearlyPence: number | null;
  readonly yearlyMinutes: number | null;
  readonly yearlyNights: number | null;
  /** The law under which nights are given; null where it gives none, or nobody knows. */
  readonly legalBasis?: 'section-17' | 'section-20' | null;
  readonly startsOn: Temporal.PlainDate;
  /** Null while no end is known. */
  readonly endsOn: Temporal.PlainDate | null;
  readonly reviewOn: Temporal.PlainDate | null;
  /** Who told us: a person, a letter, an import. */
  readonly toldBy: string;
};

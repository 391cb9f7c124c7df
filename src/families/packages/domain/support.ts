/** What something gives in a whole year: pence, minutes, nights; null where it is not of that, or nobody knows. */
export type Yearly = {
  readonly pence: number | null;
  readonly minutes: number | null;
  readonly nights: number | null;
};

/** Days, both within it, on which a support is the same. `to` is null while no end is known. */
export type SupportStretch = Yearly & {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate | null;
  readonly isSuspended: boolean;
};

/** One thing that a child has, whoever pays for it: an award, or support that this service did not award. */
export type Support = {
  readonly id: string;
  readonly childId: string;
  readonly origin: 'award' | 'other';
  /** Its reference, or its name where it has none. */
  readonly name: string;
  readonly breakKind: string;
  readonly way: string;
  readonly paidBy: string;
  readonly legalBasis: 'section-17' | 'section-20' | null;
  readonly schemeId: string | null;
  /** What granted it: application, panel, plan, import; "other" for what this service did not award. */
  readonly grantedBy: string;
  readonly stretches: readonly SupportStretch[];
  readonly reviewOn: Temporal.PlainDate | null;
};

/** A support as it stands on one day. */
export type SupportOnDay = { readonly support: Support; readonly now: SupportStretch };

/** All that a child has on a day, and what it comes to in a year. */
export type PackageOnDay = {
  readonly supports: readonly SupportOnDay[];
  readonly pence: number;
  readonly minutes: number;
  readonly nights: number;
  /** How many of them have a cost that nobody knows. */
  readonly unpriced: number;
};

function holds(stretch: SupportStretch, day: Temporal.PlainDate): boolean {
  return (
    Temporal.PlainDate.compare(stretch.from, day) <= 0 &&
    (stretch.to === null || Temporal.PlainDate.compare(stretch.to, day) >= 0)
  );
}

/** What a child has on a day. What is suspended is listed and counts nothing. */
export function packageOn(supports: readonly Support[], day: Temporal.PlainDate): PackageOnDay {
  const current = supports.flatMap((support) => {
    const now = support.stretches.find((stretch) => holds(stretch, day));
    return now === undefined ? [] : [{ support, now }];
  });
  const sum = (part: keyof Yearly) =>
    current.reduce((total, { now }) => total + (now.isSuspended ? 0 : (now[part] ?? 0)), 0);
  return {
    supports: current,
    pence: sum('pence'),
    minutes: sum('minutes'),
    nights: sum('nights'),
    unpriced: current.filter(({ now }) => !now.isSuspended && now.pence === null).length,
  };
}

/** The days on which the package of these supports becomes another, in no order. */
export function turningDays(supports: readonly Support[]): readonly Temporal.PlainDate[] {
  return supports.flatMap(({ stretches }) =>
    stretches.flatMap(({ from, to }) => (to === null ? [from] : [from, to.add({ days: 1 })])),
  );
}

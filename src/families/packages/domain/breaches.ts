import { packageOn, type Support, type SupportOnDay } from './support.ts';

/** Which supports a rule means: all that are of one of the kinds, ways and payers named; what is not named is any. */
export type Selector = {
  readonly breakKinds: readonly string[] | null;
  readonly ways: readonly string[] | null;
  readonly paidBy: readonly string[] | null;
};

type Told = {
  readonly id: string;
  /** Its name in the report's filter. */
  readonly name: string;
  readonly says: string;
  readonly advice: string;
  readonly source: string;
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate | null;
};

/** A rule about what a child's whole package may not be. */
export type PackageRule = Told &
  (
    | { readonly kind: 'not-together'; readonly one: Selector; readonly other: Selector }
    | { readonly kind: 'one-payment-a-need'; readonly ways: readonly string[] }
    | {
        readonly kind: 'nights-a-year';
        readonly legalBasis: string | null;
        readonly ways: readonly string[] | null;
        readonly most: number;
      }
    | {
        readonly kind: 'most-under-scheme';
        readonly schemes: readonly string[];
        readonly per: 'child' | 'household';
        readonly mostPence: number;
      }
    | { readonly kind: 'one-at-a-time' }
    | { readonly kind: 'needs-approval'; readonly abovePence: number; readonly agreedBy: readonly string[] }
  );

/** A rule that a package breaks, and the supports that break it. */
export type Breach = { readonly rule: PackageRule; readonly supports: readonly Support[] };

/** The rules that hold on a day. */
export function rulesOn(rules: readonly PackageRule[], day: Temporal.PlainDate): readonly PackageRule[] {
  return rules.filter(
    ({ from, until }) =>
      Temporal.PlainDate.compare(from, day) <= 0 &&
      (until === null || Temporal.PlainDate.compare(until, day) >= 0),
  );
}

/** What a child's package is looked at by: its own supports, and those of the whole household for the caps of a family. */
export type Looked = {
  readonly own: readonly Support[];
  readonly household: readonly Support[];
  /** Those that hold on the day. */
  readonly rules: readonly PackageRule[];
};

/** Every rule that a child's package breaks on a day. What is suspended breaks none. */
export function breachesOn(looked: Looked, day: Temporal.PlainDate): readonly Breach[] {
  const running = (supports: readonly Support[]) =>
    packageOn(supports, day).supports.filter(({ now }) => !now.isSuspended);
  const own = running(looked.own);
  if (own.length === 0) return [];
  const household = looked.household === looked.own ? own : running(looked.household);
  return looked.rules.flatMap((rule) => {
    const supports = breaking(rule, own, household);
    return supports.length === 0 ? [] : [{ rule, supports: supports.map(({ support }) => support) }];
  });
}

type Running = readonly SupportOnDay[];

function breaking(rule: PackageRule, own: Running, household: Running): Running {
  switch (rule.kind) {
    case 'not-together':
      return together(own, rule.one, rule.other);
    case 'one-payment-a-need':
      return repeated(own, ({ support }) =>
        rule.ways.includes(support.way) && support.paidBy !== 'education' ? support.breakKind : null,
      );
    case 'nights-a-year':
      return over(
        own.filter(
          ({ support }) =>
            (rule.legalBasis === null || support.legalBasis === rule.legalBasis) &&
            (rule.ways?.includes(support.way) ?? true),
        ),
        ({ now }) => now.nights,
        rule.most,
      );
    case 'most-under-scheme':
      return underScheme(rule, own, household);
    case 'one-at-a-time':
      return repeated(own, ({ support }) => support.schemeId);
    case 'needs-approval':
      return own.filter(
        ({ support, now }) =>
          support.origin === 'award' &&
          (now.pence ?? 0) > rule.abovePence &&
          !rule.agreedBy.includes(support.grantedBy),
      );
  }
}

function isMeant({ support }: SupportOnDay, selector: Selector): boolean {
  return (
    (selector.breakKinds?.includes(support.breakKind) ?? true) &&
    (selector.ways?.includes(support.way) ?? true) &&
    (selector.paidBy?.includes(support.paidBy) ?? true)
  );
}

function together(own: Running, one: Selector, other: Selector): Running {
  const ones = own.filter((support) => isMeant(support, one));
  const others = own.filter((support) => isMeant(support, other) && !ones.includes(support));
  return ones.length > 0 && others.length > 0 ? [...ones, ...others] : [];
}

/** Those that share what `keyOf` gives with another; null shares nothing. */
function repeated(own: Running, keyOf: (one: SupportOnDay) => string | null): Running {
  const counted = new Map<string, number>();
  for (const one of own) {
    const key = keyOf(one);
    if (key !== null) counted.set(key, (counted.get(key) ?? 0) + 1);
  }
  return own.filter((one) => {
    const key = keyOf(one);
    return key !== null && (counted.get(key) ?? 0) > 1;
  });
}

function over(meant: Running, partOf: (one: SupportOnDay) => number | null, most: number): Running {
  const counted = meant.filter((one) => (partOf(one) ?? 0) > 0);
  const total = counted.reduce((sum, one) => sum + (partOf(one) ?? 0), 0);
  return total > most ? counted : [];
}

function underScheme(
  rule: Extract<PackageRule, { kind: 'most-under-scheme' }>,
  own: Running,
  household: Running,
): Running {
  const meant = (all: Running) =>
    all.filter(({ support }) => support.schemeId !== null && rule.schemes.includes(support.schemeId));
  // A household's cap is told of each child that has a part in what is over it.
  if (meant(own).length === 0) return [];
  return over(meant(rule.per === 'child' ? own : household), ({ now }) => now.pence, rule.mostPence);
}

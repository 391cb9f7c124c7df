import { createHash } from 'node:crypto';
import { awardWays, breakKinds, payers } from '#families/awards/index.ts';
import { householdsHiddenFrom } from '#families/register/index.ts';
import { ageOn } from '#kernel/local-date.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import {
  ageBandOf,
  ageBands,
  costBands,
  inOrder,
  isWanted,
  localityOf,
  type ReportFilter,
  sortings,
  type Totals,
  totalsOf,
} from './domain/report.ts';
import { placedApart } from './domain/small-numbers.ts';
import { dayNumber, type PackageSummary } from './domain/summary.ts';
import { packageRulesOf } from './read-rules.ts';
import { childNames } from './store/households.ts';
import { packageSummaries } from './summaries.ts';

/** How many packages one page lists. */
export const perPage = 50;

/** Fewer children than this are not told to who may not know whom they are: they could be guessed. */
export const fewest = 5;

export type Report = {
  readonly filter: ReportFilter;
  /** Everything that the filter finds, in order. */
  readonly found: readonly PackageSummary[];
  readonly totals: Totals;
  /** How many packages are left out, since their households are kept from the practitioner. */
  readonly hidden: number;
  /** The schemes under which anything runs. */
  readonly schemes: readonly string[];
  /** Whether children are named to this practitioner. */
  readonly hasNames: boolean;
  /** Whether so few are found that they are not shown to who may not know whom they are. */
  readonly isTooFew: boolean;
  locality(summary: PackageSummary): string;
  /** The age in years; a band of ages for who may not know whom it is, and not even that of a few children. */
  age(summary: PackageSummary): string;
};

/** Reads the report's address. What makes no sense is left out. */
function readFilter(visit: Visit): ReportFilter {
  const { query, authority } = visit;
  const one = <T extends string>(name: string, allowed: readonly T[]): T | null =>
    allowed.find((value) => value === query.get(name)) ?? null;
  const scheme = query.get('scheme') ?? '';
  return {
    locality: one(
      'locality',
      authority.localities.map(({ name }) => name),
    ),
    age: ageBands.find(({ id }) => id === query.get('age')) ?? null,
    kind: one('kind', breakKinds),
    way: one('way', awardWays),
    payer: one('payer', payers),
    cost: costBands.find(({ id }) => id === query.get('cost')) ?? null,
    breach: one('breach', ['any', ...packageRulesOf(authority).map(({ id }) => id)]),
    isReviewOverdue: query.get('review') === 'overdue',
    scheme: /^[\w.-]{1,80}$/.test(scheme) ? scheme : null,
    sorting: one('sort', sortings) ?? 'cost',
  };
}

/** Gives the report that the address asks for, without the households that the practitioner is kept away from. */
export async function packageReport(visit: Visit): Promise<Report> {
  const { person, authority, transaction } = visit;
  if (person === null) throw new Error('the policy lets only signed-in people in');
  const today = visit.clock.today();
  const filter = readFilter(visit);
  const all = await packageSummaries({ authority, transaction, today });
  const kept = new Set(await householdsHiddenFrom(visit, person));
  const seen = kept.size === 0 ? all : all.filter(({ householdId }) => !kept.has(householdId));
  const hasNames = person.roles.some((role) => role !== 'commissioner' && isNamedTo(role));
  const told = hasNames ? asItIs(authority, today) : apart(authority, seen, today);
  const place = { today: dayNumber(today), locality: told.place, isAgeTold: told.isAgeTold };
  const found = seen.filter((summary) => isWanted(summary, filter, place));
  return {
    filter,
    found: told.inOrder(found, filter.sorting),
    totals: totalsOf(found, today),
    hidden: all.length - seen.length,
    schemes: schemesOf(seen),
    hasNames,
    isTooFew: !hasNames && found.length > 0 && found.length < fewest,
    locality: told.locality,
    age: told.age,
  };
}

/** What is told of where and how old children are. */
type Told = Pick<Report, 'locality' | 'age'> & {
  /** The council's locality, for the filter. */
  readonly place: (summary: PackageSummary) => string | null;
  readonly isAgeTold: (summary: PackageSummary) => boolean;
  readonly inOrder: typeof inOrder;
};

function asItIs(authority: Authority, today: Temporal.PlainDate): Told {
  const place = ({ postcode }: PackageSummary) => keptLocality(authority, postcode);
  return {
    place,
    isAgeTold: () => true,
    inOrder,
    locality: (summary) => place(summary) ?? summary.district ?? 'Not known',
    age: ({ bornOn }) => String(ageOn(bornOn, today)),
  };
}

const notTold = 'Not shown';

/**
 * Told to who may not know whom a child is: nothing by which a few could be picked out of the whole report, row by
 * row or by what one filter finds and another does not.
 */
function apart(authority: Authority, seen: readonly PackageSummary[], today: Temporal.PlainDate): Told {
  const asKnown = asItIs(authority, today);
  const number = dayNumber(today);
  const band = ({ bornNumber }: PackageSummary) => ageBandOf(bornNumber, number);
  const placed = placedApart(
    seen,
    { band: (one) => band(one)?.id ?? '', locality: (one) => asKnown.locality(one) },
    fewest,
  );
  const isAgeTold = (one: PackageSummary) => (placed.get(one)?.band ?? null) !== null;
  const place = (one: PackageSummary) => placed.get(one)?.locality ?? null;
  const older = (one: PackageSummary) => (isAgeTold(one) ? (band(one)?.from ?? 0) : Infinity);
  return {
    place,
    isAgeTold,
    // The order within a band would tell who is the younger.
    inOrder: (found, sorting) =>
      sorting === 'age'
        ? found.toSorted((one, other) => older(one) - older(other) || 0)
        : inOrder(found, sorting),
    locality: (one) => place(one) ?? notTold,
    age: (one) => (isAgeTold(one) ? (band(one)?.name ?? notTold) : notTold),
  };
}

const keptLocalities = new WeakMap<Authority, Map<string, string | null>>();

/** The locality of a postcode, worked out once for each. */
function keptLocality(authority: Authority, postcode: string): string | null {
  const kept = keptLocalities.get(authority) ?? new Map<string, string | null>();
  keptLocalities.set(authority, kept);
  const before = kept.get(postcode);
  if (before !== undefined) return before;
  const found = localityOf(postcode, authority.localities);
  kept.set(postcode, found);
  return found;
}

function schemesOf(seen: readonly PackageSummary[]): readonly string[] {
  const schemes = new Set<string>();
  for (const { schemes: own } of seen) for (const scheme of own) schemes.add(scheme);
  return [...schemes].sort();
}

function isNamedTo(role: string): boolean {
  return ['short-breaks-officer', 'social-worker', 'team-manager', 'panel-chair', 'finance-officer'].includes(
    role,
  );
}

/** What children are called in the report: by name, or for who may not know them by a reference that tells nothing. */
export async function namesFor(
  visit: Visit,
  report: Report,
  shown: readonly PackageSummary[],
): Promise<(childId: string) => string> {
  if (!report.hasNames) return pseudonymOf;
  const isAll = shown.length > 5_000;
  const names = await childNames(visit.transaction, {
    authorityId: visit.authority.id,
    childIds: isAll ? null : shown.map(({ childId }) => childId),
  });
  return (childId) => names.get(childId) ?? 'A child';
}

/** A reference that stays the same for a child and from which nobody finds the child without the register. */
export function pseudonymOf(childId: string): string {
  const hash = createHash('sha256').update(`package of ${childId}`).digest('hex').toUpperCase();
  return `P-${hash.slice(0, 4)}-${hash.slice(4, 8)}`;
}

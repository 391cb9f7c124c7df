import { byNumber } from './sorted.ts';
import { dayNumber, type PackageSummary } from './summary.ts';

/** Ages as the council's reports band them, both within. */
export const ageBands = [
  { id: '0-4', from: 0, to: 4, name: '0 to 4' },
  { id: '5-10', from: 5, to: 10, name: '5 to 10' },
  { id: '11-15', from: 11, to: 15, name: '11 to 15' },
  { id: '16-17', from: 16, to: 17, name: '16 and 17' },
  { id: '18-25', from: 18, to: 25, name: '18 to 25' },
] as const;

/** Yearly costs in bands, in pence: from, and below. */
export const costBands = [
  { id: 'unknown', from: 0, below: 1, name: 'No known cost' },
  { id: 'to-500', from: 1, below: 50_001, name: 'Up to £500' },
  { id: 'to-1000', from: 50_001, below: 100_001, name: 'Over £500, up to £1,000' },
  { id: 'to-5000', from: 100_001, below: 500_001, name: 'Over £1,000, up to £5,000' },
  { id: 'to-20000', from: 500_001, below: 2_000_001, name: 'Over £5,000, up to £20,000' },
  { id: 'more', from: 2_000_001, below: Number.MAX_SAFE_INTEGER, name: 'Over £20,000' },
] as const;

export const sortings = ['cost', 'cost-up', 'nights', 'hours', 'age', 'review'] as const;
export type Sorting = (typeof sortings)[number];

/** What the report is narrowed to; null leaves a thing open. */
export type ReportFilter = {
  readonly locality: string | null;
  readonly age: (typeof ageBands)[number] | null;
  readonly kind: string | null;
  readonly way: string | null;
  readonly payer: string | null;
  readonly cost: (typeof costBands)[number] | null;
  /** A rule's identifier, or "any". */
  readonly breach: string | null;
  readonly isReviewOverdue: boolean;
  readonly scheme: string | null;
  readonly sorting: Sorting;
};

export type Locality = { readonly name: string; readonly postcodes: readonly string[] };

/** The locality of a postcode: the one whose listed beginning is the longest that it begins with; null outside of all. */
export function localityOf(postcode: string, localities: readonly Locality[]): string | null {
  const [outward = '', inward = ''] = postcode.trim().toUpperCase().split(/\s+/);
  let found: string | null = null;
  let longest = 0;
  for (const { name, postcodes } of localities)
    for (const start of postcodes) {
      const [wantedOut = '', wantedIn = ''] = start.toUpperCase().split(/\s+/);
      const fits = outward === wantedOut && inward.startsWith(wantedIn);
      if (fits && start.length > longest) {
        longest = start.length;
        found = name;
      }
    }
  return found;
}

/** The age band of somebody born on a day; `today` and the day are numbers, so ages are whole years. */
export function ageBandOf(bornNumber: number, today: number): (typeof ageBands)[number] | null {
  const years = Math.trunc((today - bornNumber) / 10_000);
  return ageBands.find(({ from, to }) => years >= from && years <= to) ?? null;
}

/** Whether a package is what the report is narrowed to, as far as its age and place may be told. */
export function isWanted(
  summary: PackageSummary,
  filter: ReportFilter,
  place: {
    /** The day's number. */
    readonly today: number;
    readonly locality: (summary: PackageSummary) => string | null;
    readonly isAgeTold: (summary: PackageSummary) => boolean;
  },
): boolean {
  const { age, cost, breach } = filter;
  if (filter.kind !== null && !summary.kinds.includes(filter.kind)) return false;
  if (filter.way !== null && !summary.ways.includes(filter.way)) return false;
  if (filter.payer !== null && !summary.payers.includes(filter.payer)) return false;
  if (filter.scheme !== null && !summary.schemes.includes(filter.scheme)) return false;
  if (cost !== null && (summary.pence < cost.from || summary.pence >= cost.below)) return false;
  if (breach === 'any' && summary.breaches.length === 0) return false;
  if (breach !== null && breach !== 'any' && !summary.breaches.includes(breach)) return false;
  if (filter.isReviewOverdue && !isReviewOverdue(summary, place.today)) return false;
  if (age !== null && !(ageBandOf(summary.bornNumber, place.today) === age && place.isAgeTold(summary)))
    return false;
  return filter.locality === null || place.locality(summary) === filter.locality;
}

/** Whether one of the package's supports had to be looked at before a day. */
export function isReviewOverdue({ reviewNumber }: PackageSummary, today: number): boolean {
  return reviewNumber !== null && reviewNumber < today;
}

/** A number later than that of every day. */
const neverReviewed = 99_999_999;

/** Puts packages, which come the dearest first, in another order. */
export function inOrder(summaries: readonly PackageSummary[], sorting: Sorting): readonly PackageSummary[] {
  switch (sorting) {
    case 'cost':
      return summaries;
    case 'cost-up':
      return summaries.toReversed();
    case 'nights':
      return byNumber(summaries, ({ nights }) => -nights);
    case 'hours':
      return byNumber(summaries, ({ minutes }) => -minutes);
    case 'age':
      return byNumber(summaries, ({ bornNumber }) => -bornNumber);
    case 'review':
      return byNumber(summaries, ({ reviewNumber }) => reviewNumber ?? neverReviewed);
  }
}

/** What several packages come to together. */
export type Totals = {
  readonly children: number;
  readonly pence: number;
  readonly minutes: number;
  readonly nights: number;
  readonly withBreach: number;
  readonly overdue: number;
  readonly unpriced: number;
};

/** Adds packages up. */
export function totalsOf(summaries: readonly PackageSummary[], day: Temporal.PlainDate): Totals {
  const today = dayNumber(day);
  const totals = {
    children: summaries.length,
    pence: 0,
    minutes: 0,
    nights: 0,
    withBreach: 0,
    overdue: 0,
    unpriced: 0,
  };
  for (const one of summaries) {
    totals.pence += one.pence;
    totals.minutes += one.minutes;
    totals.nights += one.nights;
    if (one.breaches.length > 0) totals.withBreach++;
    if (one.unpriced > 0) totals.unpriced++;
    if (isReviewOverdue(one, today)) totals.overdue++;
  }
  return totals;
}

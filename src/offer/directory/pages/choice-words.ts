import { formatDate } from '#kernel/local-date.ts';
import { formatPounds } from '#kernel/money.ts';
import { type Day, type Payment, payments, type RatioText } from '../domain/listing.ts';
import { ratioInWords } from '../domain/listing-words.ts';
import type { ListingSearch } from '../domain/search.ts';

/** Days as a filter names them. */
export const dayWords: Readonly<Record<Day, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

export const seasonWords: Readonly<Record<NonNullable<ListingSearch['season']>, string>> = {
  'term-time': 'In term time',
  holidays: 'In the school holidays',
  'all-year': 'All year',
};

export const transportWords: Readonly<Record<NonNullable<ListingSearch['transport']>, string>> = {
  'door-to-door': 'Fetched from home and brought back',
  'from-school': 'Fetched from school',
  'help-with-cost': 'Help with the cost of travel',
  none: 'You bring your child',
};

export const withoutReferralWords = 'No referral needed';

/** "1 member of staff to 2 children, or more staff". */
export function ratioWords(ratio: RatioText): string {
  return `${ratioInWords(ratio)}${ratio === '2:1' ? '' : ', or more staff'}`;
}

export function paymentWords(payment: Payment): string {
  return `${payments[payment]} can pay`;
}

/** "Up to £5", "Up to £7.50". */
export function priceWords(upTo: NonNullable<ListingSearch['upTo']>): string {
  return `Up to ${formatPounds(upTo)}`;
}

/** "19 December 2026 to 3 January 2027", "From 19 December 2026"; null where no days were asked for. */
export function datesInWords({ from, until }: Pick<ListingSearch, 'from' | 'until'>): string | null {
  if (from === null) return until === null ? null : `Up to ${formatDate(until)}`;
  if (until === null) return `From ${formatDate(from)}`;
  if (from.equals(until)) return `On ${formatDate(from)}`;
  return `${formatDate(from)} to ${formatDate(until)}`;
}

const languageNames = new Intl.DisplayNames('en-GB', { type: 'language' });

/** The name of a language by its code; what nobody has a name for stays as it is. */
export function languageWords(code: string): string {
  return code === 'bfi' ? 'British Sign Language' : (languageNames.of(code) ?? code);
}

import type { Feature } from '#offer/accessibility/index.ts';
import type { Need, Payment } from './listing.ts';
import { everything, type ListingSearch } from './search.ts';

/** One thing that a search asks of a listing, by name: each can be let go of by itself. */
export type ConditionName =
  | 'words'
  | 'age'
  | 'tiers'
  | 'kinds'
  | `need:${Need}`
  | `access:${Feature}`
  | 'times'
  | 'days'
  | 'parts'
  | 'dates'
  | 'season'
  | `pay:${Payment}`
  | 'free'
  | 'upTo'
  | 'transport'
  | 'ratio'
  | 'language'
  | 'referral'
  | 'locality'
  | 'within';

/** The search without one of its conditions, from its first page. */
export function withoutCondition(search: ListingSearch, name: ConditionName): ListingSearch {
  const loosened = { ...search, page: 1 };
  if (name.startsWith('need:')) {
    return { ...loosened, needs: search.needs.filter((need) => `need:${need}` !== name) };
  }
  if (name.startsWith('pay:')) {
    return { ...loosened, accepts: search.accepts.filter((payment) => `pay:${payment}` !== name) };
  }
  if (name.startsWith('access:')) {
    return { ...loosened, access: search.access.filter((feature) => `access:${feature}` !== name) };
  }
  switch (name) {
    case 'words':
      return { ...loosened, text: '' };
    case 'free':
      return { ...loosened, isFree: false };
    case 'dates':
      return { ...loosened, from: null, until: null };
    case 'referral':
      return { ...loosened, isWithoutReferral: false };
    case 'age':
    case 'season':
    case 'upTo':
    case 'transport':
    case 'ratio':
    case 'language':
    case 'locality':
    case 'within':
      return { ...loosened, [name]: null };
    case 'tiers':
    case 'kinds':
    case 'times':
    case 'days':
    case 'parts':
      return { ...loosened, [name]: everything[name] };
    default:
      return loosened;
  }
}

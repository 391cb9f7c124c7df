import type { Pence } from '#kernel/money.ts';
import type { Feature } from '#offer/accessibility/index.ts';
import type { Day, Kind, Need, Payment, RatioText, Season, Tier, Time, Transport } from './listing.ts';
import type { Part } from './when-it-runs.ts';

/** In what order the directory answers: what fits best, by distance, by name, or what came last first. */
export const orders = ['best', 'nearest', 'name', 'newest'] as const;
export type Order = (typeof orders)[number];

/** How far families may ask for, in miles. In the strategy's survey most would go 20 to 30 miles for the right thing. */
export const distances = [2, 5, 10, 20, 30] as const;
export type Distance = (typeof distances)[number];

/**
 * What somebody asks of the directory. A listing fits when it is one of each list (of the tiers, of the kinds, of the
 * times, days and parts of the day), and meets every one of the needs, features and payments; an empty list asks
 * nothing.
 */
export type ListingSearch = {
  /** As typed, with its spaces made single; at most 100 characters. */
  readonly text: string;
  readonly age: number | null;
  readonly tiers: readonly Tier[];
  readonly kinds: readonly Kind[];
  readonly needs: readonly Need[];
  /** Features that a listing must say it has; "ask" is not enough. */
  readonly access: readonly Feature[];
  readonly times: readonly Time[];
  readonly days: readonly Day[];
  readonly parts: readonly Part[];
  /** The first and the last day between which it must run at least once; null is open. */
  readonly from: Temporal.PlainDate | null;
  readonly until: Temporal.PlainDate | null;
  readonly season: Season | null;
  readonly accepts: readonly Payment[];
  readonly isFree: boolean;
  /** The most that one session, day or whatever is paid for may cost; what is free fits, "ask" does not. */
  readonly upTo: Pence | null;
  readonly transport: Transport | null;
  /** At least this much staff to a child. */
  readonly ratio: RatioText | null;
  /** A language that staff speak besides English, by its code. */
  readonly language: string | null;
  /** Whether a family must be able to join by itself: no referral and no application to the council. */
  readonly isWithoutReferral: boolean;
  /** The name of a locality, or null for anywhere. */
  readonly locality: string | null;
  /** A postcode, a town or a place, as typed; the page says what is wrong with it. */
  readonly postcode: string | null;
  /** Where the visitor's device says it is, to about a hundred metres; goes before what was typed. */
  readonly near: { readonly latitude: number; readonly longitude: number } | null;
  readonly within: Distance | null;
  readonly order: Order;
  /** From 1. */
  readonly page: number;
};

/** The search that nothing was asked of: everything, best first. */
export const everything: ListingSearch = {
  text: '',
  age: null,
  tiers: [],
  kinds: [],
  needs: [],
  access: [],
  times: [],
  days: [],
  parts: [],
  from: null,
  until: null,
  season: null,
  accepts: [],
  isFree: false,
  upTo: null,
  transport: null,
  ratio: null,
  language: null,
  isWithoutReferral: false,
  locality: null,
  postcode: null,
  near: null,
  within: null,
  order: 'best',
  page: 1,
};

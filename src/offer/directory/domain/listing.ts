import type { Pence } from '#kernel/money.ts';
import type { Access } from '#offer/accessibility/index.ts';

/** How much support a short break gives: open to all, extra help, or for the most complex needs. */
export const tiers = ['universal', 'targeted', 'specialist'] as const;
export type Tier = (typeof tiers)[number];

/** What a short break is. A listing may be several. The label is what families read. */
export const kinds = {
  'after-school-club': 'After-school club',
  animals: 'Animals',
  arts: 'Arts, music and drama',
  computing: 'Computers and coding',
  'days-out': 'Days out',
  'drop-in': 'Drop-in',
  enabler: 'Enabler or personal assistant',
  'family-fun': 'Family fun',
  grant: 'Money for short breaks',
  'holiday-scheme': 'Holiday scheme',
  'home-care': 'Care at home',
  'life-skills': 'Life skills and work',
  outdoors: 'Outdoors',
  overnight: 'Overnight',
  'parent-support': 'Support for parent carers',
  play: 'Play',
  sensory: 'Sensory',
  sport: 'Sport and movement',
  swimming: 'Swimming',
  'weekend-club': 'Weekend club',
  'youth-club': 'Youth club',
} as const;
export type Kind = keyof typeof kinds;

/** Needs that a provider can meet. */
export const needs = {
  adhd: 'ADHD',
  anxiety: 'Anxiety',
  autism: 'Autism',
  behaviour: 'Behaviour that can challenge',
  communication: 'Speech and communication',
  'complex-health': 'Complex health needs',
  epilepsy: 'Epilepsy',
  'learning-disability': 'Learning disability',
  'personal-care': 'Help with personal care',
  physical: 'Physical disability',
  'sensory-hearing': 'Deaf or hard of hearing',
  'sensory-vision': 'Blind or low vision',
  wheelchair: 'Wheelchair user',
} as const;
export type Need = keyof typeof needs;

/** The times at which a short break runs. */
export const times = {
  'after-school': 'After school',
  'by-arrangement': 'By arrangement',
  evening: 'Evenings',
  overnight: 'Overnight',
  'school-day': 'School days',
  'school-holidays': 'School holidays',
  weekend: 'Weekends',
} as const;
export type Time = keyof typeof times;

export const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Day = (typeof days)[number];

/** What a family may pay with besides its own money. */
export const payments = {
  'direct-payment': 'Direct payment',
  'short-breaks-grant': 'Short breaks grant',
} as const;
export type Payment = keyof typeof payments;

/** How a child joins. */
export const joining = {
  'turn-up': 'Just turn up',
  book: 'Book a place',
  'refer-yourself': 'Ask for a place yourself',
  referral: 'Somebody refers you',
  apply: 'Apply to the council',
} as const;
export type Joining = keyof typeof joining;

/** What one payment buys. */
export const costUnits = ['hour', 'session', 'day', 'night', 'week', 'month', 'year'] as const;
export type CostUnit = (typeof costUnits)[number];

export const ratios = ['2:1', '1:1', '1:2', '1:3', '1:4'] as const;
export type RatioText = (typeof ratios)[number];

export type Cost =
  | { readonly kind: 'free'; readonly note: string | null }
  | { readonly kind: 'amount'; readonly pence: Pence; readonly per: CostUnit; readonly note: string | null }
  | { readonly kind: 'ask'; readonly note: string };

export type When = {
  readonly times: readonly Time[];
  readonly days: readonly Day[];
  /** Both or neither. */
  readonly from: Temporal.PlainTime | null;
  readonly until: Temporal.PlainTime | null;
  readonly note: string | null;
};

export type ListingPlace =
  | {
      readonly kind: 'at';
      readonly name: string;
      /** A locality of the authority, or the name of a place outside it. */
      readonly locality: string;
      readonly postcode: string;
      readonly isOutsideAuthority: boolean;
    }
  /** No one place: "Across Medway", "In your home". */
  | { readonly kind: 'area'; readonly area: string }
  | { readonly kind: 'online' };

/**
 * Where the facts come from: a document and its section, made up for the demonstration, the provider's or the
 * council's own people in the service, or another publisher's feed.
 */
export type Provenance =
  | { readonly kind: 'document'; readonly document: string; readonly section: string }
  | { readonly kind: 'demonstration' }
  | { readonly kind: 'provider' }
  | { readonly kind: 'council' }
  | {
      readonly kind: 'feed';
      readonly publisher: string;
      readonly address: string;
      /** What the publisher calls it. */
      readonly theirId: string;
    };

/** How a child gets there and back. */
export const transports = {
  'door-to-door': 'Fetched from home and brought back',
  'from-school': 'Fetched from school',
  'help-with-cost': 'Help with the cost of travel',
  none: 'You bring your child',
} as const;
export type Transport = keyof typeof transports;

/** In which part of the year a short break runs. */
export const seasons = {
  'term-time': 'Term time',
  holidays: 'School holidays',
  'all-year': 'All year',
} as const;
export type Season = keyof typeof seasons;

/** The part of the year and the days between which it runs; both days are included, and null is open. */
export type Runs = {
  readonly season: Season | null;
  readonly from: Temporal.PlainDate | null;
  readonly until: Temporal.PlainDate | null;
};

/** One dated run that stands by itself, where a rhythm of weeks does not say when. */
export type ListedDate = {
  readonly on: Temporal.PlainDate;
  readonly from: Temporal.PlainTime;
  readonly until: Temporal.PlainTime;
  /** How many children; null where nobody has said. */
  readonly places: number | null;
};

/** A picture of a listing, kept by the service or standing in the authority's folder; always with its words. */
export type Picture = { readonly file: string; readonly words: string };

/** A further place of the same short break, with times of its own. */
export type OtherPlace = {
  readonly place: Extract<ListingPlace, { kind: 'at' }>;
  readonly when: When;
};

/** What decides besides the facts: what it is like there. Empty where nobody has said. */
export type Told = {
  /** What a session is like, from arriving to going home. */
  readonly session: string | null;
  /** The sensory story: one short sentence a step. */
  readonly sensoryStory: readonly string[];
  readonly staff: string | null;
  readonly pictures: readonly Picture[];
  /** The same in Easy Read: one short sentence each. */
  readonly easyRead: readonly string[];
};

/** A provider's short break as the directory shows it. */
export type Listing = {
  /** Stable and unique inside the authority; it stands in the address of the page. */
  readonly slug: string;
  readonly title: string;
  readonly provider: string;
  readonly tier: Tier;
  readonly kinds: readonly Kind[];
  readonly summary: string;
  readonly description: string;
  /** Whole years, both included. */
  readonly ages: { readonly from: number; readonly to: number };
  readonly needs: readonly Need[];
  readonly when: When;
  readonly cost: Cost;
  readonly accepts: readonly Payment[];
  readonly join: { readonly how: Joining; readonly referredBy: string | null; readonly note: string | null };
  readonly place: ListingPlace;
  readonly contact: {
    readonly phone: string | null;
    readonly email: string | null;
    readonly url: string | null;
  };
  /** Staff to children, as the provider offers them; empty where nothing is said. */
  readonly ratios: readonly RatioText[];
  /** What it offers, feature by feature. */
  readonly access: Access;
  /** Languages that staff speak besides English, by their codes of BCP 47 ("pa", "pl", "bfi"). */
  readonly languages: readonly string[];
  /** Null where nobody has said. */
  readonly transport: Transport | null;
  readonly runs: Runs;
  readonly dates: readonly ListedDate[];
  readonly otherPlaces: readonly OtherPlace[];
  readonly told: Told;
  /** The name of the neighbouring council that it comes from; null for this council's own. */
  readonly neighbour: string | null;
  /** Why it isn't running now, or null while it is. */
  readonly paused: string | null;
  /** The last day on which it is not running, where that is known. */
  readonly pausedUntil: Temporal.PlainDate | null;
  readonly provenance: Provenance;
  /** The fields made up for the demonstration where the rest comes from a document. */
  readonly demonstrationFields: readonly string[];
  readonly checkedOn: Temporal.PlainDate;
  /** Who checked it last, in words ("the provider", "the council"); null where nobody has said. */
  readonly checkedBy: string | null;
};

/** Whether the whole `ages` of a listing take in somebody of this age in years. */
export function isForAge(listing: Pick<Listing, 'ages'>, age: number): boolean {
  return age >= listing.ages.from && age <= listing.ages.to;
}

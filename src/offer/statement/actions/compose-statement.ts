import { type Offer, offersOn } from '#families/applications/index.ts';
import {
  type Kind,
  type Listing,
  liveListings,
  type Need,
  needs,
  type Tier,
  type Time,
  tiers,
} from '#offer/directory/index.ts';
import type { Visit } from '#platform/web/visit.ts';

/** How many short breaks of one sort there are, with the query of the directory that shows them. */
export type Counted = { readonly words: string; readonly query: string; readonly count: number };

/** Everything that the statement says that can change. */
export type Statement = {
  readonly on: Temporal.PlainDate;
  readonly byTier: ReadonlyMap<Tier, readonly Listing[]>;
  /** What the directory holds but does not run now. */
  readonly paused: readonly Listing[];
  readonly running: number;
  readonly madeUp: number;
  readonly range: readonly Counted[];
  readonly carersTimes: readonly Counted[];
  readonly byNeed: readonly Counted[];
  readonly byAge: readonly Counted[];
  /** Everything that families can ask for, with the rules in force. */
  readonly offers: readonly Offer[];
};

type Sort = { readonly words: string; readonly kinds?: readonly Kind[]; readonly times?: readonly Time[] };

/** The range that regulation 4 of the 2011 regulations asks for, in the directory's own kinds and times. */
const rangeOfRegulation4: readonly Sort[] = [
  { words: 'Care in your home, or an enabler who comes with your child', kinds: ['home-care', 'enabler'] },
  {
    words: 'Clubs and schemes where your child is cared for in the day',
    kinds: ['after-school-club', 'holiday-scheme', 'weekend-club'],
  },
  { words: 'Nights away', kinds: ['overnight'] },
  {
    words: 'Sport, arts, outdoors and other things to do',
    kinds: [
      'animals',
      'arts',
      'computing',
      'days-out',
      'family-fun',
      'outdoors',
      'play',
      'sensory',
      'sport',
      'swimming',
      'youth-club',
    ],
  },
  { words: 'Support for parent carers', kinds: ['parent-support'] },
];

const timesOfRegulation4: readonly Sort[] = [
  { words: 'In the evening', times: ['evening'] },
  { words: 'After school', times: ['after-school'] },
  { words: 'At weekends', times: ['weekend'] },
  { words: 'In the school holidays', times: ['school-holidays'] },
  { words: 'Overnight', times: ['overnight'] },
];

const ages: readonly { readonly words: string; readonly age: number }[] = [
  { words: 'A child of 4', age: 4 },
  { words: 'A child of 8', age: 8 },
  { words: 'A young person of 13', age: 13 },
  { words: 'A young person of 17', age: 17 },
  { words: 'A young person of 21', age: 21 },
];

function countSort(running: readonly Listing[], { words, kinds = [], times = [] }: Sort): Counted {
  const fits = (listing: Listing) =>
    listing.kinds.some((kind) => kinds.includes(kind)) ||
    listing.when.times.some((time) => times.includes(time));
  const query = [...kinds.map((kind) => `kind=${kind}`), ...times.map((time) => `when=${time}`)].join('&');
  return { words, query, count: running.filter(fits).length };
}

function countNeeds(running: readonly Listing[]): readonly Counted[] {
  return (Object.keys(needs) as Need[])
    .map((need) => ({
      words: needs[need],
      query: `need=${need}`,
      count: running.filter((listing) => listing.needs.includes(need)).length,
    }))
    .sort((one, other) => other.count - one.count);
}

function countAges(running: readonly Listing[]): readonly Counted[] {
  return ages.map(({ words, age }) => ({
    words,
    query: `age=${age}`,
    count: running.filter((listing) => age >= listing.ages.from && age <= listing.ages.to).length,
  }));
}

/** Counts and gathers what is true today out of the live directory and the scheme in force. */
export async function composeStatement({
  transaction,
  authority,
  clock,
}: Pick<Visit, 'transaction' | 'authority' | 'clock'>): Promise<Statement> {
  const on = clock.today();
  const listings = await liveListings(transaction, authority.id, on);
  const running = listings.filter((listing) => listing.paused === null);
  return {
    on,
    byTier: new Map(tiers.map((tier) => [tier, running.filter((listing) => listing.tier === tier)])),
    paused: listings.filter((listing) => listing.paused !== null),
    running: running.length,
    madeUp: running.filter((listing) => listing.provenance.kind === 'demonstration').length,
    range: rangeOfRegulation4.map((sort) => countSort(running, sort)),
    carersTimes: timesOfRegulation4.map((sort) => countSort(running, sort)),
    byNeed: countNeeds(running),
    byAge: countAges(running),
    offers: await offersOn(authority, on),
  };
}

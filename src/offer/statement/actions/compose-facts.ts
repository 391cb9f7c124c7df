import { type Offer, offersOn } from '#families/applications/index.ts';
import { bandsOf } from '#families/schemes/index.ts';
import { formatDate } from '#kernel/local-date.ts';
import { formatPounds, type Pence } from '#kernel/money.ts';
import {
  agesInWords,
  directorySnapshot,
  type Kind,
  kinds,
  type Listing,
  type Need,
  needs,
  type Time,
  tiers,
  tierWords,
  times,
} from '#offer/directory/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { Counted, Facts, Named, SchemeFacts } from '../domain/facts.ts';
import { layoutOf, type Sort } from '../statement-file.ts';

const agesAsked: readonly { readonly words: string; readonly age: number }[] = [
  { words: 'A child of 4', age: 4 },
  { words: 'A child of 8', age: 8 },
  { words: 'A young person of 13', age: 13 },
  { words: 'A young person of 17', age: 17 },
  { words: 'A young person of 21', age: 21 },
];

function countSort(running: readonly Listing[], { id, words, kinds: of, times: at }: Sort): Counted {
  const fits = (listing: Listing) =>
    listing.kinds.some((kind) => of.includes(kind)) || listing.when.times.some((time) => at.includes(time));
  const query = [...of.map((kind) => `kind=${kind}`), ...at.map((time) => `when=${time}`)].join('&');
  return { id, words, query, count: running.filter(fits).length };
}

function countKeys<K extends string>(
  running: readonly Listing[],
  {
    labels,
    field,
    has,
  }: {
    readonly labels: Readonly<Record<K, string>>;
    readonly field: string;
    readonly has: (listing: Listing, key: K) => boolean;
  },
): readonly Counted[] {
  return (Object.keys(labels) as K[])
    .map((key) => ({
      id: key,
      words: labels[key],
      query: `${field}=${key}`,
      count: running.filter((listing) => has(listing, key)).length,
    }))
    .sort((one, other) => other.count - one.count);
}

function countAges(running: readonly Listing[]): readonly Counted[] {
  return agesAsked.map(({ words, age }) => ({
    id: String(age),
    words,
    query: `age=${age}`,
    count: running.filter((listing) => age >= listing.ages.from && age <= listing.ages.to).length,
  }));
}

/** As the directory's search has it: what has no one place fits every locality. */
function countPlaces(running: readonly Listing[], { localities }: Authority): readonly Counted[] {
  return localities.map(({ name }) => ({
    id: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
    words: name,
    query: `locality=${encodeURIComponent(name)}`,
    count: running.filter(
      ({ place }) => place.kind !== 'at' || place.locality.toLowerCase() === name.toLowerCase(),
    ).length,
  }));
}

function namedOf({ slug, title, provider, ages }: Listing): Named {
  return { slug, title, provider, ages: agesInWords(ages) };
}

/** The published words of a band, with its amount where they do not say it themselves. */
function bandInWords(published: string, amount: Pence | null): string {
  const pounds = amount === null ? '' : formatPounds(amount);
  return published.includes(pounds) ? published : `${pounds}: ${published}`;
}

function schemeFacts({ scheme, version, opensOn }: Offer): SchemeFacts {
  return {
    id: scheme.id,
    name: scheme.name,
    about: scheme.about,
    version: version === null ? null : { id: version.id, name: version.name, hash: version.hash },
    opensOn: opensOn === null ? null : formatDate(opensOn),
    criteria: (version?.rules.get('eligibility')?.criteria ?? []).map(({ id, published }) => ({
      id,
      words: published,
    })),
    amounts:
      version === null
        ? []
        : bandsOf(version)
            .filter(({ amount }) => amount !== null)
            .map(({ id, published, amount }) => ({ id, words: bandInWords(published, amount) })),
  };
}

const byName = new Intl.Collator('en-GB');

/** What the directory shows, from memory: anybody may ask for the statement of today again and again. */
async function listingsByName(
  { transaction, authority }: Pick<Visit, 'transaction' | 'authority'>,
  on: Temporal.PlainDate,
): Promise<readonly Listing[]> {
  const { entries } = await directorySnapshot(transaction, authority.id, on);
  return entries
    .map(({ listing }) => listing)
    .sort((one, other) => byName.compare(one.title, other.title) || (one.slug < other.slug ? -1 : 1));
}

/** Counts and gathers what is true today, out of the live directory and the schemes in force. */
export async function composeFacts({
  transaction,
  authority,
  clock,
}: Pick<Visit, 'transaction' | 'authority' | 'clock'>): Promise<Facts> {
  const on = clock.today();
  const listings = await listingsByName({ transaction, authority }, on);
  const running = listings.filter((listing) => listing.paused === null);
  const layout = layoutOf(authority);
  const { phone, email, hours } = authority.contact;
  return {
    on: on.toString(),
    council: authority.name,
    service: authority.service,
    contact: { phone, email, hours },
    running: running.length,
    madeUp: running.filter(({ provenance }) => provenance.kind === 'demonstration').length,
    free: running.filter(({ cost }) => cost.kind === 'free').length,
    providers: new Set(running.map(({ provider }) => provider)).size,
    tiers: tiers.map((id) => ({
      id,
      words: tierWords[id].short,
      about: tierWords[id].long,
      listings: running.filter(({ tier }) => tier === id).map(namedOf),
    })),
    paused: listings
      .filter(({ paused }) => paused !== null)
      .map((listing) => ({ ...namedOf(listing), why: listing.paused ?? '' })),
    range: layout.range.map((sort) => countSort(running, sort)),
    carers: layout.carers.map((sort) => countSort(running, sort)),
    kinds: countKeys<Kind>(running, {
      labels: kinds,
      field: 'kind',
      has: (listing, kind) => listing.kinds.includes(kind),
    }),
    times: countKeys<Time>(running, {
      labels: times,
      field: 'when',
      has: (listing, time) => listing.when.times.includes(time),
    }),
    needs: countKeys<Need>(running, {
      labels: needs,
      field: 'need',
      has: (listing, need) => listing.needs.includes(need),
    }),
    ages: countAges(running),
    places: countPlaces(running, authority),
    schemes: (await offersOn(authority, on)).map(schemeFacts),
  };
}

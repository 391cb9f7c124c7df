import { hash } from 'node:crypto';
import { dateInEngland } from '#kernel/clock.ts';
import {
  type DirectoryEntry,
  directoryChangedAt,
  directorySnapshot,
  directoryStamp,
  type FoundPoint,
  type Provider,
  placeOfPostcode,
  providersOf,
} from '#offer/directory/index.ts';
import type { Transaction } from '#platform/database/index.ts';
import { parsePostcode } from '#platform/places/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import { type Around, beginOf } from '../mapping/around.ts';
import { type Offered, offeredOf } from '../mapping/offered.ts';
import { type OfferedPlace, otherPostcodes, placesOf } from '../mapping/places.ts';
import { vocabularies } from '../mapping/taxonomy-list.ts';
import { jsonSchemas } from '../schema/answers.ts';

/** A service at one of its places. */
export type AtPlace = { readonly offered: Offered; readonly place: OfferedPlace };

/** An organization with the services that it gives. */
export type Giver = { readonly provider: Provider; readonly services: readonly Offered[] };

/** An authority's directory as this interface tells it on one day, kept in memory until it changes. */
export type Feed = {
  readonly stamp: string;
  /** When a listing or a provider last changed; null where there was never any. */
  readonly changedAt: Temporal.Instant | null;
  readonly today: Temporal.PlainDate;
  readonly services: readonly Offered[];
  readonly byId: ReadonlyMap<string, Offered>;
  readonly atPlaces: readonly AtPlace[];
  readonly placesById: ReadonlyMap<string, AtPlace>;
  readonly givers: ReadonlyMap<string, Giver>;
};

const feeds = new Map<string, Feed>();

/** Gives an authority's directory as it is now. It is read anew only where it has changed or another day has begun. */
export async function feedOf(visit: Pick<Visit, 'authority' | 'transaction' | 'clock'>): Promise<Feed> {
  const { authority, transaction, clock } = visit;
  const today = dateInEngland(clock.now());
  const stamp = await directoryStamp(transaction, authority.id);
  const kept = feeds.get(authority.id);
  if (kept?.stamp === stamp && kept.today.equals(today)) return kept;
  const feed = await readFeed(transaction, { authority, stamp, today });
  feeds.set(authority.id, feed);
  return feed;
}

async function readFeed(
  transaction: Transaction,
  given: Pick<Around, 'today'> & Pick<Visit, 'authority'> & Pick<Feed, 'stamp'>,
): Promise<Feed> {
  const { authority, stamp, today } = given;
  const { entries } = await directorySnapshot(transaction, authority.id, today);
  const providers = await providersOf(transaction, authority.id);
  const postcodes = new Set(entries.flatMap(({ listing }) => otherPostcodes(listing)));
  const points = await pointsOf(transaction, postcodes);
  const services = entries
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .map((entry) =>
      offeredOf(
        { ...entry, provider: providers.get(entry.providerId ?? '') ?? unknown(entry) },
        points,
        today,
      ),
    );
  const atPlaces = services.flatMap((offered) =>
    placesOf(offered, { authority }).map((place) => ({ offered, place })),
  );
  const givers = Map.groupBy(services, ({ provider }) => provider.id);
  return {
    stamp,
    changedAt: await directoryChangedAt(transaction, authority.id),
    today,
    services,
    byId: new Map(services.map((offered) => [offered.id, offered])),
    atPlaces,
    placesById: new Map(atPlaces.map((one) => [one.place.id, one])),
    givers: new Map(
      [...givers]
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .flatMap(([id, own]) => {
          const provider = own[0]?.provider;
          return provider === undefined ? [] : [[id, { provider, services: own }] as const];
        }),
    ),
  };
}

/** Who gives a listing that is older than the table of providers: its own words stand for them. */
function unknown({ id, listing, modifiedAt }: DirectoryEntry): Provider {
  return { id, name: listing.provider, about: null, phone: null, email: null, url: null, modifiedAt };
}

async function pointsOf(
  transaction: Transaction,
  postcodes: ReadonlySet<string>,
): Promise<ReadonlyMap<string, FoundPoint | null>> {
  const points = new Map<string, FoundPoint | null>();
  for (const postcode of postcodes) {
    const read = parsePostcode(postcode, ['unit', 'sector', 'outward']);
    points.set(postcode, read.ok ? await placeOfPostcode(transaction, read.value) : null);
  }
  return points;
}

/** Counts up when records come to be told in another way than schemas and vocabularies say. */
const telling = 1;
const shape = hash('sha256', JSON.stringify([telling, jsonSchemas(''), vocabularies]), 'hex').slice(0, 12);

/** What an answer is known again by: it changes with the directory, the day, what was asked, and how it is told. */
export function tagOf(
  visit: Pick<Visit, 'origin' | 'path' | 'query'>,
  { stamp, today }: Pick<Feed, 'stamp' | 'today'>,
): string {
  const asked = [...visit.query].map((one) => one.join('=')).toSorted();
  const all = [shape, stamp, today.toString(), visit.origin, visit.path, ...asked];
  return hash('sha256', JSON.stringify(all), 'hex').slice(0, 24);
}

/** When a list last changed: with the directory, or as the day began, since records come and go by the day. */
export function listChangedAt({ changedAt, today }: Feed): Temporal.Instant {
  const began = beginOf(today);
  return changedAt !== null && Temporal.Instant.compare(changedAt, began) > 0 ? changedAt : began;
}

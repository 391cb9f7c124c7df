// A made-up directory of any size, the same each time. Only its shape is like a real one: how many kinds and needs a
// listing has, how long its texts are, how rare most words are.
import { sql } from 'kysely';
import { pence } from '#kernel/money.ts';
import type { Feature } from '#offer/accessibility/index.ts';
import { features } from '#offer/accessibility/index.ts';
import type { Database } from '#platform/database/index.ts';
import { knownSectors, sectorFact } from '#platform/places/index.ts';
import { days, kinds, type Listing, needs, tiers, times } from '../src/offer/directory/domain/listing.ts';
import { nothingMore, writeListing } from '../src/offer/directory/store/listing-content.ts';

const syllables =
  'ba be bo da de do fa fi ga go ha ka ko la le lo ma me mi na ne no pa po ra ri ro sa se so ta te to va wa'.split(
    ' ',
  );
const activities =
  'swimming riding football tennis drama music painting cooking coding climbing sailing gardening dancing fishing camping trampolining cycling bowling photography pottery'.split(
    ' ',
  );
const usual =
  'calm group helper children young people week session small quiet room friends staff games play trip family outdoor warm trained sensory fun learn meet time place support skills safe'.split(
    ' ',
  );

/** Numbers that look thrown and are the same in each run. */
function thrown(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A word that few listings have: the lower the number that was thrown, the more usual. */
function rareWord(next: () => number): string {
  const rank = Math.floor(next() ** 3 * 20_000);
  const parts = [rank % 36, Math.floor(rank / 36) % 36, Math.floor(rank / 1296) % 36, rank % 35];
  return parts.map((part) => syllables[part % syllables.length] ?? 'ba').join('');
}

function pick<T>(next: () => number, from: readonly T[], count: number): T[] {
  const start = Math.floor(next() * from.length);
  return Array.from({ length: count }, (_none, index) => from[(start + index * 3) % from.length]).flatMap(
    (one) => one ?? [],
  );
}

const sectors = knownSectors().map(({ code }) => code);

function listing(number: number): { readonly listing: Listing; readonly sector: string } {
  const next = thrown(number + 1);
  const words = (count: number) =>
    Array.from({ length: count }, () =>
      next() < 0.7 ? (usual[Math.floor(next() * usual.length)] ?? '') : rareWord(next),
    ).join(' ');
  const activity = activities[Math.floor(next() * activities.length)] ?? 'swimming';
  const sector = sectors[Math.floor(next() * sectors.length)] ?? 'ME7 1';
  const from = Math.floor(next() * 12);
  const kind = next();
  return {
    sector,
    listing: {
      ...nothingMore,
      slug: `made-up-${number}`,
      title: `${activity} ${rareWord(next)}`,
      provider: `${rareWord(next)} club`,
      tier: tiers[number % 3] ?? 'universal',
      kinds: pick(next, Object.keys(kinds) as (keyof typeof kinds)[], 2),
      summary: `${activity} ${words(14)}.`,
      description: `${words(40)}.`,
      ages: { from, to: Math.min(25, from + 4 + Math.floor(next() * 14)) },
      needs: pick(next, Object.keys(needs) as (keyof typeof needs)[], 3 + Math.floor(next() * 6)),
      access: Object.fromEntries(
        pick(next, Object.keys(features) as Feature[], 8).map((feature) => [feature, 'meets' as const]),
      ),
      when: {
        times: pick(next, Object.keys(times) as (keyof typeof times)[], 2),
        days: pick(next, days, 2),
        from: Temporal.PlainTime.from('10:00'),
        until: Temporal.PlainTime.from('12:00'),
        note: null,
      },
      cost:
        next() < 0.3
          ? { kind: 'free', note: null }
          : { kind: 'amount', pence: pence(300 + Math.floor(next() * 40) * 50), per: 'session', note: null },
      accepts: next() < 0.5 ? ['direct-payment'] : ['direct-payment', 'short-breaks-grant'],
      join: { how: 'book', referredBy: null, note: null },
      place:
        kind < 0.85
          ? {
              kind: 'at',
              name: `${rareWord(next)} hall`,
              locality: `Town ${sector}`,
              postcode: `${sector}AA`,
              isOutsideAuthority: false,
            }
          : kind < 0.95
            ? { kind: 'area', area: 'Across the county' }
            : { kind: 'online' },
      contact: { phone: '01632 960001', email: null, url: null },
      ratios: ['1:4'],
      paused: null,
      provenance: { kind: 'demonstration' },
      demonstrationFields: [],
      checkedOn: Temporal.PlainDate.from('2026-11-01').subtract({ days: Math.floor(next() * 300) }),
    },
  };
}

/** Fills a directory with so many made-up listings, some thousand in a statement. */
export async function fillDirectory(
  database: Database,
  given: { readonly authorityId: string; readonly listings: number },
): Promise<void> {
  const scope = { authorityId: given.authorityId, standing: 'system' } as const;
  for (let start = 0; start < given.listings; start += 2_000) {
    const rows = Array.from({ length: Math.min(2_000, given.listings - start) }, (_none, index) =>
      row(start + index),
    );
    await database.transaction(scope, async (transaction) => {
      await sql`insert into listings (authority_id, slug, id, content, content_hash, title, tier, kinds, needs, times, accepts,
          age_from, age_to, is_free, is_paused, place_kind, locality, latitude, longitude, precision, provenance, checked_on, published_at, created_at)
        select ${given.authorityId}::uuid, slug, md5(slug)::uuid, content, md5(slug), title, tier, kinds, needs, times, accepts,
          age_from, age_to, is_free, false, place_kind, locality, latitude, longitude, precision, 'demonstration', checked_on::date, now(), now()
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(slug text, content jsonb, title text, tier text, kinds text[], needs text[],
          times text[], accepts text[], age_from integer, age_to integer, is_free boolean, place_kind text, locality text,
          latitude double precision, longitude double precision, precision text, checked_on text)`.execute(
        transaction,
      );
    });
  }
}

function row(number: number) {
  const made = listing(number);
  const { place } = made.listing;
  const point = place.kind === 'at' ? sectorFact(made.sector) : null;
  return {
    slug: made.listing.slug,
    content: writeListing(made.listing),
    title: made.listing.title,
    tier: made.listing.tier,
    kinds: made.listing.kinds,
    needs: made.listing.needs,
    times: made.listing.when.times,
    accepts: made.listing.accepts,
    age_from: made.listing.ages.from,
    age_to: made.listing.ages.to,
    is_free: made.listing.cost.kind === 'free',
    place_kind: place.kind,
    locality: place.kind === 'at' ? place.locality : null,
    latitude: point?.latitude ?? null,
    longitude: point?.longitude ?? null,
    precision: point === null ? null : 'sector',
    checked_on: made.listing.checkedOn.toString(),
  };
}

/** A search with everything together: words, a postcode and a distance, an age, and three needs. */
export function searchNumber(number: number): URLSearchParams {
  const next = thrown(number + 7_001);
  const activity = activities[number % activities.length] ?? 'swimming';
  const typed = number % 5 === 0 ? `${activity.slice(0, 3)}${activity.slice(4)}` : activity;
  const query = new URLSearchParams({
    q: number % 2 === 0 ? `${typed} ${usual[number % usual.length]}` : typed,
    postcode: `${sectors[Math.floor(next() * sectors.length)] ?? 'ME7 1'}`,
    within: '30',
    age: String(5 + (number % 12)),
  });
  for (const need of pick(next, Object.keys(needs), 3)) query.append('need', need);
  return query;
}

import { z } from 'zod';
import { pence } from '#kernel/money.ts';
import { featureNames, offered } from '#offer/accessibility/index.ts';
import {
  costUnits,
  days,
  joining,
  kinds,
  type Listing,
  type ListingPlace,
  needs,
  payments,
  ratios,
  seasons,
  tiers,
  times,
  transports,
} from './domain/listing.ts';

const text = z.string('must be text').trim().min(1, 'must not be empty');
const age = z.int('must be a whole number').min(0, 'must be 0 or more').max(25, 'must be 25 or less');
const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time in quotation marks, like "09:30"')
  .transform((written) => Temporal.PlainTime.from(written));
const date = z.iso
  .date('must be a date like 2026-10-01')
  .transform((written) => Temporal.PlainDate.from(written));

function oneOf<const T extends readonly string[]>(words: T) {
  return z.enum(words, `must be one of: ${words.join(', ')}`);
}

function keyOf<T extends string>(labels: Readonly<Record<T, string>>) {
  return oneOf(Object.keys(labels) as T[]);
}

const at = z
  .strictObject({ name: text, locality: text, postcode: text, outside: z.boolean().default(false) })
  .transform(({ outside, ...rest }) => ({ kind: 'at' as const, ...rest, isOutsideAuthority: outside }));

const place = z.union(
  [
    z.strictObject({ online: z.literal(true) }).transform((): ListingPlace => ({ kind: 'online' })),
    z.strictObject({ area: text }).transform(({ area }): ListingPlace => ({ kind: 'area', area })),
    at,
  ],
  'must be a name, locality and postcode; or area with a few words; or online: true',
);

const cost = z.union(
  [
    z.strictObject({ free: z.literal(true), note: text.optional() }),
    z.strictObject({
      pence: z.int().positive().max(1_000_000),
      per: oneOf(costUnits),
      note: text.optional(),
    }),
    z.strictObject({ note: text }),
  ],
  `must be free: true; or pence (a whole number) and per (${costUnits.join(', ')}); or a note alone`,
);

const provenance = z.union(
  [z.literal('demonstration'), z.strictObject({ document: text, section: text })],
  'must be demonstration, or a document and its section',
);

const when = z.strictObject({
  times: z.array(keyOf(times)).min(1, 'must name at least one time'),
  days: z.array(oneOf(days)).default([]),
  from: clock.optional(),
  until: clock.optional(),
  note: text.optional(),
});

const fields = {
  id: z
    .string()
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be lower-case letters, figures and single dashes'),
  title: text,
  provider: text,
  tier: oneOf(tiers),
  kinds: z.array(keyOf(kinds)).min(1, 'must name at least one kind'),
  summary: text.max(300, 'must be at most 300 characters'),
  description: text,
  ages: z.strictObject({ from: age, to: age }),
  needs: z.array(keyOf(needs)),
  when,
  cost,
  accepts: z.array(keyOf(payments)),
  join: z.strictObject({ how: keyOf(joining), from: text.optional(), note: text.optional() }),
  place,
  contact: z.strictObject({
    phone: text.optional(),
    email: z.email('must be an email address').optional(),
    url: z.url({ protocol: /^https?$/, error: 'must be a web address, like https://example.org' }).optional(),
  }),
  ratios: z.array(oneOf(ratios)).default([]),
  access: z.partialRecord(oneOf(featureNames), oneOf(offered)).default({}),
  languages: z.array(z.string().regex(/^[a-z]{2,3}$/, 'must be the code of a language, like pl')).default([]),
  transport: keyOf(transports).optional(),
  runs: z
    .strictObject({ season: keyOf(seasons).optional(), from: date.optional(), until: date.optional() })
    .default({}),
  dates: z
    .array(z.strictObject({ on: date, from: clock, until: clock, places: z.int().positive().optional() }))
    .default([]),
  'other-places': z.array(z.strictObject({ place: at, when })).default([]),
  told: z
    .strictObject({
      session: text.optional(),
      'sensory-story': z.array(text).default([]),
      staff: text.optional(),
      pictures: z.array(z.strictObject({ file: text, words: text })).default([]),
      'easy-read': z.array(text).default([]),
    })
    .default({ 'sensory-story': [], pictures: [], 'easy-read': [] }),
  paused: text.optional(),
  'paused-until': date.optional(),
  provenance,
  'checked-on': date,
  'checked-by': text.optional(),
};

const listingEntry = z.strictObject({
  ...fields,
  demonstration: z.array(oneOf(Object.keys(fields))).default([]),
});
/** What an offer file may say. */
export const offerFile = z.strictObject({ listings: z.array(listingEntry) });
/** An entry of an offer file as it was read. */
export type Entry = z.output<typeof listingEntry>;

function whenOf(given: Entry['when']): Listing['when'] {
  const { times: all, days: on, from, until, note } = given;
  return { times: all, days: on, from: from ?? null, until: until ?? null, note: note ?? null };
}

function toldOf(told: Entry['told']): Listing['told'] {
  const { session, staff, pictures } = told;
  return {
    session: session ?? null,
    sensoryStory: told['sensory-story'],
    staff: staff ?? null,
    pictures,
    easyRead: told['easy-read'],
  };
}

/** The listing that an entry of an offer file says. */
export function listingOf(entry: Entry): Listing {
  const { id, join: joins, contact, runs } = entry;
  return {
    slug: id,
    title: entry.title,
    provider: entry.provider,
    tier: entry.tier,
    kinds: entry.kinds,
    summary: entry.summary,
    description: entry.description,
    ages: entry.ages,
    needs: entry.needs,
    when: whenOf(entry.when),
    cost: costOf(entry.cost),
    accepts: entry.accepts,
    join: { how: joins.how, referredBy: joins.from ?? null, note: joins.note ?? null },
    place: entry.place,
    contact: { phone: contact.phone ?? null, email: contact.email ?? null, url: contact.url ?? null },
    ratios: entry.ratios,
    access: entry.access,
    languages: entry.languages,
    transport: entry.transport ?? null,
    runs: { season: runs.season ?? null, from: runs.from ?? null, until: runs.until ?? null },
    dates: entry.dates.map(({ places, ...date }) => ({ ...date, places: places ?? null })),
    otherPlaces: entry['other-places'].map((other) => ({ place: other.place, when: whenOf(other.when) })),
    told: toldOf(entry.told),
    neighbour: null,
    paused: entry.paused ?? null,
    pausedUntil: entry['paused-until'] ?? null,
    provenance:
      entry.provenance === 'demonstration'
        ? { kind: 'demonstration' }
        : { kind: 'document', ...entry.provenance },
    demonstrationFields: entry.demonstration,
    checkedOn: entry['checked-on'],
    checkedBy: entry['checked-by'] ?? null,
  };
}

function costOf(given: Entry['cost']): Listing['cost'] {
  if ('free' in given) return { kind: 'free', note: given.note ?? null };
  if ('pence' in given)
    return { kind: 'amount', pence: pence(given.pence), per: given.per, note: given.note ?? null };
  return { kind: 'ask', note: given.note };
}

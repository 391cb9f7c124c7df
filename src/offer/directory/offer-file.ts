import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { pence } from '#kernel/money.ts';
import { locate, outwardFact, parsePostcode } from '#platform/places/index.ts';
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
  tiers,
  times,
} from './domain/listing.ts';

/** What is wrong in an offer file: where, in which listing and field, and a sentence with the mend. */
export type OfferMistake = {
  readonly fileName: string;
  /** From 1. */
  readonly line: number;
  readonly listing: string | null;
  readonly field: string;
  readonly message: string;
};

export type Offer = { readonly listings: readonly Listing[]; readonly mistakes: readonly OfferMistake[] };

/** What an offer is held against: the authority's name ("Medway Council") and its localities. */
export type OfferArea = { readonly authorityName: string; readonly localities: readonly string[] };

type Path = readonly PropertyKey[];

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

const place = z.union(
  [
    z.strictObject({ online: z.literal(true) }).transform((): ListingPlace => ({ kind: 'online' })),
    z.strictObject({ area: text }).transform(({ area }): ListingPlace => ({ kind: 'area', area })),
    z
      .strictObject({ name: text, locality: text, postcode: text, outside: z.boolean().default(false) })
      .transform(({ outside, ...at }): ListingPlace => ({ kind: 'at', ...at, isOutsideAuthority: outside })),
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
  when: z.strictObject({
    times: z.array(keyOf(times)).min(1, 'must name at least one time'),
    days: z.array(oneOf(days)).default([]),
    from: clock.optional(),
    until: clock.optional(),
    note: text.optional(),
  }),
  cost,
  accepts: z.array(keyOf(payments)),
  join: z.strictObject({ how: keyOf(joining), from: text.optional(), note: text.optional() }),
  place,
  contact: z.strictObject({
    phone: text.optional(),
    email: z.email('must be an email address').optional(),
    url: z.url('must be a web address').optional(),
  }),
  ratios: z.array(oneOf(ratios)).default([]),
  paused: text.optional(),
  provenance,
  'checked-on': date,
};

const listingEntry = z.strictObject({
  ...fields,
  demonstration: z.array(oneOf(Object.keys(fields))).default([]),
});
const offerFile = z.strictObject({ listings: z.array(listingEntry) });
type Entry = z.output<typeof listingEntry>;

/**
 * Reads every .yaml file of a folder, in the order of their names, as one offer. Gives the listings that are
 * right and every mistake with its file, line and mend; the same id twice is a mistake, in two files too.
 */
export function readOffer(folder: string, area: OfferArea): Offer {
  const listings: Listing[] = [];
  const mistakes: OfferMistake[] = [];
  const seen = new Map<string, string>();
  for (const fileName of readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()) {
    const written = readFileSync(join(folder, fileName), 'utf8');
    const offer = readOfferFile({ fileName, written, area, seen });
    listings.push(...offer.listings);
    mistakes.push(...offer.mistakes);
  }
  return { listings, mistakes };
}

/** Reads one offer file out of its text. `seen` carries the ids (and their files) that were met before. */
export function readOfferFile({
  fileName,
  written,
  area,
  seen = new Map(),
}: {
  fileName: string;
  written: string;
  area: OfferArea;
  seen?: Map<string, string>;
}): Offer {
  const lines = new LineCounter();
  const document = parseDocument(written, { lineCounter: lines });
  const mistakes: OfferMistake[] = [];
  const report = (path: Path, message: string, offset = offsetOf(document, path)): void => {
    mistakes.push({ fileName, line: lines.linePos(offset).line, ...nameOf(document, path), message });
  };
  for (const error of document.errors)
    report([], `the YAML cannot be read: ${error.message.split('\n')[0]}`, error.pos[0]);
  if (document.errors.length > 0) return { listings: [], mistakes };
  const parsed = offerFile.safeParse(document.toJS(), { reportInput: true });
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues.flatMap(sentences)) report(path, message);
    return { listings: [], mistakes };
  }
  const listings = parsed.data.listings.flatMap((entry, index) => {
    const before = mistakes.length;
    for (const { path, message } of doubts(entry, area)) report(['listings', index, ...path], message);
    const where = seen.get(entry.id);
    if (where !== undefined)
      report(['listings', index, 'id'], `“${entry.id}” stands in ${where} already; give it another id`);
    seen.set(entry.id, fileName);
    return mistakes.length === before ? [listingOf(entry)] : [];
  });
  return { listings, mistakes };
}

/** Turns one complaint of the schema into sentences: a missing field, a field that there isn't, a wrong value. */
function sentences(issue: z.core.$ZodIssue): { path: Path; message: string }[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      message: `“${key}” is not a field here; take it out or mend its name`,
    }));
  }
  const isMissing = issue.input === undefined;
  return [{ path: issue.path, message: isMissing ? 'is missing; add it' : issue.message }];
}

/** What the schema cannot see: fields that contradict one another, and places that aren't where they say. */
function doubts(entry: Entry, area: OfferArea): { path: Path; message: string }[] {
  const found: { path: Path; message: string }[] = [];
  const { ages, when, join: joins } = entry;
  if (ages.from > ages.to) found.push({ path: ['ages'], message: '“from” must not be above “to”' });
  if ((when.from === undefined) !== (when.until === undefined)) {
    found.push({ path: ['when'], message: 'give both from and until, or neither' });
  }
  const isOvernight = when.times.includes('overnight');
  if (when.from && when.until && !isOvernight && Temporal.PlainTime.compare(when.from, when.until) >= 0) {
    found.push({ path: ['when'], message: '“from” must be before “until”' });
  }
  if (joins.how === 'referral' && joins.from === undefined) {
    found.push({ path: ['join'], message: 'a referral needs from: who refers' });
  }
  const problem = entry.place.kind === 'at' ? placeProblem(entry.place, area) : null;
  if (problem !== null) found.push({ path: ['place'], message: problem });
  return found;
}

function placeProblem(at: Extract<ListingPlace, { kind: 'at' }>, area: OfferArea): string | null {
  const postcode = parsePostcode(at.postcode, ['unit', 'sector', 'outward']);
  if (!postcode.ok) return postcode.message;
  const located = locate(postcode.value);
  if (located === null) return `${postcode.value.text} is not a postcode in or near the area of the council`;
  if (at.isOutsideAuthority) return null;
  // A sector or an outward code on the border may lie mostly in the next council's area.
  const owners = [located.authority, outwardFact(postcode.value.outward)?.authority];
  if (!owners.some((owner) => owner !== undefined && area.authorityName.startsWith(owner))) {
    return `${postcode.value.text} lies in ${located.authority}; mend it, or say outside: true`;
  }
  if (area.localities.includes(at.locality)) return null;
  return `“${at.locality}” is not a locality; use one of: ${area.localities.join(', ')}`;
}

function listingOf(entry: Entry): Listing {
  const { id, when, join: joins, contact } = entry;
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
    when: {
      times: when.times,
      days: when.days,
      from: when.from ?? null,
      until: when.until ?? null,
      note: when.note ?? null,
    },
    cost: costOf(entry.cost),
    accepts: entry.accepts,
    join: { how: joins.how, referredBy: joins.from ?? null, note: joins.note ?? null },
    place: entry.place,
    contact: { phone: contact.phone ?? null, email: contact.email ?? null, url: contact.url ?? null },
    ratios: entry.ratios,
    paused: entry.paused ?? null,
    provenance:
      entry.provenance === 'demonstration'
        ? { kind: 'demonstration' }
        : { kind: 'document', ...entry.provenance },
    demonstrationFields: entry.demonstration,
    checkedOn: entry['checked-on'],
  };
}

function costOf(given: Entry['cost']): Listing['cost'] {
  if ('free' in given) return { kind: 'free', note: given.note ?? null };
  if ('pence' in given)
    return { kind: 'amount', pence: pence(given.pence), per: given.per, note: given.note ?? null };
  return { kind: 'ask', note: given.note };
}

/** Finds where in the file a field stands, or the nearest thing around it that does. */
function offsetOf(document: Document, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => isScalar(key) && key.value === last);
      if (isNode(pair?.key) && pair.key.range) return pair.key.range[0];
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function nameOf(document: Document, path: Path): { listing: string | null; field: string } {
  const isInListing = path[0] === 'listings' && path.length > 1;
  const id: unknown = isInListing ? document.getIn([...path.slice(0, 2), 'id']) : null;
  const field = path
    .slice(isInListing ? 2 : 0)
    .map(String)
    .join('.');
  return { listing: typeof id === 'string' ? id : null, field: field === '' ? 'the file' : field };
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { locate, outwardFact, parsePostcode } from '#platform/places/index.ts';
import type { Listing, ListingPlace } from './domain/listing.ts';
import { type Entry, listingOf, offerFile } from './offer-file-shape.ts';

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
  const { ages, join: joins, runs } = entry;
  if (ages.from > ages.to) found.push({ path: ['ages'], message: '“from” must not be above “to”' });
  if (runs.from && runs.until && Temporal.PlainDate.compare(runs.from, runs.until) > 0)
    found.push({ path: ['runs'], message: '“from” must not be after “until”' });
  found.push(...timesDoubted(entry.when, ['when']));
  entry['other-places'].forEach((other, index) => {
    found.push(...timesDoubted(other.when, ['other-places', index, 'when']));
    const wrongPlace = placeProblem(other.place, area);
    if (wrongPlace !== null) found.push({ path: ['other-places', index, 'place'], message: wrongPlace });
  });
  entry.dates.forEach(({ from, until }, index) => {
    if (Temporal.PlainTime.compare(from, until) >= 0)
      found.push({ path: ['dates', index], message: '“from” must be before “until”' });
  });
  if (joins.how === 'referral' && joins.from === undefined) {
    found.push({ path: ['join'], message: 'a referral needs from: who refers' });
  }
  const problem = entry.place.kind === 'at' ? placeProblem(entry.place, area) : null;
  if (problem !== null) found.push({ path: ['place'], message: problem });
  return found;
}

function timesDoubted(given: Entry['when'], path: Path): { path: Path; message: string }[] {
  if ((given.from === undefined) !== (given.until === undefined)) {
    return [{ path, message: 'give both from and until, or neither' }];
  }
  const isOvernight = given.times.includes('overnight');
  if (given.from && given.until && !isOvernight && Temporal.PlainTime.compare(given.from, given.until) >= 0) {
    return [{ path, message: '“from” must be before “until”' }];
  }
  return [];
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

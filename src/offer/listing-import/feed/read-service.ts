import { createHash } from 'node:crypto';
import { convert } from 'html-to-text';
import { parsePounds, pence } from '#kernel/money.ts';
import type { Feature } from '#offer/accessibility/index.ts';
import type { Cost, Kind, Listing, Need, Tier } from '#offer/directory/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import { type At, readPlaces } from './read-place.ts';
import { readWhen } from './read-when.ts';
import { type FeedValue, type Oddity, Taken } from './taken.ts';
import { featuresOf, kindsOf, needsOf } from './word-maps.ts';

/** What an import knows besides the feed. */
export type FeedContext = {
  readonly authority: Authority;
  /** Whose feed it is: the name of the council, as families read it. */
  readonly publisher: string;
  /** The address that the feed was read from. */
  readonly address: string;
  /** Whether the publisher is another council, so that its listings are marked as a neighbour's. */
  readonly isNeighbour: boolean;
  /** What to take where the feed does not say it. */
  readonly usual: { readonly tier: Tier; readonly kind: Kind };
  readonly today: Temporal.PlainDate;
};

/** One service of a feed as a listing, with everything odd about it. */
export type FromFeed = {
  readonly theirId: string;
  readonly name: string;
  /** Null where it cannot be one: `why` says it. */
  readonly listing: Listing | null;
  readonly why: string | null;
  readonly oddities: readonly Oddity[];
  /** All that the feed said, as it was. */
  readonly original: FeedValue;
};

const OLDEST = 25;
/** So long an identifier may be; longer ones are no names by which anything is known again. */
const longestId = 300;
/** So long a listing's name and its description may be. The whole text stays with the import. */
const longestName = 120;
const longestText = 10_000;

/** Text without its HTML; what was plain stays as it was. */
function plainText(record: Taken, field: string): string | null {
  const text = record.text(field);
  if (text === null || !/<\/?[a-z][^>]*>|&[a-z]+;|&#\d+;/i.test(text))
    return text?.replaceAll('\r\n', '\n') ?? null;
  record.odd(field, 'HTML was turned into plain text.');
  const selectors = [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
  ];
  const headings = ['h1', 'h2', 'h3', 'h4'].map((selector) => ({ selector, options: { uppercase: false } }));
  return convert(text, { wordwrap: false, selectors: [...selectors, ...headings] }).trim() || null;
}

/** The first sentences of a text, up to 300 characters. */
function summaryOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= 300) return line;
  const cut = line.slice(0, 299);
  const end = cut.lastIndexOf('. ');
  return end > 80 ? cut.slice(0, end + 1) : `${cut.slice(0, Math.max(1, cut.lastIndexOf(' ')))}…`;
}

/** The ages in whole years; null where they are all above those that short breaks are for. */
function agesOf(service: Taken): Listing['ages'] | null {
  const [least, most] =
    service.whole('minimum_age') !== null || service.whole('maximum_age') !== null
      ? ['minimum_age', 'maximum_age']
      : ['min_age', 'max_age'];
  const read = (field: string, otherwise: number) => {
    const age = service.whole(field);
    if (age === null) return otherwise;
    if (age < 0) service.odd(field, `No age; taken as not said (${otherwise}).`);
    else if (age > OLDEST && field === most)
      service.odd(field, `Short breaks end at ${OLDEST}; taken as ${OLDEST}.`);
    return age < 0 ? otherwise : age;
  };
  const from = read(least ?? '', 0);
  const to = Math.min(OLDEST, read(most ?? '', OLDEST));
  if (from > OLDEST) return null;
  if (from <= to) return { from, to };
  service.odd(least ?? '', 'The ages stand the wrong way round and were turned.');
  return { from: to, to: from };
}

function costOf(service: Taken): Cost {
  if (service.yesOrNo('free') === true) return { kind: 'free', note: null };
  const options = service.records('cost_options');
  const [first, ...more] = options;
  for (const other of more) other.odd('amount', 'A listing has one price; the first was taken.');
  if (first === undefined) return { kind: 'ask', note: 'Ask what it costs' };
  const note = first.firstText('amount_description', 'option');
  const typed = first.text('amount');
  const read = typed === null ? null : parsePounds(typed);
  if (read === null || !read.ok) {
    if (typed !== null) first.odd('amount', 'It is no amount in pounds; the words beside it were taken.');
    return { kind: 'ask', note: note ?? 'Ask what it costs' };
  }
  if (read.value === pence(0)) return { kind: 'free', note };
  return { kind: 'amount', pence: read.value, per: 'session', note };
}

function contactOf(service: Taken): Listing['contact'] {
  const contacts = service.records('contacts');
  const phones = [...contacts, service].flatMap((one) => [
    ...one.records('phones').map((phone) => ({ at: phone, field: 'number' })),
    { at: one, field: 'phone' },
  ]);
  let found: string | null = null;
  for (const { at, field } of phones) {
    const text = at.text(field);
    if (text === null) continue;
    const number = /\+?[\d()][\d ()-]{8,}\d/.exec(text)?.[0] ?? null;
    if (found !== null) at.odd(field, 'A listing has one number; the first was taken.');
    else if (number === null) at.odd(field, 'There is no telephone number in it.');
    else if (number !== text) at.odd(field, 'Words stood beside the number; the number was taken.');
    found ??= number;
  }
  const organisation = service.record('organization');
  return {
    phone: found,
    email:
      emailOf(service, 'email') ??
      contacts.map((one) => emailOf(one, 'email')).find((one) => one !== null) ??
      null,
    url: addressOf(service, 'url') ?? addressOf(organisation, 'website'),
  };
}

function emailOf(record: Taken, field: string): string | null {
  const text = record.text(field);
  if (text === null || /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text)) return text;
  record.odd(field, 'It is no email address and was not taken.');
  return null;
}

function addressOf(record: Taken, field: string): string | null {
  const text = record.text(field);
  if (text === null) return null;
  const url = URL.parse(text) ?? URL.parse(`https://${text}`);
  if (url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.')) return url.href;
  record.odd(field, 'It is no web address and was not taken.');
  return null;
}

/** The day in a field; null where there is none. What is odd about it is named, whether it is used or not. */
function dayOf(service: Taken, field: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const text = service.text(field);
  if (text === null) return null;
  if (text.includes('T') && !/(Z|[+-]\d{2}:?\d{2})$/.test(text))
    service.odd(field, 'A time without a zone; its day was taken as England’s.');
  try {
    const date = Temporal.PlainDate.from(/^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? text);
    if (Temporal.PlainDate.compare(date, today) <= 0) return date;
    service.odd(field, 'It lies in the future; today was taken.');
    return today;
  } catch {
    service.odd(field, 'It is no date.');
    return null;
  }
}

/** The day of the last check: when it was assured, else last changed, else today. */
function checkedOn(service: Taken, today: Temporal.PlainDate): Temporal.PlainDate {
  const days = ['assured_date', 'last_modified', 'updated_at'].map((field) => dayOf(service, field, today));
  return days.find((day) => day !== null) ?? today;
}

/** The names of categories, needs, audiences and attributes, wherever a feed keeps them. */
function namesIn(service: Taken, list: string, ...fields: readonly string[]): readonly string[] {
  return service.records(list).flatMap((one) => {
    one.text('id');
    one.text('slug');
    const name = one.firstText(...fields) ?? one.record('taxonomy_term').text('name');
    return name === null ? [] : [name];
  });
}

function slugOf(name: string, theirId: string, publisher: string): string {
  const base = name
    .normalize('NFKD')
    .replace(/[\p{Mark}'’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  const mark = createHash('sha256').update(`${publisher} ${theirId}`).digest('hex').slice(0, 8);
  return `${/^[a-z]/.test(base) ? base : `listing-${base}`.replace(/-+$/, '')}-${mark}`;
}

function accessOf(service: Taken): Listing['access'] {
  const names = service
    .records('locations')
    .flatMap((location) => [
      ...namesIn(location, 'accessibilities', 'name'),
      ...namesIn(location, 'accessibility', 'description'),
    ]);
  const features: readonly Feature[] = names.flatMap(featuresOf);
  return Object.fromEntries(features.map((feature) => [feature, 'meets' as const]));
}

/** Reads one service of another publisher's feed as a listing, leniently; nothing of it is lost without being named. */
export function readService(original: FeedValue, about: FeedContext, path = ''): FromFeed {
  const service = new Taken(original, path);
  const name = service.text('name');
  const theirId = service.text('id') ?? '';
  const ages = agesOf(service);
  const named = {
    theirId: theirId.slice(0, longestId),
    name: name?.slice(0, longestName) ?? 'without a name',
    original,
  };
  const why =
    name === null
      ? 'It has no name.'
      : theirId === ''
        ? 'It has no identifier, so that it could not be known again.'
        : theirId.length > longestId
          ? `Its identifier is longer than ${longestId} characters.`
          : ages === null
            ? 'It is for adults above 25.'
            : null;
  if (why !== null || name === null || ages === null)
    return { ...named, listing: null, why: why ?? 'It cannot be read.', oddities: service.finish() };
  const listing = listingOf(service, about, { name, theirId, ages });
  return { ...named, listing, why: null, oddities: service.finish() };
}

function listingOf(
  service: Taken,
  about: FeedContext,
  given: { readonly name: string; readonly theirId: string; readonly ages: Listing['ages'] },
): Listing {
  const { authority, publisher, usual } = about;
  const organisation = [service.record('organization'), service.record('organisation')];
  const provider = organisation.map((one) => one.text('name')).find((one) => one !== null) ?? given.name;
  const whole = plainText(service, 'description') ?? given.name;
  const description = whole.slice(0, longestText);
  if (description !== whole) service.odd('description', `Its first ${longestText} characters were taken.`);
  if (given.name.length > longestName) service.odd('name', `Its first ${longestName} characters were taken.`);
  const categories = [...namesIn(service, 'taxonomies', 'name'), ...namesIn(service, 'attributes', 'label')];
  const kinds = [...new Set([...categories, given.name].flatMap(kindsOf))];
  const people = [
    ...namesIn(service, 'send_needs', 'name'),
    ...namesIn(service, 'pc_targetAudience', 'audienceType'),
  ];
  const needs: readonly Need[] = [...new Set(people.flatMap(needsOf))];
  const { place, others } = readPlaces(service, { authority, publisher });
  const when = readWhen(service);
  const status = service.text('status');
  return {
    slug: slugOf(given.name, given.theirId, publisher),
    title: given.name.slice(0, longestName),
    provider: provider.slice(0, longestName),
    tier: usual.tier,
    kinds: kinds.length > 0 ? kinds : [usual.kind],
    summary: summaryOf(description),
    description,
    ages: given.ages,
    needs,
    when,
    cost: costOf(service),
    accepts: [],
    join:
      service.yesOrNo('needs_referral') === true
        ? { how: 'referral', referredBy: 'somebody who works with your child', note: null }
        : { how: 'refer-yourself', referredBy: null, note: null },
    place,
    contact: contactOf(service),
    ratios: [],
    access: accessOf(service),
    languages: [],
    transport: null,
    runs: { season: null, from: null, until: null },
    dates: [],
    otherPlaces: others.map((other: At) => ({ place: other, when })),
    told: { session: null, sensoryStory: [], staff: null, pictures: [], easyRead: [] },
    neighbour: about.isNeighbour ? publisher : null,
    paused: status !== null && status !== 'active' ? `${publisher} says: ${status}` : null,
    pausedUntil: null,
    provenance: { kind: 'feed', publisher, address: about.address, theirId: given.theirId },
    demonstrationFields: [],
    checkedOn: checkedOn(service, about.today),
    checkedBy: publisher,
  };
}

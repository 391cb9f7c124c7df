import { convert } from 'html-to-text';
import { parsePounds, pence } from '#kernel/money.ts';
import type { Feature } from '#offer/accessibility/index.ts';
import type { Cost, Listing, Need } from '#offer/directory/index.ts';
import { ownListingOf } from './own-listing.ts';
import { isOwnShape } from './own-terms.ts';
import { type At, readPlaces } from './read-place.ts';
import { readWhen } from './read-when.ts';
import {
  checkedOn,
  contactOf,
  type FeedContext,
  longestName,
  longestText,
  slugOf,
  summaryOf,
} from './service-facts.ts';
import { type FeedValue, type Oddity, Taken } from './taken.ts';
import { featuresOf, kindsOf, needsOf } from './word-maps.ts';

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

/** The names of categories, needs, audiences and attributes, wherever a feed keeps them. */
function namesIn(service: Taken, list: string, ...fields: readonly string[]): readonly string[] {
  return service.records(list).flatMap((one) => {
    one.text('id');
    one.text('slug');
    const name = one.firstText(...fields) ?? one.record('taxonomy_term').text('name');
    return name === null ? [] : [name];
  });
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
  const read = { name, theirId, ages };
  const listing = isOwnShape(original) ? ownListingOf(service, about, read) : listingOf(service, about, read);
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

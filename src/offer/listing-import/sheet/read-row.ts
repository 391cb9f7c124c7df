import { parsePounds } from '#kernel/money.ts';
import { type Access, featureNames, features } from '#offer/accessibility/index.ts';
import {
  type Cost,
  costUnits,
  joining,
  kinds,
  type Listing,
  type ListingPlace,
  needs,
  payments,
  ratios,
  seasons,
  tiers,
  tierWords,
  times,
  transports,
} from '#offer/directory/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import { placeAt } from '../feed/read-place.ts';
import { Cells, type Wrong } from './cells.ts';
import type { ColumnName } from './columns.ts';

/** What reading a row needs besides the row. */
export type SheetContext = {
  readonly authority: Authority;
  readonly today: Temporal.PlainDate;
  /** The address that a listing gets. */
  readonly slugOf: (row: {
    readonly title: string;
    readonly provider: string;
    readonly reference: string;
  }) => string;
};

/** A row as a listing, or all that is wrong with it. */
export type RowRead =
  | { readonly listing: Listing; readonly reference: string }
  | { readonly wrongs: readonly Wrong[] };

const dayNames = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
} as const;
const tierLabels = {
  universal: tierWords.universal.short,
  targeted: tierWords.targeted.short,
  specialist: tierWords.specialist.short,
};
const featureLabels = Object.fromEntries(featureNames.map((name) => [name, features[name].label]));

function costOf(cells: Cells): Cost {
  const text = cells.text('cost', 300);
  if (text === '') return { kind: 'ask', note: 'Ask what it costs' };
  if (/^free\b/i.test(text)) return { kind: 'free', note: null };
  const match = /^£?\s*([\d.,]+)\s*(?:per|a|an|each|\/)\s*([a-z]+)$/i.exec(text);
  if (match === null) {
    if (/^£?\s*[\d.,]+$/.test(text))
      cells.wrong('cost', `“${text}” does not say what it pays for; write for example “£6 a session”`);
    return { kind: 'ask', note: text };
  }
  const amount = parsePounds(match[1] ?? '');
  const unit = costUnits.find((one) => one === match[2]?.toLowerCase());
  if (amount.ok && unit !== undefined) return { kind: 'amount', pence: amount.value, per: unit, note: null };
  cells.wrong('cost', `“${text}” is not an amount with one of: ${costUnits.join(', ')}`);
  return { kind: 'ask', note: text };
}

function placeOf(cells: Cells, authority: Authority): ListingPlace {
  const [name, town, postcode, area] = (['place', 'town', 'postcode', 'area'] as const).map((column) =>
    cells.text(column, 120),
  );
  if (postcode !== undefined && postcode !== '') {
    const place = placeAt(authority, { postcode, name: name || null, town: town || null });
    if (place !== null) return place;
    cells.wrong('postcode', `“${postcode}” is not a postcode that we know`);
    return { kind: 'online' };
  }
  if (/^online$/i.test(area ?? '')) return { kind: 'online' };
  if (area === '') cells.wrong('postcode', 'is empty; write the postcode, or fill in Area');
  return { kind: 'area', area: area ?? '' };
}

function contactOf(cells: Cells): Listing['contact'] {
  const typed = cells.text('phone', 40);
  // Excel takes a telephone number for a number and drops its first nought.
  const phone = /^[1-9]\d{9}$/.test(typed) ? `0${typed}` : typed;
  const email = cells.text('email', 254);
  const url = cells.text('url', 300);
  if (phone !== '' && !/^\+?[\d\s()-]{6,}$/.test(phone))
    cells.wrong('phone', `“${phone}” is not a telephone number`);
  if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(email))
    cells.wrong('email', `“${email}” is not an email address`);
  const address = url === '' ? null : URL.parse(/^https?:\/\//i.test(url) ? url : `https://${url}`);
  if (url !== '' && (address === null || !address.hostname.includes('.')))
    cells.wrong('url', `“${url}” is not a web address`);
  return { phone: phone || null, email: email || null, url: address?.href ?? null };
}

function accessOf(cells: Cells): Access {
  const meets = cells.several('meets', featureLabels);
  const lacks = cells.several('lacks', featureLabels);
  for (const name of lacks)
    if (meets.includes(name))
      cells.wrong('lacks', `“${featureLabels[name]}” stands under Has as well; keep one of them`);
  return Object.fromEntries([
    ...meets.map((name) => [name, 'meets'] as const),
    ...lacks.map((name) => [name, 'does-not-meet'] as const),
  ]);
}

function whenOf(cells: Cells): Listing['when'] {
  const from = cells.time('from');
  const until = cells.time('until');
  const all = cells.several('times', times);
  if ((cells.text('from') === '') !== (cells.text('until') === ''))
    cells.wrong(
      cells.text('from') === '' ? 'from' : 'until',
      'is empty; give both Starts and Ends, or neither',
    );
  if (
    from !== null &&
    until !== null &&
    !all.includes('overnight') &&
    Temporal.PlainTime.compare(from, until) >= 0
  )
    cells.wrong('until', 'is not after Starts');
  return { times: all, days: cells.several('days', dayNames), from, until, note: null };
}

/** Reads one row under the headings of its file. Every cell that is wrong is named; nothing stops at the first. */
export function readRow(
  given: readonly string[],
  places: ReadonlyMap<ColumnName, number>,
  about: SheetContext,
): RowRead {
  const cells = new Cells(given, places);
  const title = cells.text('title', 120);
  const provider = cells.text('provider', 120);
  const reference = cells.text('reference', 80);
  const summary = cells.text('summary', 300);
  const ages = { from: cells.whole('age-from', 25), to: cells.whole('age-to', 25) };
  if (ages.from >= 0 && ages.to >= 0 && ages.from > ages.to) cells.wrong('age-to', 'is below Age from');
  const how = cells.one('join', joining);
  const referredBy = cells.text('referred-by', 200);
  if (how === 'referral' && referredBy === '') cells.wrong('referred-by', 'is empty; say who refers');
  const checkedOn = cells.day('checked') ?? about.today;
  if (Temporal.PlainDate.compare(checkedOn, about.today) > 0) cells.wrong('checked', 'lies in the future');
  const languages = cells
    .text('languages')
    .split(/[;,\s]+/)
    .filter((code) => code !== '');
  for (const code of languages)
    if (!/^[a-z]{2,3}$/.test(code))
      cells.wrong('languages', `“${code}” is not the code of a language, like pl`);
  const listing: Listing = {
    slug: about.slugOf({ title, provider, reference }),
    title,
    provider,
    tier: cells.one('tier', tierLabels) ?? tiers[0],
    kinds: cells.several('kinds', kinds),
    summary,
    description: cells.text('description') || summary,
    ages,
    needs: cells.several('needs', needs),
    when: whenOf(cells),
    cost: costOf(cells),
    accepts: cells.several('accepts', payments),
    join: { how: how ?? 'book', referredBy: referredBy || null, note: null },
    place: placeOf(cells, about.authority),
    contact: contactOf(cells),
    ratios: cells.several(
      'ratios',
      Object.fromEntries(ratios.map((ratio) => [ratio, ratio])) as Record<(typeof ratios)[number], string>,
    ),
    access: accessOf(cells),
    languages,
    transport: cells.one('transport', transports),
    runs: { season: cells.one('season', seasons), from: null, until: null },
    dates: [],
    otherPlaces: [],
    told: { session: null, sensoryStory: [], staff: null, pictures: [], easyRead: [] },
    neighbour: null,
    paused: null,
    pausedUntil: null,
    provenance: { kind: 'council' },
    demonstrationFields: [],
    checkedOn,
    checkedBy: 'the council',
  };
  return cells.wrongs.length > 0 ? { wrongs: cells.wrongs } : { listing, reference };
}

import type { Kind, Listing, Tier } from '#offer/directory/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import { listingSlug } from '../listing-slug.ts';
import type { Taken } from './taken.ts';

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

/** So long a listing's name and its description may be. The whole text stays with the import. */
export const longestName = 120;
export const longestText = 10_000;

/** The first sentences of a text, up to 300 characters. */
export function summaryOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= 300) return line;
  const cut = line.slice(0, 299);
  const end = cut.lastIndexOf('. ');
  return end > 80 ? cut.slice(0, end + 1) : `${cut.slice(0, Math.max(1, cut.lastIndexOf(' ')))}…`;
}

/** Whom to ask: the first telephone number, email address and web address that are ones. */
export function contactOf(service: Taken): Listing['contact'] {
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
export function checkedOn(service: Taken, today: Temporal.PlainDate): Temporal.PlainDate {
  const days = ['assured_date', 'last_modified', 'updated_at'].map((field) => dayOf(service, field, today));
  return days.find((day) => day !== null) ?? today;
}

/** The address of a listing out of a feed: the same each time for the same identifier of a publisher. */
export function slugOf(name: string, theirId: string, publisher: string): string {
  return listingSlug(name, `${publisher} ${theirId}`);
}

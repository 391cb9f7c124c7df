import { parsePounds, pence } from '#kernel/money.ts';
import { type Feature, featureNames } from '#offer/accessibility/index.ts';
import {
  type Cost,
  joining,
  kinds,
  type Listing,
  needs,
  payments,
  ratios,
  seasons,
  tiers,
  transports,
} from '#offer/directory/index.ts';
import type { VocabularyKey } from '#offer/open-referral/index.ts';
import type { Authority } from '#platform/authorities/index.ts';
import { chosen, keysOf, type Said, saidIn } from './own-terms.ts';
import { datesOf, dayOf, toldOf, whereOf } from './own-times.ts';
import type { Taken } from './taken.ts';

/** The parts of a listing that a feed of this program says exactly. */
export type OwnParts = Pick<
  Listing,
  | 'tier'
  | 'kinds'
  | 'needs'
  | 'access'
  | 'accepts'
  | 'join'
  | 'transport'
  | 'ratios'
  | 'summary'
  | 'description'
  | 'when'
  | 'runs'
  | 'dates'
  | 'place'
  | 'otherPlaces'
  | 'cost'
  | 'languages'
  | 'paused'
  | 'pausedUntil'
> & { readonly told: Pick<Listing['told'], 'session' | 'staff'>; readonly hasOwnUrl: boolean };

function accessOf(said: Said): Listing['access'] {
  const answers = (vocabulary: VocabularyKey, answer: 'meets' | 'does-not-meet') =>
    chosen<Feature>(said, vocabulary, featureNames).map((feature) => [feature, answer] as const);
  return Object.fromEntries([
    ...answers('accessibility', 'meets'),
    ...answers('not-offered', 'does-not-meet'),
  ]);
}

function joinOf(said: Said, attending: string | null): Listing['join'] {
  const how = chosen(said, 'joining', keysOf(joining))[0] ?? 'refer-yourself';
  const label = joining[how];
  const rest = attending?.startsWith(label) ? attending.slice(label.length).replace(/^\. /, '') : '';
  const [, by = null, after = ''] = /^Referred by: (.*?)(?:\. (.*))?$/s.exec(rest) ?? [null, null, rest];
  return { how, referredBy: by, note: after === '' ? null : after };
}

const units = ['hour', 'session', 'day', 'night', 'week', 'month', 'year'] as const;

function costOf(service: Taken): Cost {
  const [option] = service.records('cost_options');
  if (option === undefined) return { kind: 'ask', note: 'Ask what it costs' };
  const words = option.text('amount_description');
  const note = option.text('option');
  const typed = option.text('amount');
  option.wholly();
  if (typed === null) return { kind: 'ask', note: words ?? 'Ask what it costs' };
  const read = parsePounds(/\.\d$/.test(typed) ? `${typed}0` : typed);
  if (!read.ok) return { kind: 'ask', note: words ?? 'Ask what it costs' };
  if (read.value === pence(0)) return { kind: 'free', note };
  const per = units.find((unit) => words === `for each ${unit}`) ?? 'session';
  return { kind: 'amount', pence: read.value, per, note };
}

/** The summary, the description, a session as it goes and who the staff are, which are told as one text. */
function textsOf(service: Taken): Pick<OwnParts, 'summary' | 'description' | 'told'> {
  const parts = (service.text('description') ?? '').split('\n\n');
  const from = (prefix: string, end: number) => {
    const at = parts.findLastIndex((part, index) => index > 0 && index < end && part.startsWith(prefix));
    return at < 0
      ? { at: end, text: null }
      : { at, text: parts.slice(at, end).join('\n\n').slice(prefix.length) };
  };
  const staff = from('Staff: ', parts.length);
  const session = from('What a session is like: ', staff.at);
  const [summary = '', ...description] = parts.slice(0, session.at);
  return {
    summary,
    description: description.length === 0 ? summary : description.join('\n\n'),
    told: { session: session.text, staff: staff.text },
  };
}

/** Why it is closed for now, and up to which day, out of the alert. */
function pauseOf(service: Taken): Pick<Listing, 'paused' | 'pausedUntil'> {
  const isClosed = service.text('status') === 'temporarily closed';
  const alert = service.text('alert');
  if (!isClosed && alert === null) return { paused: null, pausedUntil: null };
  const [, why = null, until = null] = /^(?:(.*?) ?)Closed up to (\d{4}-\d{2}-\d{2})\.$/s.exec(
    alert ?? '',
  ) ?? [null, alert, null];
  return { paused: why === null || why === '' ? 'It is closed for now' : why, pausedUntil: dayOf(until) };
}

/** Reads what a feed of this program says, part by part as it was before it was told. */
export function readOwnShape(
  service: Taken,
  about: { readonly authority: Authority; readonly publisher: string },
): OwnParts {
  const said = saidIn(service);
  const told = service.records('schedules').map(toldOf);
  const regular = told.filter(({ isDated }) => !isDated);
  const [season = null] = chosen(said, 'seasons', keysOf(seasons));
  const [transport = null] = chosen(said, 'transports', keysOf(transports));
  return {
    ...textsOf(service),
    ...whereOf(service, { ...about, regular, said }),
    ...pauseOf(service),
    tier: chosen(said, 'tiers', tiers)[0] ?? 'targeted',
    kinds: chosen(said, 'kinds', keysOf(kinds)),
    needs: chosen(said, 'needs', keysOf(needs)),
    access: accessOf(said),
    accepts: chosen(said, 'payments', keysOf(payments)),
    join: joinOf(said, regular[0]?.attending ?? null),
    transport,
    ratios: chosen(said, 'ratios', ratios),
    runs: { season, from: regular[0]?.validFrom ?? null, until: regular[0]?.validTo ?? null },
    dates: datesOf(told),
    cost: costOf(service),
    languages: service.records('languages').flatMap((one) => {
      one.wholly();
      return one.text('code') ?? [];
    }),
    // A service without an address of its own is told with that of its page at the council.
    hasOwnUrl: regular[0]?.link !== service.text('url'),
  };
}

/** Where the facts came from first: another publisher's feed stays named, and what was made up stays so. */
export function firstSourceOf(service: Taken, by: Listing['provenance']): Listing['provenance'] {
  const source = service.record('provenance');
  const [kind, publisher, address, theirId] = ['kind', 'publisher', 'address', 'their_id'].map((name) =>
    source.text(name),
  );
  if (kind === 'demonstration') return { kind };
  if (kind === 'feed' && publisher && address && theirId) return { kind, publisher, address, theirId };
  return by;
}

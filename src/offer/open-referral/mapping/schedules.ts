import { joining, type Listing, seasons, type When, whenInWords } from '#offer/directory/index.ts';
import type { Schedule } from '../schema/records.ts';
import { type Around, offsetOn } from './around.ts';
import { idOf } from './ids.ts';
import type { Offered } from './offered.ts';
import { type OfferedPlace, placesOf } from './places.ts';
import { bydayOf, codeOf, firstOn, rhythmOf } from './rhythm.ts';
import { paragraphs, plainWords, saying } from './values.ts';

/** A time of the day as the standard wants it: with how far the clocks in England stand from UTC today. */
function timeText(time: Temporal.PlainTime | null, around: Pick<Around, 'today'>): string | null {
  if (time === null) return null;
  return `${time.toString({ smallestUnit: 'minute' })}${offsetOn(around.today)}`;
}

/** How a child comes to take part, in a sentence. */
function attendingOf({ join }: Listing): string {
  const by = join.referredBy === null ? null : `Referred by: ${join.referredBy}`;
  return [joining[join.how], by, join.note]
    .map(plainWords)
    .filter((text) => text !== null)
    .join('. ');
}

type Part = { readonly key: string; readonly when: When; readonly placeId: string | null };

/** The regular times of one place, or of what comes to the family. */
function regular(offered: Offered, part: Part, around: Around): Schedule {
  const { id, listing } = offered;
  const { when } = part;
  const { runs } = listing;
  const rhythm = rhythmOf(when);
  // The first date can be told only of a rule that comes every week: of the others nobody has said in which it begins.
  const first = runs.from !== null && rhythm?.freq === 'WEEKLY' ? firstOn(runs.from, when.days) : null;
  return saying<Schedule>({
    id: idOf('schedule', id, part.key),
    service_id: id,
    service_at_location_id: part.placeId,
    valid_from: runs.from?.toString(),
    valid_to: runs.until?.toString(),
    dtstart: first?.toString(),
    freq: rhythm?.freq,
    interval: rhythm === null ? null : 1,
    byday: rhythm?.byday ?? bydayOf(when),
    description: plainWords(whenInWords(when)) ?? 'Ask for the times',
    opens_at: timeText(when.from, around),
    closes_at: timeText(when.until, around),
    schedule_link: `${around.origin}/find/${listing.slug}`,
    attending_type: attendingOf(listing),
    notes: paragraphs(when.note, runs.season === null ? null : `${seasons[runs.season]}.`),
  });
}

/** One dated run: a rule of weeks that begins and ends on its day, since the standard knows no other. */
function dated(
  offered: Offered,
  given: { readonly date: Listing['dates'][number]; readonly placeId: string | null },
  around: Around,
): Schedule {
  const { on, from, until, places } = given.date;
  const day = on.toString();
  const opens = timeText(from, { today: on });
  return saying<Schedule>({
    id: idOf('schedule', offered.id, 'date', day, opens ?? '', timeText(until, { today: on }) ?? ''),
    service_id: offered.id,
    service_at_location_id: given.placeId,
    valid_from: day,
    valid_to: day,
    dtstart: day,
    freq: 'WEEKLY',
    interval: 1,
    byday: codeOf(on),
    description: `Only on ${day}.`,
    opens_at: opens,
    closes_at: timeText(until, { today: on }),
    schedule_link: `${around.origin}/find/${offered.listing.slug}`,
    attending_type: attendingOf(offered.listing),
    notes: places === null ? null : `For ${places} ${places === 1 ? 'child' : 'children'}.`,
  });
}

/** The times of a service: of each place its own, and of each dated run. */
export function schedulesOf(offered: Offered, around: Around): Schedule[] {
  const places = placesOf(offered, around);
  const [main] = places.filter(({ isMain }) => isMain);
  const placeId = main?.id ?? null;
  const parts: Part[] = [
    { key: 'main', when: offered.listing.when, placeId },
    ...places
      .filter(({ isMain }) => !isMain)
      .map((one) => ({ key: one.id, when: one.when, placeId: one.id })),
  ];
  const dates = new Map(
    offered.listing.dates
      .map((date) => dated(offered, { date, placeId }, around))
      .map((schedule) => [schedule.id, schedule]),
  );
  return [...parts.map((part) => regular(offered, part, around)), ...dates.values()];
}

/** The times that hold at one place: its own, and those that are bound to none. */
export function schedulesAt(all: readonly Schedule[], place: Pick<OfferedPlace, 'id'>): Schedule[] {
  return all.filter(({ service_at_location_id: at }) => at === undefined || at === place.id);
}

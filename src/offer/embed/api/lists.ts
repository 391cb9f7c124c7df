import { createHash } from 'node:crypto';
import { agesInWords, costInWords, placeInWords, tierWords, whenInWords } from '#offer/directory/index.ts';
import { type OpenAnswer, openAnswer, type Visit } from '#platform/web/visit.ts';
import { type EmbeddedList, listingsToEmbed } from '../actions/listings-to-embed.ts';
import { listDocument } from '../pages/list-document.ts';
import { listStyle } from '../pages/list-style.ts';

/** A change of the directory is seen in other people's pages after ten minutes at the latest. */
const KEEP_SECONDS = 600;
const KEEP_STYLE_SECONDS = 86_400;

const tagOf = (body: string) => createHash('sha256').update(body).digest('hex').slice(0, 20);

/** The list as a page for a frame. */
export async function embeddedListPage(visit: Visit): Promise<OpenAnswer> {
  const body = listDocument(await listingsToEmbed(visit), visit);
  return openAnswer({
    mediaType: 'text/html; charset=utf-8',
    body,
    etag: tagOf(body),
    keepSeconds: KEEP_SECONDS,
    mayBeFramed: true,
  });
}

function listingAsData(list: EmbeddedList, origin: string) {
  return ({ listing }: EmbeddedList['listings'][number]) => {
    const next = list.next.get(listing.slug);
    return {
      id: listing.slug,
      title: listing.title,
      provider: listing.provider,
      summary: listing.summary,
      tier: tierWords[listing.tier].short,
      ages: agesInWords(listing.ages),
      when: whenInWords(listing.when),
      place: placeInWords(listing.place),
      cost: costInWords(listing.cost),
      url: `${origin}/find/${listing.slug}`,
      ...(listing.paused === null ? {} : { notRunningNow: listing.paused }),
      ...(next === undefined ? {} : { nextSession: next.startsAt.toString() }),
    };
  };
}

/** The same list as data, for sites that show it in their own way. */
export async function embeddedListData(visit: Visit): Promise<OpenAnswer> {
  const list = await listingsToEmbed(visit);
  const { origin, authority } = visit;
  const body = JSON.stringify({
    heading: list.heading,
    language: list.options.heading,
    from: { name: authority.service, url: origin },
    isDemonstration: visit.isDemonstration,
    total: list.total,
    all: `${origin}${list.findPath}`,
    listings: list.listings.map(listingAsData(list, origin)),
  });
  return openAnswer({
    mediaType: 'application/json; charset=utf-8',
    body,
    etag: tagOf(body),
    keepSeconds: KEEP_SECONDS,
  });
}

/** The style sheet of the list. */
export function embeddedListStyle({ authority }: Visit): OpenAnswer {
  return openAnswer({
    mediaType: 'text/css; charset=utf-8',
    body: listStyle(authority),
    keepSeconds: KEEP_STYLE_SECONDS,
  });
}

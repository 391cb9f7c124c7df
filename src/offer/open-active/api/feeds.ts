import { readListing } from '#offer/directory/index.ts';
import { pointsOfListings } from '#offer/sessions/index.ts';
import { type OpenAnswer, openAnswer, type Visit } from '#platform/web/visit.ts';
import {
  DELETED_KEPT_DAYS,
  FEED_MEDIA_TYPE,
  type FeedItem,
  feedPage,
  readFeedQuestion,
} from '../domain/rpde.ts';
import { scheduledSession } from '../mapping/scheduled-session.ts';
import { sessionSeries } from '../mapping/session-series.ts';
import { type RowsWanted, seriesAfter, sessionsAfter } from '../store/feed-rows.ts';

/** A page with items never gets others for the same address but later ones; the last page gets them at any time. */
const KEEP_PAGE_SECONDS = 3600;
const KEEP_LAST_PAGE_SECONDS = 8;

async function feed(
  visit: Visit,
  path: string,
  itemsAfter: (wanted: RowsWanted) => Promise<readonly FeedItem[]>,
): Promise<OpenAnswer> {
  const question = readFeedQuestion(visit.query);
  if (!question.ok)
    return openAnswer({
      status: 400,
      mediaType: 'application/json; charset=utf-8',
      body: JSON.stringify({ error: question.message }),
    });
  const items = await itemsAfter({
    ...question.value,
    authorityId: visit.authority.id,
    deletedSince: visit.clock.now().subtract({ hours: 24 * DELETED_KEPT_DAYS }),
  });
  const { isLast, body } = feedPage({ base: `${visit.origin}${path}`, question: question.value, items });
  return openAnswer({
    mediaType: FEED_MEDIA_TYPE,
    // As bytes, so that the server leaves the name of the type as the specification writes it.
    body: new TextEncoder().encode(JSON.stringify(body)),
    keepSeconds: isLast ? KEEP_LAST_PAGE_SECONDS : KEEP_PAGE_SECONDS,
  });
}

function item(kind: string, row: { id: string; position: number }, data: object | null): FeedItem {
  const known = { kind, id: row.id, modified: row.position };
  return data === null ? { ...known, state: 'deleted' } : { ...known, state: 'updated', data };
}

export const seriesFeedPath = '/openactive/feeds/session-series';

/** The feed of series (RPDE 1.0): what runs, where, for whom and at what price. */
export function seriesFeed(visit: Visit): Promise<OpenAnswer> {
  return feed(visit, seriesFeedPath, async (wanted) => {
    const rows = (await seriesAfter(visit.transaction, wanted)).map((row) => ({
      ...row,
      listing: readListing(row.content),
    }));
    const points = await pointsOfListings(
      visit.transaction,
      rows.map(({ listing }) => listing),
    );
    return rows.map((row) =>
      item('SessionSeries', row, row.isOpen ? sessionSeries({ ...row, origin: visit.origin, points }) : null),
    );
  });
}

export const sessionFeedPath = '/openactive/feeds/scheduled-sessions';

/** The feed of dated sessions (RPDE 1.0): when each series meets, and what is called off. */
export function sessionFeed(visit: Visit): Promise<OpenAnswer> {
  return feed(visit, sessionFeedPath, async (wanted) =>
    (await sessionsAfter(visit.transaction, wanted)).map((row) => {
      const { seriesId } = row;
      return item(
        'ScheduledSession',
        row,
        row.isOpen && seriesId !== null ? scheduledSession({ ...row, seriesId }, visit.origin) : null,
      );
    }),
  );
}

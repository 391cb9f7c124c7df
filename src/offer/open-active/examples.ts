import type { FastifyInstance } from 'fastify';
import type { FeedItem } from './domain/rpde.ts';

/** What a data user has after following a feed: each item that is open data, by its id. */
export type Mirror = Map<string, Readonly<Record<string, unknown>>>;

/** Takes one page of a feed into a mirror; gives the address of the next page, or null at the end. */
export async function takePage(app: FastifyInstance, mirror: Mirror, url: string): Promise<string | null> {
  const answer = await app.inject({ url });
  if (answer.statusCode !== 200) throw new Error(`${url} answers ${answer.statusCode}`);
  const { next, items } = answer.json<{ next: string; items: FeedItem[] }>();
  for (const item of items) {
    if (item.state === 'deleted') mirror.delete(item.id);
    else mirror.set(item.id, Object.fromEntries(Object.entries(item.data)));
  }
  const { pathname, search } = new URL(next);
  return items.length === 0 ? null : `${pathname}${search}`;
}

/** Follows a feed from a page to its end. */
export async function follow(app: FastifyInstance, mirror: Mirror, from: string): Promise<Mirror> {
  for (let url: string | null = from; url !== null; ) url = await takePage(app, mirror, url);
  return mirror;
}

/** Everything that a feed has now, by its id, as a data user sees it who begins anew. */
export function feedItems(
  app: FastifyInstance,
  feed: 'session-series' | 'scheduled-sessions',
): Promise<Mirror> {
  return follow(app, new Map(), `/openactive/feeds/${feed}`);
}

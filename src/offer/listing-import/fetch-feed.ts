import { type Result, refusal, success } from '#kernel/refusal.ts';
import { readFeedPage } from './feed/feed-page.ts';
import type { FeedValue } from './feed/taken.ts';

/** One page may take so long, in milliseconds. */
const mostWait = 20_000;
/** One page may be so large, in bytes. */
const mostBytes = 20_000_000;
/** So many pages and services are read at most; a feed that has more is not one council's. */
const mostPages = 500;
const mostServices = 20_000;

/** Every service of a feed, with what was odd about the feed as a whole. */
export type Fetched = { readonly services: readonly FeedValue[]; readonly oddities: readonly string[] };

/** How an address is asked; in tests another way than the network. */
export type Ask = (address: string, options: { readonly signal: AbortSignal }) => Promise<Response>;

async function textOf(response: Response): Promise<string | null> {
  if (response.body === null) return '';
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body) {
    size += piece.byteLength;
    if (size > mostBytes) return null;
    pieces.push(piece);
  }
  return new TextDecoder().decode(Buffer.concat(pieces));
}

async function askPage(ask: Ask, address: string): Promise<Result<string>> {
  try {
    const response = await ask(address, { signal: AbortSignal.timeout(mostWait) });
    if (!response.ok)
      return refusal('feed-refused', `The feed answered ${response.status} at ${address}. Ask its publisher`);
    const text = await textOf(response);
    if (text !== null) return success(text);
    return refusal('feed-too-large', `A page of the feed is larger than 20MB: ${address}`);
  } catch {
    return refusal(
      'feed-silent',
      `The feed did not answer whole and in time at ${address}. Try again later. Nothing was taken in`,
    );
  }
}

/**
 * Fetches all pages of a feed. It is all of it or nothing: where one page cannot be had, the feed is refused with the
 * page and the reason, so that nobody takes half a feed for the whole.
 */
export async function fetchFeed(address: string, ask: Ask = fetch): Promise<Result<Fetched>> {
  const services: FeedValue[] = [];
  const oddities: string[] = [];
  let pages = 1;
  for (let page = 1; page <= pages; page += 1) {
    const url = new URL(address);
    if (page > 1) url.searchParams.set('page', String(page));
    const text = await askPage(ask, url.href);
    if (!text.ok) return text;
    const read = readFeedPage(text.value);
    if (!read.ok)
      return pages === 1 ? read : { ...read, message: `Page ${page} of ${pages}: ${read.message}` };
    services.push(...read.value.services);
    oddities.push(...read.value.oddities.map((words) => (pages === 1 ? words : `Page ${page}: ${words}`)));
    pages = read.value.pages;
    if (pages > mostPages || services.length > mostServices)
      return refusal(
        'feed-too-long',
        `The feed has more than ${mostServices} services. Ask for a part of it`,
      );
    if (read.value.page !== page)
      return refusal(
        'feed-stands-still',
        `The feed answered page ${read.value.page} where page ${page} was asked for. Ask its publisher`,
      );
  }
  return success({ services, oddities });
}

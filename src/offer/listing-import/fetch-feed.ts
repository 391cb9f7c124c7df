import { type Result, refusal, success } from '#kernel/refusal.ts';
import { readFeedPage } from './feed/feed-page.ts';
import type { FeedValue } from './feed/taken.ts';

/** One page may take so long, in milliseconds. */
const mostWait = 20_000;
/** All pages together may take so long, in milliseconds: who drips would keep every other import waiting. */
const mostWaitInAll = 300_000;
/** One page may be so large, in bytes; and all together. What is packed counts as it unpacks. */
const mostBytes = 20_000_000;
const mostCharactersInAll = 200_000_000;
/** So many pages and services are read at most; a feed that has more is not one council's. */
const mostPages = 500;
const mostServices = 20_000;
/** So often an address may send us on within its own place. */
const mostMoves = 3;

/** Every service of a feed, with what was odd about the feed as a whole. */
export type Fetched = { readonly services: readonly FeedValue[]; readonly oddities: readonly string[] };

/** How an address is asked; in tests another way than the network. */
export type Ask = (
  address: string,
  options: { readonly signal: AbortSignal; readonly redirect: 'manual' },
) => Promise<Response>;

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

/** Whether an address stays with the publisher of another: the same host and port, or the same host gone over to https. */
function isSamePlace(from: URL, to: URL): boolean {
  if (to.origin === from.origin) return true;
  const isDefaultPorts = from.port === '' && to.port === '';
  return isDefaultPorts && to.hostname === from.hostname && to.protocol === 'https:';
}

/**
 * The answer at an address, having followed it where it moved within its own place. It is never followed elsewhere: the
 * file of feeds names who is asked, and a publisher must not be able to send the service to machines behind its own door.
 */
async function answerAt(ask: Ask, address: string, signal: AbortSignal): Promise<Result<Response>> {
  let at = new URL(address);
  for (let moves = 0; moves <= mostMoves; moves += 1) {
    const response = await ask(at.href, { signal, redirect: 'manual' });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) return success(response);
    await response.body?.cancel();
    const to = URL.parse(location, at);
    if (to === null || !isSamePlace(at, to))
      return refusal(
        'feed-moved',
        `The feed sends us to another place, ${to?.host ?? 'which is no address'}, and we did not follow. If it has moved, write its new address into feeds.yaml`,
      );
    at = to;
  }
  return refusal('feed-goes-round', `The feed sends us round and round at ${address}. Ask its publisher`);
}

async function askPage(ask: Ask, address: string): Promise<Result<string>> {
  try {
    const answered = await answerAt(ask, address, AbortSignal.timeout(mostWait));
    if (!answered.ok) return answered;
    const response = answered.value;
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

const tooLong = refusal(
  'feed-too-long',
  `The feed has more than ${mostServices.toLocaleString('en-GB')} services, or more than 200MB. Ask for a part of it`,
);

/** What stands in for the network and for the time that passes, in tests. */
export type Fetching = {
  readonly ask?: Ask;
  /** Milliseconds since any moment, always rising. */
  readonly elapsed?: () => number;
};

function addressOfPage(address: string, page: number): string {
  const url = new URL(address);
  if (page > 1) url.searchParams.set('page', String(page));
  return url.href;
}

/**
 * Fetches all pages of a feed. It is all of it or nothing: where one page cannot be had, the feed is refused with the
 * page and the reason, so that nobody takes half a feed for the whole.
 */
export async function fetchFeed(address: string, fetching: Fetching = {}): Promise<Result<Fetched>> {
  const { ask = fetch, elapsed = () => performance.now() } = fetching;
  const begun = elapsed();
  const services: FeedValue[] = [];
  const oddities: string[] = [];
  let pages = 1;
  let characters = 0;
  for (let page = 1; page <= pages; page += 1) {
    if (elapsed() - begun > mostWaitInAll)
      return refusal(
        'feed-slow',
        'The feed took longer than 5 minutes. Try again later. Nothing was taken in',
      );
    const text = await askPage(ask, addressOfPage(address, page));
    if (!text.ok) return text;
    characters += text.value.length;
    const read = readFeedPage(text.value);
    if (!read.ok)
      return pages === 1 ? read : { ...read, message: `Page ${page} of ${pages}: ${read.message}` };
    const count = services.length + read.value.services.length;
    if (count > mostServices || characters > mostCharactersInAll) return tooLong;
    services.push(...read.value.services);
    oddities.push(...read.value.oddities.map((words) => (pages === 1 ? words : `Page ${page}: ${words}`)));
    pages = read.value.pages;
    if (pages > mostPages) return tooLong;
    if (read.value.page !== page)
      return refusal(
        'feed-stands-still',
        `The feed answered page ${read.value.page} where page ${page} was asked for. Ask its publisher`,
      );
  }
  return success({ services, oddities });
}

import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '#kernel/clock.ts';
import type { Database } from '#platform/database/index.ts';
import type { ReadRoute } from './route.ts';
import { SharedQuestion } from './shared-question.ts';

/** A page as it was sent to somebody who brought nothing along, with what it was true of. */
type KeptPage = {
  readonly stamp: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The same page made small, once for each way that was asked for. */
  readonly small: Map<Encoding, Promise<Buffer>>;
};

type Encoding = 'br' | 'gzip';

/** So many pages are kept, those asked for lately; a page of results with its small forms takes about 60 kB. */
const MOST_PAGES = 400;
/** Longer addresses are nobody's usual search. */
const LONGEST_ADDRESS = 400;
/** The headers that a page itself decides; all others are set for every answer. */
const ownHeaders = ['cache-control', 'content-security-policy', 'vary'] as const;

const small: Readonly<Record<Encoding, (body: string) => Promise<Buffer>>> = {
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body) => promisify(gzip)(body),
};

/** Where and for whom a page is asked for. */
export type PageAsked = {
  readonly route: ReadRoute;
  readonly request: FastifyRequest;
  readonly authorityId: string;
  readonly origin: string;
  readonly isFromThisMachine: boolean;
};

/**
 * Pages that are made once for everybody who brings no cookie: nobody is signed in, nothing is kept in the browser,
 * so the page hangs on its address and on what its route names as its stamp alone. The database is asked for the stamp
 * after each request has come in, so a page that is out of date is never sent; what the stamp does not say may be a
 * minute old. A route has pages kept by naming `keptWhile`.
 */
export class KeptPages {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #pages = new Map<string, KeptPage>();
  readonly #stamps = new Map<string, SharedQuestion<string>>();

  constructor(parts: { readonly database: Database; readonly clock: Clock }) {
    this.#database = parts.database;
    this.#clock = parts.clock;
  }

  /** What a page that is made now is true of; null where the page of this request is not one that is kept. */
  async stampOf(asked: PageAsked): Promise<string | null> {
    const { route, request, authorityId } = asked;
    const { keptWhile } = route;
    if (keptWhile === undefined || request.method !== 'GET') return null;
    if (request.headers.cookie !== undefined || request.url.length > LONGEST_ADDRESS) return null;
    const key = `${authorityId} ${route.path}`;
    const question = this.#stamps.get(key) ?? new SharedQuestion<string>();
    this.#stamps.set(key, question);
    const scope = { authorityId, standing: 'public', readOnly: true } as const;
    const state = await question.ask(() =>
      this.#database.transaction(scope, (transaction) => keptWhile(transaction, authorityId)),
    );
    return `${Math.floor(this.#clock.now().epochMilliseconds / 60_000)} ${state}`;
  }

  /** Sends the page where it is kept and its stamp is still the same; gives false where it must be made. */
  async send(asked: PageAsked, stamp: string, reply: FastifyReply): Promise<boolean> {
    const key = keyOf(asked);
    const kept = this.#pages.get(key);
    if (kept === undefined) return false;
    this.#pages.delete(key);
    if (kept.stamp !== stamp) return false;
    this.#pages.set(key, kept);
    reply.headers(kept.headers).header('content-type', 'text/html; charset=utf-8');
    const encoding = encodingFor(asked.request);
    if (encoding === null) {
      reply.send(kept.body);
      return true;
    }
    let body = kept.small.get(encoding);
    if (body === undefined) {
      body = small[encoding](kept.body);
      kept.small.set(encoding, body);
    }
    const vary = [kept.headers.vary, 'accept-encoding'].filter((name) => name !== undefined).join(', ');
    reply
      .header('content-encoding', encoding)
      .header('vary', vary)
      .send(await body);
    return true;
  }

  /** Keeps a page that was made for this request. */
  keep(
    asked: PageAsked,
    given: { readonly stamp: string; readonly body: string; readonly reply: FastifyReply },
  ): void {
    const headers: Record<string, string> = {};
    for (const name of ownHeaders) {
      const value = given.reply.getHeader(name);
      if (value !== undefined) headers[name] = String(value);
    }
    this.#pages.set(keyOf(asked), { stamp: given.stamp, body: given.body, headers, small: new Map() });
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= MOST_PAGES) break;
      this.#pages.delete(oldest);
    }
  }
}

function keyOf({ authorityId, origin, isFromThisMachine, request }: PageAsked): string {
  return `${authorityId} ${origin} ${isFromThisMachine} ${request.url}`;
}

/** How the browser would have the page made small; null where it does not say that it can read that. */
function encodingFor(request: FastifyRequest): Encoding | null {
  const accepted = request.headers['accept-encoding'] ?? '';
  if (/\bbr\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accepted)) return 'br';
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accepted) ? 'gzip' : null;
}

// The web server without a network: its routes on a database, and visitors who keep cookies and send forms.
import type { FastifyInstance } from 'fastify';
import { type Clock, settableClock } from '#kernel/clock.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Database } from '#platform/database/index.ts';
import type { FileDesk } from '#platform/files/index.ts';
import { keepMessage } from '#platform/outbox/index.ts';
import type { SignInService } from '#platform/people/index.ts';
import { escapeHtml } from '#platform/web/html.ts';
import type { Route } from '#platform/web/route.ts';
import { sealWith } from '#platform/web/seal.ts';
import { buildServer } from '#platform/web/server.ts';
import { constraintRefusals, routes as everyRoute } from '../src/modules.ts';
import { testAuthority } from './database.ts';
import { testFiles } from './files.ts';
import { testNow } from './visit.ts';

/** What a test may say of a site; everything else is as an ordinary service would have it. */
export type SiteOptions = {
  readonly database: Database;
  /** Every route of the service unless told otherwise. */
  readonly routes?: readonly Route[];
  readonly authorities?: readonly Authority[];
  readonly clock?: Clock;
  readonly isDemonstration?: boolean;
  readonly signInService?: SignInService;
  readonly origin?: string;
  readonly trustProxy?: boolean;
  readonly files?: FileDesk;
};

/** Builds the web server on a database. Messages are kept in the table `messages`, and no job sends them. */
export function testSite(options: SiteOptions): Promise<FastifyInstance> {
  return buildServer({
    database: options.database,
    clock: options.clock ?? settableClock(testNow),
    files: options.files ?? testFiles(),
    seal: sealWith(Buffer.alloc(32, 1)),
    cookieKey: Buffer.alloc(32, 2),
    isDemonstration: options.isDemonstration ?? false,
    constraintRefusals,
    queueMessage: async (transaction, authorityId, message, at) => {
      await keepMessage(transaction, { authorityId, message, at });
    },
    signInService: options.signInService,
    authorities: options.authorities ?? [testAuthority],
    routes: options.routes ?? everyRoute,
    origin: options.origin ?? null,
    trustProxy: options.trustProxy ?? false,
    maxUploadBytes: 10_485_760,
    logLevel: 'silent',
    metricsToken: null,
  });
}

/** What came back. */
export type Shown = {
  readonly status: number;
  /** Where a redirect leads; empty for a page. */
  readonly location: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
};

/** Somebody at a browser without script: keeps cookies, follows nothing by themselves. */
export type SiteVisitor = {
  readonly cookies: Map<string, string>;
  get(path: string): Promise<Shown>;
  /** Sends the form of the page shown at `on` that posts to `path`: its hidden fields, and those given. */
  send(
    path: string,
    form: { readonly on: string; readonly fields?: Readonly<Record<string, string>> },
  ): Promise<Shown>;
  /** Posts just these fields. */
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Shown>;
};

let visitors = 0;

/** Addresses of this machine, a new one for each visitor: what one address may do in a minute is limited. */
function nextAddress(): string {
  visitors++;
  return `127.1.${visitors >> 8}.${visitors & 255}`;
}

/** Gives a new visitor, without a cookie. They sit at this machine unless another address or header is told. */
export function siteVisitor(
  app: FastifyInstance,
  from: { readonly address?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): SiteVisitor {
  const cookies = new Map<string, string>();
  const remoteAddress = from.address ?? nextAddress();
  async function ask(method: 'GET' | 'POST', url: string, body?: string): Promise<Shown> {
    const answer = await app.inject({
      method,
      url,
      remoteAddress,
      headers: {
        host: 'localhost:3000',
        ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        ...from.headers,
      },
      cookies: Object.fromEntries(cookies),
      ...(body === undefined ? {} : { payload: body }),
    });
    for (const cookie of answer.cookies) {
      if (cookie.maxAge === 0 || cookie.value === '') cookies.delete(cookie.name);
      else cookies.set(cookie.name, cookie.value);
    }
    const { statusCode: status, headers } = answer;
    return { status, headers, location: String(headers.location ?? ''), body: answer.body };
  }
  const visitor: SiteVisitor = {
    cookies,
    get: (path) => ask('GET', path),
    post: (path, fields) => ask('POST', path, new URLSearchParams(fields).toString()),
    async send(path, { on, fields = {} }) {
      const page = await visitor.get(on);
      return visitor.post(path, { ...hiddenFields(page.body, path), ...fields });
    },
  };
  return visitor;
}

/** The hidden fields of the form that posts to `path`. Throws when the page has no such form. */
export function hiddenFields(page: string, path: string): Record<string, string> {
  const action = escapeHtml(path).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const form = new RegExp(`<form method="post" action="${action}"[^>]*>([\\s\\S]*?)</form>`).exec(page)?.[1];
  if (form === undefined) throw new Error(`no form on this page posts to ${path}`);
  const found = form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g);
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, value]));
}

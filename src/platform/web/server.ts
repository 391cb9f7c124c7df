import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import Fastify, { type FastifyInstance } from 'fastify';
import { addAssets } from './add-assets.ts';
import { addRoutes } from './add-routes.ts';
import { addErrorPages } from './error-pages.ts';
import { addHealth } from './health.ts';
import { mostBytes } from './read-body.ts';
import type { ServerParts } from './server-parts.ts';

/** Beyond this the process asks for a little patience instead of falling over. */
const mostMemory = 3 * 1_073_741_824;

/** The most of one address's sign-in and upload posts in a minute. */
const postsAMinute = 240;

/** No address of the service is longer than this, without what is asked after the question mark. */
const longestPath = 1_000;

/**
 * Whether an address is a path of ours that can be decoded and is not endless; it has no nought character,
 * which the database does not take, and names no other host. What is asked behind the path may be anything: a search
 * that somebody has pasted is answered, without what cannot be read of it.
 */
function isReadable(url: string): boolean {
  try {
    const path = url.split('?', 1)[0] ?? '';
    decodeURIComponent(path);
    return /^\/(?!\/)/.test(path) && path.length <= longestPath && !path.includes('%00');
  } catch {
    return false;
  }
}

/** The log says which route took how long, never which person, which address or what was asked for. */
function logger(level: string) {
  if (level === 'silent') return false;
  return {
    level,
    base: null,
    serializers: {
      req: (request: { method?: string; routeOptions?: { url?: string } }) => ({
        method: request.method,
        route: request.routeOptions?.url,
      }),
      res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
    },
  };
}

/**
 * Builds the web server: security headers, cookies, forms, assets, error pages, health, metrics and a handler
 * for each route. It does not listen yet.
 */
export async function buildServer(parts: ServerParts): Promise<FastifyInstance> {
  const app = Fastify({
    logger: logger(parts.logLevel),
    genReqId: () => randomUUID(),
    // One proxy is believed, which adds the visitor's address last; what stands before it anybody may have written.
    trustProxy: parts.trustProxy && ((_address, hop) => hop === 0),
    bodyLimit: mostBytes,
    rewriteUrl: ({ url = '/' }) => (isReadable(url) ? url : '/an-address-that-cannot-be-read'),
    routerOptions: { maxParamLength: longestPath, ignoreTrailingSlash: true },
    // A photo over a slow line takes minutes; who takes longer than this is not sending a form.
    requestTimeout: 900_000,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
  });
  const isSecure = parts.origin?.startsWith('https:') ?? false;
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
      },
    },
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
  });
  await app.register(cookie, { secret: parts.cookieKey.toString('base64') });
  await app.register(multipart);
  await app.register(rateLimit, { global: false, max: postsAMinute, timeWindow: '1 minute' });
  await app.register(compress, { global: true, threshold: 2_048, encodings: ['br', 'gzip'] });
  // Memory is watched and not the delay of the event loop: after one long piece of work that plugin's delay
  // counts as endless until its next sample, and a service that has just done its work would answer 503.
  await app.register(underPressure, { maxRssBytes: mostMemory, exposeStatusRoute: false });
  // Forms are all that is taken; anything else is answered with 415.
  app.removeContentTypeParser(['application/json', 'text/plain']);
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 2_097_152 },
    (_request, body, done) => {
      done(null, new URLSearchParams(String(body)));
    },
  );
  addErrorPages(app, parts);
  addAssets(app, parts);
  addHealth(app, parts);
  addRoutes(app, parts, isSecure);
  return app;
}

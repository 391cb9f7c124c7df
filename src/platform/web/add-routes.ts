import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerSignIn } from './answer-sign-in.ts';
import { authorityOf, isFromThisMachine, originOf } from './asked-of.ts';
import type { Asked, Outcome } from './asking.ts';
import { chooseAuthority } from './choose-authority.ts';
import { deviceOf } from './device.ts';
import { firstValue, queryOf } from './form.ts';
import { csrfField } from './form-page.ts';
import { keptInBrowserOf, sendKeptInBrowser } from './kept-in-browser.ts';
import { KeptPages, type PageAsked } from './kept-pages.ts';
import { documentOf } from './layout.ts';
import { csrfTokenOf, isOwnForm } from './own-forms.ts';
import { readPostedForm } from './read-body.ts';
import type { Route } from './route.ts';
import { answerAct, answerRead } from './run-route.ts';
import { sendOpen, sendPreflight } from './send-open.ts';
import type { ServerParts } from './server-parts.ts';
import { type CookieOptions, keepAttempt, keptAttempt } from './sign-in-attempt.ts';
import type { Page } from './visit.ts';

export const sessionCookie = 'daybreak_session';
const keptCookie = 'daybreak_kept';

/** Longer than any session, which the database ends: a form that comes in too late is known by it as whose it is. */
const sessionCookieSeconds = 2 * 24 * 3_600;

/** Gives Fastify one handler for each route. */
export function addRoutes(app: FastifyInstance, parts: ServerParts, isSecure: boolean): void {
  const keptPages = new KeptPages(parts);
  const cookies: CookieOptions = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure };
  for (const route of parts.routes) {
    app.route({
      method: route.method,
      url: route.path,
      ...limitsOf(route),
      handler: (request, reply) => handle({ route, parts, request, reply, cookies, keptPages }),
    });
    if ('show' in route && route.isOpenData === true)
      app.options(route.path, (_request, reply) => sendPreflight(reply));
  }
}

/** The most that one address may post in a minute or an hour, or try to sign in by the council's service. */
function limitsOf(route: Route) {
  if (route.method === 'GET' && !('signIn' in route)) return {};
  const max = 'act' in route ? (route.mostAMinute ?? 240) : 60;
  const rateLimit =
    'act' in route && route.mostAnHour !== undefined
      ? { max: route.mostAnHour, timeWindow: '1 hour' }
      : { max, timeWindow: '1 minute' };
  // Asking for the head of a page must not use up an attempt to sign in.
  return { exposeHeadRoute: false, config: { rateLimit } };
}

type Handling = {
  readonly route: Route;
  readonly parts: ServerParts;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly cookies: CookieOptions;
  readonly keptPages: KeptPages;
};

async function handle(handling: Handling): Promise<FastifyReply> {
  const { route, parts, request, reply, cookies, keptPages } = handling;
  const authority = authorityOf(request, parts.authorities);
  if (authority === null) return chooseAuthority(request, reply, parts);
  const pageAsked = pageAskedOf(handling, authority);
  const stamp = pageAsked === null ? null : await keptPages.stampOf(pageAsked);
  if (pageAsked !== null && stamp !== null && (await keptPages.send(pageAsked, stamp, reply))) return reply;
  const posted =
    'act' in route
      ? await readPostedForm(request, { ...parts, takesFiles: route.takesFiles })
      : { form: new Map(), uploads: [] };
  const isForged = route.method === 'POST' && !isOwnForm(request, firstValue(posted.form, csrfField));
  let csrfToken: string | undefined;
  let mayShowKept = false;
  let hasKept = false;
  const asked: Asked = {
    authority,
    posted,
    path: request.url.split('?', 1)[0] ?? '/',
    params: request.params as Record<string, string>,
    query: queryOf(request.url),
    sessionToken: request.cookies[sessionCookie] ?? null,
    keptToken: request.cookies[keptCookie] ?? null,
    // Made only when a page asks for it: most pages have no form that posts.
    get csrfToken() {
      csrfToken ??= csrfTokenOf(request, reply, cookies);
      return csrfToken;
    },
    isFromThisMachine: isFromThisMachine(request),
    device: deviceOf(request.headers['user-agent'] ?? ''),
    origin: originOf(request, parts.origin, authority),
    requestId: String(request.id),
    get accept() {
      reply.header('vary', 'Accept');
      return request.headers.accept ?? '';
    },
    keptInBrowser(thing) {
      mayShowKept = true;
      const kept = keptInBrowserOf(request, thing, { ...parts, authorityId: authority.id });
      hasKept ||= kept !== null;
      return kept;
    },
  };
  const outcome = await answer({ route, parts, asked, isForged, request });
  if (mayShowKept && outcome.answer.kind === 'open')
    throw new Error('open data may not hang on what a visitor keeps in the browser');
  // A page that shows something of a person, or has a form of this visitor's in it, is kept by nobody in between.
  const isTheirs = outcome.person !== null || csrfToken !== undefined || hasKept;
  reply.header('cache-control', isTheirs ? 'no-store' : 'private, no-cache');
  const document = send(handling, outcome, asked);
  if (document === null) return reply;
  // A page with a form of this visitor's in it is made for each by itself.
  const isForAll = outcome.isWithoutTrace === true && outcome.person === null && csrfToken === undefined;
  if (pageAsked !== null && stamp !== null && isForAll && reply.statusCode === 200)
    keptPages.keep(pageAsked, { stamp, body: document, reply });
  return reply.send(document);
}

/** What a page that may be kept is known by; null for what is no page. */
function pageAskedOf({ route, parts, request }: Handling, authority: Asked['authority']): PageAsked | null {
  if (!('show' in route) || route.keptWhile === undefined) return null;
  return {
    route,
    request,
    authorityId: authority.id,
    origin: originOf(request, parts.origin, authority),
    isFromThisMachine: isFromThisMachine(request),
  };
}

async function answer(by: {
  readonly route: Route;
  readonly parts: ServerParts;
  readonly asked: Asked;
  readonly isForged: boolean;
  readonly request: FastifyRequest;
}): Promise<Outcome> {
  const { route, parts, asked } = by;
  if ('act' in route) return answerAct(parts, route, asked, by.isForged);
  if ('show' in route) return answerRead(parts, route, asked);
  return answerSignIn(parts, route, {
    asked,
    request: {
      service: parts.signInService ?? null,
      origin: asked.origin,
      path: asked.path,
      query: asked.query,
      attempt: keptAttempt(by.request, { ...parts, authorityId: asked.authority.id }),
      isOnlyAuthority: parts.authorities.length === 1,
    },
  });
}

/** Sends the answer, but for a page: its headers are set, and its document is given to be sent. */
function send(handling: Handling, outcome: Outcome, asked: Asked): string | null {
  const { reply, parts, cookies } = handling;
  if (outcome.session === null) reply.clearCookie(sessionCookie, cookies);
  else if (outcome.session !== undefined)
    reply.setCookie(sessionCookie, outcome.session, { ...cookies, maxAge: sessionCookieSeconds });
  if (outcome.keptToken === null) reply.clearCookie(keptCookie, cookies);
  else if (outcome.keptToken !== undefined)
    reply.setCookie(keptCookie, outcome.keptToken, { ...cookies, maxAge: 24 * 3_600 });
  if (outcome.keptInBrowser !== undefined)
    sendKeptInBrowser(reply, outcome.keptInBrowser, { ...parts, cookies, authorityId: asked.authority.id });
  const { answer } = outcome;
  if ('signIn' in handling.route) {
    const attempt = answer.kind === 'to-sign-in-service' ? answer.attempt : null;
    keepAttempt(reply, attempt, { ...parts, cookies, authorityId: asked.authority.id });
  }
  if (answer.kind === 'page') return documentFor(handling, { ...outcome, answer }, asked);
  sendOther(handling, answer);
  return null;
}

function documentFor(
  { reply, parts }: Handling,
  { answer, person, formState }: Outcome & { readonly answer: Page },
  asked: Asked,
): string {
  allowTiles(reply, answer, asked);
  reply.code(answer.status ?? 200).header('content-type', 'text/html; charset=utf-8');
  return documentOf(
    answer,
    { authority: asked.authority, person, isDemonstration: parts.isDemonstration },
    formState.refusals.length > 0,
  );
}

function sendOther({ request, reply }: Handling, answer: Exclude<Outcome['answer'], Page>): FastifyReply {
  switch (answer.kind) {
    case 'to-sign-in-service':
      return reply.code(303).header('location', answer.url).header('cache-control', 'no-store').send();
    case 'redirect':
      return reply.code(303).header('location', inAscii(answer.to)).send();
    case 'download':
      return reply
        .header('content-type', answer.mediaType)
        .header('content-disposition', dispositionOf(answer.name, answer.inline === true))
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(answer.body);
    case 'open':
      return sendOpen(request, reply, answer);
    default:
      reply.callNotFound();
      return reply;
  }
}

/** Lets a page with a map show the pictures of the one site that the council has named. */
function allowTiles(reply: FastifyReply, { enhancements }: Page, { authority }: Asked): void {
  if (authority.map === undefined || enhancements?.includes('map') !== true) return;
  const policy = String(reply.getHeader('content-security-policy'));
  const { origin } = new URL(authority.map.tiles);
  reply.header('content-security-policy', policy.replace("img-src 'self'", `img-src 'self' ${origin}`));
}

/** A path as a header may hold it: what somebody was going to may have any letters in it. */
function inAscii(path: string): string {
  return path.toWellFormed().replace(/[^!-~]+/g, (other) => encodeURIComponent(other));
}

/** A download's name, for old browsers in plain letters and for the rest as it is. */
function dispositionOf(name: string, isInline: boolean): string {
  const plain = name.replace(/[^A-Za-z0-9 ._-]/g, '_');
  return `${isInline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`)}`;
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { authorityOf, isFromThisMachine, originOf } from './asked-of.ts';
import { chooseAuthority } from './choose-authority.ts';
import { firstValue } from './form.ts';
import { csrfField } from './form-page.ts';
import { documentOf } from './layout.ts';
import { csrfTokenOf, isOwnForm } from './own-forms.ts';
import { readPostedForm } from './read-body.ts';
import type { Route } from './route.ts';
import { type Asked, answerAct, answerRead, type Outcome } from './run-route.ts';
import type { ServerParts } from './server.ts';

export const sessionCookie = 'daybreak_session';
const keptCookie = 'daybreak_kept';

export type CookieOptions = {
  readonly httpOnly: true;
  readonly sameSite: 'lax';
  readonly path: '/';
  readonly secure: boolean;
};

/** Gives Fastify one handler for each route. */
export function addRoutes(app: FastifyInstance, parts: ServerParts, isSecure: boolean): void {
  const cookies: CookieOptions = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure };
  for (const route of parts.routes) {
    app.route({
      method: route.method,
      url: route.path,
      ...(route.method === 'POST' ? { config: { rateLimit: { max: 240, timeWindow: '1 minute' } } } : {}),
      handler: (request, reply) => handle({ route, parts, request, reply, cookies }),
    });
  }
}

type Handling = {
  readonly route: Route;
  readonly parts: ServerParts;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly cookies: CookieOptions;
};

async function handle(handling: Handling): Promise<FastifyReply> {
  const { route, parts, request, reply, cookies } = handling;
  const authority = authorityOf(request, parts.authorities);
  if (authority === null) return chooseAuthority(request, reply, parts);
  const posted =
    route.method === 'POST'
      ? await readPostedForm(request, parts.maxUploadBytes)
      : { form: new Map(), uploads: [] };
  const isForged = route.method === 'POST' && !isOwnForm(request, firstValue(posted.form, csrfField));
  let csrfToken: string | undefined;
  const asked: Asked = {
    authority,
    posted,
    path: request.url.split('?', 1)[0] ?? '/',
    params: request.params as Record<string, string>,
    query: new URLSearchParams(request.url.split('?').slice(1).join('?')),
    sessionToken: request.cookies[sessionCookie] ?? null,
    keptToken: request.cookies[keptCookie] ?? null,
    // Made only when a page asks for it: most pages have no form that posts.
    get csrfToken() {
      csrfToken ??= csrfTokenOf(request, reply, cookies);
      return csrfToken;
    },
    isFromThisMachine: isFromThisMachine(request),
    origin: originOf(request, parts.origin),
    requestId: String(request.id),
  };
  const outcome =
    route.method === 'GET'
      ? await answerRead(parts, route, asked)
      : await answerAct(parts, route, asked, isForged);
  return send(handling, outcome, asked);
}

function send(handling: Handling, outcome: Outcome, asked: Asked): FastifyReply {
  const { reply, parts, cookies } = handling;
  if (outcome.session === null) reply.clearCookie(sessionCookie, cookies);
  else if (outcome.session !== undefined)
    reply.setCookie(sessionCookie, outcome.session, { ...cookies, maxAge: 24 * 3_600 });
  if (outcome.keptToken === null) reply.clearCookie(keptCookie, cookies);
  else if (outcome.keptToken !== undefined)
    reply.setCookie(keptCookie, outcome.keptToken, { ...cookies, maxAge: 24 * 3_600 });
  const { answer, person } = outcome;
  if (person !== null) reply.header('cache-control', 'no-store');
  switch (answer.kind) {
    case 'redirect':
      return reply.code(303).header('location', answer.to).send();
    case 'download':
      return reply
        .header('content-type', answer.mediaType)
        .header('content-disposition', dispositionOf(answer.name, answer.inline === true))
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(answer.body);
    case 'page':
      return reply
        .code(answer.status ?? 200)
        .header('content-type', 'text/html; charset=utf-8')
        .send(
          documentOf(
            answer,
            { authority: asked.authority, person, isDemonstration: parts.isDemonstration },
            outcome.formState.refusals.length > 0,
          ),
        );
    default:
      reply.callNotFound();
      return reply;
  }
}

/** A download's name, for old browsers in plain letters and for the rest as it is. */
function dispositionOf(name: string, isInline: boolean): string {
  const plain = name.replace(/[^A-Za-z0-9 ._-]/g, '_');
  return `${isInline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`)}`;
}

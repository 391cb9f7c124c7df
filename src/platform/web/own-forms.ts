import Tokens from '@fastify/csrf';
import type { FastifyReply, FastifyRequest } from 'fastify';

const tokens = Tokens();

/** The cookie that holds the secret of this browser's forms. It lasts two days: people finish forms tomorrow. */
const formCookie = 'daybreak_form';
const formCookieSeconds = 2 * 24 * 3_600;

type CookieOptions = {
  readonly httpOnly: true;
  readonly sameSite: 'lax';
  readonly path: '/';
  readonly secure: boolean;
};

function secretOf(request: FastifyRequest): string | null {
  const signed = request.cookies[formCookie];
  if (signed === undefined) return null;
  const unsigned = request.unsignCookie(signed);
  return unsigned.valid ? unsigned.value : null;
}

/** Gives the hidden token for this browser's forms; sets the cookie it belongs to when there is none yet. */
export function csrfTokenOf(request: FastifyRequest, reply: FastifyReply, cookies: CookieOptions): string {
  let secret = secretOf(request);
  if (secret === null) {
    secret = tokens.secretSync();
    reply.setCookie(formCookie, secret, { ...cookies, signed: true, maxAge: formCookieSeconds });
  }
  return tokens.create(secret);
}

/** Whether a posted form was made by this service for this browser, and not by another site. */
export function isOwnForm(request: FastifyRequest, token: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const secret = secretOf(request);
  return secret !== null && tokens.verify(secret, token);
}

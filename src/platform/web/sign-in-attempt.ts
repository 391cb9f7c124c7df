import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '#kernel/clock.ts';
import type { Seal } from './seal.ts';

/** How the service's cookies are set. */
export type CookieOptions = {
  readonly httpOnly: true;
  readonly sameSite: 'lax';
  readonly path: '/';
  readonly secure: boolean;
};

const attemptCookie = 'daybreak_sign_in';

/** How long somebody may take at the council's sign-in service. */
const attemptMinutes = 15;

type Kept = { readonly seal: Seal; readonly clock: Clock; readonly authorityId: string };

function about(kept: Kept): string {
  return `sign-in-attempt:${kept.authorityId}`;
}

/** Gives the attempt to sign in that this browser has begun; null when there is none, or it is too old or changed. */
export function keptAttempt(request: FastifyRequest, kept: Kept): string | null {
  const cookie = request.cookies[attemptCookie];
  if (cookie === undefined) return null;
  const text = kept.seal.open(Buffer.from(cookie, 'base64url'), about(kept));
  if (text === null) return null;
  const end = text.indexOf(' ');
  const until = Temporal.Instant.fromEpochMilliseconds(Number(text.slice(0, end)));
  return Temporal.Instant.compare(kept.clock.now(), until) < 0 ? text.slice(end + 1) : null;
}

/** Keeps an attempt, sealed, in a cookie of this browser, so that nothing is written for who only looks; null forgets it. */
export function keepAttempt(
  reply: FastifyReply,
  attempt: string | null,
  kept: Kept & { readonly cookies: CookieOptions },
): void {
  if (attempt === null) {
    if (reply.request.cookies[attemptCookie] !== undefined) reply.clearCookie(attemptCookie, kept.cookies);
    return;
  }
  const until = kept.clock.now().add({ minutes: attemptMinutes }).epochMilliseconds;
  const sealed = kept.seal.close(`${until} ${attempt}`, about(kept)).toString('base64url');
  reply.setCookie(attemptCookie, sealed, { ...kept.cookies, maxAge: attemptMinutes * 60 });
}

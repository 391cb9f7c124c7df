import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '#kernel/clock.ts';
import type { Seal } from './seal.ts';
import type { CookieOptions } from './sign-in-attempt.ts';

const childCookie = 'daybreak_child';
const listCookie = 'daybreak_list';

/**
 * What a visitor may keep in this browser and nowhere else, and for how many days. It is sealed, so that whoever
 * finds the cookie cannot read it; the page about cookies names each.
 */
export const keptThings = {
  child: { cookie: childCookie, days: 30 },
  list: { cookie: listCookie, days: 30 },
} as const;
export type KeptThing = keyof typeof keptThings;

/** The most characters of one sealed cookie: browsers throw away what goes beyond 4,096 bytes with its name. */
const mostCharacters = 3_800;

type Sealing = { readonly seal: Seal; readonly clock: Clock; readonly authorityId: string };

function about(thing: KeptThing, authorityId: string): string {
  return `kept-in-browser:${thing}:${authorityId}`;
}

/** What this browser keeps; null where it keeps nothing, or it is too old, was changed, or is of another council. */
export function keptInBrowserOf(request: FastifyRequest, thing: KeptThing, sealing: Sealing): string | null {
  const cookie = request.cookies[keptThings[thing].cookie];
  if (cookie === undefined) return null;
  const text = sealing.seal.open(Buffer.from(cookie, 'base64url'), about(thing, sealing.authorityId));
  if (text === null) return null;
  const end = text.indexOf(' ');
  const until = Temporal.Instant.fromEpochMilliseconds(Number(text.slice(0, end)));
  return Temporal.Instant.compare(sealing.clock.now(), until) < 0 ? text.slice(end + 1) : null;
}

/** Sends what the browser is to keep from now on, each for its days; null has it forgotten. */
export function sendKeptInBrowser(
  reply: FastifyReply,
  kept: ReadonlyMap<KeptThing, string | null>,
  given: Sealing & { readonly cookies: CookieOptions },
): void {
  for (const [thing, value] of kept) {
    const { cookie, days } = keptThings[thing];
    if (value === null) {
      reply.clearCookie(cookie, given.cookies);
      continue;
    }
    const maxAge = days * 24 * 3_600;
    const until = given.clock.now().add({ seconds: maxAge }).epochMilliseconds;
    const sealed = given.seal
      .close(`${until} ${value}`, about(thing, given.authorityId))
      .toString('base64url');
    if (sealed.length > mostCharacters) throw new Error(`${cookie} is too long for a browser to keep`);
    reply.setCookie(cookie, sealed, { ...given.cookies, maxAge });
  }
}

import type { FastifyRequest } from 'fastify';
import type { Authority } from '#platform/authorities/index.ts';

/** A name or an address of a machine, and perhaps a port: nothing behind it that an address could go on with. */
const plainHost = /^(?<name>\[[\d:a-f.]+\]|[\w.-]+)(?::\d{1,5})?$/i;

/** The name of the host that was asked for, in small letters, without its port; empty when it is more than a name. */
function hostOf(request: FastifyRequest): string {
  const name = plainHost.exec(request.host ?? '')?.groups?.name ?? '';
  return name.toLowerCase().replace(/\.$/, '');
}

/** The scheme that the visitor's browser uses; a proxy's word is taken for no other than these two. */
export function schemeOf(request: FastifyRequest): 'http' | 'https' {
  return request.protocol === 'https' ? 'https' : 'http';
}

/** The authority that a request belongs to, by its host name; with one loaded it is that one; null: choose. */
export function authorityOf(request: FastifyRequest, authorities: readonly Authority[]): Authority | null {
  if (authorities.length === 1) return authorities[0] ?? null;
  const host = hostOf(request);
  return authorities.find((authority) => authority.hosts.includes(host)) ?? null;
}

const loopback = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/;

function isLocalName(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || loopback.test(host.replace(/^\[|\]$/g, ''));
}

/**
 * Whether the visitor sits at this same machine: the connection comes from the loopback, it asked for a
 * local name, and nothing stands between that might have passed somebody else's request on.
 */
export function isFromThisMachine(request: FastifyRequest): boolean {
  const passedOn = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'].some(
    (name) => request.headers[name] !== undefined,
  );
  return !passedOn && isLocalName(hostOf(request)) && loopback.test(request.socket.remoteAddress ?? '');
}

/**
 * The address that links in messages begin with: the fixed one, else the one that this request came to. A
 * name in a request that is neither the authority's nor this machine's is not believed, or anybody could
 * have a sign-in link sent that leads to a house of their own.
 */
export function originOf(request: FastifyRequest, fixed: string | null, authority: Authority): string {
  if (fixed !== null) return fixed;
  const host = hostOf(request);
  if (authority.hosts.includes(host) || isLocalName(host)) return `${schemeOf(request)}://${request.host}`;
  return `${schemeOf(request)}://${authority.hosts[0] ?? 'localhost'}`;
}

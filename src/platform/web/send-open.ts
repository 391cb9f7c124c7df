import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OpenAnswer } from './visit.ts';

/** An instant as HTTP writes it, in whole seconds: "Sun, 22 Nov 2026 08:00:00 GMT" (RFC 9110, 5.6.7). */
function httpDate(at: Temporal.Instant): string {
  const { dayOfWeek, day, month, year, hour, minute, second } = at.toZonedDateTimeISO('UTC');
  const two = (number: number) => String(number).padStart(2, '0');
  const dayName = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][dayOfWeek - 1];
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  return `${dayName}, ${two(day)} ${months[month - 1]} ${year} ${two(hour)}:${two(minute)}:${two(second)} GMT`;
}

/** Whether what the browser has is still what would be sent (RFC 9110, 13.1.2: an entity tag goes before a date). */
function isUnchanged(request: FastifyRequest, { etag, lastModified }: OpenAnswer): boolean {
  const asked = request.headers['if-none-match'];
  if (asked !== undefined) {
    const has = asked.split(',').map((one) => one.trim().replace(/^W\//, ''));
    return etag !== undefined && (has.includes('*') || has.includes(`"${etag}"`));
  }
  return lastModified !== undefined && request.headers['if-modified-since'] === httpDate(lastModified);
}

/** Tells a browser that asks for another site, before it asks for open data, that it may read it with any header. */
export function sendPreflight(reply: FastifyReply): FastifyReply {
  return reply
    .code(204)
    .header('access-control-allow-origin', '*')
    .header('access-control-allow-methods', 'GET, HEAD')
    .header('access-control-allow-headers', '*')
    .header('access-control-max-age', '86400')
    .header('cache-control', 'public, max-age=86400')
    .send();
}

/** Sends open data: any site may read it, and whoever has it already is told so. */
export function sendOpen(request: FastifyRequest, reply: FastifyReply, answer: OpenAnswer): FastifyReply {
  const { etag, lastModified, keepSeconds, body } = answer;
  reply
    .code(answer.status ?? 200)
    .header('content-type', answer.mediaType)
    .header('access-control-allow-origin', '*')
    .header('access-control-expose-headers', 'ETag, Last-Modified')
    .header('cross-origin-resource-policy', 'cross-origin')
    .header(
      'cache-control',
      keepSeconds === undefined ? 'public, no-cache' : `public, max-age=${keepSeconds}`,
    );
  // Compressing makes other bytes of the same content, so the tag is a weak one.
  if (etag !== undefined) reply.header('etag', `W/"${etag}"`);
  if (lastModified !== undefined) reply.header('last-modified', httpDate(lastModified));
  if (answer.mayBeFramed === true) {
    reply.removeHeader('x-frame-options');
    const policy = String(reply.getHeader('content-security-policy') ?? '');
    reply.header('content-security-policy', policy.replace("frame-ancestors 'none'", 'frame-ancestors *'));
  }
  if ((answer.status ?? 200) === 200 && isUnchanged(request, answer)) return reply.code(304).send();
  return reply.send(typeof body === 'string' || body instanceof Uint8Array ? body : Readable.from(body));
}

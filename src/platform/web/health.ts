import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { isFromThisMachine } from './asked-of.ts';
import type { ServerParts } from './server-parts.ts';

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/**
 * Pages for machines: `/health/live` (the process answers), `/health/ready` (the database does too) and
 * `/metrics` in Prometheus's text form, for this machine or for who knows the metrics token.
 */
export function addHealth(app: FastifyInstance, parts: ServerParts): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'daybreak_request_seconds',
    help: 'Time to answer a request, by route, method and status',
    labelNames: ['route', 'method', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    durations.observe(
      { route, method: request.method, status: String(reply.statusCode) },
      reply.elapsedTime / 1_000,
    );
  });
  app.get('/health/live', { logLevel: 'warn' }, (_request, reply) =>
    reply.type('text/plain').send('alive\n'),
  );
  app.get('/health/ready', { logLevel: 'warn' }, async (_request, reply) => {
    try {
      await sql`select 1`.execute(parts.database.owner);
      return reply.type('text/plain').send('ready\n');
    } catch {
      return reply.code(503).type('text/plain').send('the database does not answer\n');
    }
  });
  app.get('/metrics', { logLevel: 'warn' }, async (request, reply) => {
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    const mayRead =
      parts.metricsToken === null
        ? isFromThisMachine(request)
        : bearer !== undefined && isSame(bearer, parts.metricsToken);
    if (!mayRead) {
      reply.callNotFound();
      return reply;
    }
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

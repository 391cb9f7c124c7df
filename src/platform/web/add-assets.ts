import type { FastifyInstance } from 'fastify';
import { authorityOf } from './asked-of.ts';
import { assets } from './assets.ts';
import { themeCss } from './layout.ts';
import type { ServerParts } from './server-parts.ts';

const sunrise = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#143f48"/><circle cx="16" cy="20" r="7" fill="#f3b23e"/><path d="M3 21h26v6H3z" fill="#143f48"/><path d="M4 21h24" stroke="#fff" stroke-width="2" stroke-linecap="round"/><path d="M16 5v4M6 10l2.5 2.5M26 10l-2.5 2.5" stroke="#f3b23e" stroke-width="2" stroke-linecap="round"/></svg>`;

/** Serves the style sheet, the script, the font, the authority's colours and the icon. */
export function addAssets(app: FastifyInstance, parts: ServerParts): void {
  for (const asset of assets) {
    app.get(asset.path, (_request, reply) =>
      reply
        .header('content-type', asset.mediaType)
        .header('cache-control', 'public, max-age=31536000, immutable')
        .send(asset.body),
    );
  }
  app.get('/theme.css', (request, reply) => {
    const authority = authorityOf(request, parts.authorities);
    return reply
      .header('content-type', 'text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=300')
      .send(authority === null ? '' : themeCss(authority));
  });
  app.get('/favicon.svg', (_request, reply) =>
    reply
      .header('content-type', 'image/svg+xml')
      .header('cache-control', 'public, max-age=86400')
      .send(sunrise),
  );
  app.get('/favicon.ico', (_request, reply) => reply.redirect('/favicon.svg', 301));
}

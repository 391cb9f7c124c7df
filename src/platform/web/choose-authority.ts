import type { FastifyReply, FastifyRequest } from 'fastify';
import { schemeOf } from './asked-of.ts';
import { html } from './html.ts';
import { documentOf } from './layout.ts';
import type { ServerParts } from './server-parts.ts';
import { page } from './visit.ts';

/** With several authorities loaded and none named by the host: a page to choose one. */
export function chooseAuthority(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: ServerParts,
): FastifyReply {
  const port = /:(\d+)$/.exec(request.host)?.[0] ?? '';
  const chosen = page({
    title: 'Which council are you looking for?',
    status: request.url.split('?', 1)[0] === '/' ? 200 : 404,
    main: html`<h1 class="govuk-heading-xl">Which council are you looking for?</h1>
<p class="govuk-body-l">Short breaks are run by the council of the place where the child lives.</p>
<ul class="daybreak-cards">${parts.authorities.map(
      (authority) =>
        html`<li class="daybreak-card"><h2 class="daybreak-card__title"><a class="govuk-link" href="${schemeOf(request)}://${authority.hosts[0] ?? `${authority.slug}.localhost`}${port}/">${authority.name}</a></h2><p>${authority.service}</p></li>`,
    )}</ul>`,
  });
  return reply
    .code(chosen.status ?? 200)
    .header('content-type', 'text/html; charset=utf-8')
    .send(
      documentOf(chosen, { authority: null, person: null, isDemonstration: parts.isDemonstration }, false),
    );
}

import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Authority, authorityOfPostcode } from '#platform/authorities/index.ts';
import { button, errorSummary, input } from '#platform/govuk/index.ts';
import { parsePostcode } from '#platform/places/index.ts';
import { schemeOf } from './asked-of.ts';
import { type Html, html } from './html.ts';
import { documentOf } from './layout.ts';
import type { ServerParts } from './server-parts.ts';
import { page } from './visit.ts';

/**
 * With several authorities loaded and none named by the host: a page to choose one, by name or by the postcode of
 * where the child lives. The links lead to what was asked for, at the council's own address.
 */
export function chooseAuthority(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: ServerParts,
): FastifyReply {
  const [path = '/', query = ''] = request.url.split('?', 2);
  const typed = path === '/' ? new URLSearchParams(query).get('postcode') : null;
  const search = typed === null ? null : searched(typed, parts.authorities);
  if (search !== null && 'found' in search) return reply.redirect(addressOf(request, search.found, '/'), 303);
  const chosen = page({
    title: 'Which council are you looking for?',
    status: path === '/' ? 200 : 404,
    main: html`${search !== null && errorSummary({ titleText: 'There is a problem', errorList: [{ text: search.sentence, href: '#postcode' }] })}
<h1 class="govuk-heading-xl">Which council are you looking for?</h1>
<p class="govuk-body-l">Short breaks are run by the council of the place where the child lives.</p>
<ul class="daybreak-cards">${parts.authorities.map(
      (authority) =>
        html`<li class="daybreak-card"><h2 class="daybreak-card__title"><a class="govuk-link" href="${addressOf(request, authority, path)}">${authority.name}</a></h2><p>${authority.service}</p></li>`,
    )}</ul>
<h2 class="govuk-heading-m">Not sure which?</h2>
${postcodeForm(typed ?? '', search?.sentence ?? null)}`,
  });
  return mayLeadTo(request, reply, parts.authorities)
    .code(search === null ? (chosen.status ?? 200) : 422)
    .header('content-type', 'text/html; charset=utf-8')
    .send(
      documentOf(
        chosen,
        { authority: null, person: null, isDemonstration: parts.isDemonstration },
        search !== null,
      ),
    );
}

/**
 * Lets the form of this page lead to the councils' own addresses: the content policy holds a form to this address
 * also where it is redirected, and a browser then stays where it is without a word.
 */
function mayLeadTo(
  request: FastifyRequest,
  reply: FastifyReply,
  authorities: readonly Authority[],
): FastifyReply {
  const policy = reply.getHeader('content-security-policy');
  if (typeof policy !== 'string') return reply;
  const addresses = authorities.map((authority) => addressOf(request, authority, '/').replace(/\/$/, ''));
  const wider = policy.replace(/form-action [^;]*/, (given) => [given, ...addresses].join(' '));
  return reply.header('content-security-policy', wider);
}

/** Only a path of ours is carried on to the council's address; what could lead elsewhere begins at its home. */
function addressOf(request: FastifyRequest, authority: Authority, path: string): string {
  const port = /:(\d+)$/.exec(request.host)?.[0] ?? '';
  const host = authority.hosts[0] ?? `${authority.slug}.localhost`;
  const carried = /^\/(?!\/)[\w/-]*$/.test(path) ? path : '/';
  return `${schemeOf(request)}://${host}${port}${carried}`;
}

function searched(
  typed: string,
  authorities: readonly Authority[],
): { readonly found: Authority } | { readonly sentence: string } {
  const postcode = parsePostcode(typed, ['unit', 'sector', 'outward']);
  if (!postcode.ok) return { sentence: postcode.message };
  const found = authorityOfPostcode(authorities, postcode.value);
  return found === null
    ? {
        sentence: `${postcode.value.text} is not in the area of ${names(authorities)}. Your own council’s website has its short breaks.`,
      }
    : { found };
}

function names(authorities: readonly Authority[]): string {
  const all = authorities.map(({ name }) => name);
  return `${all.slice(0, -1).join(', ')} or ${all.at(-1) ?? ''}`;
}

function postcodeForm(typed: string, sentence: string | null): Html {
  return html`<form method="get" action="/" novalidate>${input({
    id: 'postcode',
    name: 'postcode',
    label: { text: 'The postcode of where the child lives' },
    classes: 'govuk-input--width-10',
    autocomplete: 'postal-code',
    value: typed,
    ...(sentence === null ? {} : { errorMessage: { text: sentence } }),
  })}${button({ text: 'Find the council', classes: 'govuk-button--secondary' })}</form>`;
}

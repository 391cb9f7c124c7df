import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { authorityOf } from './asked-of.ts';
import { type Html, html } from './html.ts';
import { documentOf } from './layout.ts';
import type { ServerParts } from './server-parts.ts';
import { page } from './visit.ts';

type Trouble = { readonly status: number; readonly title: string; readonly words: Html };

const notFoundWords: Trouble = {
  status: 404,
  title: 'Page not found',
  words: html`<p class="govuk-body">If you typed the address, check it is right. If you followed a link, it may be an old one.</p>
<p class="govuk-body">You can <a class="govuk-link" href="/">start from the first page</a> or <a class="govuk-link" href="/find">look for a short break</a>.</p>`,
};

const troubles: Readonly<Record<number, Omit<Trouble, 'status'>>> = {
  413: {
    title: 'That was too much to take in at once',
    words: html`<p class="govuk-body">Nothing was saved. Go back, and send smaller files or fewer of them: a photo of the letter is enough.</p>`,
  },
  415: {
    title: 'We could not read what was sent',
    words: html`<p class="govuk-body">Nothing was saved. Go back and send the form again.</p>`,
  },
  429: {
    title: 'Too many tries',
    words: html`<p class="govuk-body">To keep families’ details safe we stop after many tries in a short time. Wait a few minutes and try again.</p>`,
  },
  503: {
    title: 'The service is busy',
    words: html`<p class="govuk-body">Nothing is lost. Wait a minute and try again. What you had saved before is still there.</p>`,
  },
};

const unexpected: Omit<Trouble, 'status'> = {
  title: 'Sorry, something went wrong on our side',
  words: html`<p class="govuk-body">What you had saved before is still there. The last step was not saved. Try again in a few minutes.</p>`,
};

const unreadable: Omit<Trouble, 'status'> = {
  title: 'We could not read that request',
  words: html`<p class="govuk-body">Nothing was changed. Go back and try again, or <a class="govuk-link" href="/">start from the first page</a>.</p>`,
};

function troubleOf(status: number): Trouble {
  const words = troubles[status] ?? (status < 500 ? unreadable : unexpected);
  return { status, ...words };
}

function show(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: ServerParts,
  trouble: Trouble,
): FastifyReply {
  const authority = authorityOf(request, parts.authorities);
  const answer = page({
    title: trouble.title,
    isPrivate: true,
    main: html`<h1 class="govuk-heading-l">${trouble.title}</h1>
${trouble.words}
${authority !== null && html`<p class="govuk-body">If you need to talk to someone, call <a class="govuk-link" href="tel:${authority.contact.phone.replaceAll(' ', '')}">${authority.contact.phone}</a>${trouble.status >= 500 && html` and say the code <strong>${String(request.id).slice(0, 8)}</strong>`}.</p>`}`,
  });
  return reply
    .code(trouble.status)
    .header('content-type', 'text/html; charset=utf-8')
    .send(documentOf(answer, { authority, person: null, isDemonstration: parts.isDemonstration }, false));
}

/** Where an error happened, for the log. Its words stay out: a database repeats in them what it was given. */
export function placesOf(error: Error): readonly string[] {
  return (error.stack ?? '')
    .replace(error.message, () => '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .*:\d+:\d+\)?$/.test(line));
}

/** Pages for what goes wrong: they say what happened, what was kept and what to do, and never show a stack. */
export function addErrorPages(app: FastifyInstance, parts: ServerParts): void {
  app.setNotFoundHandler((request, reply) => show(request, reply, parts, notFoundWords));
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode !== undefined && error.statusCode >= 400 ? error.statusCode : 500;
    if (status >= 500)
      request.log.error({ problem: error.name, code: error.code, at: placesOf(error) }, 'unexpected');
    return show(request, reply, parts, troubleOf(status));
  });
}

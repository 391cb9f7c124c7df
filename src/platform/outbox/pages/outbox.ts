import { dateInEngland, england } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { tag } from '#platform/govuk/index.ts';
import { type Html, html } from '#platform/web/html.ts';
import { type Page, page, type Visit } from '#platform/web/visit.ts';
import { type KeptMessage, newestMessages } from '../messages.ts';

const most = 50;

const states = {
  waiting: { text: 'On its way', classes: 'govuk-tag--yellow' },
  sent: { text: 'Sent', classes: 'govuk-tag--green' },
  failed: { text: 'Not sent', classes: 'govuk-tag--red' },
} as const;

const webAddress = /(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]’”])/;

/**
 * Where an address leads from this page: one of this machine (written by whatever port the service had then)
 * to the same place here, any other as it is.
 */
function leadsTo(address: string): string {
  const url = URL.parse(address);
  const isOfThisMachine = url !== null && /(^|\.)localhost$|^127\.0\.0\.1$/.test(url.hostname);
  return isOfThisMachine ? `${url.pathname}${url.search}` : address;
}

/** A line with its web addresses as links. Every second piece of the split is an address. */
function withLinks(line: string): Html[] {
  return line
    .split(webAddress)
    .map((part, index) =>
      index % 2 === 1 ? html`<a class="govuk-link" href="${leadsTo(part)}">${part}</a>` : html`${part}`,
    );
}

function paragraphs(text: string): Html[] {
  return text
    .split(/\n{2,}/)
    .map(
      (paragraph) =>
        html`<p class="govuk-body">${paragraph.split('\n').map((line, index) => [index > 0 && html`<br>`, withLinks(line)])}</p>`,
    );
}

function letter(message: KeptMessage): Html {
  const { hour, minute } = message.createdAt.toZonedDateTimeISO(england);
  const at = `${formatDate(dateInEngland(message.createdAt))}, ${hour}:${String(minute).padStart(2, '0')}`;
  return html`<li class="daybreak-letter govuk-!-margin-bottom-6 govuk-!-text-break-word">
<h2 class="govuk-heading-m govuk-!-margin-bottom-1">${message.subject}</h2>
<p class="govuk-body daybreak-soft">To ${message.to} on ${at} ${tag(states[message.state])}</p>
${paragraphs(message.text)}
</li>`;
}

/** What the demonstration would have sent, newest first, so that its links can be followed. */
export async function outboxPage(visit: Visit): Promise<Page> {
  const messages = await newestMessages(visit.transaction, { authorityId: visit.authority.id, most });
  return page({
    title: 'Outbox of the demonstration',
    section: 'none',
    isPrivate: true,
    main: html`<h1 class="govuk-heading-xl">Outbox of the demonstration</h1>
<p class="govuk-body-l">These are the emails that people would have got. The newest is first.</p>
${
  messages.length === 0
    ? html`<p class="govuk-body">Nothing yet. <a class="govuk-link" href="/sign-in">Ask for a sign-in link</a> to see one.</p>`
    : html`<ul class="govuk-list">${messages.map(letter)}</ul>`
}`,
  });
}

import { dateInEngland } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import { backLink, button, table } from '#platform/govuk/index.ts';
import { errorsOf, formTo } from '#platform/web/form-page.ts';
import { type Html, html } from '#platform/web/html.ts';
import { markdownHtml } from '#platform/web/markdown.ts';
import { lineQuestion, wordsQuestion } from '#platform/web/questions.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { newslettersFor, readers } from '../actions/read-issues.ts';
import { issueOfVisit } from '../actions/write-newsletter.ts';
import type { Issue } from '../domain/issue.ts';

function counted(count: number, one: string, more: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${more}`;
}

function figure(count: number, words: string): Html {
  return html`<div class="daybreak-figures__one"><dt>${words}</dt><dd><span class="daybreak-figure">${count.toLocaleString('en-GB')}</span></dd></div>`;
}

function list(all: readonly Issue[]): Html {
  if (all.length === 0) return html`<p class="govuk-body">Nobody has written one yet.</p>`;
  return table({
    caption: 'Newsletters',
    captionClasses: 'govuk-visually-hidden',
    head: [{ text: 'Title' }, { text: 'Where it stands' }],
    rows: all.map(({ id, title, writtenAt, sent }) => [
      {
        html: html`<a class="govuk-link" href="${sent === null ? `/practitioners/newsletters/${id}` : `/newsletters/${sent.number}`}">${title}</a>`,
      },
      {
        text:
          sent === null
            ? `Being written, ${formatDate(dateInEngland(writtenAt))}`
            : `Sent ${formatDate(dateInEngland(sent.at))}`,
      },
    ]),
  });
}

/** Where staff see the newsletters, and how many read them; never who. */
export async function deskPage(visit: Visit): Promise<Page> {
  const { alerts, newsletters, waiting } = await readers(visit);
  return page({
    title: 'Newsletters',
    section: 'listings',
    isPrivate: true,
    before: backLink({ href: '/practitioners/listings', text: 'Listings' }),
    main: html`<h1 class="govuk-heading-xl">Newsletters</h1>
<dl class="daybreak-figures">${figure(newsletters, 'get the newsletter')}${figure(alerts, 'hear of what is new')}${figure(waiting, 'have not pressed the button yet')}</dl>
<p class="govuk-body">Who they are, nobody sees: the addresses are for sending alone.</p>
${button({ text: 'Write a newsletter', href: '/practitioners/newsletters/new' })}
${list(await newslettersFor(visit))}`,
  });
}

function writing(visit: Visit, issue: Issue | null): Html {
  return formTo(
    visit,
    html`${lineQuestion(visit, { field: 'title', label: 'Title', ...(issue === null ? {} : { saved: issue.title }) })}
${wordsQuestion(visit, {
  field: 'body',
  label: 'The newsletter',
  hint: 'In plain words. A line that begins with ## is a heading, one with a dash is a list, and [words](/find) is a link. Name no child.',
  rows: 16,
  ...(issue === null ? {} : { saved: issue.body }),
})}
${button({ text: 'Keep and look at it', preventDoubleClick: true })}`,
    { to: issue === null ? '/practitioners/newsletters/new' : `/practitioners/newsletters/${issue.id}` },
  );
}

/** Where a newsletter is written. */
export function newPage(visit: Visit): Page {
  return page({
    title: 'Write a newsletter',
    section: 'listings',
    isPrivate: true,
    before: backLink({ href: '/practitioners/newsletters', text: 'Newsletters' }),
    main: html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${errorsOf(visit)}
<h1 class="govuk-heading-xl">Write a newsletter</h1>
${writing(visit, null)}</div></div>`,
  });
}

/** A newsletter that is being written: how it will look, its words, and the button that sends it. */
export async function draftPage(visit: Visit): Promise<Page | NotFound> {
  const issue = await issueOfVisit(visit);
  if (issue === null) return notFound('this newsletter');
  const { newsletters } = await readers(visit);
  return page({
    title: issue.title,
    section: 'listings',
    isPrivate: true,
    before: backLink({ href: '/practitioners/newsletters', text: 'Newsletters' }),
    main: html`${errorsOf(visit)}<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl">${issue.title}</h1>
<section class="daybreak-panel" aria-labelledby="preview"><h2 class="govuk-heading-s" id="preview">How it will look</h2>
${markdownHtml(issue.body, { highestHeading: 3 })}</section>
${
  issue.sent === null
    ? html`<h2 class="govuk-heading-m">Send it</h2>
<p class="govuk-body">${counted(newsletters, 'person gets', 'people get')} it by email, and it stands on the public page from then on. It cannot be changed after that.</p>
${formTo(visit, button({ text: 'Send the newsletter', preventDoubleClick: true }), { to: `/practitioners/newsletters/${issue.id}/send` })}
<h2 class="govuk-heading-m">Change it</h2>
${writing(visit, issue)}`
    : html`<p class="govuk-body">It was sent. <a class="govuk-link" href="/newsletters/${issue.sent.number}">See it as everybody does</a></p>`
}</div></div>`,
  });
}

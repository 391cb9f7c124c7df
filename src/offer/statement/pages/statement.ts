import { formatDate } from '#kernel/local-date.ts';
import { type Html, html, nothing } from '#platform/web/html.ts';
import { type NotFound, notFound, type Page, page, type Visit } from '#platform/web/visit.ts';
import { liveStatement, newestStatement, publishedVersion } from '../actions/live-statement.ts';
import { openConsultation } from '../actions/open-consultation.ts';
import type { DutyState, FrozenSection, Version, VersionLine } from '../domain/statement.ts';
import { easyReadBody, gapsPublished, sectionsHtml, sentenceList, statementBody } from './body.ts';

/** How a version can be read. */
type Way = 'full' | 'easy-read' | 'large-print';

const wayWords: Readonly<Record<Way, string>> = {
  full: 'The whole statement',
  'easy-read': 'Easy Read',
  'large-print': 'Large print',
};

function addressOf(number: number, way: Way): string {
  return `/statement/versions/${number}${way === 'full' ? '' : `/${way}`}`;
}

function otherWays(number: number, now: Way): Html {
  return html`<nav class="daybreak-statement__ways daybreak-no-print" aria-label="Other ways to read it"><ul class="daybreak-chips">${(
    Object.keys(wayWords) as Way[]
  )
    .filter((way) => way !== now)
    .map(
      (way) => html`<li><a class="daybreak-chip" href="${addressOf(number, way)}">${wayWords[way]}</a></li>`,
    )}</ul></nav>`;
}

async function asked(visit: Visit): Promise<Html> {
  const open = await openConsultation(visit);
  if (open === null) return nothing;
  return html`<div class="daybreak-panel daybreak-no-print"><p class="govuk-body"><strong>What do you think?</strong> We are writing the next statement. Until ${formatDate(open.closesOn)} you can <a class="govuk-link" href="/statement/consultation">read it and say what you think</a>.</p></div>`;
}

function today(differences: readonly string[]): Html {
  return html`<div class="daybreak-panel daybreak-no-print"><h2 class="govuk-heading-m">As it is today</h2>
${
  differences.length === 0
    ? html`<p class="govuk-body">Nothing that it lists has changed since.</p>`
    : html`<p class="govuk-body">Since it was published, this has changed:</p>
${sentenceList(differences)}`
}
<p class="govuk-body"><a class="govuk-link" href="/statement/today">Read it with today’s lists and figures</a></p></div>`;
}

function versionsBeside(all: readonly VersionLine[], now: number | null): Html {
  const others = all.filter(({ number }) => number !== now);
  if (others.length === 0) return nothing;
  return html`<nav class="daybreak-no-print" aria-label="Other versions"><h2 class="govuk-heading-s">Other versions</h2><ul class="govuk-list">${others.map(
    ({ number, publishedOn }) =>
      html`<li><a class="govuk-link" href="/statement/versions/${number}">Version ${number}</a><br><span class="daybreak-soft">${formatDate(publishedOn)}</span></li>`,
  )}</ul></nav>`;
}

function about({ number, publishedOn, reviewBy, content }: Version, isNewest: boolean): Html {
  return html`<section class="daybreak-statement__section" aria-labelledby="version"><h2 class="govuk-heading-l" id="version">About this version</h2>
<p class="govuk-body">Version ${number}, published on ${formatDate(publishedOn)}. ${isNewest ? `We look at the whole of it again by ${formatDate(reviewBy)}.` : 'A newer version has taken its place.'} Its lists and figures are those of ${formatDate(publishedOn)}. It stays at this address: <span class="daybreak-break">/statement/versions/${number}</span></p>
<p class="govuk-body">Signed by ${content.signatures.map(({ name, as }) => `${name}, ${as.replaceAll('-', ' ')}`).join(', and ')}.</p>
${
  content.changes.length > 0 &&
  html`<h3 class="govuk-heading-m">What changed since the version before</h3>${sentenceList(content.changes)}`
}
<h3 class="govuk-heading-m">What the law asks for, and where it is</h3>
<ul class="govuk-list govuk-list--bullet">${content.duties.map((duty) => html`<li>${duty.title}: ${whereMet(duty, content.sections)}</li>`)}</ul></section>`;
}

function whereMet({ id, metIn, isMet }: DutyState, sections: readonly FrozenSection[]): Html {
  const places = sections.filter((section) => metIn.includes(section.id));
  const links = [
    ...places.map((section) => ({ href: section.id, text: section.title })),
    ...(isMet ? [] : [{ href: 'gaps', text: 'What is missing, and why' }]),
  ];
  if (links.length === 0) return html`${id === 'website' ? 'this is the page' : 'in the whole of it'}`;
  return html`${links.map(({ href, text }, index) => html`${index > 0 && ', '}<a class="govuk-link" href="#${href}">${text}</a>`)}`;
}

function title(visit: Visit, { number, publishedOn }: VersionLine): Html {
  return html`<h1 class="govuk-heading-xl govuk-!-margin-bottom-2">The short breaks statement</h1>
<p class="govuk-body-l">${visit.authority.name}<br><span class="daybreak-soft">Version ${number}, ${formatDate(publishedOn)}</span></p>`;
}

function fullText(
  visit: Visit,
  {
    version,
    all,
    above,
  }: { readonly version: Version; readonly all: readonly VersionLine[]; readonly above: Html },
): Html {
  const isNewest = all[0]?.number === version.number;
  return html`${title(visit, version)}
${otherWays(version.number, 'full')}
${above}
${statementBody(version.content.sections, {
  beside: versionsBeside(all, version.number),
  below: html`${gapsPublished(version.content)}${about(version, isNewest)}`,
})}`;
}

const pageTitle = 'The short breaks statement';

/** The newest published statement, with what differs today; composed live where none has been published. */
export async function statementPage(visit: Visit): Promise<Page> {
  const newest = await newestStatement(visit);
  if (newest === null) return todayPage(visit);
  const { version, all, differences } = newest;
  return page({
    title: pageTitle,
    description: `What short breaks there are, who can have them and why: ${visit.authority.name}.`,
    section: 'none',
    main: fullText(visit, {
      version,
      all,
      above: html`${await asked(visit)}${today(differences)}`,
    }),
  });
}

/** The statement with the words last published and the lists and figures of today. */
export async function todayPage(visit: Visit): Promise<Page> {
  const { sections, published, differences } = await liveStatement(visit);
  return page({
    title: visit.path === '/statement/today' ? `${pageTitle}, as it is today` : pageTitle,
    description: `What short breaks there are, who can have them and why: ${visit.authority.name}.`,
    section: 'none',
    main: html`<h1 class="govuk-heading-xl govuk-!-margin-bottom-2">${pageTitle}</h1>
<p class="govuk-body-l">${visit.authority.name}<br><span class="daybreak-soft">As it is on ${formatDate(visit.clock.today())}</span></p>
${await asked(visit)}
<div class="daybreak-panel daybreak-no-print">${
      published === null
        ? html`<p class="govuk-body">No version has been published here yet. This one is made each time that you open it, from what is in the directory and in the rules on that day.</p>`
        : html`<p class="govuk-body">This is made of today’s lists and figures. What counts is <a class="govuk-link" href="/statement/versions/${published.number}">version ${published.number}</a>, published on ${formatDate(published.publishedOn)}.</p>${differences.length > 0 && html`<p class="govuk-body">Different from it:</p>${sentenceList(differences)}`}`
    }</div>
${statementBody(sections)}`,
  });
}

async function asAsked(visit: Visit): Promise<Awaited<ReturnType<typeof publishedVersion>>> {
  const asText = visit.params.number ?? '';
  return /^[1-9]\d{0,5}$/.test(asText) ? publishedVersion(visit, Number(asText)) : null;
}

/** One published version, at its address for good. */
export async function versionPage(visit: Visit): Promise<Page | NotFound> {
  const found = await asAsked(visit);
  if (found === null) return notFound('a version of the statement');
  const newest = found.all[0]?.number ?? 0;
  const { version } = found;
  return page({
    title: `${pageTitle}, version ${version.number}`,
    description: `Version ${version.number} of the short breaks statement of ${visit.authority.name}.`,
    section: 'none',
    main: fullText(visit, {
      ...found,
      above:
        newest === version.number
          ? nothing
          : html`<div class="daybreak-panel daybreak-no-print"><p class="govuk-body">This is an earlier version. <a class="govuk-link" href="/statement">Read the newest</a></p></div>`,
    }),
  });
}

/** A version in short sentences with pictures. */
export async function easyReadPage(visit: Visit): Promise<Page | NotFound> {
  const found = await asAsked(visit);
  if (found === null) return notFound('a version of the statement');
  const { version } = found;
  return page({
    title: `${pageTitle}, version ${version.number}, Easy Read`,
    section: 'none',
    main: html`${title(visit, version)}${otherWays(version.number, 'easy-read')}
${easyReadBody(version.content.sections, addressOf(version.number, 'full'))}`,
  });
}

/** A version in large letters, on the screen and on paper. */
export async function largePrintPage(visit: Visit): Promise<Page | NotFound> {
  const found = await asAsked(visit);
  if (found === null) return notFound('a version of the statement');
  const { version } = found;
  return page({
    title: `${pageTitle}, version ${version.number}, large print`,
    section: 'none',
    main: html`<div class="daybreak-large-print">${title(visit, version)}${otherWays(version.number, 'large-print')}
${sectionsHtml(version.content.sections)}${gapsPublished(version.content)}${about(version, found.all[0]?.number === version.number)}</div>`,
  });
}

import type { Clock } from '#kernel/clock.ts';
import { formatDate } from '#kernel/local-date.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Transaction } from '#platform/database/index.ts';
import { html, trustedHtml } from '#platform/web/html.ts';
import { liveStatement } from './actions/live-statement.ts';
import { escapeMarkdown } from './domain/blocks.ts';
import type { Content, FrozenSection } from './domain/statement.ts';

/** How the newest statement of a council can be printed. */
export const printForms = ['json', 'html', 'markdown'] as const;
export type PrintForm = (typeof printForms)[number];

type Printed = {
  readonly authority: string;
  readonly council: string;
  /** Null where none is published: what follows is composed now. */
  readonly version: number | null;
  readonly publishedOn: string | null;
  readonly reviewBy: string | null;
  readonly facts: Content['facts'];
  readonly sections: readonly FrozenSection[];
  readonly duties: Content['duties'];
  readonly signatures: Content['signatures'];
  readonly changes: readonly string[];
  /** What differs on the day of printing. */
  readonly differencesToday: readonly string[];
};

/** The newest published statement of a council as text, for the command line; composed now where none is published. */
export async function printStatement(
  asking: { readonly authority: Authority; readonly transaction: Transaction; readonly clock: Clock },
  form: PrintForm,
): Promise<string> {
  const { facts, sections, published, differences } = await liveStatement(asking);
  const content = published?.content;
  const printed: Printed = {
    authority: asking.authority.slug,
    council: asking.authority.name,
    version: published?.number ?? null,
    publishedOn: published?.publishedOn.toString() ?? null,
    reviewBy: published?.reviewBy.toString() ?? null,
    facts: content?.facts ?? facts,
    sections: content?.sections ?? sections,
    duties: content?.duties ?? [],
    signatures: content?.signatures ?? [],
    changes: content?.changes ?? [],
    differencesToday: differences,
  };
  if (form === 'json') return JSON.stringify(printed, null, 2);
  const when =
    published === null
      ? `Not published: as it is on ${formatDate(asking.clock.today())}`
      : `Version ${published.number}, published on ${formatDate(published.publishedOn)}`;
  return form === 'markdown' ? asMarkdown(printed, when) : asHtml(printed, when);
}

function asMarkdown({ council, sections }: Printed, when: string): string {
  return [
    '# The short breaks statement',
    `${escapeMarkdown(council)}. ${when}.`,
    ...sections.map(({ title, markdown }) => `## ${escapeMarkdown(title)}\n\n${lowerHeadings(markdown)}`),
  ].join('\n\n');
}

/** In a section's own words a heading begins at the first level; below the section's it begins at the third. */
function lowerHeadings(markdown: string): string {
  return markdown.replace(/^(#{1,2}) /gm, '##$1 ');
}

function asHtml({ council, sections }: Printed, when: string): string {
  return html`<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>The short breaks statement – ${council}</title></head>
<body><h1>The short breaks statement</h1><p>${council}. ${when}.</p>
${sections.map(({ id, title, html: kept }) => html`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${trustedHtml(kept)}</section>`)}
</body></html>`.text;
}

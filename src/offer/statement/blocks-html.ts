import { table } from '#platform/govuk/index.ts';
import { emailWords } from '#platform/web/email-words.ts';
import { type Html, html } from '#platform/web/html.ts';
import type { Block, Line, Span } from './domain/blocks.ts';

function spanHtml(span: Span): Html | string {
  if (typeof span === 'string') return span;
  const isFar = span.href.startsWith('https:');
  const isLong = span.href.startsWith('mailto:');
  return html`<a class="govuk-link${isLong && ' daybreak-break'}" href="${span.href}"${isFar && html` rel="noreferrer"`}>${isLong ? emailWords(span.text) : span.text}</a>`;
}

function lineHtml(line: Line): Html {
  return html`${line.map(spanHtml)}`;
}

function blockHtml(block: Block): Html {
  switch (block.kind) {
    case 'heading':
      return html`<h3 class="govuk-heading-m">${block.text}${block.count !== undefined && html` <span class="daybreak-soft">(${block.count})</span>`}</h3>`;
    case 'words':
      return html`<p class="govuk-body">${lineHtml(block.line)}</p>`;
    case 'list':
      return html`<ul class="govuk-list govuk-list--bullet ${block.isInColumns === true ? 'daybreak-columns' : 'govuk-list--spaced'}">${block.items.map((item) => html`<li>${lineHtml(item)}</li>`)}</ul>`;
    case 'table':
      return table({
        caption: block.caption,
        captionClasses: 'govuk-table__caption--s',
        firstCellIsHeader: true,
        classes: 'daybreak-statement__table',
        head: block.head.map((text, index) =>
          index === block.head.length - 1 ? { text, format: 'numeric' } : { text },
        ),
        rows: block.rows.map((cells) =>
          cells.map((cell, index) =>
            index === cells.length - 1
              ? { html: html`${spanHtml(cell)}`, format: 'numeric' }
              : { html: html`${spanHtml(cell)}` },
          ),
        ),
      });
    case 'quote':
      return html`<div class="daybreak-said-and-done"><blockquote class="daybreak-quote"><p class="govuk-body">${block.words}</p><footer class="daybreak-soft">${block.who}</footer></blockquote>
<p class="govuk-body"><strong>What we did:</strong> ${block.answer}</p></div>`;
  }
}

/** Composed parts as HTML. Tables that follow one another stand side by side where there is room. */
export function blocksHtml(blocks: readonly Block[]): Html {
  const parts: Html[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (block === undefined) break;
    const run = blocks.slice(at).findIndex(({ kind }) => kind !== 'table');
    const tables = run === -1 ? blocks.length - at : run;
    if (tables < 2) {
      parts.push(blockHtml(block));
      continue;
    }
    parts.push(
      html`<div class="daybreak-statement__tables">${blocks.slice(at, at + tables).map(blockHtml)}</div>`,
    );
    at += tables - 1;
  }
  return html`${parts}`;
}

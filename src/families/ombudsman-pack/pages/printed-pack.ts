import { type Html, html, trustedHtml } from '#platform/web/html.ts';
import type { Section } from '../domain/pack.ts';

/** The style of the page inside the zip; it must need nothing from a network. */
const style = trustedHtml(
  'body{font:16px/1.5 Arial,sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem;color:#0b0c0c}h1{font-size:2rem}h2{margin-top:3rem;break-after:avoid}table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #b1b4b6;padding:.4rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}td{white-space:pre-line}thead{display:table-header-group}tr{break-inside:avoid}.note{border-left:6px solid #b1b4b6;padding:.5rem 1rem}@media print{body{margin:0;max-width:none;font-size:11px}}',
);

/** Writes the page of a pack, whole in itself: an index, then each table. Paths of files become links. */
export function printedPack(pack: {
  readonly title: string;
  readonly made: string;
  readonly sections: readonly Section[];
}): string {
  const { title, made, sections } = pack;
  const main = html`<h1>${title}</h1><p class="note">${made}</p>
<nav aria-label="Index"><h2>Index</h2><ol>${sections.map((one) => html`<li><a href="#${one.id}">${one.title}</a> (${one.rows.length})</li>`)}</ol></nav>
${sections.map(table)}`;
  return `<!doctype html>\n${html`<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style></head><body><main>${main}</main></body></html>`.text}`;
}

function table({ id, title, about, columns, rows }: Section): Html {
  return html`<section><h2 id="${id}">${title}</h2><p>${about}</p>${
    rows.length === 0
      ? html`<p>There is nothing.</p>`
      : html`<table><thead><tr>${columns.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead><tbody>${rows.map((row) => html`<tr>${row.map(cell)}</tr>`)}</tbody></table>`
  }</section>`;
}

function cell(text: string): Html {
  return /^files\/[\w.-]+$/.test(text)
    ? html`<td><a href="${text}">${text}</a></td>`
    : html`<td>${text}</td>`;
}

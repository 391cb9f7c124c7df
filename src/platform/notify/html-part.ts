import { type Html, html } from '#platform/web/html.ts';

const webAddress = /https?:\/\/[^\s<>"']+/g;
/** A full stop after an address ends the sentence, not the address. */
const endOfSentence = /[.,;:!?)\]’”]+$/;

function withLinks(line: string): Html[] {
  const parts: Html[] = [];
  let from = 0;
  for (const match of line.matchAll(webAddress)) {
    const address = match[0].replace(endOfSentence, '');
    parts.push(html`${line.slice(from, match.index)}<a href="${address}">${address}</a>`);
    from = match.index + address.length;
  }
  parts.push(html`${line.slice(from)}`);
  return parts;
}

function paragraph(text: string): Html {
  const lines = text.split('\n').map(withLinks);
  return html`<p style="margin:0 0 1em">${lines.map((line, index) => [index > 0 && html`<br>`, line])}</p>`;
}

/**
 * Makes the HTML part of an e-mail from its plain text: paragraphs, line breaks and links, nothing else, so
 * that both parts say the same and nothing in a person's name becomes markup.
 */
export function htmlPart(message: { readonly subject: string; readonly text: string }): string {
  const paragraphs = message.text
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '');
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${message.subject}</title></head>
<body style="font-family:Arial,sans-serif;font-size:19px;line-height:1.4;max-width:40em">${paragraphs.map(paragraph)}</body></html>`
    .text;
}

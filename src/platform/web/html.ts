/**
 * Text that is already safe to stand in a page. Only `html` and `trustedHtml` make it, so a string that
 * came from a person can reach a page in one way only: escaped.
 */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

/** What may stand between the braces of an `html` template. `null`, `undefined` and `false` show nothing. */
export type HtmlPart = Html | string | number | bigint | null | undefined | false | readonly HtmlPart[];

const needsEscape = /[&<>"']/;
const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Gives the text with the five characters that HTML reads as markup replaced by their names. */
export function escapeHtml(text: string): string {
  return needsEscape.test(text) ? text.replace(/[&<>"']/g, (character) => escapes[character] ?? '') : text;
}

function render(part: HtmlPart): string {
  if (part instanceof Html) return part.text;
  if (typeof part === 'string') return escapeHtml(part);
  if (part === null || part === undefined || part === false) return '';
  if (Array.isArray(part)) {
    let text = '';
    for (const one of part) text += render(one);
    return text;
  }
  // Numbers hold nothing to escape; what the types do not foresee is text like any other.
  return typeof part === 'number' ? String(part) : escapeHtml(String(part));
}

/** Writes a piece of a page; everything between braces that is not already `Html` is escaped. */
export function html(strings: TemplateStringsArray, ...parts: HtmlPart[]): Html {
  let text = strings[0] ?? '';
  for (let index = 0; index < parts.length; index++) {
    text += render(parts[index]) + strings[index + 1];
  }
  return new Html(text);
}

/** Marks markup from our own files (an icon, a rendered chart) as safe. Never for anything a person typed. */
export function trustedHtml(text: string): Html {
  return new Html(text);
}

export const nothing = new Html('');

/** Leaves out what says nothing: null, undefined, empty texts and empty lists. The standard's readers refuse nulls. */
export function saying<T extends object>(given: { readonly [Key in keyof T]: T[Key] | null | undefined }): T {
  const said: Partial<Record<keyof T, unknown>> = {};
  for (const key of Object.keys(given) as (keyof T)[]) {
    const value = given[key];
    if (value === null || value === undefined || value === '') continue;
    if (Array.isArray(value) && value.length === 0) continue;
    said[key] = value;
  }
  return said as T;
}

/**
 * A text as it may leave: whole characters alone, no controls but line breaks, no space around it. Null where nothing
 * is left to read.
 */
export function plainWords(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  const tidy = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)[\p{Cc}\u2028\u2029\ufeff]/gu, ' ')
    .trim();
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(tidy) ? tidy : null;
}

/** Texts below each other with an empty line between; what says nothing is left out. */
export function paragraphs(...texts: readonly (string | null | undefined)[]): string | null {
  const said = texts.map(plainWords).filter((text) => text !== null);
  return said.length === 0 ? null : said.join('\n\n');
}

/** A web address of http or https as RFC 3986 writes it, or null where it is none. */
export function webAddress(text: string | null): string | null {
  const url = text === null ? null : URL.parse(text.trim());
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') return null;
  // What the name's owner signs in with belongs into no open data.
  url.username = '';
  url.password = '';
  // Browsers leave some characters as they are that the standard wants written by their codes.
  const href = url.href.replace(/[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]/g, (other) =>
    encodeURIComponent(other),
  );
  const [, beforePath = '', rest = ''] = /^(https?:\/\/[^/]*)(.*)$/.exec(href) ?? [];
  const [path = '', ...fragments] = rest
    .replace(/[[\]]/g, encodeURIComponent)
    .replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
    .split('#');
  const written = `${beforePath}${path}${fragments.length === 0 ? '' : `#${fragments.join('%23')}`}`;
  return /^https?:\/\/[A-Za-z0-9.-]+(?::\d+)?\//.test(written) ? written : null;
}

/** An email address that a machine can write to, or null. */
export function emailAddress(text: string | null): string | null {
  const tidy = text?.trim() ?? '';
  const isAddress =
    /^[A-Za-z0-9_'+-]+(?:\.[A-Za-z0-9_'+-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/;
  return tidy.length <= 254 && isAddress.test(tidy) && !/'@/.test(tidy) ? tidy : null;
}

/** An instant to the millisecond: "2026-11-22T08:30:00.000Z". */
export function instantText(at: Temporal.Instant): string {
  return at.toString({ fractionalSecondDigits: 3 });
}

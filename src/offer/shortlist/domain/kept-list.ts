/** The most listings that a list holds: more than anybody compares, and few enough for a cookie. */
export const MOST_KEPT = 12;

/** The most listings side by side. */
export const MOST_COMPARED = 4;

const slug = /^[a-z0-9-]{1,200}$/;

/** Reads the slugs of an address or a cookie: each once, in their order, none that no listing could have. */
export function readSlugs(texts: readonly string[], most = MOST_KEPT): readonly string[] {
  return [...new Set(texts.filter((text) => slug.test(text)))].slice(0, most);
}

/** Reads what the browser keeps. */
export function readKept(kept: string | null): readonly string[] {
  return kept === null ? [] : readSlugs(kept.split(' '));
}

/** Writes what the browser is to keep; null where that is nothing. */
export function writeKept(slugs: readonly string[]): string | null {
  return slugs.length === 0 ? null : slugs.join(' ');
}

/** The list with another listing at its end; the same where it is full or has it already. */
export function withKept(slugs: readonly string[], added: readonly string[]): readonly string[] {
  return readSlugs([...slugs, ...added]);
}

/** An address that holds the list, as whoever it is sent to opens it. */
export function addressOf(path: '/shortlist' | '/compare', slugs: readonly string[]): string {
  return `${path}?${new URLSearchParams(slugs.map((one) => ['id', one]))}`;
}

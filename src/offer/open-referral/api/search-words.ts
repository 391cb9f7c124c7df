/** How an identifier is written. */
export const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The words of a text, small, without accents, each beginning after a space: what a search looks at. */
export function searchWords(text: string): readonly string[] {
  const tidy = text
    .normalize('NFKD')
    .replace(/[\p{Mark}'’‘]/gu, '')
    .toLowerCase();
  return tidy.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** Whether every word is in a text, or a longer one is that begins with it. */
export function hasWords(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(` ${word}`));
}

/** A text as `hasWords` looks at it. */
export function searchable(...texts: readonly (string | null)[]): string {
  return ` ${searchWords(texts.filter((text) => text !== null).join(' ')).join(' ')}`;
}

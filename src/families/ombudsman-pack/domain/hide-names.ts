/** What stands in the place of another child's name. */
export const hidden = '[another child]';

/**
 * Gives what hides the names of other children in a text: each whole word of their given names, whatever its
 * capitals, and their full names. A word that is also a part of the own child's name stays, for else the child's own
 * record could not be read.
 */
export function hidingNames(
  own: { readonly givenName: string; readonly familyName: string },
  others: readonly { readonly givenName: string; readonly familyName: string }[],
): (text: string) => string {
  const kept = new Set(wordsOf(`${own.givenName} ${own.familyName}`));
  const names = others.flatMap(({ givenName }) => wordsOf(givenName)).filter((word) => !kept.has(word));
  if (names.length === 0) return (text) => text;
  const any = [...new Set(names)].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  // Not \b: it takes letters with accents for the ends of words.
  const form = new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'giu');
  return (text) => text.replace(form, hidden);
}

function wordsOf(name: string): readonly string[] {
  return name
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word.length > 1);
}

// Whether two pages show the same, so that a comparison of their speed is an honest one.
import { markupAsList } from '../test/conformance/same-markup.ts';

/**
 * Says how the main contents of two pages differ, or null where they are the same: the same elements, attributes and
 * words in the same order, spaces that no browser shows aside.
 */
export function differenceOfMain(one: string, other: string): string | null {
  const [first, second] = [markupAsList(mainOf(one)), markupAsList(mainOf(other))];
  const at = first.findIndex((entry, index) => entry !== second[index]);
  if (at < 0 && first.length === second.length) return null;
  const place = at < 0 ? first.length : at;
  const around = (list: readonly string[]) => list.slice(Math.max(0, place - 3), place + 3).join(' ');
  return `after ${place} pieces of ${first.length}: ${around(first)} — against — ${around(second)}`;
}

function mainOf(page: string): string {
  const main = /<main\b[^>]*>[\s\S]*<\/main>/.exec(page)?.[0];
  if (main === undefined) throw new Error('The page has no main content.');
  return main;
}

import { fieldName, type Items } from './expressions.ts';
import { entriesOf, type FactValue } from './fact-value.ts';
import type { Known } from './knowledge.ts';
import type { Truth } from './truth.ts';

/** One entry of a list, with what is known inside it and whether it is one of those that are meant. */
export type SeenEntry = { readonly known: Known; readonly isMeant: Truth };

/** The entries of a list as a rule sees them; null while the list is not known. */
export function entriesSeen(items: Items, known: Known): readonly SeenEntry[] | null {
  const list = known.valueOf(items.list);
  if (list === null) return null;
  return entriesOf(list).map((entry) => {
    const given = new Map<string, FactValue>();
    for (const [field, value] of Object.entries(entry)) {
      if (value !== null && value !== undefined) given.set(fieldName(items.list, field), value);
    }
    const inside = known.insideEntry({ given, workedOut: items.workedOut });
    return { known: inside, isMeant: items.where === null ? true : inside.isMet(items.where) };
  });
}

/** The entries that are meant; null while the list, or whether one of them is meant, is not known. */
export function entriesMeant(items: Items, known: Known): readonly Known[] | null {
  const seen = entriesSeen(items, known);
  if (!seen || seen.some((entry) => entry.isMeant === null)) return null;
  return seen.filter((entry) => entry.isMeant === true).map((entry) => entry.known);
}

/** The oldest age that the directory knows. */
const OLDEST = 25;

/** "16 year old", "16-yr-old", "3yo", "aged 6", "who is 6": an age is never a range, a time or a number of places. */
const AGES: readonly RegExp[] = [
  /\b(\d{1,2})[\s-]*(?:years?|yrs?|y)[\s-]*olds?\b/iu,
  /\b(\d{1,2})\s*yo\b/iu,
  /\baged?\s+(\d{1,2})\b(?!\s*(?:to|-|–|and|or)\s*\d)/iu,
  /\b(?:he|she|who|son|daughter|boy|girl|child)\s+is\s+(\d{1,2})\b(?!\s*(?:(?:to|-|–|and|or)\s*\d|miles?\b|months?\b))/iu,
];

/**
 * Finds the age of a child in a search as people type it, and the words that are left without it; null where no age
 * from 0 to 25 is named. The first way of saying an age that fits counts.
 */
export function ageInWords(text: string): { readonly age: number; readonly rest: string } | null {
  for (const said of AGES) {
    const found = said.exec(text);
    if (found === null || Number(found[1]) > OLDEST) continue;
    const rest = text.replace(found[0], ' ').replace(/\s+/gu, ' ').trim();
    return { age: Number(found[1]), rest };
  }
  return null;
}

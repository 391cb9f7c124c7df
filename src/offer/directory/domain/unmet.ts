import type { ListingSearch } from './search.ts';

/** What a search that nothing fitted is counted by. */
export const unmetTopics = {
  need: 'Help that was needed',
  access: 'What had to be there',
  kind: 'Kind of short break',
  place: 'Place',
  age: 'Age',
  when: 'Kind of time',
  day: 'Day',
  part: 'Part of the day',
  season: 'Term or holidays',
  month: 'Month asked for',
  tier: 'Support',
  cost: 'Cost and what can pay',
  transport: 'Getting there',
  staff: 'Staff and language',
  join: 'Joining',
  within: 'Distance',
  word: 'Words',
} as const;
export type UnmetTopic = keyof typeof unmetTopics;

/** What was looked for, as values of vocabularies; nothing by which a family could be known. */
export type UnmetSearch = {
  readonly asked: Readonly<Partial<Record<UnmetTopic, readonly string[]>>>;
  /** How many words were typed that the directory does not know; never which. */
  readonly otherWords: number;
};

/** Ages are kept in bands, so that no child is told by theirs. */
const ageBands: readonly (readonly [upTo: number, band: string])[] = [
  [4, '0 to 4'],
  [7, '5 to 7'],
  [10, '8 to 10'],
  [13, '11 to 13'],
  [17, '14 to 17'],
  [25, '18 to 25'],
];

const costBands: readonly (readonly [upTo: number, band: string])[] = [
  [500, 'up to £5'],
  [1_000, 'up to £10'],
  [2_000, 'up to £20'],
  [5_000, 'up to £50'],
];

function bandOf(value: number, bands: readonly (readonly [number, string])[], above: string): string {
  return bands.find(([upTo]) => value <= upTo)?.[1] ?? above;
}

/** What has to be looked up before a search can be counted. */
export type UnmetGiven = {
  readonly search: ListingSearch;
  /** The words that were typed, as the search compares them. */
  readonly words: readonly string[];
  /** Whether a word is the directory's own or a synonym: only those may be kept. */
  readonly isKnown: (word: string) => boolean;
  /** The outward code or locality that was searched around; null for anywhere. */
  readonly place: string | null;
  /** Whether a code is that of a language. */
  readonly isLanguage: (code: string) => boolean;
};

/**
 * Gives what of a search may be kept for commissioning: the choices out of vocabularies, the age and the cost in
 * bands, the outward code or the locality, the month of a date, and of the words those that the directory knows and
 * that have no figure in them. Everything else is left out, other words but for their number.
 */
export function unmetSearch({ search, words, isKnown, place, isLanguage }: UnmetGiven): UnmetSearch {
  const kept = words.filter((word) => /^\p{Letter}{2,20}$/u.test(word) && isKnown(word));
  const one = (value: string | null) => (value === null ? [] : [value]);
  const language = search.language !== null && isLanguage(search.language) ? search.language : null;
  const asked: Record<UnmetTopic, readonly string[]> = {
    need: search.needs,
    access: search.access,
    kind: search.kinds,
    place: one(place),
    age: one(search.age === null ? null : bandOf(search.age, ageBands, '18 to 25')),
    when: search.times,
    day: search.days,
    part: search.parts,
    season: one(search.season),
    month: one((search.from ?? search.until)?.toPlainYearMonth().toString() ?? null),
    tier: search.tiers,
    cost: [
      ...(search.isFree ? ['free'] : []),
      ...one(search.upTo === null ? null : bandOf(search.upTo, costBands, 'more than £50')),
      ...search.accepts,
    ],
    transport: one(search.transport),
    staff: [...one(search.ratio), ...one(language)],
    join: search.isWithoutReferral ? ['open'] : [],
    within: one(search.within === null ? null : String(search.within)),
    word: kept.slice(0, 6),
  };
  return {
    asked: Object.fromEntries(Object.entries(asked).filter(([, values]) => values.length > 0)),
    otherWords: words.length - kept.length,
  };
}

/** Fewer searches than this are not told apart: with a rare need in a small place they could point to a family. */
export const FEWEST_TOLD = 5;

/** How often something was looked for in vain; `times` is null for fewer than five. */
export type UnmetLine = { readonly value: string; readonly times: number | null };

export type UnmetReport = {
  readonly searches: number | null;
  readonly topics: readonly { readonly topic: UnmetTopic; readonly lines: readonly UnmetLine[] }[];
  /** How often a search had words that the directory does not know. */
  readonly withOtherWords: number | null;
};

function told(times: number): number | null {
  return times >= FEWEST_TOLD ? times : null;
}

/** What is told stands first, most first; what is too rare by its name, so that its place does not tell how rare. */
function inOrder(one: UnmetLine, other: UnmetLine): number {
  return (other.times ?? 0) - (one.times ?? 0) || one.value.localeCompare(other.value, 'en');
}

/** Counts searches by each topic; fewer than five are never told as a figure. */
export function unmetReport(
  searches: readonly { readonly search: UnmetSearch; readonly times: number }[],
): UnmetReport {
  const topics = (Object.keys(unmetTopics) as UnmetTopic[]).map((topic) => {
    const counts = new Map<string, number>();
    for (const { search, times } of searches)
      for (const value of search.asked[topic] ?? []) counts.set(value, (counts.get(value) ?? 0) + times);
    const lines = [...counts].map(([value, times]) => ({ value, times: told(times) }));
    return { topic, lines: lines.toSorted(inOrder) };
  });
  const sum = (some: typeof searches) => some.reduce((all, { times }) => all + times, 0);
  return {
    searches: told(sum(searches)),
    topics: topics.filter(({ lines }) => lines.length > 0),
    withOtherWords: told(sum(searches.filter(({ search }) => search.otherWords > 0))),
  };
}

import type { Json } from '#platform/database/index.ts';
import { knownOutwardCodes, milesBetween, outwardFact, parsePostcode } from '#platform/places/index.ts';
import { type Tally, talliesOf } from '#platform/tallies/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import { type UnmetReport, type UnmetSearch, unmetReport, unmetSearch } from '../domain/unmet.ts';
import { isSmallWord, searchWords } from '../domain/words.ts';
import type { FindAnswer } from './answer-find.ts';
import { knownWords } from './known-words.ts';
import { anyPart } from './starting-point.ts';

const what = 'directory.nothing-found';

const languageNames = new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'none' });

/** The outward code of what was typed as a postcode or told by a device, or a locality of the council by its name. */
function placeOf({ search, placeName }: FindAnswer, localities: readonly string[]): string | null {
  const named = localities.find(
    (name) => name.toLowerCase() === (search.locality ?? placeName)?.toLowerCase(),
  );
  if (named !== undefined) return named;
  const { near } = search;
  if (near !== null) {
    const codes = knownOutwardCodes().map((fact) => ({ code: fact.code, miles: milesBetween(near, fact) }));
    return codes.reduce((one, other) => (other.miles < one.miles ? other : one)).code;
  }
  const postcode = parsePostcode(search.postcode ?? '', anyPart);
  return postcode.ok ? (outwardFact(postcode.value.outward)?.code ?? null) : null;
}

/**
 * What is counted of a search that nothing fitted, for commissioning; null where nothing is: the search found
 * something, or staff looked.
 */
export async function tallyOfUnmet(
  visit: Pick<Visit, 'transaction' | 'authority' | 'clock' | 'person'>,
  answer: FindAnswer,
): Promise<Tally | null> {
  const isStaff = visit.person !== null && visit.person.kind !== 'family';
  if (answer.found.total > 0 || isStaff) return null;
  const { transaction, authority, clock } = visit;
  const known = await knownWords(transaction, { authorityId: authority.id, today: clock.today() });
  const { asked, otherWords } = unmetSearch({
    search: answer.search,
    words: searchWords(answer.search.text).filter((word) => !isSmallWord(word)),
    isKnown: (word) => known.listingsWith(word) > 0 || known.hasSynonyms(word),
    place: placeOf(
      answer,
      authority.localities.map(({ name }) => name),
    ),
    isLanguage: (code) => languageNames.of(code) !== undefined,
  });
  if (otherWords === 0 && Object.keys(asked).length === 0) return null;
  return { what, details: { asked: JSON.parse(JSON.stringify(asked)), otherWords } };
}

function isTexts(value: Json | undefined): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** Reads what was counted. Nothing but this file writes it, but what it wrote years ago is read as well. */
function searchOfTally({ details }: Tally): UnmetSearch {
  const { asked, otherWords } = details;
  const isRecord = typeof asked === 'object' && asked !== null && !Array.isArray(asked);
  return {
    asked: isRecord ? Object.fromEntries(Object.entries(asked).filter(([, values]) => isTexts(values))) : {},
    otherWords: typeof otherWords === 'number' ? otherWords : 0,
  };
}

/** The months that a report may look back over. */
export const reportMonths = [1, 3, 12] as const;

export type UnmetPeriod = {
  readonly months: (typeof reportMonths)[number];
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
};

/** The period that an address asks for: three months up to today unless it says another. */
export function periodOf(visit: Pick<Visit, 'query' | 'clock'>): UnmetPeriod {
  const months = reportMonths.find((one) => String(one) === visit.query.get('months')) ?? 3;
  const until = visit.clock.today();
  return { months, from: until.subtract({ months }), until };
}

/** What families looked for in vain in a period. */
export async function unmetIn(
  visit: Pick<Visit, 'transaction' | 'authority'>,
  { from, until }: UnmetPeriod,
): Promise<UnmetReport> {
  const tallied = await talliesOf(visit.transaction, { authorityId: visit.authority.id, what, from, until });
  return unmetReport(tallied.map((one) => ({ search: searchOfTally(one), times: one.times })));
}

/** What is known of a child that tells one from another. */
export type Known = {
  readonly givenName: string;
  readonly familyName: string;
  /** What the child likes to be called; null where it is not known. */
  readonly preferredName: string | null;
  readonly bornOn: Temporal.PlainDate;
  readonly postcode: string;
  /** Where the family lived before. */
  readonly earlierPostcodes: readonly string[];
  readonly nhsNumber: string | null;
};

export const weights = [
  'nhs-number-same',
  'born-same',
  'born-day-and-month-swapped',
  'born-one-digit-off',
  'born-different',
  'family-name-same',
  'family-name-one-letter',
  'family-name-part',
  'family-name-two-letters',
  'family-name-different',
  'given-name-same',
  'given-name-one-letter',
  'given-name-short-form',
  'given-name-two-letters',
  'given-name-different',
  'names-swapped',
  'postcode-same',
  'postcode-earlier',
  'postcode-sector',
] as const;
export type Weight = (typeof weights)[number];

/** How much each likeness counts, from how many points on somebody is asked, and which names stand for one another. */
export type Weighing = {
  readonly ask: number;
  readonly surely: number;
  readonly points: Readonly<Record<Weight, number>>;
  /** The groups of names that each plain name belongs to. */
  readonly shortForms: ReadonlyMap<string, readonly number[]>;
};

/** How alike two records are: whole points, why, and what follows. */
export type Likeness = {
  readonly points: number;
  readonly reasons: readonly string[];
  readonly verdict: 'surely' | 'perhaps' | 'no';
};

const words: Readonly<Record<Weight, string>> = {
  'nhs-number-same': 'same NHS number',
  'born-same': 'same birthday',
  'born-day-and-month-swapped': 'day and month of birth swapped',
  'born-one-digit-off': 'birthday differs by one digit',
  'born-different': 'another birthday',
  'family-name-same': 'same family name',
  'family-name-one-letter': 'family name differs by one letter',
  'family-name-part': 'one family name is a part of the other',
  'family-name-two-letters': 'family name differs by two letters',
  'family-name-different': 'another family name',
  'given-name-same': 'same first name',
  'given-name-one-letter': 'first name differs by one letter',
  'given-name-short-form': 'one first name is a form of the other',
  'given-name-two-letters': 'first name differs by two letters',
  'given-name-different': 'another first name',
  'names-swapped': 'first and family name swapped',
  'postcode-same': 'same postcode',
  'postcode-earlier': 'one lives where the other lived before',
  'postcode-sector': 'postcodes close to each other',
};

/** A name without capitals, accents, spaces and signs. */
export function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/**
 * How alike two records of children are. It does not matter which is named first. Equal NHS numbers settle it, and
 * so do different ones.
 */
export function likenessOf(one: Known, other: Known, weighing: Weighing): Likeness {
  const numbers = [one.nhsNumber, other.nhsNumber].map((number) => number?.replaceAll(/\D/g, '') ?? '');
  const [mine = '', theirs = ''] = numbers;
  if (mine !== '' && theirs !== '' && mine !== theirs)
    return { points: 0, reasons: ['another NHS number'], verdict: 'no' };
  const found: Weight[] = mine !== '' && mine === theirs ? ['nhs-number-same'] : [];
  found.push(bornLikeness(one.bornOn, other.bornOn), ...nameLikeness(one, other, weighing));
  const near = postcodeLikeness(one, other);
  if (near !== null) found.push(near);
  const points = found.reduce((sum, weight) => sum + weighing.points[weight], 0);
  const isSurely = found.includes('nhs-number-same') || points >= weighing.surely;
  return {
    points,
    reasons: found.map((weight) => words[weight]),
    verdict: isSurely ? 'surely' : points >= weighing.ask ? 'perhaps' : 'no',
  };
}

function bornLikeness(one: Temporal.PlainDate, other: Temporal.PlainDate): Weight {
  if (one.equals(other)) return 'born-same';
  if (one.year === other.year && one.month === other.day && one.day === other.month)
    return 'born-day-and-month-swapped';
  const [mine, theirs] = [one.toString(), other.toString()];
  const off = [...mine].filter((sign, at) => sign !== theirs[at]).length;
  return off === 1 && mine.length === theirs.length ? 'born-one-digit-off' : 'born-different';
}

function nameLikeness(one: Known, other: Known, weighing: Weighing): readonly Weight[] {
  const [given, family] = [plain(one.givenName), plain(one.familyName)];
  const [otherGiven, otherFamily] = [plain(other.givenName), plain(other.familyName)];
  if (given !== family && given === otherFamily && family === otherGiven) return ['names-swapped'];
  return [familyLikeness(one.familyName, other.familyName), givenLikeness(one, other, weighing)];
}

function familyLikeness(one: string, other: string): Weight {
  const [mine, theirs] = [plain(one), plain(other)];
  if (mine === theirs) return 'family-name-same';
  const apart = lettersApart(mine, theirs);
  if (apart === 1) return 'family-name-one-letter';
  if (isPart(one, other) || isPart(other, one)) return 'family-name-part';
  return apart === 2 && isLong(mine, theirs) ? 'family-name-two-letters' : 'family-name-different';
}

/** Whether a name is one of the parts of a double name. */
function isPart(part: string, whole: string): boolean {
  const parts = whole.split(/[\s-]+/).map(plain);
  return parts.length > 1 && plain(part).length > 1 && parts.includes(plain(part));
}

const givenOrder = [
  'given-name-same',
  'given-name-short-form',
  'given-name-one-letter',
  'given-name-two-letters',
] as const;

function givenLikeness(one: Known, other: Known, weighing: Weighing): Weight {
  const called = ({ givenName, preferredName }: Known) =>
    [givenName, ...givenName.split(/[\s-]+/).slice(0, 1), preferredName ?? '']
      .map(plain)
      .filter((name) => name !== '');
  const found = called(one).flatMap((mine) =>
    called(other).map((theirs) => oneGivenLikeness(mine, theirs, weighing)),
  );
  return givenOrder.find((weight) => found.includes(weight)) ?? 'given-name-different';
}

function oneGivenLikeness(mine: string, theirs: string, { shortForms }: Weighing): Weight {
  if (mine === theirs) return 'given-name-same';
  const groups = shortForms.get(mine) ?? [];
  if (groups.some((group) => shortForms.get(theirs)?.includes(group))) return 'given-name-short-form';
  const apart = lettersApart(mine, theirs);
  if (apart === 1 && Math.min(mine.length, theirs.length) > 2) return 'given-name-one-letter';
  return apart === 2 && isLong(mine, theirs) ? 'given-name-two-letters' : 'given-name-different';
}

/** Of short names two letters are half the name. */
function isLong(one: string, other: string): boolean {
  return Math.min(one.length, other.length) >= 6;
}

/** How many letters must be put in, left out, changed or swapped with their neighbour to make one of the other. */
export function lettersApart(one: string, other: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let at = 1; at <= other.length; at++) {
      const isSame = one[row - 1] === other[at - 1];
      const isSwapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      now.push(
        Math.min(
          (last[at] ?? 0) + 1,
          (now[at - 1] ?? 0) + 1,
          (last[at - 1] ?? 0) + (isSame ? 0 : 1),
          isSwapped ? (beforeLast[at - 2] ?? 0) + 1 : Number.MAX_SAFE_INTEGER,
        ),
      );
    }
    [beforeLast, last] = [last, now];
  }
  return last[other.length] ?? 0;
}

function postcodeLikeness(one: Known, other: Known): Weight | null {
  const tight = (postcode: string) => postcode.replaceAll(' ', '').toUpperCase();
  const [mine, theirs] = [tight(one.postcode), tight(other.postcode)];
  if (mine === '' || theirs === '') return null;
  if (mine === theirs) return 'postcode-same';
  if (one.earlierPostcodes.map(tight).includes(theirs) || other.earlierPostcodes.map(tight).includes(mine))
    return 'postcode-earlier';
  return mine.slice(0, -2) === theirs.slice(0, -2) ? 'postcode-sector' : null;
}

import { type Result, refusal, success } from '#kernel/refusal.ts';
import { outwardFact, sectorFact } from './built-in-facts.ts';
import { countryOutsideEngland, isOutwardCode } from './postcode-areas.ts';

/** How much of a postcode there is: "ME7 1AB" is a unit, "ME7 1" a sector, "ME7" an outward code. */
export type PostcodePart = 'unit' | 'sector' | 'outward';

/** A postcode, or the first part of one, in the form that Royal Mail writes. */
export type Postcode = {
  readonly text: string;
  readonly part: PostcodePart;
  readonly outward: string;
  /** Null for an outward code alone. */
  readonly sector: string | null;
};

// The two letters at the end of a postcode are never C, I, K, M, O or V (Royal Mail).
const INWARD = /^\d[ABD-HJLNP-UW-Z]{2}$/;
const LOOKALIKES: ReadonlyMap<string, string> = new Map([
  ['O', '0'],
  ['0', 'O'],
  ['I', '1'],
  ['1', 'I'],
]);
const EXAMPLES: Record<PostcodePart, string> = { unit: 'ME7 1AB', sector: 'ME7 1', outward: 'ME7' };
/** Codes of other countries: France or Germany, the United States, the Netherlands, Canada, Ireland. */
const FOREIGN = [
  /^\d{5}$/,
  /^\d{5}-\d{4}$/,
  /^\d{4}[A-Z]{2}$/,
  /^[A-Z]\d[A-Z]\d[A-Z]\d$/,
  /^[A-Z]\d[\dW][A-Z0-9]{4}$/,
];

/**
 * Reads a postcode as people type it: any case, any spaces, the letter O for nought and I for one (and the
 * other way round) where only one real reading is left. `allow` says which parts are enough; a whole postcode
 * always is.
 *
 * Refuses `postcode-missing`, `not-a-postcode`, `postcode-incomplete` (a part that `allow` does not name),
 * `postcode-outside-england` (real, and in Scotland, Wales, Northern Ireland or an island) and
 * `postcode-foreign` (formed as another country's is).
 */
export function parsePostcode(typed: string, allow: readonly PostcodePart[] = ['unit']): Result<Postcode> {
  const tidy = typed
    .toUpperCase()
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  if (tidy === '') return refusal('postcode-missing', `Enter a postcode, like ${exampleFor(allow)}`);
  const postcode = readAsTyped(tidy) ?? readWithLookalikes(tidy);
  if (postcode === null) return unreadable(tidy, allow);
  const country = countryOutsideEngland(postcode.outward);
  if (country !== null) {
    return refusal(
      'postcode-outside-england',
      `${postcode.text} is in ${country}. This service covers places in England: enter a postcode in England`,
    );
  }
  if (postcode.part !== 'unit' && !allow.includes(postcode.part)) {
    return refusal(
      'postcode-incomplete',
      `${postcode.text} is only the first part of a postcode. Enter ${wanted(allow)}, like ${exampleFor(allow)}`,
    );
  }
  return success(postcode);
}

/**
 * Gives a whole postcode as Royal Mail writes it ("ME71AB" becomes "ME7 1AB") wherever it lies in the United
 * Kingdom, or null. For files: it forgives spaces and case, and no lookalikes.
 */
export function parseUnit(written: string): string | null {
  return readUnit(written.toUpperCase().replace(/\s+/g, ''))?.text ?? null;
}

function unreadable(tidy: string, allow: readonly PostcodePart[]): Result<Postcode> {
  const shown = tidy.length > 12 ? 'What you entered' : tidy;
  if (FOREIGN.some((form) => form.test(tidy.replaceAll(' ', '')))) {
    return refusal(
      'postcode-foreign',
      `${shown} looks like a postcode from another country. Enter a postcode in England, like ${exampleFor(allow)}`,
    );
  }
  return refusal(
    'not-a-postcode',
    `${shown} is not a postcode. Enter ${wanted(allow)}, like ${exampleFor(allow)}`,
  );
}

function wanted(allow: readonly PostcodePart[]): string {
  return allow.some((part) => part !== 'unit') ? 'a postcode or the first part of one' : 'the whole postcode';
}

function exampleFor(allow: readonly PostcodePart[]): string {
  const parts = allow.length === 0 ? (['unit'] as const) : allow;
  return parts.map((part) => EXAMPLES[part]).join(' or ');
}

function readAsTyped(tidy: string): Postcode | null {
  const bare = tidy.replaceAll(' ', '');
  return readUnit(bare) ?? readPart(tidy, bare);
}

function readUnit(bare: string): Postcode | null {
  const outward = bare.slice(0, -3);
  const inward = bare.slice(-3);
  if (!isOutwardCode(outward) || !INWARD.test(inward)) return null;
  return { text: `${outward} ${inward}`, part: 'unit', outward, sector: `${outward} ${inward.charAt(0)}` };
}

/**
 * Reads an outward code or a sector. "ME71" without a space may be either: it is the outward code where one
 * of that name is known, the sector where that is known, and otherwise an outward code.
 */
function readPart(tidy: string, bare: string): Postcode | null {
  const asOutward = isOutwardCode(bare) ? outwardOnly(bare) : null;
  const asSector = readSector(bare);
  if (/ \d$/.test(tidy)) return asSector;
  if (asOutward === null || asSector?.sector === undefined || asSector.sector === null) {
    return asOutward ?? asSector;
  }
  return outwardFact(bare) === null && sectorFact(asSector.sector) !== null ? asSector : asOutward;
}

function readSector(bare: string): Postcode | null {
  const outward = bare.slice(0, -1);
  const digit = bare.slice(-1);
  if (!isOutwardCode(outward) || !/^\d$/.test(digit)) return null;
  const sector = `${outward} ${digit}`;
  return { text: sector, part: 'sector', outward, sector };
}

function outwardOnly(outward: string): Postcode {
  return { text: outward, part: 'outward', outward, sector: null };
}

/** Tries every exchange of O with 0 and I with 1, and takes the reading when exactly one is a whole postcode. */
function readWithLookalikes(tidy: string): Postcode | null {
  const bare = tidy.replaceAll(' ', '');
  if (bare.length < 5 || bare.length > 7) return null;
  let spellings = [''];
  for (const character of bare) {
    const other = LOOKALIKES.get(character);
    const choices = other === undefined ? [character] : [character, other];
    spellings = spellings.flatMap((start) => choices.map((choice) => start + choice));
  }
  const readings = spellings.map(readUnit).filter((reading) => reading !== null);
  return readings.length === 1 ? (readings[0] ?? null) : null;
}

/** How many slips of the finger a word of this length may have: short words are too like one another. */
export function slipsAllowed(length: number): number {
  if (length <= 3) return 0;
  if (length <= 5) return 1;
  return length <= 8 ? 2 : 3;
}

/** Rows of the table of slips, kept so that comparing a word with thousands of others makes none anew. */
let [beforeLast, last, current] = [new Uint16Array(64), new Uint16Array(64), new Uint16Array(64)];

function makeRoom(columns: number): void {
  if (last.length > columns) return;
  [beforeLast, last, current] = [
    new Uint16Array(columns * 2),
    new Uint16Array(columns * 2),
    new Uint16Array(columns * 2),
  ];
}

const twoUnits = /[\uD800-\uDFFF]/;

/** Writes both words with one unit for each letter: a letter beyond the usual ones gets one that nothing else has. */
function inSingleUnits(words: readonly [string, string]): readonly [string, string] {
  const given = new Map<string, string>();
  const written = words.map((word) =>
    [...word]
      .map((letter) => {
        if (letter.length === 1) return letter;
        const unit = given.get(letter) ?? String.fromCharCode(0xe000 + given.size);
        given.set(letter, unit);
        return unit;
      })
      .join(''),
  );
  return [written[0] ?? '', written[1] ?? ''];
}

/**
 * Counts the slips between two words: a letter too many, too few, another one, or two that changed places
 * (optimal string alignment). Where there are more than `most`, it gives up and gives one more than that.
 */
export function slipsBetween(first: string, second: string, most = Number.MAX_SAFE_INTEGER): number {
  const isPlain = !twoUnits.test(first) && !twoUnits.test(second);
  const [one, other] = isPlain ? [first, second] : inSingleUnits([first, second]);
  if (Math.abs(one.length - other.length) > most) return most + 1;
  const columns = other.length;
  makeRoom(columns + 1);
  for (let column = 0; column <= columns; column++) last[column] = column;
  for (let row = 1; row <= one.length; row++) {
    current[0] = row;
    let fewest = row;
    const letter = one.charCodeAt(row - 1);
    const letterBefore = row > 1 ? one.charCodeAt(row - 2) : -1;
    for (let column = 1; column <= columns; column++) {
      const theirs = other.charCodeAt(column - 1);
      const changed = (last[column - 1] ?? 0) + (letter === theirs ? 0 : 1);
      let least = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, changed);
      if (column > 1 && letter === other.charCodeAt(column - 2) && letterBefore === theirs)
        least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1);
      current[column] = least;
      if (least < fewest) fewest = least;
    }
    // Two letters that changed places look two rows back, so one row alone tells nothing below `most`.
    if (fewest > most + 1) return most + 1;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return Math.min(last[columns] ?? 0, most === Number.MAX_SAFE_INTEGER ? most : most + 1);
}

/**
 * Gives the word that was most likely meant, out of words that exist, likeliest first; null when none is near
 * enough. A word that stands earlier wins a tie.
 */
export function wordMeant(typed: string, candidates: readonly string[]): string | null {
  let best: string | null = null;
  let fewest = slipsAllowed(typed.length) + 1;
  for (const candidate of candidates) {
    const slips = slipsBetween(typed, candidate, fewest);
    if (slips < fewest) [best, fewest] = [candidate, slips];
  }
  return best;
}

import type { Readable } from 'node:stream';
import { pointOfGridReference } from './national-grid.ts';
import { parseUnit } from './postcode.ts';

/** One unit postcode out of OS Code-Point Open, ready to be stored. */
export type CodePointRow = {
  readonly kind: 'row';
  readonly row: number;
  readonly postcode: string;
  /** WGS84 degrees, to five decimals (about a metre). */
  readonly latitude: number;
  readonly longitude: number;
  /** The ONS code of the district, or null where the file leaves it empty. */
  readonly districtCode: string | null;
};

/** A line that cannot be taken: which file, which row (from 1), why, and what to do about it. */
export type CodePointRowError = {
  readonly kind: 'error';
  readonly fileName: string;
  readonly row: number;
  readonly code: 'columns' | 'postcode' | 'no-location' | 'grid-reference' | 'district' | 'unreadable';
  readonly message: string;
};

/** Postcode, quality, eastings, northings, country, two NHS authorities, county, district, ward; no header. */
const COLUMNS = 10;
/** OS's mark for a postcode that has no known place (Code-Point Open user guide, positional quality). */
const NO_LOCATION = '90';
const GRID_WIDTH = 700_000;
const GRID_HEIGHT = 1_300_000;

/** No line of Code-Point Open is near this; a file with longer ones is something else. */
const LONGEST_LINE = 2000;

/**
 * Reads one file of OS Code-Point Open (Data/CSV/me.csv and its siblings) as it streams in, and gives each
 * line as a row or as an error; never throws for what the file holds. Rows are counted from 1 and empty lines
 * count. After an `unreadable` error (a line of over 2,000 characters) the rest of the file is not read.
 */
export async function* readCodePointOpen(
  stream: Readable,
  fileName: string,
): AsyncGenerator<CodePointRow | CodePointRowError, void, undefined> {
  let row = 0;
  for await (const line of linesOf(stream)) {
    row += 1;
    const where = { fileName, row };
    if (line === null) {
      yield bad(where, 'unreadable', 'this is not a file of Code-Point Open. Choose one of its CSV files');
      return;
    }
    if (line.trim() !== '') yield readLine(cellsOf(line), where);
  }
}

/** Cuts a stream of UTF-8 into lines without their ends; gives null and stops at one that is too long. */
async function* linesOf(stream: Readable): AsyncGenerator<string | null, void, undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of stream) {
    rest +=
      typeof chunk === 'string' ? chunk.replace(/^\ufeff/, '') : decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
    if (rest.length > LONGEST_LINE) {
      yield null;
      return;
    }
  }
  if (rest !== '') yield rest;
}

/** No cell of Code-Point Open holds a comma or a quotation mark, so a comma always parts two cells. */
function cellsOf(line: string): string[] {
  return line.split(',').map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );
}

type Where = { readonly fileName: string; readonly row: number };

function readLine(cells: readonly string[], where: Where): CodePointRow | CodePointRowError {
  const [typed = '', quality = '', eastings = '', northings = '', , , , , district = ''] = cells;
  if (cells.length !== COLUMNS) {
    return bad(where, 'columns', `there are ${cells.length} columns where Code-Point Open has ${COLUMNS}`);
  }
  const postcode = parseUnit(typed);
  if (postcode === null) return bad(where, 'postcode', `"${typed}" is not a postcode`);
  if (quality === NO_LOCATION) {
    return bad(where, 'no-location', `${postcode} has no known place (quality 90); it is left out`);
  }
  const easting = gridNumber(eastings, GRID_WIDTH);
  const northing = gridNumber(northings, GRID_HEIGHT);
  if (easting === null || northing === null) {
    return bad(where, 'grid-reference', `"${eastings}", "${northings}" is not a place on the National Grid`);
  }
  if (district !== '' && !/^[ESW]\d{8}$/.test(district)) {
    return bad(where, 'district', `"${district}" is not the code of a district, like E06000035`);
  }
  const { latitude, longitude } = pointOfGridReference(easting, northing);
  return {
    kind: 'row',
    row: where.row,
    postcode,
    latitude: toFiveDecimals(latitude),
    longitude: toFiveDecimals(longitude),
    districtCode: district === '' ? null : district,
  };
}

function bad({ fileName, row }: Where, code: CodePointRowError['code'], what: string): CodePointRowError {
  return { kind: 'error', fileName, row, code, message: `${fileName}, row ${row}: ${what}` };
}

function gridNumber(cell: string, limit: number): number | null {
  if (!/^\d{1,7}(\.\d+)?$/.test(cell)) return null;
  const metres = Number(cell);
  return metres > 0 && metres < limit ? metres : null;
}

function toFiveDecimals(angle: number): number {
  return Math.round(angle * 100_000) / 100_000;
}

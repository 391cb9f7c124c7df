import { stringify } from 'csv-stringify/sync';

/** A cell: words, or a number already written plainly, or nothing. */
export type CsvCell = string | { readonly number: string } | null;

/** Spreadsheets run a cell that begins like this as a formula, also in its full-width form. */
const likeFormula = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * Writes a table as CSV for spreadsheets: UTF-8 with its mark, lines ended as RFC 4180 says, and words that
 * a spreadsheet would run as a formula made words again by an apostrophe. Numbers stay numbers, also below
 * nought.
 */
export function csvText(headings: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const cells = [headings, ...rows].map((row) => row.map(written));
  // A line break within a cell, also half of one, must not end its row.
  return stringify(cells, { bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ });
}

function written(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return cell.number;
  return likeFormula.test(cell) ? `'${cell}` : cell;
}

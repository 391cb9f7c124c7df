import { parse } from 'csv-parse/sync';
import { type Refusal, type Result, refusal, success } from '#kernel/refusal.ts';
import type { TableFile } from '#kernel/table-file.ts';

/** So many rows are read at most; more are sent in several files. */
export const mostRows = 20_000;

const wrongFile = (message: string): Refusal => refusal('not-csv', message, 'file');

/**
 * Reads the bytes of a CSV file: UTF-8 with or without its mark, else as Windows-1252; commas, semicolons or
 * tabs, whichever its first line has most of; quoted cells may hold line breaks. Refuses what is not CSV, is
 * empty, or has headings and no row.
 */
export function readCsv(bytes: Uint8Array): Result<TableFile> {
  if (bytes.length === 0) return wrongFile('The file is empty. Save the report again as CSV');
  const text = textOf(bytes);
  if (text === null)
    return wrongFile('This is not a CSV file. In the spreadsheet choose “Save as”, then “CSV UTF-8”');
  const delimiter = delimiterOf(text);
  let records: readonly (readonly string[])[];
  try {
    records = parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false, trim: true });
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? ` near line ${String(error.lines)}` : '';
    return wrongFile(`A quotation mark is out of place${line}. Save the report again as CSV`);
  }
  const [headings = [], ...rest] = records;
  if (headings.filter((heading) => heading !== '').length < 2)
    return wrongFile('The first line must hold the headings of the columns, parted by commas or semicolons');
  const rows = rest
    .map((cells, at) => ({ number: at + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (rows.length === 0) return wrongFile('The file has headings, and no row under them');
  if (rows.length > mostRows)
    return wrongFile(
      `The file has more than ${mostRows.toLocaleString('en-GB')} rows. Send it in several files`,
    );
  const misshapen = rows
    .filter(({ cells }) => cells.slice(headings.length).some((cell) => cell !== ''))
    .map(({ number }) => ({
      number,
      message: 'There are more cells than headings. Put a cell that holds a comma in quotation marks',
    }));
  return success({ headings, rows, misshapen });
}

function textOf(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Of comma, semicolon and tab the one that the first line has most of outside quotation marks. */
function delimiterOf(text: string): string {
  const counts = new Map([
    [',', 0],
    [';', 0],
    ['\t', 0],
  ]);
  let isQuoted = false;
  for (const sign of text) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (sign === '\n' || sign === '\r')) break;
    else if (!isQuoted) {
      const count = counts.get(sign);
      if (count !== undefined) counts.set(sign, count + 1);
    }
  }
  const [most] = [...counts].toSorted((one, other) => other[1] - one[1]);
  return most?.[0] ?? ',';
}

import { type Unzipped, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { type Refusal, type Result, refusal, success } from '#kernel/refusal.ts';
import type { TableFile } from '#kernel/table-file.ts';
import { mostRows, readCsv } from './read-csv.ts';

/** So much may come out of a packed file: a small file that unpacks without end would fill the memory. */
const mostUnpackedBytes = 60_000_000;

const wrongFile = (message: string): Refusal => refusal('not-a-spreadsheet', message, 'file');

/** Whether the bytes begin as a ZIP archive does, which .xlsx is. */
function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** How much the archive says would come out of it; null where it is no archive that can be read. */
function unpackedSize(bytes: Uint8Array): number | null {
  let size = 0;
  try {
    // The filter is asked for each part before it is unpacked, and lets nothing through.
    unzipSync(bytes, {
      filter: (part) => {
        size += part.originalSize;
        return false;
      },
    }) satisfies Unzipped;
    return size;
  } catch {
    return null;
  }
}

/** A cell as text: days as 2026-11-24, times as 10:00, whole numbers without a fraction. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if (cell instanceof Date) {
    const [day = '', time = ''] = cell.toISOString().split('T');
    // Excel keeps a time without a day as a part of its first day.
    return day < '1900-01-02' ? time.slice(0, 5) : day;
  }
  return String(cell).trim();
}

async function readPacked(bytes: Uint8Array): Promise<Result<TableFile>> {
  const size = unpackedSize(bytes);
  if (size === null || size > mostUnpackedBytes)
    return wrongFile('The spreadsheet cannot be opened or is too large. Save it as CSV, or in several files');
  let table: readonly (readonly unknown[])[];
  try {
    table = await readSheet(Buffer.from(bytes));
  } catch {
    return wrongFile('This is not a spreadsheet that can be opened. Save it as .xlsx or as CSV');
  }
  const [headings = [], ...rest] = table.map((row) => row.map(textOf));
  const rows = rest
    .map((cells, at) => ({ number: at + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (headings.filter((heading) => heading !== '').length < 2)
    return wrongFile('The first row of the first sheet must hold the headings of the columns');
  if (rows.length === 0) return wrongFile('The sheet has headings, and no row under them');
  if (rows.length > mostRows)
    return wrongFile(
      `The sheet has more than ${mostRows.toLocaleString('en-GB')} rows. Send it in several files`,
    );
  return success({ headings, rows, misshapen: [] });
}

/**
 * Reads the first sheet of a spreadsheet: .xlsx, or CSV. The first row holds the headings. Refuses what is neither, is
 * empty, has more rows than are read at once, or would unpack to more than the memory should hold.
 */
export function readSpreadsheet(bytes: Uint8Array): Promise<Result<TableFile>> {
  return isPacked(bytes) ? readPacked(bytes) : Promise.resolve(readCsv(bytes));
}

import { csvText } from '#platform/charts/index.ts';
import { type Download, type NotFound, notFound, type Visit } from '#platform/web/visit.ts';
import { importOfVisit, rowsOfVisit } from '../actions/import-of-visit.ts';
import { columnNames, columns } from '../sheet/columns.ts';

/** The empty spreadsheet: the columns, and one row that shows how they are filled in. */
export function emptySheet(): Download {
  const all = columnNames.map((name) => columns[name]);
  return {
    kind: 'download',
    name: 'listings.csv',
    mediaType: 'text/csv; charset=utf-8',
    body: csvText(
      all.map(({ heading }) => heading),
      [all.map(({ heading, sample }) => (heading === 'Area' ? '' : sample))],
    ),
  };
}

/** So many wrong rows go into the spreadsheet: all that an import can have. */
const allRows = 20_000;

/** Every wrong row with what is wrong in it. */
export async function wrongRows(visit: Visit): Promise<Download | NotFound> {
  const one = await importOfVisit(visit);
  if (one === null) return notFound('this import');
  const rows = await rowsOfVisit(visit, one, 'wrong', allRows);
  return {
    kind: 'download',
    name: 'wrong-rows.csv',
    mediaType: 'text/csv; charset=utf-8',
    body: csvText(
      ['Row', 'Title', 'Column', 'What is wrong'],
      rows.flatMap(({ number, title, wrongs }) =>
        wrongs.map(({ column, message }) => [String(number), title, column, message]),
      ),
    ),
  };
}

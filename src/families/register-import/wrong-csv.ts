import { csvText } from '#platform/charts/index.ts';
import { type Download, type NotFound, notFound, type Visit } from '#platform/web/visit.ts';
import { importOfVisit, previewOf } from './import-of-visit.ts';

/** The wrong rows of an import as they stood in the file, with what mends each, to be mended and sent again. */
export async function wrongRowsCsv(visit: Visit): Promise<Download | NotFound> {
  const one = await importOfVisit(visit);
  const preview = one === null ? null : await previewOf(visit, one);
  if (one === null || preview === null) return notFound('an import');
  const { file, looked } = preview;
  const cells = new Map(file.rows.map((row) => [row.number, row.cells]));
  const width = file.headings.length;
  return {
    kind: 'download',
    name: `wrong-rows-${one.reference}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    body: csvText(
      [...file.headings, 'Row in the file', 'What to mend'],
      looked.wrong.map(({ number, wrongs }) => {
        const own = cells.get(number) ?? [];
        return [
          ...Array.from({ length: width }, (_, at) => own[at] ?? ''),
          { number: String(number) },
          wrongs.map(({ column, message }) => `${column}: ${message}`).join('; '),
        ];
      }),
    ),
  };
}

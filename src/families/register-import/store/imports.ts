import { sql } from 'kysely';
import { newId, newReference } from '#kernel/id.ts';
import type { TableFile } from '#kernel/table-file.ts';
import type { Json, Transaction } from '#platform/database/index.ts';
import type { Import } from '../domain/import.ts';
import type { Counts } from '../domain/outcome.ts';

type Named = { readonly authorityId: string; readonly importId: string };

const columns = [
  'i.id',
  'i.reference',
  'i.file_name as fileName',
  'i.source',
  'i.mapping',
  'i.state',
  'i.row_count as rowCount',
  'i.counts',
  'i.uploaded_at as uploadedAt',
  'i.settled_at as settledAt',
] as const;

function imports(transaction: Transaction, authorityId: string) {
  return transaction
    .selectFrom('register_imports as i')
    .leftJoin('people as p', (join) =>
      join.onRef('p.authority_id', '=', 'i.authority_id').onRef('p.id', '=', 'i.uploaded_by'),
    )
    .select(columns)
    .select((select) => select.fn.coalesce('p.name', sql<string>`'the command line'`).as('uploadedBy'))
    .where('i.authority_id', '=', authorityId);
}

const toImport = <T extends { readonly state: string; readonly counts: Json | null }>(row: T) => ({
  ...row,
  state: row.state as Import['state'],
  counts: row.counts as Counts | null,
});

/** Keeps a file that was read, row by row as it stood there, and gives its identifier. */
export async function keepImport(
  transaction: Transaction,
  given: {
    readonly authorityId: string;
    readonly fileName: string;
    readonly sha256: string;
    readonly source: string;
    readonly mapping: string;
    readonly file: TableFile;
    readonly by: string;
    readonly at: Temporal.Instant;
  },
): Promise<string> {
  const { authorityId, file } = given;
  const id = newId();
  await transaction
    .insertInto('register_imports')
    .values({
      authority_id: authorityId,
      id,
      reference: newReference('IM'),
      file_name: given.fileName,
      sha256: given.sha256,
      source: given.source,
      mapping: given.mapping,
      state: 'waiting',
      row_count: file.rows.length,
      uploaded_by: given.by,
      uploaded_at: given.at,
    })
    .execute();
  // The headings are row 1, as in a spreadsheet.
  const rows = [{ number: 1, cells: file.headings }, ...file.rows];
  for (let from = 0; from < rows.length; from += 5_000)
    await transaction
      .insertInto('register_import_rows')
      .values(
        rows.slice(from, from + 5_000).map(({ number, cells }) => ({
          authority_id: authorityId,
          import_id: id,
          row_number: number,
          cells: JSON.stringify(cells),
        })),
      )
      .execute();
  return id;
}

/** An import; null where there is none. With `forChange` whoever else settles it waits. */
export async function importWith(
  transaction: Transaction,
  named: Named & { readonly forChange?: boolean },
): Promise<Import | null> {
  if (named.forChange === true) {
    // Of all imports of a council one is loaded at a time: two files may hold the same child.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`register import ${named.authorityId}`}, 0))`.execute(
      transaction,
    );
  }
  const row = await imports(transaction, named.authorityId)
    .where('i.id', '=', named.importId)
    .executeTakeFirst();
  return row === undefined ? null : toImport(row);
}

/** The imports of a council, those that wait first, then the newest. */
export async function importsOf(
  transaction: Transaction,
  of: { readonly authorityId: string },
): Promise<readonly Import[]> {
  const rows = await imports(transaction, of.authorityId)
    .orderBy(sql`i.state = 'waiting'`, 'desc')
    .orderBy('i.uploaded_at', 'desc')
    .limit(50)
    .execute();
  return rows.map(toImport);
}

/** The headings and rows of an import as they stood in the file. */
export async function rowsOfImport(transaction: Transaction, named: Named): Promise<TableFile> {
  const rows = await transaction
    .selectFrom('register_import_rows')
    .select(['row_number as number', 'cells'])
    .where('authority_id', '=', named.authorityId)
    .where('import_id', '=', named.importId)
    .orderBy('row_number')
    .execute();
  const read = rows.map(({ number, cells }) => ({
    number,
    cells: Array.isArray(cells) ? cells.filter((cell) => typeof cell === 'string') : [],
  }));
  const headings = read[0]?.cells ?? [];
  return {
    headings,
    rows: read.slice(1),
    misshapen: read
      .slice(1)
      .filter(({ cells }) => cells.slice(headings.length).some((cell) => cell !== ''))
      .map(({ number }) => ({
        number,
        message: 'There are more cells than headings. Put a cell that holds a comma in quotation marks',
      })),
  };
}

/** Says that an import was loaded or set aside; false where somebody settled it meanwhile. Its rows go. */
export async function settleImport(
  transaction: Transaction,
  given: Named & {
    readonly state: 'accepted' | 'set-aside';
    readonly counts: Counts | null;
    readonly by: string;
    readonly at: Temporal.Instant;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('register_imports')
    .set({
      state: given.state,
      counts: given.counts === null ? null : JSON.stringify(given.counts),
      settled_by: given.by,
      settled_at: given.at,
    })
    .where('authority_id', '=', given.authorityId)
    .where('id', '=', given.importId)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  // What a whole register says of children is kept no longer than it takes to load it.
  await transaction
    .deleteFrom('register_import_rows')
    .where('authority_id', '=', given.authorityId)
    .where('import_id', '=', given.importId)
    .execute();
  return true;
}

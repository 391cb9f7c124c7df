import { createHash } from 'node:crypto';
import { type Refusal, type Result, refusal, success } from '#kernel/refusal.ts';
import { readCsv } from '#platform/import-export/index.ts';
import type { Import } from './domain/import.ts';
import { type Mapping, missingHeadings, recognised } from './domain/mapping.ts';
import type { Counts } from './domain/outcome.ts';
import { loadRows } from './load.ts';
import { type Asking, lookAt } from './look.ts';
import { mappingsOf } from './mappings.ts';
import { importWith, keepImport, rowsOfImport, settleImport } from './store/imports.ts';

/** The mapping of an import; null where its file is gone since. */
export function mappingOf(asking: Pick<Asking, 'authority'>, one: Pick<Import, 'mapping'>): Mapping | null {
  return mappingsOf(asking.authority).find(({ id }) => id === one.mapping) ?? null;
}

/**
 * Reads a file and keeps its rows to be looked at; nothing is loaded. Without `mappingId` the mapping is
 * recognised by the headings. Refuses a file that is not CSV, is empty, or lacks a column.
 */
export async function takeInFile(
  asking: Asking,
  given: {
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly mappingId: string | null;
    readonly by: string;
  },
): Promise<Result<string>> {
  const read = readCsv(given.bytes);
  if (!read.ok) return read;
  const file = read.value;
  const mappings = mappingsOf(asking.authority);
  const mapping =
    given.mappingId === null
      ? recognised(mappings, file.headings)
      : (mappings.find(({ id }) => id === given.mappingId) ?? null);
  if (mapping === null) return unknownHeadings(mappings, file.headings);
  const missing = missingHeadings(mapping, file.headings);
  if (missing.length > 0)
    return refusal(
      'column-missing',
      `The file has no column ${missing.map((heading) => `“${heading}”`).join(', ')}. Add it, or put its heading into the mapping ${mapping.id}`,
      'file',
    );
  const id = await keepImport(asking.transaction, {
    authorityId: asking.authority.id,
    fileName: given.name,
    sha256: createHash('sha256').update(given.bytes).digest('hex'),
    source: mapping.source,
    mapping: mapping.id,
    file,
    by: given.by,
    at: asking.clock.now(),
  });
  return success(id);
}

function unknownHeadings(mappings: readonly Mapping[], headings: readonly string[]): Refusal {
  return refusal(
    'headings-unknown',
    `The headings (${headings.slice(0, 6).join(', ')}${headings.length > 6 ? ', …' : ''}) are of no system that is known here. Choose which of ${mappings.map(({ name }) => name).join(', ')} it is, or add a mapping`,
    'mapping',
  );
}

/**
 * Loads a waiting import, all of its right rows or nothing. `seen` is what whoever accepts it looked at: where the
 * register changed since, it is refused. Rows that are wrong are left out only where `leavesOutWrong` says so.
 */
export async function acceptImport(
  asking: Asking,
  given: {
    readonly importId: string;
    readonly seen: string | null;
    readonly leavesOutWrong: boolean;
    readonly by: string;
  },
): Promise<Result<Counts>> {
  const named = { authorityId: asking.authority.id, importId: given.importId };
  const one = await importWith(asking.transaction, { ...named, forChange: true });
  const mapping = one === null ? null : mappingOf(asking, one);
  if (one === null || mapping === null)
    return refusal('not-found', 'There is no such import, or its mapping is gone');
  if (one.state !== 'waiting')
    return refusal(
      'settled',
      `Import ${one.reference} was ${one.state === 'accepted' ? 'loaded' : 'set aside'} already`,
    );
  const looked = await lookAt(asking, mapping, await rowsOfImport(asking.transaction, named));
  if (given.seen !== null && given.seen !== looked.seen)
    return refusal('changed-meanwhile', 'The register changed since you looked. Look at the import again');
  if (looked.wrong.length > 0 && !given.leavesOutWrong)
    return refusal(
      'wrong-rows',
      'Tick that the wrong rows are left out, or mend them and send the file again',
      'leaveOut',
    );
  await loadRows({ ...asking, mapping, importId: one.id, by: given.by }, looked.good);
  const { counts } = looked;
  const at = asking.clock.now();
  await settleImport(asking.transaction, { ...named, state: 'accepted', counts, by: given.by, at });
  return success(counts);
}

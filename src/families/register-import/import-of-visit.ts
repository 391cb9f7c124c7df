import { householdsHiddenFrom } from '#families/register/index.ts';
import { isId } from '#kernel/id.ts';
import type { TableFile } from '#kernel/table-file.ts';
import { signedIn, type Visit } from '#platform/web/visit.ts';
import type { Import } from './domain/import.ts';
import type { Mapping } from './domain/mapping.ts';
import { type Looked, lookAt } from './look.ts';
import { importsOf, importWith, rowsOfImport } from './store/imports.ts';
import { mappingOf } from './take-in.ts';

/** The import of the address (`:import`); null where there is none. */
export async function importOfVisit(visit: Visit): Promise<Import | null> {
  const importId = visit.params.import ?? '';
  if (!isId(importId)) return null;
  const one = await importWith(visit.transaction, { authorityId: visit.authority.id, importId });
  if (one !== null) visit.concerns('register-import', one.id);
  return one;
}

/** What a waiting import would do. */
export type Preview = {
  readonly mapping: Mapping;
  readonly file: TableFile;
  readonly looked: Looked;
  /** Households of which this person is told nothing. */
  readonly hidden: ReadonlySet<string>;
};

/** Looks at a waiting import; null where it waits no longer. */
export async function previewOf(visit: Visit, one: Import): Promise<Preview | null> {
  const mapping = mappingOf(visit, one);
  if (one.state !== 'waiting' || mapping === null) return null;
  const file = await rowsOfImport(visit.transaction, { authorityId: visit.authority.id, importId: one.id });
  return {
    mapping,
    file,
    looked: await lookAt(visit, mapping, file),
    hidden: new Set(await householdsHiddenFrom(visit, signedIn(visit))),
  };
}

/** The imports of the council so far, those that wait first. */
export const importsOfVisit = (visit: Visit) =>
  importsOf(visit.transaction, { authorityId: visit.authority.id });

import { isId } from '#kernel/id.ts';
import type { Visit } from '#platform/web/visit.ts';
import type { KeptImport } from '../domain/import.ts';
import type { Outcome } from '../domain/outcome.ts';
import { countRows, importOf, newestImports, rowsOf } from '../store/imports.ts';

/** The import that the address of a visit names; null where there is none. */
export function importOfVisit({ transaction, authority, params }: Visit): Promise<KeptImport | null> {
  const importId = params.import ?? '';
  if (!isId(importId)) return Promise.resolve(null);
  return importOf(transaction, { authorityId: authority.id, importId });
}

/** The newest imports of the council. */
export function importsOfVisit({ transaction, authority }: Visit): Promise<readonly KeptImport[]> {
  return newestImports(transaction, { authorityId: authority.id });
}

/** How many rows of an import came to what. */
export function countsOfVisit({ transaction, authority }: Visit, one: KeptImport) {
  return countRows(transaction, { authorityId: authority.id, importId: one.id });
}

/** The first rows of each outcome; every wrong one up to the most that a page can hold. */
export function rowsOfVisit(
  { transaction, authority }: Visit,
  one: KeptImport,
  outcome: Outcome,
  most: number,
) {
  return rowsOf(transaction, { authorityId: authority.id, importId: one.id, outcome, most });
}

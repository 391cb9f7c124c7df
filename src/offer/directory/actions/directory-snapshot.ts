import type { Transaction } from '#platform/database/index.ts';
import type { Entry } from '../domain/entry.ts';
import { directoryState } from '../store/directory-rows.ts';
import { keptDirectory } from './kept-directory.ts';

/** All that the directory shows on a day, with the number of the last change that is in it. */
export type DirectorySnapshot = { readonly version: number; readonly entries: readonly Entry[] };

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0;

/**
 * Gives every listing that an authority's directory shows on a day, whole, from memory: only what was changed since
 * the last time is read. Once somebody has asked for it all rows stay in memory, some kilobytes each.
 */
export async function directorySnapshot(
  transaction: Transaction,
  authorityId: string,
  today: Temporal.PlainDate,
): Promise<DirectorySnapshot> {
  const state = await directoryState(transaction, { authorityId, postcode: null });
  const directory = await keptDirectory(transaction, { authorityId, state, hasRows: true });
  const oldest = today.subtract({ months: state.hiddenAfter });
  const entries = [...(directory.rows ?? new Map<string, Entry>()).values()].filter(
    ({ shownFrom, shownUntil, listing }) =>
      (shownFrom === null || !isBefore(today, shownFrom)) &&
      (shownUntil === null || !isBefore(shownUntil, today)) &&
      !isBefore(listing.checkedOn, oldest),
  );
  return { version: directory.version, entries };
}

/** What an authority's directory is true of, as a text that changes with every change of a listing or of a synonym. */
export async function directoryVersion(transaction: Transaction, authorityId: string): Promise<string> {
  return String((await directoryState(transaction, { authorityId, postcode: null })).version);
}

import { stemmer } from 'stemmer';
import { features } from '#offer/accessibility/index.ts';
import type { Transaction } from '#platform/database/index.ts';
import type { Entry } from '../domain/entry.ts';
import { DirectoryIndex } from '../domain/find/directory-index.ts';
import type { Wording } from '../domain/find/fields.ts';
import type { Listing } from '../domain/listing.ts';
import { synonymsInForce } from '../domain/synonyms.ts';
import { alsoCalled } from '../domain/words.ts';
import { datedDays } from '../store/dated-days.ts';
import { type DirectoryState, directoryState, rowsChangedAfter } from '../store/directory-rows.ts';
import { synonymsOf } from '../store/synonyms.ts';

/** The directory of an authority as this process keeps it. */
export type KeptDirectory = {
  readonly index: DirectoryIndex;
  /** The last change that is in it. */
  version: number;
  /** Whole listings that were shown lately, by their number in the index: a changed listing has another number. */
  readonly contents: Map<number, Listing>;
  /** Every row whole; null until somebody asks for all of them. */
  rows: Map<string, Entry> | null;
};

/**
 * What is kept, by database and authority. An authority's rows are never with another's: each has an index of its own.
 * The database is known by the one object that all transactions of an opened database share, so that what is kept goes
 * when the database is closed.
 */
const kept = new WeakMap<object, Map<string, Promise<KeptDirectory>>>();

const wording: Wording = { stem: stemmer, featureLabel: (feature) => features[feature].label };

/** An index made from everything that the transaction sees. */
async function made(
  transaction: Transaction,
  authorityId: string,
  { hasRows }: { readonly hasRows: boolean },
): Promise<KeptDirectory> {
  const fresh: KeptDirectory = {
    index: new DirectoryIndex(wording),
    version: -1,
    contents: new Map(),
    rows: hasRows ? new Map() : null,
  };
  return brought(transaction, authorityId, fresh);
}

/**
 * Brings what is kept to what the transaction sees now: only rows that were changed since are read. The version is
 * asked for first: rows of a later one may come too, and come again the next time.
 */
async function brought(
  transaction: Transaction,
  authorityId: string,
  directory: KeptDirectory,
): Promise<KeptDirectory> {
  const { version, hiddenAfter } = await directoryState(transaction, { authorityId, postcode: null });
  directory.index.hiddenAfter = hiddenAfter;
  directory.index.synonyms = synonymsInForce(alsoCalled, await synonymsOf(transaction, authorityId));
  for await (const rows of rowsChangedAfter(transaction, { authorityId, version: directory.version })) {
    const dated = await datedDays(transaction, { authorityId, slugs: rows.map(({ slug }) => slug) });
    for (const row of rows) {
      directory.index.put(row, dated.get(row.slug));
      if (row.isWithdrawn) directory.rows?.delete(row.slug);
      else directory.rows?.set(row.slug, row);
    }
  }
  directory.version = version;
  return directory;
}

function keptOf(transaction: Transaction): Map<string, Promise<KeptDirectory>> {
  const database = transaction.getExecutor().adapter;
  let ofDatabase = kept.get(database);
  if (ofDatabase === undefined) {
    ofDatabase = new Map();
    kept.set(database, ofDatabase);
  }
  return ofDatabase;
}

/**
 * Gives the directory as it is in a state that the transaction has just seen, from memory where nothing was changed.
 * Several processes on one server each keep their own and each ask for the version, so none answers with what is old.
 * A transaction that has itself changed the directory gets one of its own, which nobody else is shown.
 */
export async function keptDirectory(
  transaction: Transaction,
  given: { readonly authorityId: string; readonly state: DirectoryState; readonly hasRows?: boolean },
): Promise<KeptDirectory> {
  const { authorityId, state, hasRows = false } = given;
  if (state.isOwnChange) return made(transaction, authorityId, { hasRows });
  const ofDatabase = keptOf(transaction);
  for (;;) {
    const waited = ofDatabase.get(authorityId);
    const directory = await waited?.catch(() => undefined);
    const isWhole =
      directory !== undefined && !directory.index.isWorn && (!hasRows || directory.rows !== null);
    if (isWhole && directory.version >= state.version) return directory;
    // Somebody else has begun in the meantime; one at a time is enough.
    if (ofDatabase.get(authorityId) !== waited) continue;
    const keepsRows = hasRows || (directory?.rows ?? null) !== null;
    const next = isWhole
      ? brought(transaction, authorityId, directory)
      : made(transaction, authorityId, { hasRows: keepsRows });
    ofDatabase.set(authorityId, next);
    return next;
  }
}

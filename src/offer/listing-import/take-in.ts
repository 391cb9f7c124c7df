import { type Result, refusal, success } from '#kernel/refusal.ts';
import type { Authority } from '#platform/authorities/index.ts';
import type { Json, Transaction } from '#platform/database/index.ts';
import { readSpreadsheet } from '#platform/import-export/index.ts';
import { compareRows, type ReadRow } from './compare.ts';
import { readService } from './feed/read-service.ts';
import type { FeedContext } from './feed/service-facts.ts';
import type { Feed } from './feeds-file.ts';
import type { Fetched } from './fetch-feed.ts';
import { listingSlug } from './listing-slug.ts';
import { columnsTwice, leftOut, missingColumns, placesOf } from './sheet/columns.ts';
import { readRow } from './sheet/read-row.ts';
import { keepImport, keepRows } from './store/imports.ts';

/** What taking something in needs to know of where it happens. */
export type Taking = {
  readonly transaction: Transaction;
  readonly authority: Authority;
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
};

function slugOfRow(row: {
  readonly title: string;
  readonly provider: string;
  readonly reference: string;
}): string {
  return listingSlug(row.title, row.reference === '' ? `${row.title} ${row.provider}` : row.reference);
}

/**
 * Takes a spreadsheet in to be looked at, and gives the import's identifier. Every row is read and every wrong cell
 * named; nothing is loaded. Refuses a file that is no spreadsheet or has not the headings that are needed.
 */
export async function takeInSheet(
  taking: Taking,
  file: { readonly name: string; readonly bytes: Uint8Array; readonly by: string },
): Promise<Result<string>> {
  const read = await readSpreadsheet(file.bytes);
  if (!read.ok) return read;
  const { headings, rows, misshapen } = read.value;
  const [twice] = columnsTwice(headings);
  if (twice !== undefined)
    return refusal('columns-twice', `The file has two columns called “${twice}”. Keep one of them`, 'file');
  const places = placesOf(headings);
  const missing = missingColumns(places);
  if (missing.length > 0)
    return refusal(
      'columns-missing',
      `The file has no column ${missing.map((heading) => `“${heading}”`).join(', ')}. Name its columns as the empty spreadsheet does`,
      'file',
    );
  const { transaction, authority, now, today } = taking;
  const about = { authority, today, slugOf: slugOfRow };
  const wrongShape = new Map(misshapen.map(({ number, message }) => [number, message]));
  const readRows = rows.map(({ number, cells }): ReadRow => {
    const one = readRow(cells, places, about);
    const said = (column: 'title' | 'reference') => (cells[places.get(column) ?? -1] ?? '').trim();
    const shape = wrongShape.get(number);
    const wrongs = [
      ...(shape === undefined ? [] : [{ column: 'the row', message: shape }]),
      ...('wrongs' in one ? one.wrongs : []),
    ];
    return {
      number,
      title: said('title') || 'without a title',
      theirId: said('reference'),
      wrongs,
      oddities: [],
      original: Object.fromEntries(headings.map((heading, at) => [heading, cells[at] ?? ''])) as Json,
      listing: 'listing' in one && wrongs.length === 0 ? one.listing : null,
    };
  });
  const authorityId = authority.id;
  const source = { authorityId, kind: 'sheet' as const, name: file.name.slice(0, 200) };
  const kept = await compareRows(transaction, { ...source, rows: readRows });
  const importId = await keepImport(transaction, {
    ...source,
    state: 'waiting',
    rowCount: kept.length,
    oddities: leftOut(read.value, places),
    by: file.by,
    at: now,
  });
  await keepRows(transaction, { authorityId, importId }, kept);
  return success(importId);
}

/** Reads the services of a feed as rows of an import that is there already. Gives how many rows there are. */
export async function takeInFeed(
  taking: Taking,
  given: { readonly importId: string; readonly feed: Feed; readonly fetched: Fetched },
): Promise<number> {
  const { transaction, authority, today } = taking;
  const { feed, fetched, importId } = given;
  const about: FeedContext = {
    authority,
    publisher: feed.publisher,
    address: feed.address,
    isNeighbour: feed.neighbour,
    usual: { tier: feed.tier, kind: feed.kind },
    today,
  };
  const rows = fetched.services.map((service, index): ReadRow => {
    const { listing, name, theirId, why, oddities, original } = readService(
      service,
      about,
      `contents[${index}]`,
    );
    return {
      number: index + 1,
      title: name,
      theirId,
      wrongs: why === null ? [] : [{ column: 'the service', message: why }],
      oddities: oddities as unknown as Json,
      original: original as Json,
      listing,
    };
  });
  const authorityId = authority.id;
  const kept = await compareRows(transaction, { authorityId, kind: 'feed', name: feed.name, rows });
  await keepRows(transaction, { authorityId, importId }, kept);
  return kept.length;
}

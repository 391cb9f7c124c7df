import { type OpenAnswer, openAnswer, type Visit } from '#platform/web/visit.ts';
import { type Given, USUAL_PER_PAGE } from './parameters.ts';

/** With what an answer is known again. */
export type KnownBy = { readonly etag: string; readonly lastModified: Temporal.Instant };

/** So many records go out in one piece. */
const RECORDS_A_PIECE = 10;

function* lines<Item>(items: readonly Item[], tell: (item: Item) => object): Iterable<string> {
  for (let from = 0; from < items.length; from += RECORDS_A_PIECE) {
    const piece = items.slice(from, from + RECORDS_A_PIECE).map((item) => `${JSON.stringify(tell(item))}\n`);
    yield piece.join('');
  }
}

/** One page of a list as the standard shapes it. */
export function pageOf<Item>(
  items: readonly Item[],
  { page, perPage }: { readonly page: number; readonly perPage: number },
): { readonly about: object; readonly shown: readonly Item[] } {
  const pages = Math.ceil(items.length / perPage);
  const shown = items.slice((page - 1) * perPage, page * perPage);
  const about = {
    total_items: items.length,
    total_pages: pages,
    page_number: page,
    size: shown.length,
    first_page: page === 1,
    // Whoever goes on until the last page must stop, wherever they began.
    last_page: page >= pages,
    empty: shown.length === 0,
  };
  return { about, shown };
}

/** A list: a page of it as JSON, or all of it line by line. Records are told only as they are sent. */
export function listAnswer<Item>(
  given: Pick<Given, 'page' | 'per_page' | 'format' | 'minimal'>,
  list: KnownBy & { readonly items: readonly Item[]; readonly tell: (item: Item) => object },
): OpenAnswer {
  const { items, tell, ...knownBy } = list;
  if (given.format === 'ndjson')
    return openAnswer({
      mediaType: 'application/x-ndjson; charset=utf-8',
      body: lines(items, tell),
      ...knownBy,
    });
  const usual = given.minimal === true ? Math.max(1, items.length) : USUAL_PER_PAGE;
  const { about, shown } = pageOf(items, { page: given.page ?? 1, perPage: given.per_page ?? usual });
  return oneAnswer({ ...about, contents: shown.map(tell) }, knownBy);
}

/** One record. */
export function oneAnswer(record: object, knownBy: KnownBy): OpenAnswer {
  return openAnswer({
    mediaType: 'application/json; charset=utf-8',
    body: JSON.stringify(record),
    ...knownBy,
  });
}

/** The identifier in the address, as identifiers are kept. */
export function idIn({ params }: Pick<Visit, 'params'>): string {
  return (params.id ?? '').toLowerCase();
}

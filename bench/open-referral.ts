// What open data costs with five thousand listings of every variety in the embedded database, over HTTP: the first
// page of fifty, the same with everything in it, and all of them line by line. Says the figures as a line of JSON.
import { routes } from '../src/offer/open-referral/routes.ts';
import { testAuthority, testDatabase } from '../test/database.ts';
import { publishListings } from '../test/publish-listings.ts';
import { testSite } from '../test/site.ts';
import { variedListings } from '../test/varied-listings.ts';
import { testNow } from '../test/visit.ts';
import { middleOf } from './middle.ts';

/** How long somebody waits, in milliseconds, and how many bytes come. */
type Waited = { readonly half: number; readonly most: number; readonly bytes: number };

/** What open data costs. */
export type OpenReferral = {
  readonly listings: number;
  /** The very first answer of a process, which reads the directory. */
  readonly first: number;
  readonly page: Waited;
  readonly fullPage: Waited;
  readonly search: Waited;
  readonly near: Waited;
  readonly lines: Waited & { readonly toFirstPiece: number; readonly records: number };
  readonly unchanged: Waited;
};

const count = 5_000;
const database = await testDatabase();
const listings = variedListings({ count, seed: 20_261_122, isStorable: true });
await publishListings(database, { authority: testAuthority, listings, at: testNow });
const site = await testSite({ database, routes });
const origin = await site.listen({ port: 0, host: '127.0.0.1' });

async function ask(path: string, headers: Record<string, string> = {}) {
  const start = performance.now();
  // Not compressed: what is measured is the making of the answer.
  const answer = await fetch(`${origin}/open-referral${path}`, {
    headers: { 'accept-encoding': 'identity', ...headers },
  });
  const expected = headers['if-none-match'] === undefined ? 200 : 304;
  if (answer.status !== expected) throw new Error(`${path} was answered with ${answer.status}.`);
  let toFirstPiece = 0;
  let bytes = 0;
  let records = 0;
  for await (const piece of answer.body ?? []) {
    if (bytes === 0) toFirstPiece = performance.now() - start;
    bytes += piece.length;
    for (const byte of piece) if (byte === 10) records++;
  }
  return { took: performance.now() - start, toFirstPiece, bytes, records, etag: answer.headers.get('etag') };
}

async function waitedFor(
  path: string,
  { times, headers = {} }: { times: number; headers?: Record<string, string> },
) {
  const all = [];
  for (let index = 0; index < times; index++) all.push(await ask(path, headers));
  const took = all.map((one) => one.took);
  const last = all.at(-1);
  return {
    half: middleOf(took),
    most: Math.max(...took),
    bytes: last?.bytes ?? 0,
    records: last?.records ?? 0,
    toFirstPiece: middleOf(all.map((one) => one.toFirstPiece)),
  };
}

const { took: first, etag } = await ask('/services');
// The warm-up.
await waitedFor('/services?full=true', { times: 20 });
const told: OpenReferral = {
  listings: count,
  first,
  page: await waitedFor('/services', { times: 200 }),
  fullPage: await waitedFor('/services?full=true', { times: 100 }),
  search: await waitedFor('/services?search=arts&day=SA&minimum_age=5', { times: 100 }),
  near: await waitedFor('/service_at_locations?postcode=ME7+1HF&proximity=5000', { times: 50 }),
  lines: await waitedFor('/services?full=true&format=ndjson', { times: 5 }),
  unchanged: await waitedFor('/services', { times: 200, headers: { 'if-none-match': etag ?? '' } }),
};
if (told.lines.records !== count)
  throw new Error(`${told.lines.records} lines came in the place of ${count}.`);
await site.close();
await database.close();
process.stdout.write(`${JSON.stringify(told)}\n`);

import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { settableClock } from '#kernel/clock.ts';
import { openListing } from '#offer/directory/index.ts';
import { type Authority, loadAuthorities, syncAuthorities } from '#platform/authorities/index.ts';
import type { Database } from '#platform/database/index.ts';
import type { Person } from '#platform/web/visit.ts';
import { onlyCouncils } from '../../../test/authorities.ts';
import { testDatabase } from '../../../test/database.ts';
import { testNow, testPerson, testVisit } from '../../../test/visit.ts';
import { prepareListing } from '../directory/actions/prepare-listing.ts';
import { aListing } from '../directory/examples.ts';
import { saveListing } from '../directory/store/save-listing.ts';
import { askForFeed, settleListingImport, uploadSheet } from './actions/bring-in.ts';
import { takeInListings } from './index.ts';
import { emptySheet } from './pages/downloads.ts';
import { importPage } from './pages/import.ts';
import { columnNames, columns } from './sheet/columns.ts';

const clock = settableClock(testNow);
const folder = mkdtempSync(path.join(tmpdir(), 'daybreak-imports-'));
let database: Database;
let authority: Authority;
let person: Person;

const sample = columnNames.map((name) => (name === 'area' ? '' : columns[name].sample));
const headings = columnNames.map((name) => columns[name].heading);

/** A CSV of the sample row, once for each given, with cells of its own. */
function sheet(rows: readonly Partial<Record<(typeof columnNames)[number], string>>[]): Uint8Array {
  const lines = rows.map((given) =>
    columnNames.map((name, at) => `"${(given[name] ?? sample[at] ?? '').replaceAll('"', '""')}"`).join(','),
  );
  return new TextEncoder().encode([headings.join(','), ...lines].join('\n'));
}

async function upload(bytes: Uint8Array, name = 'listings.csv'): Promise<string> {
  const uploads = [{ field: 'file', name, bytes, tooBig: false }];
  const answer = await testVisit({ database, authority, person, clock, uploads }, uploadSheet);
  assert.equal(answer.kind, 'redirect', JSON.stringify(answer));
  return answer.kind === 'redirect' ? (answer.to.split('/').at(-1) ?? '') : '';
}

const settle = (id: string, form: Record<string, string | string[]> = {}) =>
  testVisit(
    { database, authority, person, clock, params: { import: id }, form: { what: 'accept', ...form } },
    settleListingImport,
  );

async function shown(id: string): Promise<string> {
  const page = await testVisit(
    { database, authority, person, clock, params: { import: id }, readOnly: true },
    importPage,
  );
  assert.equal(page.kind, 'page');
  return page.kind === 'page' ? page.main.text : '';
}

const rowsOf = (id: string) =>
  database.owner
    .selectFrom('listing_import_rows')
    .select(['number', 'outcome', 'slug', 'like_what', 'taken_in_at', 'wrongs', 'oddities'])
    .where('import_id', '=', id)
    .orderBy('number')
    .execute();
const drafts = () => database.owner.selectFrom('listing_drafts').selectAll().execute();
const run = (ask?: Parameters<typeof takeInListings>[0]['ask']) =>
  takeInListings({ database, clock, authorities: [authority], ...(ask === undefined ? {} : { ask }) });

before(async () => {
  database = await testDatabase();
  const councils = onlyCouncils('medway');
  cpSync(councils, folder, { recursive: true, dereference: true });
  mkdirSync(path.join(folder, 'medway'), { recursive: true });
  writeFileSync(
    path.join(folder, 'medway', 'feeds.yaml'),
    'feeds:\n  - name: Next door\n    publisher: Next-door Council\n    address: https://next-door.example.org/services\n    neighbour: true\n    tier: universal\n    kind: play\n    source: Made up for a test.\n',
  );
  const [medway] = loadAuthorities(folder);
  assert.ok(medway);
  authority = medway;
  await syncAuthorities(database, [authority]);
  person = await testPerson({ database, authority, roles: ['short-breaks-officer'] });
  await database.transaction({ authorityId: authority.id, standing: 'system' }, async (transaction) => {
    const toSave = await prepareListing(
      transaction,
      aListing({ slug: 'old', title: 'Old art', provider: 'Art club' }),
    );
    await saveListing(transaction, { authorityId: authority.id, at: clock.now(), toSave });
  });
});
after(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

test('the empty spreadsheet can be sent as it is', async () => {
  const id = await upload(new TextEncoder().encode(String(emptySheet().body)));
  assert.deepEqual(
    (await rowsOf(id)).map(({ outcome }) => outcome),
    ['new'],
  );
});

test('ten thousand rows with thirty wrong ones: all thirty are named, and nothing is there before it is accepted', async () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => ({
    title: `Club ${index}`,
    reference: `c-${index}`,
    ...(index % 333 === 7 && index < 9_990 ? { 'age-from': 'x', email: 'nobody' } : {}),
  }));
  const wrong = rows.filter((row) => 'email' in row).length;
  assert.equal(wrong, 30);
  const before = (await drafts()).length;
  const id = await upload(sheet(rows));
  const kept = await rowsOf(id);
  assert.equal(kept.filter(({ outcome }) => outcome === 'wrong').length, 30);
  const page = await shown(id);
  for (const [index, row] of rows.entries())
    if ('email' in row) assert.match(page, new RegExp(`Row ${index + 2}</strong>, Club ${index}<`));
  assert.equal((await drafts()).length, before);

  assert.equal(await run(), 0, 'nobody has accepted it');
  const refused = await settle(id);
  assert.equal(refused.kind, 'wrong');
  assert.match(JSON.stringify(refused), /30 rows are wrong/);
  assert.equal((await drafts()).length, before);
  const aside = await settle(id, { what: 'set-aside' });
  assert.equal(aside.kind, 'redirect');
  assert.equal(await run(), 0);
  assert.equal((await settle(id, { leaveOut: 'yes' })).kind, 'wrong', 'it was settled');
});

test('what is accepted is proposed, once; sent again it is known, and what is like another waits for a choice', async () => {
  const rows = [
    { title: 'Sunday swim', reference: 's-1' },
    { title: 'Old art', provider: 'Art Club', reference: 's-2' },
    { title: 'sunday  SWIM', reference: 's-3' },
  ];
  const id = await upload(sheet(rows));
  assert.deepEqual(
    (await rowsOf(id)).map(({ outcome, like_what }) => [outcome, like_what]),
    [
      ['new', null],
      ['like', 'Old art, Art club'],
      ['like', 'row 2: Sunday swim, Medway Otters'],
    ],
  );
  assert.equal((await settle(id, { alike: ['3'] })).kind, 'redirect');
  const before = (await drafts()).length;
  assert.equal(await run(), 2);
  assert.equal(await run(), 0);
  assert.equal((await drafts()).length, before + 2);
  assert.match(await shown(id), /2 of 2 are taken in/);
  const slug = (await rowsOf(id))[0]?.slug ?? '';
  const seen = await database.transaction({ authorityId: authority.id, standing: 'public' }, (transaction) =>
    openListing(transaction, { authorityId: authority.id, slug }),
  );
  assert.equal(seen, null, 'families see nothing before it is approved');
});

test('a feed is fetched by the job, whole or not at all', async () => {
  const ask = (answers: readonly (string | number)[]) => {
    let asked = 0;
    return async () => {
      const answer = answers[asked++] ?? 500;
      return typeof answer === 'number' ? new Response('', { status: answer }) : new Response(answer);
    };
  };
  const page = (number: number, services: object[]) =>
    JSON.stringify({ total_pages: 2, page_number: number, contents: services });
  const service = (id: string, more: object = {}) => ({
    id,
    name: `Club ${id}`,
    description: 'Fun.',
    minimum_age: -1,
    ...more,
  });
  const want = async () => {
    const answer = await testVisit(
      { database, authority, person, clock, form: { feed: 'Next door' } },
      askForFeed,
    );
    return answer.kind === 'redirect' ? (answer.to.split('/').at(-1) ?? '') : '';
  };

  const broken = await want();
  await run(ask([page(1, [service('a')]), '{"contents": [{"id"']));
  assert.match(await shown(broken), /Page 2 of 2: The feed breaks off or is not JSON at line 1/);
  assert.deepEqual(await rowsOf(broken), []);

  const silent = await want();
  await run(ask([503]));
  assert.match(await shown(silent), /answered 503/);

  const whole = await want();
  await run(ask([page(1, [service('a')]), page(2, [service('b', { minimum_age: 65, maximum_age: 99 })])]));
  const rows = await rowsOf(whole);
  assert.deepEqual(
    rows.map(({ outcome }) => outcome),
    ['new', 'wrong'],
  );
  assert.match(await shown(whole), /It is for adults above 25/);
  assert.match(await shown(whole), /contents\[0\]\.minimum_age/);
  await settle(whole, { leaveOut: 'yes' });
  assert.equal(await run(), 1);

  const again = await want();
  await run(ask([page(1, [service('a', { name: 'Club A, renamed' })]), page(2, [])]));
  const [renamed] = await rowsOf(again);
  assert.equal(renamed?.slug, rows[0]?.slug, 'it is known by its identifier');
});

test('a file without the columns, and somebody else’s council, come no further', async () => {
  const uploads = [
    { field: 'file', name: 'x.csv', bytes: new TextEncoder().encode('a,b\n1,2\n'), tooBig: false },
  ];
  const answer = await testVisit({ database, authority, person, clock, uploads }, uploadSheet);
  assert.match(JSON.stringify(answer), /no column “Title”, “Provider”/);
  const seen = await database.transaction({ authorityId: authority.id, standing: 'public' }, (transaction) =>
    transaction.selectFrom('listing_import_rows').selectAll().execute(),
  );
  assert.deepEqual(seen, []);
});

// What people and publishers send by mistake or on purpose. Nothing of it may stop the imports of others, be lost
// without a word, or come in twice.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { settableClock } from '#kernel/clock.ts';
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
import { wrongRows } from './pages/downloads.ts';
import { importPage } from './pages/import.ts';
import { columnNames, columns } from './sheet/columns.ts';

const clock = settableClock(testNow);
const folder = mkdtempSync(path.join(tmpdir(), 'daybreak-hostile-'));
const feed = (name: string) =>
  `  - {name: ${name}, publisher: Next-door Council, address: "https://${name}.example.org/services", neighbour: true, tier: universal, kind: play, source: Made up for a test.}\n`;
let database: Database;
let authority: Authority;
let person: Person;

type Row = Partial<Record<(typeof columnNames)[number], string>>;

function sheet(rows: readonly Row[], more: { readonly headings?: readonly string[] } = {}): Uint8Array {
  const headings = more.headings ?? columnNames.map((name) => columns[name].heading);
  const lines = rows.map((given) =>
    headings
      .map((_, at) => {
        const name = columnNames[at];
        const sample = name === undefined ? 'x' : name === 'area' ? '' : columns[name].sample;
        const cell = (name === undefined ? undefined : given[name]) ?? sample;
        return `"${cell.replaceAll('"', '""')}"`;
      })
      .join(','),
  );
  return new TextEncoder().encode([headings.join(','), ...lines].join('\n'));
}

async function answerTo(bytes: Uint8Array) {
  const uploads = [{ field: 'file', name: 'listings.xlsx', bytes, tooBig: false }];
  return testVisit({ database, authority, person, clock, uploads }, uploadSheet);
}

async function upload(bytes: Uint8Array): Promise<string> {
  const answer = await answerTo(bytes);
  assert.equal(answer.kind, 'redirect', JSON.stringify(answer));
  return answer.kind === 'redirect' ? (answer.to.split('/').at(-1) ?? '') : '';
}

async function wantsFeed(name: string): Promise<string> {
  const answer = await testVisit({ database, authority, person, clock, form: { feed: name } }, askForFeed);
  return answer.kind === 'redirect' ? (answer.to.split('/').at(-1) ?? '') : '';
}

const settle = (id: string, form: Record<string, string | string[]> = {}) =>
  testVisit(
    {
      database,
      authority,
      person,
      clock,
      params: { import: id },
      form: { what: 'accept', leaveOut: 'yes', ...form },
    },
    settleListingImport,
  );

async function shown(id: string): Promise<string> {
  const page = await testVisit(
    { database, authority, person, clock, params: { import: id }, readOnly: true },
    importPage,
  );
  return page.kind === 'page' ? page.main.text : '';
}

const rowsOf = (id: string) =>
  database.owner
    .selectFrom('listing_import_rows')
    .select(['number', 'outcome', 'slug', 'like_what', 'wrongs', 'title'])
    .where('import_id', '=', id)
    .orderBy('number')
    .execute();
const draftSlugs = async () =>
  (await database.owner.selectFrom('listing_drafts').select('slug').execute()).map(({ slug }) => slug);
const run = (body?: string) =>
  takeInListings({
    database,
    clock,
    authorities: [authority],
    ...(body === undefined ? {} : { ask: async () => new Response(body) }),
  });

before(async () => {
  database = await testDatabase();
  cpSync(onlyCouncils('medway'), folder, { recursive: true, dereference: true });
  writeFileSync(path.join(folder, 'medway', 'feeds.yaml'), `feeds:\n${feed('one')}${feed('two')}`);
  const [medway] = loadAuthorities(folder);
  assert.ok(medway);
  authority = medway;
  await syncAuthorities(database, [authority]);
  person = await testPerson({ database, authority, roles: ['short-breaks-officer'] });
});
after(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

test('a feed of things that are no services, and texts that no database keeps, stops nobody', async () => {
  const id = await wantsFeed('one');
  const contents = [
    null,
    'a service',
    5,
    [],
    { id: 'nul\u0000id', name: 'A\u0000club', description: 'Half a letter: \ud83d.', minimum_age: 5 },
    { id: 'x'.repeat(9_000), name: 'A very long identifier', description: 'x' },
    { id: 'long', name: 'n'.repeat(50_000), description: 'd'.repeat(50_000) },
  ];
  await run(JSON.stringify({ total_pages: 1, page_number: 1, contents }));
  const rows = await rowsOf(id);
  assert.deepEqual(
    rows.map(({ outcome }) => outcome),
    ['wrong', 'wrong', 'wrong', 'wrong', 'new', 'wrong', 'new'],
  );
  assert.equal(rows[4]?.title, 'Aclub');
  const page = await shown(id);
  assert.ok(page.length < 30_000, `${page.length} characters`);
  assert.match(page, /longer than/);
  assert.equal((await settle(id)).kind, 'redirect');
  assert.equal(await run(), 2);
});

test('one service twice in a feed comes in once, and the second is named', async () => {
  const id = await wantsFeed('two');
  const contents = [
    { id: 'a', name: 'Sunday club', description: 'First.' },
    { id: 'a', name: 'Sunday club', description: 'Second.' },
  ];
  await run(JSON.stringify({ total_pages: 1, page_number: 1, contents }));
  assert.deepEqual(
    (await rowsOf(id)).map(({ outcome }) => outcome),
    ['new', 'wrong'],
  );
  assert.match(await shown(id), /row 1 has the same identifier/);
});

test('two rows with one reference: the second is wrong, and says where the first stands', async () => {
  const id = await upload(
    sheet([
      { reference: 'r-1', title: 'Swim' },
      { reference: 'r-1', title: 'Art' },
    ]),
  );
  const rows = await rowsOf(id);
  assert.deepEqual(
    rows.map(({ outcome }) => outcome),
    ['new', 'wrong'],
  );
  assert.match(JSON.stringify(rows[1]?.wrongs), /row 2 has the same/);
});

test('the same club at two pools without references stays two listings, also when it is sent again', async () => {
  const both = sheet([
    { reference: '', title: 'Two pools', place: 'North pool' },
    { reference: '', title: 'Two pools', place: 'South pool', postcode: 'ME4 4UL', town: 'Chatham' },
  ]);
  const first = await upload(both);
  const rows = await rowsOf(first);
  assert.deepEqual(
    rows.map(({ outcome }) => outcome),
    ['new', 'like'],
  );
  assert.equal(new Set(rows.map(({ slug }) => slug)).size, 2, 'each has an address of its own');
  const before = (await draftSlugs()).length;
  await settle(first, { alike: ['3'] });
  assert.equal(await run(), 2);
  assert.equal((await draftSlugs()).length, before + 2);
  const again = await rowsOf(await upload(both));
  assert.deepEqual(
    again.map(({ slug }) => slug),
    rows.map(({ slug }) => slug),
  );
});

test('headings twice are refused by name; headings in other letters are read; unknown ones are named', async () => {
  const usual = columnNames.map((name) => columns[name].heading);
  const twice = await answerTo(sheet([{}], { headings: [...usual, 'TITLE'] }));
  assert.match(JSON.stringify(twice), /two columns called “Title”/);
  const shouted = await upload(
    sheet([{ reference: 'loud' }], { headings: usual.map((heading) => ` ${heading.toUpperCase()} `) }),
  );
  assert.deepEqual(
    (await rowsOf(shouted)).map(({ outcome }) => outcome),
    ['new'],
  );
  const wide = [...usual, ...Array.from({ length: 200 }, (_, at) => `Extra ${at}`)];
  const page = await shown(await upload(sheet([{ reference: 'wide' }], { headings: wide })));
  assert.match(page, /“Extra 0”.*are not known here and were left out/);
  assert.ok(page.length < 20_000, `${page.length} characters`);
});

test('two officers who accept at once: one does, the other is told', async () => {
  const id = await upload(sheet([{ reference: 'once', title: 'Once' }]));
  const kinds = (await Promise.all([settle(id), settle(id)])).map(({ kind }) => kind);
  assert.deepEqual(kinds.toSorted(), ['redirect', 'wrong']);
  assert.equal(await run(), 1);
});

test('a listing that is withdrawn between the look and the yes waits for approval as a whole', async () => {
  const listing = aListing({ slug: 'going', title: 'Going away', provider: 'Goers' });
  await database.transaction({ authorityId: authority.id, standing: 'system' }, async (transaction) => {
    const toSave = await prepareListing(transaction, listing);
    await saveListing(transaction, { authorityId: authority.id, at: clock.now(), toSave });
  });
  const id = await upload(sheet([{ reference: 'g', title: 'Going away', provider: 'Goers' }]));
  await database.owner
    .updateTable('listings')
    .set({ withdrawn_at: clock.now() })
    .where('slug', '=', 'going')
    .execute();
  await settle(id, { alike: ['2'] });
  assert.equal(await run(), 1);
  assert.match(await shown(id), /1 of 1/);
});

test('what would be a formula in a spreadsheet stays words in the spreadsheet of wrong rows', async () => {
  const id = await upload(sheet([{ reference: '=1+1', title: '=HYPERLINK("https://x")', 'age-from': 'x' }]));
  const file = await testVisit(
    { database, authority, person, clock, params: { import: id }, readOnly: true },
    wrongRows,
  );
  assert.ok(file.kind === 'download');
  assert.doesNotMatch(String(file.body), /(^|,|")=HYPERLINK/m);
});

test('many that are like others can be taken in together, also those that the page does not show', async () => {
  const first = Array.from({ length: 130 }, (_, at) => ({ reference: `a-${at}`, title: `Club ${at}` }));
  const id = await upload(
    sheet([...first, ...first.map((row) => ({ ...row, reference: `b${row.reference}` }))]),
  );
  const page = await shown(id);
  assert.match(page, /All 130/);
  await settle(id, { alike: ['all'] });
  assert.equal(await run(), 260);
});

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { testAuthority, testDatabase } from '../../../test/database.ts';
import { type Authority, holidaysOf, lastDayBy, loadAuthorities, syncAuthorities } from './index.ts';

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const plain = `
id: 018f0000-0000-7000-8000-00000000c001
slug: plainshire
name: Plainshire Council
service: Short breaks in Plainshire
hosts: [Breaks.Plainshire.example.org]
theme: { brand: "#1f5a66", brand-dark: "#143f48", brand-tint: "#eef6f5", accent: "#f3b23e", link: "#1d4f8c", link-hover: "#143f48" }
contact: { phone: 01632 960001, email: breaks@plainshire.example.org }
crisis: []
`;

/** A folder of authorities with these authority.yaml files, by the folder's name. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'daybreak-authorities-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'authority.yaml'), text);
  }
  return folder;
}

const withChange = (change: object) => stringify({ ...parse(plain), ...change });

function messageFor(files: Readonly<Record<string, string>>): string {
  try {
    loadAuthorities(folderOf(files));
  } catch (error) {
    assert.ok(error instanceof Error);
    return error.message;
  }
  return '';
}

test('the authorities of this project load', () => {
  const authorities = loadAuthorities(fileURLToPath(new URL('../../../authorities', import.meta.url)));
  assert.ok(authorities.some(({ slug }) => slug === 'medway'));
});

test('a plain file loads, its hosts as browsers write them; files and other folders beside it are passed over', () => {
  const folder = folderOf({ plainshire: plain });
  writeFileSync(join(folder, 'README.md'), '');
  mkdirSync(join(folder, 'drafts'));
  const [authority, ...others] = loadAuthorities(folder);
  assert.deepEqual(others, []);
  assert.equal(authority?.folder, join(folder, 'plainshire'));
  assert.deepEqual(authority.hosts, ['breaks.plainshire.example.org']);
  assert.deepEqual(authority.contact, {
    phone: '01632 960001',
    email: 'breaks@plainshire.example.org',
    hours: '',
    address: '',
  });
  assert.equal(authority.logo.text, '');
});

for (const [name, text, wanted] of [
  ['a line that is missing', withChange({ service: undefined }), /authority\.yaml: service: /],
  ['a word that is misspelt', withChange({ host: ['a.example.org'] }), /Unrecognized key: "host"/],
  ['an id that is none', withChange({ id: '1' }), /authority\.yaml: id: /],
  ['a slug with a space', withChange({ slug: 'Plain shire' }), /slug: must be lower-case letters/],
  [
    'a host with a port',
    withChange({ hosts: ['breaks.example.org:3000'] }),
    /hosts\.0: must be the name of a host/,
  ],
  ['a host that is an address', withChange({ hosts: ['https://breaks.example.org'] }), /hosts\.0: must be/],
  [
    'a colour that could carry style',
    withChange({ theme: { ...parse(plain).theme, link: 'red;}' } }),
    /theme\.link: must be a colour/,
  ],
  [
    'a link that would run a script',
    withChange({ crisis: [{ name: 'A', when: 'B', url: 'javascript:alert(1)' }] }),
    /crisis\.0\.url: must be an address/,
  ],
  [
    'a logo that is not there',
    withChange({ theme: { ...parse(plain).theme, logo: 'logo.svg' } }),
    /theme\.logo: there is no file logo\.svg/,
  ],
  ['YAML that cannot be read', 'id: [', /authority\.yaml cannot be read: /],
  ['an empty file', '', /authority\.yaml: the file: /],
] as const) {
  test(`${name} is named with the file and the place in it`, () => {
    const message = messageFor({ plainshire: text });
    assert.match(message, wanted);
    assert.ok(message.includes(join('plainshire', 'authority.yaml')), message);
  });
}

test('every mistake of a file has its line', () => {
  const message = messageFor({ plainshire: withChange({ service: undefined, slug: 'X' }) });
  assert.equal(message.split('\n').length, 2);
});

test('two authorities with the same id, slug or host are named', () => {
  const id = '018f0000-0000-7000-8000-00000000c002';
  const same = messageFor({ one: plain, two: withChange({ id, slug: 'other' }) });
  assert.match(
    same,
    /one.authority\.yaml and .*two.authority\.yaml both have the host breaks\.plainshire\.example\.org$/,
  );
  assert.equal(messageFor({ one: plain, two: plain }).split('\n').length, 3);
  assert.equal(messageFor({ one: plain, two: withChange({ id, slug: 'other', hosts: [] }) }), '');
});

test('a folder without an authority, or one that is not there, is named', () => {
  const folder = folderOf({});
  for (const path of [folder, join(folder, 'nowhere')])
    assert.throws(() => loadAuthorities(path), new RegExp(`${path} holds no authority`));
});

test('the database knows an authority by its id, whatever it is called by and by', async () => {
  const database = await testDatabase();
  try {
    const renamed = { ...testAuthority, name: 'Testshire County Council', slug: 'testshire-county' };
    await syncAuthorities(database, [renamed]);
    await syncAuthorities(database, [renamed]);
    const rows = await database.transaction(
      { authorityId: testAuthority.id, standing: 'public' },
      (transaction) => transaction.selectFrom('authorities').select(['name', 'slug']).execute(),
    );
    assert.deepEqual(rows, [{ name: 'Testshire County Council', slug: 'testshire-county' }]);
  } finally {
    await database.close();
  }
});

const clocks = `
clocks:
  - { id: decision, name: Decision, allowed: { count: 30, unit: working-days }, from: 2024-01-01, until: 2026-03-31 }
  - { id: decision, name: Decision, allowed: { count: 20, unit: working-days }, from: 2026-04-01 }
  - { id: appeal, name: Appeal, allowed: { count: 28, unit: days }, from: 2024-01-01 }
  - { id: review, name: Review, allowed: { count: 1, unit: months }, from: 2024-01-01 }
`;
const holidays = `
bank-holidays:
  - { date: 2026-04-03, name: Good Friday }
  - { date: 2026-04-06, name: Easter Monday }
`;

function withClocks(files: Readonly<Record<string, string>>): Authority {
  const folder = folderOf({ plainshire: plain });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'plainshire', name), text);
  const [authority] = loadAuthorities(folder);
  if (authority === undefined) throw new Error('the authority did not load');
  return authority;
}

const day = (text: string) => Temporal.PlainDate.from(text);

test('a clock counts by what was in force on the day it began: working days over Easter, days, and months', () => {
  const authority = withClocks({ 'clocks.yaml': clocks, 'bank-holidays-england.yaml': holidays });
  const last = (id: string, from: string) => lastDayBy(authority, { id, from: day(from) }).toString();
  assert.deepEqual([...holidaysOf(authority)], ['2026-04-03', '2026-04-06']);
  // Thursday 2 April 2026: Friday, the weekend and Monday are closed, so the first day that counts is the 7th.
  assert.equal(last('decision', '2026-04-02'), '2026-05-04');
  assert.equal(last('decision', '2026-03-31'), '2026-05-14');
  assert.equal(last('appeal', '2026-04-02'), '2026-04-30');
  assert.equal(last('review', '2027-01-31'), '2027-02-28');
  assert.throws(
    () => last('decision', '2023-12-31'),
    /clocks\.yaml has no clock decision in force on 2023-12-31/,
  );
  assert.throws(() => last('other', '2026-04-02'), /has no clock other/);
});

test('what England has holds for every council, and the council’s own clock of the same name goes before', () => {
  const statutory = `
clocks:
  - { id: complaint, name: Complaint, allowed: { count: 2, unit: working-days }, at-most: { count: 4, unit: working-days }, from: 2024-01-01 }
  - { id: appeal, name: Appeal, allowed: { count: 5, unit: days }, from: 2024-01-01 }
`;
  const folder = folderOf({ plainshire: plain });
  mkdirSync(join(folder, 'england'));
  writeFileSync(join(folder, 'england', 'clocks.yaml'), statutory);
  writeFileSync(join(folder, 'england', 'bank-holidays-england.yaml'), holidays);
  writeFileSync(join(folder, 'plainshire', 'clocks.yaml'), clocks);
  const [authority, ...others] = loadAuthorities(folder);
  assert.ok(authority);
  assert.deepEqual(others, []);
  const from = day('2026-04-02');
  assert.equal(lastDayBy(authority, { id: 'complaint', from }).toString(), '2026-04-08');
  assert.equal(lastDayBy(authority, { id: 'complaint', from, longest: true }).toString(), '2026-04-10');
  assert.equal(lastDayBy(authority, { id: 'appeal', from }).toString(), '2026-04-30');
  // A clock without a longest span ends where it ends.
  assert.equal(lastDayBy(authority, { id: 'appeal', from, longest: true }).toString(), '2026-04-30');
});

test('a file of clocks that is missing or wrong is named', () => {
  const missing = withClocks({ 'clocks.yaml': clocks });
  assert.throws(
    () => holidaysOf(missing),
    /has no bank-holidays-england\.yaml, and there is none in the folder england beside it/,
  );
  const wrong = withClocks({
    'clocks.yaml': clocks.replace('2026-03-31', '2026-02-30'),
    'bank-holidays-england.yaml': holidays,
  });
  assert.throws(() => holidaysOf(wrong), /clocks\.yaml: clocks\.0\.until: must be a date like 2026-04-01/);
});

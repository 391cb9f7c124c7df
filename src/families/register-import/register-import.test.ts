import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { settableClock } from '#kernel/clock.ts';
import type { Database } from '#platform/database/index.ts';
import type { Person } from '#platform/web/visit.ts';
import { testDatabase } from '../../../test/database.ts';
import { hiddenFields, siteVisitor, testSite } from '../../../test/site.ts';
import { testNow, testPerson } from '../../../test/visit.ts';
import { routes } from '../../modules.ts';
import { factsOf } from '../register/index.ts';
import { aFamily, council, front as frontOf } from '../register/test/front.ts';
import { mappingsOf } from './mappings.ts';

let database: Database;
let manager: Person;
before(async () => {
  database = await testDatabase();
  manager = await testPerson({ database, roles: ['team-manager'], name: 'Ngozi Manager' });
});
after(() => database.close());

const all = '/practitioners/register/import';
const authorityId = council.id;
const front = (person: Person = manager) => frontOf(database, person, settableClock(testNow), routes);
const headings =
  'Number,First name,Last name,Date of birth,Postcode,Address,Town,Parent,Relationship,Parental responsibility,NHS number,Sex,Disability,School,Family number,Other support,Kind of support,Paid by,Cost a year,Hours a year,Support from';

type Cells = Readonly<Record<string, string>>;

/** A file of the spreadsheet mapping with these rows. */
function csv(...rows: readonly Cells[]): string {
  const columns = headings.split(',');
  return [headings, ...rows.map((row) => columns.map((column) => `"${row[column] ?? ''}"`).join(','))].join(
    '\n',
  );
}

/** A name that is like no other row's: nobody is taken for somebody else. */
const nameOf = (number: string) => String.fromCharCode(97 + (Number(number) % 26)).repeat(6);

function row(number: string, change: Cells = {}): Cells {
  return {
    Number: number,
    'First name': `C${nameOf(number)}`,
    'Last name': `F${nameOf(number)}`,
    'Date of birth': '04/03/2017',
    Postcode: 'me4 4tr',
    Parent: `Parent ${number}`,
    Relationship: 'Mum',
    Sex: 'Girl',
    Disability: 'AUT; Mobility',
    School: 'Oak School',
    ...change,
  };
}

async function sends(text: string | Uint8Array, form: Cells = {}) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return front().posts(all, form, [{ field: 'file', name: 'register.csv', bytes, tooBig: false }]);
}

async function loads(text: string, form: Cells = {}) {
  const sent = await sends(text);
  assert.equal(sent.kind, 'redirect', sent.wrong.join());
  const page = await front().opens(sent.to);
  const seen = /name="seen" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
  const done = await front().posts(sent.to, { what: 'accept', seen, ...form });
  return { sent, page, done };
}

/** The figures of an import's page, in their order: new, joined, maybe, changed, same, wrong. */
function figures(html: string): readonly number[] {
  return [...html.matchAll(/<dd><strong>([\d,]+)<\/strong>/g)].map(([, figure = '']) =>
    Number(figure.replace(',', '')),
  );
}

/** How many rows every table that an import writes has. */
async function everything() {
  const counts = {
    children: 0,
    households: 0,
    parent_carers: 0,
    child_facts: 0,
    other_support: 0,
    household_addresses: 0,
    imported_children: 0,
  };
  for (const table of Object.keys(counts) as (keyof typeof counts)[]) {
    const { count } = await database.owner
      .selectFrom(table)
      .select((select) => select.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    counts[table] = count;
  }
  return counts;
}

test('every mapping that comes with the product can be read', () => {
  assert.deepEqual(
    mappingsOf(council).map(({ id }) => id),
    ['lcs', 'mosaic', 'spreadsheet'],
  );
});

test('a file is looked at first, loaded whole, and the same file again changes nothing', async () => {
  const text = csv(
    row('1', {
      'Other support': 'Saturday club',
      'Kind of support': 'club',
      'Paid by': 'health',
      'Cost a year': '£1,200.50',
      'Hours a year': '96.25',
      'Support from': '01/04/2026',
      'Family number': 'F1',
    }),
    row('2', {
      'Family number': 'F1',
      'First name': 'Sibling',
      'Last name': 'Fbbbbbb',
      'Date of birth': '2019-07-08',
    }),
  );
  const empty = await everything();
  const { page, done, sent } = await loads(text);
  assert.deepEqual(figures(page.html), [2, 0, 0, 0, 0, 0]);
  assert.equal(done.kind, 'redirect', done.wrong.join());
  assert.match((await front().opens(sent.to)).html, /Loaded/);
  const loaded = await everything();
  assert.equal(loaded.children - empty.children, 2);
  assert.equal(loaded.households - empty.households, 1, 'siblings live together');
  const support = await database.owner.selectFrom('other_support').selectAll().executeTakeFirstOrThrow();
  assert.deepEqual(
    [support.yearly_pence, support.yearly_minutes, support.paid_by, support.break_kind],
    [120_050, 5_775, 'health', 'club'],
  );
  const child = await database.owner
    .selectFrom('imported_children')
    .select('child_id')
    .where('source_key', '=', '1')
    .executeTakeFirstOrThrow();
  const record = await front().opens(`/practitioners/children/${child.child_id}`);
  for (const words of [
    'Oak School',
    'Mobility (MOB)',
    'Parent 1',
    'Spreadsheet, number 1',
    'Spreadsheet, brought over on 24 November 2026',
  ])
    assert.ok(record.html.includes(words), words);
  const again = await sends(text);
  const second = await front().opens(again.to);
  assert.deepEqual(figures(second.html), [0, 0, 0, 0, 2, 0]);
  assert.match(second.html, /nothing to load/);
  assert.deepEqual(await everything(), loaded);
});

test('a changed row adds what changed in it, and not over what was said here since', async () => {
  await loads(csv(row('10')));
  const { child_id: childId } = await database.owner
    .selectFrom('imported_children')
    .select('child_id')
    .where('source_key', '=', '10')
    .executeTakeFirstOrThrow();
  await front().posts(`/practitioners/children/${childId}/facts/school`, {
    saidBy: 'Mother',
    school: 'Beech School',
  });
  const { page } = await loads(
    csv(row('10', { Disability: 'AUT', Postcode: 'ME7 1AB', 'Last name': 'Renamed' })),
  );
  assert.deepEqual(figures(page.html), [0, 0, 0, 1, 0, 0]);
  const facts = await database.transaction({ authorityId, standing: 'system' }, (transaction) =>
    factsOf(transaction, { authorityId, childId }),
  );
  assert.equal(facts.get('school')?.answer, 'Beech School');
  assert.deepEqual(facts.get('disability')?.answer, ['AUT']);
  const record = await front().opens(`/practitioners/children/${childId}`);
  assert.match(record.html, /Ckkkkkk Renamed/);
  assert.match(record.html, /ME7 1AB/);
});

test('every wrong row is named with its column and what mends it, and nothing is loaded unless it is left out', async () => {
  const before = await everything();
  const text = csv(
    row('20'),
    row('21', { 'Date of birth': '30/02/2017' }),
    row('22', { 'Date of birth': '01/01/2027' }),
    row('23', { Postcode: 'nowhere', Disability: 'XYZ' }),
    row('20', { 'First name': 'Again' }),
    row('25', { 'NHS number': '1234567890' }),
    row('', { 'First name': '=cmd()' }),
    row('27', { Disability: 'NONE; AUT' }),
    row('28', { 'Cost a year': 'a lot', 'Other support': 'Club' }),
  );
  const sent = await sends(text);
  const page = await front().opens(sent.to);
  assert.deepEqual(figures(page.html), [1, 0, 0, 0, 0, 8]);
  for (const words of [
    '“30/02/2017” is not a date',
    'lies in the future',
    '“XYZ” is not known',
    'The number 20 stands in row 2 as well',
    'its ten digits do not fit together',
    'Give every child the number',
    'cannot stand beside a disability',
    'is not a number that can be used here',
    'Enter the day from which the support is given',
  ])
    assert.ok(page.html.includes(words), words);
  assert.equal([...page.html.matchAll(/rowheader">\d+<\/th>/g)].length, 10);
  const wrong = await front().opens(`${sent.to}/wrong.csv`);
  assert.equal(wrong.body.trim().split(/\r\n/).length, 9);
  assert.ok(wrong.body.includes(`'=cmd()`) && !/[,"]=cmd/.test(wrong.body), 'a formula is words');
  const seen = /name="seen" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
  const refused = await front().posts(sent.to, { what: 'accept', seen });
  assert.match(refused.wrong[0] ?? '', /Tick that the wrong rows are left out/);
  assert.deepEqual(await everything(), before);
  assert.equal((await front().posts(sent.to, { what: 'accept', seen, leaveOut: 'yes' })).kind, 'redirect');
  assert.equal((await everything()).children - before.children, 1);
});

test('a row that surely is a child of the register joins it, and says no word over what is known; one that perhaps is, is set beside it', async () => {
  const known = await aFamily(database, {
    childName: 'Philomena',
    bornOn: '2015-09-09',
    line1: '3 Known Road',
  });
  await front().posts(`/practitioners/children/${known.childId}/facts/school`, {
    saidBy: 'Mother',
    school: 'Elm School',
  });
  const near = { 'Last name': 'Khan', 'Date of birth': '09/09/2015', Postcode: 'ME4 4AA' };
  const { page, done } = await loads(
    csv(row('30', { ...near, 'First name': 'Philomena' }), row('31', { ...near, 'First name': 'Philomina' })),
  );
  assert.deepEqual(figures(page.html), [0, 1, 1, 0, 0, 0]);
  assert.match(page.html, /same first name/);
  assert.equal(done.kind, 'redirect', done.wrong.join());
  const facts = await database.transaction({ authorityId, standing: 'system' }, (transaction) =>
    factsOf(transaction, { authorityId, childId: known.childId }),
  );
  assert.equal(facts.get('school')?.answer, 'Elm School');
  assert.equal(facts.get('sex')?.answer, '2');
  assert.match((await front().opens('/practitioners/duplicates')).html, /first name differs by one letter/);
});

test('somebody from whom the household is kept sees no name of it in what an import would do', async () => {
  await aFamily(database, { childName: 'Ottoline', bornOn: '2014-02-03', name: 'Kept Relative' });
  const relative = await testPerson({ database, roles: ['team-manager'], name: 'Kept Relative' });
  const near = { 'Last name': 'Khan', 'Date of birth': '03/02/2014', Postcode: 'ME4 4AA' };
  const sent = await sends(csv(row('40', { ...near, 'First name': 'Ottoline' })));
  assert.ok((await front().opens(sent.to)).html.includes('Ottoline'));
  const hidden = await front(relative).opens(sent.to);
  assert.ok(!hidden.html.includes('Ottoline'));
  assert.match(hidden.html, /kept from you/);
});

test('what the register learns meanwhile has to be looked at again; an import is loaded or set aside once', async () => {
  const sent = await sends(csv(row('50')));
  const page = await front().opens(sent.to);
  const seen = /name="seen" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
  await loads(csv(row('50')));
  const stale = await front().posts(sent.to, { what: 'accept', seen });
  assert.match(stale.wrong[0] ?? '', /changed since you looked/);
  assert.equal((await front().posts(sent.to, { what: 'set-aside' })).kind, 'redirect');
  assert.match((await front().posts(sent.to, { what: 'accept', seen })).wrong[0] ?? '', /set aside already/);
  const rows = await database.owner
    .selectFrom('register_import_rows')
    .selectAll()
    .where('import_id', '=', sent.to.split('/').at(-1) ?? '')
    .execute();
  assert.deepEqual(rows, [], 'the rows of a file are not kept');
});

test('a file of no known system, without a column or without a row is refused; others than managers do not import', async () => {
  assert.match((await sends('A,B\n1,2\n')).wrong[0] ?? '', /of no system that is known here/);
  assert.match((await sends('A,B\n1,2\n', { mapping: 'lcs' })).wrong[0] ?? '', /no column “Person ID”/);
  assert.match((await sends(headings)).wrong[0] ?? '', /no row/);
  const officer = await testPerson({ database, roles: ['short-breaks-officer'] });
  assert.notEqual((await front(officer).opens(all)).ruling, 'allowed');
});

test('over HTTP: a manager sends a file by the form, sees it, and loads it', async () => {
  const site = await testSite({ database, authorities: [council], isDemonstration: true });
  try {
    const visitor = siteVisitor(site);
    const signIn = '/practitioners/sign-in';
    await visitor.send('/demonstration/sign-in', { on: signIn, fields: { persona: 'ngozi' } });
    const form = await visitor.get(all);
    assert.equal(form.status, 200, form.location);
    const fields = hiddenFields(form.body.replaceAll(' enctype="multipart/form-data"', ''), all);
    const boundary = 'daybreakboundary';
    const parts = Object.entries({ ...fields, mapping: '' }).map(
      ([name, value]) =>
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const file = csv(row('60', { 'First name': 'Zoë' }));
    const sent = await site.inject({
      method: 'POST',
      url: all,
      headers: { host: 'localhost:3000', 'content-type': `multipart/form-data; boundary=${boundary}` },
      cookies: Object.fromEntries(visitor.cookies),
      payload: `${parts.join('')}--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="register.csv"\r\nContent-Type: text/csv\r\n\r\n${file}\r\n--${boundary}--\r\n`,
    });
    assert.equal(sent.statusCode, 303, sent.body.slice(0, 2000));
    const here = String(sent.headers.location);
    const loaded = await visitor.send(here, { on: here });
    assert.equal(loaded.status, 303);
    assert.match((await visitor.get(here)).body, /Loaded\./);
  } finally {
    await site.close();
  }
});

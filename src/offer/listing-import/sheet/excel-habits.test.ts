// What Excel does to days, times and telephone numbers, and files that only call themselves spreadsheets.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { readSpreadsheet } from '#platform/import-export/index.ts';
import { testAuthority } from '../../../../test/database.ts';
import { columnNames, columns, placesOf } from './columns.ts';
import { readRow } from './read-row.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/** An .xlsx as Excel packs it. Style 1 is a day, style 2 a time of day. */
function xlsx(rows: string): Uint8Array {
  const book = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Listings" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<?xml version="1.0"?><styleSheet xmlns="${main}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="20" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(book).map(([name, text]) => [name, strToU8(text)])));
}

const letters = (at: number) =>
  (at < 26 ? '' : String.fromCharCode(64 + Math.floor(at / 26))) + String.fromCharCode(65 + (at % 26));
const headings = columnNames.map((name) => columns[name].heading);

/** A workbook with the sample row, where some cells stand as Excel keeps them. */
function book(cells: Partial<Record<(typeof columnNames)[number], string>>): Uint8Array {
  const inline = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const first = headings.map((heading, at) => inline(`${letters(at)}1`, heading)).join('');
  const second = columnNames
    .map((name, at) => {
      const ref = `${letters(at)}2`;
      const own = cells[name];
      return own === undefined
        ? inline(ref, name === 'area' ? '' : columns[name].sample)
        : own.replace('<c', `<c r="${ref}"`);
    })
    .join('');
  return xlsx(`<row r="1">${first}</row><row r="2">${second}</row>`);
}

async function readBook(cells: Parameters<typeof book>[0]) {
  const file = await readSpreadsheet(book(cells));
  assert.ok(file.ok, file.ok ? '' : file.message);
  const [row] = file.value.rows;
  assert.ok(row);
  return readRow(row.cells, placesOf(file.value.headings), {
    authority: testAuthority,
    today: Temporal.PlainDate.from('2026-11-24'),
    slugOf: () => 'a-slug',
  });
}

// 46296 is 1 October 2026 by Excel's own count, on which 1 January 1900 is day 1 and 29 February 1900 is counted.
const days = ['<c s="1"><v>46296</v></c>', '<c><v>46296</v></c>'];
for (const day of days)
  test(`a day that Excel keeps as ${day} is 1 October 2026`, async () => {
    const row = await readBook({ checked: day });
    assert.ok('listing' in row, JSON.stringify(row));
    assert.equal(row.listing.checkedOn.toString(), '2026-10-01');
  });

for (const [hours, kept] of Array.from({ length: 24 }, (_, hour) => [hour, String(hour / 24)] as const))
  test(`a time that Excel keeps as ${kept} is ${hours} o’clock, with and without its form`, async () => {
    for (const style of [' s="2"', '']) {
      const row = await readBook({
        from: `<c${style}><v>${kept}</v></c>`,
        until: '<c t="inlineStr"><is><t>23:30</t></is></c>',
      });
      assert.ok('listing' in row, JSON.stringify(row));
      assert.equal(row.listing.when.from?.hour, hours);
      assert.equal(row.listing.when.from?.minute, 0);
    }
  });

test('a telephone number that lost its nought, and a time with seconds, are read as they were meant', async () => {
  const row = await readBook({
    phone: '<c><v>1632960001</v></c>',
    from: '<c t="inlineStr"><is><t>10:00:00</t></is></c>',
  });
  assert.ok('listing' in row, JSON.stringify(row));
  assert.equal(row.listing.contact.phone, '01632960001');
  assert.equal(row.listing.when.from?.toString(), '10:00:00');
});

test('formulas give what Excel last worked out; errors and formulas without a value are named', async () => {
  const value = await readBook({ title: '<c t="str"><f>A1&amp;"x"</f><v>Sunday swim</v></c>' });
  assert.ok('listing' in value, JSON.stringify(value));
  assert.equal(value.listing.title, 'Sunday swim');
  for (const cell of ['<c><f>NOW()</f></c>', '<c t="e"><v>#REF!</v></c>']) {
    const wrong = await readBook({ title: cell });
    assert.ok('wrongs' in wrong, JSON.stringify(wrong));
    assert.deepEqual(
      wrong.wrongs.map(({ column }) => column),
      ['Title'],
    );
  }
});

test('pictures, programs and archives that call themselves .xlsx are refused in a sentence', async () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48]);
  const program = Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff]);
  const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]);
  for (const bytes of [png, program, old, zipSync({ 'setup.exe': program })]) {
    const file = await readSpreadsheet(bytes);
    assert.ok(!file.ok);
    assert.match(file.message, /CSV/);
  }
});

test('an archive that lies about what would come out of it does not fill the memory', async () => {
  const parts = unzipSync(book({}));
  const bomb = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': new Uint8Array(120_000_000).fill(32) });
  assert.ok(bomb.length < 10_000_000, `${bomb.length} bytes`);
  // Both headers of the part say that it unpacks to a hundred bytes.
  const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
  for (let at = 0; at + 46 < bomb.length; at += 1) {
    const isLocal = view.getUint32(at, true) === 0x04034b50 && view.getUint32(at + 22, true) === 120_000_000;
    const isCentral =
      view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 120_000_000;
    if (isLocal) view.setUint32(at + 22, 100, true);
    if (isCentral) view.setUint32(at + 24, 100, true);
  }
  const before = process.memoryUsage().rss;
  const file = await readSpreadsheet(bomb);
  const grown = process.memoryUsage().rss - before;
  assert.ok(!file.ok);
  assert.ok(grown < 60_000_000, `the memory grew by ${grown} bytes`);
});

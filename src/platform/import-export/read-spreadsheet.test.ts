import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { readSpreadsheet } from './read-spreadsheet.ts';

const sheet = (rows: string) => `<?xml version="1.0" encoding="UTF-8"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;

/** An .xlsx as Excel packs it, with one sheet of these rows. */
function xlsx(rows: string): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<?xml version="1.0"?><Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<?xml version="1.0"?><Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Listings" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<?xml version="1.0"?><Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheet(rows)),
  });
}

const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;

test('an .xlsx is read as a table of text, its rows numbered as Excel shows them', async () => {
  const file = await readSpreadsheet(
    xlsx(
      `<row r="1">${text('A1', 'Title')}${text('B1', 'Age from')}</row><row r="2">${text('A2', 'Swim ')}<c r="B2"><v>5</v></c></row><row r="4">${text('A4', 'Art')}<c r="B4" t="b"><v>1</v></c></row>`,
    ),
  );
  assert.ok(file.ok, file.ok ? '' : file.message);
  assert.deepEqual(file.value.headings, ['Title', 'Age from']);
  assert.deepEqual(
    file.value.rows.map(({ number, cells }) => [number, ...cells]),
    [
      [2, 'Swim', '5'],
      [4, 'Art', 'yes'],
    ],
  );
});

test('CSV is read by the same door', async () => {
  const file = await readSpreadsheet(strToU8('Title;Age from\nSwim;5\n'));
  assert.ok(file.ok);
  assert.deepEqual(file.value.rows, [{ number: 2, cells: ['Swim', '5'] }]);
});

test('what is no spreadsheet, is empty, or unpacks without end is refused with the mend', async () => {
  const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(70_000_000) });
  assert.ok(bomb.length < 200_000);
  for (const bytes of [
    strToU8(''),
    strToU8('PK\u0003\u0004 but no archive'),
    zipSync({ 'a.txt': strToU8('x') }),
    bomb,
    xlsx(''),
    xlsx(`<row r="1">${text('A1', 'Title')}${text('B1', 'Age')}</row>`),
  ]) {
    const file = await readSpreadsheet(bytes);
    assert.ok(!file.ok);
    assert.match(file.message, /\w+ \w+/);
  }
});

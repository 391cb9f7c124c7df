import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { mostRows, readCsv } from './read-csv.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function read(given: Uint8Array) {
  const file = readCsv(given);
  assert.ok(file.ok, file.ok ? '' : file.message);
  return file.value;
}

test('a file is read in UTF-8 with and without its mark, in Windows-1252, with commas, semicolons and tabs', () => {
  const text = 'Name;Town\r\nZoë;"Å\r\n; b"\r\n';
  for (const given of [bytes(text), bytes(`\uFEFF${text}`)]) {
    const file = read(given);
    assert.deepEqual(file.headings, ['Name', 'Town']);
    assert.deepEqual(file.rows, [{ number: 2, cells: ['Zoë', 'Å\r\n; b'] }]);
  }
  const windows = Uint8Array.from([...bytes('Name,Town\nZo'), 0xeb, ...bytes(',Chatham\n')]);
  assert.deepEqual(read(windows).rows[0]?.cells, ['Zoë', 'Chatham']);
  assert.deepEqual(read(bytes('Name\tTown\nZoë\tA, b\n')).rows[0]?.cells, ['Zoë', 'A, b']);
});

test('empty rows are left out and the others keep their number; a cell too many is named', () => {
  const file = read(bytes('A,B\n1,2\n\n,\n3,4,5\n'));
  assert.deepEqual(
    file.rows.map(({ number }) => number),
    [2, 5],
  );
  assert.deepEqual(
    file.misshapen.map(({ number }) => number),
    [5],
  );
});

test('what is not a CSV file is refused with what mends it', () => {
  const zip = Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 1, 0]);
  for (const [given, words] of [
    [new Uint8Array(), /empty/],
    [zip, /not a CSV file/],
    [bytes('Only words in a line'), /headings/],
    [bytes('A,B\n'), /no row/],
    [bytes('A,B\n,\n'), /no row/],
    [bytes('A,B\n1,"2\n'), /quotation mark/],
    [bytes(`A,B\n${'1,2\n'.repeat(mostRows + 1)}`), /more than 20,000 rows/],
  ] as const) {
    const file = readCsv(given);
    assert.ok(!file.ok);
    assert.match(file.message, words);
  }
});

test('what a spreadsheet writes is what is read, whatever stands in the cells', () => {
  const word = fc
    .string({ unit: fc.constantFrom('a', 'ß', '"', ';', ',', '\n', '\t', '=', 'é', ' ') })
    .map((text) => text.trim());
  const table = fc.array(fc.array(word, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(table, fc.constantFrom(',', ';', '\t'), fc.boolean(), (rows, delimiter, bom) => {
      const file = read(
        bytes(stringify([['One', 'Two', 'Three'], ...rows, ['x', '', '']], { delimiter, bom })),
      );
      const kept = [...rows, ['x', '', '']].filter((cells) => cells.some((cell) => cell !== ''));
      assert.deepEqual(
        file.rows.map(({ cells }) => cells),
        kept,
      );
    }),
  );
});

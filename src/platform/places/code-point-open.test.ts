import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import { type CodePointRow, type CodePointRowError, readCodePointOpen } from './code-point-open.ts';

async function readAll(text: string, pieces = 1): Promise<(CodePointRow | CodePointRowError)[]> {
  const size = Math.ceil(text.length / pieces);
  const chunks = Array.from({ length: pieces }, (_, index) => text.slice(index * size, (index + 1) * size));
  return Array.fromAsync(
    readCodePointOpen(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), 'so.csv'),
  );
}

const SOUTHAMPTON =
  '"SO16 0AS",10,437292,115542,"E92000001","E19000003","E18000006","","E06000045","E05002471"';

describe('readCodePointOpen', () => {
  it('reads a line as Ordnance Survey writes it', async () => {
    const [first] = await readAll(`${SOUTHAMPTON}\n`);
    assert.ok(first?.kind === 'row');
    assert.equal(first.postcode, 'SO16 0AS');
    assert.equal(first.districtCode, 'E06000045');
    assert.ok(Math.abs(first.latitude - 50.93812) < 0.00005);
    assert.ok(Math.abs(first.longitude - -1.47064) < 0.00005);
  });

  it('reads seven-letter postcodes, which the file writes without a space', async () => {
    const [first] = await readAll(SOUTHAMPTON.replace('SO16 0AS', 'SO160AS'));
    assert.ok(first?.kind === 'row');
    assert.equal(first.postcode, 'SO16 0AS');
  });

  it('reads the same however the stream is cut, with Windows line ends and a byte order mark', async () => {
    const text = `\ufeff${SOUTHAMPTON}\r\n${SOUTHAMPTON.replace('0AS', '0AT')}\r\n`;
    const rows = await readAll(text, 23);
    assert.deepEqual(
      rows.map((row) => (row.kind === 'row' ? [row.row, row.postcode] : row)),
      [
        [1, 'SO16 0AS'],
        [2, 'SO16 0AT'],
      ],
    );
  });

  it('names file, row and reason of each bad line, and goes on with the next', async () => {
    const rows = await readAll(
      [
        'SO16 0AS,10,437292,115542,E92000001,,,,E06000045',
        'nonsense,10,437292,115542,E92000001,,,,E06000045,',
        'SO16 0AS,90,0,0,E92000001,,,,,',
        'SO16 0AS,10,437292,-5,E92000001,,,,E06000045,',
        'SO16 0AS,10,0,0,E92000001,,,,E06000045,',
        'SO16 0AS,10,437292,115542,E92000001,,,,Southampton,',
        'SO16 0AS,10,437292,115542,E92000001,,,,,',
      ].join('\n'),
    );
    assert.deepEqual(
      rows.map((row) => (row.kind === 'row' ? `row ${row.row}` : `${row.row} ${row.code}`)),
      [
        '1 columns',
        '2 postcode',
        '3 no-location',
        '4 grid-reference',
        '5 grid-reference',
        '6 district',
        'row 7',
      ],
    );
    const second = rows[1];
    assert.ok(second?.kind === 'error');
    assert.equal(second.message, 'so.csv, row 2: "nonsense" is not a postcode');
    const last = rows[6];
    assert.ok(last?.kind === 'row');
    assert.equal(last.districtCode, null);
  });

  it('reports a broken quotation mark as its own row and goes on', async () => {
    const rows = await readAll(`${SOUTHAMPTON}\n"${SOUTHAMPTON}\n${SOUTHAMPTON}\n`);
    assert.deepEqual(
      rows.map((row) => (row.kind === 'row' ? `row ${row.row}` : `${row.row} ${row.code}`)),
      ['row 1', '2 postcode', 'row 3'],
    );
  });

  it('stops at a file that is something else, without holding it all', async () => {
    async function* endless() {
      for (;;) yield 'x'.repeat(1000);
    }
    const rows = await Array.fromAsync(readCodePointOpen(Readable.from(endless()), 'film.mp4'));
    assert.deepEqual(
      rows.map((row) => (row.kind === 'error' ? row.code : row.kind)),
      ['unreadable'],
    );
  });

  it('passes on a fault of the stream itself', async () => {
    const broken = new Readable({
      read() {
        this.destroy(new Error('the disk went away'));
      },
    });
    await assert.rejects(() => Array.fromAsync(readCodePointOpen(broken, 'so.csv')), /the disk went away/);
  });
});

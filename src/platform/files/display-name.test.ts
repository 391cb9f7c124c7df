import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { attachmentHeader, safeDisplayName } from './index.ts';

test('the name keeps what a person wrote and gets the true ending', () => {
  assert.equal(safeDisplayName('DLA letter 3.2026.pdf', 'pdf'), 'DLA letter 3.2026.pdf');
  assert.equal(safeDisplayName('Zoë – lettre.PDF', 'pdf'), 'Zoë – lettre.pdf');
  assert.equal(safeDisplayName('photo.jpeg', 'jpg'), 'photo.jpg');
  assert.equal(safeDisplayName('invoice.pdf.exe', 'pdf'), 'invoice.pdf');
});

test('path parts, control characters and turned writing are gone', () => {
  assert.equal(safeDisplayName('../../etc/passwd', 'pdf'), 'passwd.pdf');
  assert.equal(safeDisplayName('C:\\fakepath\\letter.pdf', 'pdf'), 'letter.pdf');
  assert.equal(safeDisplayName('let\u0000ter\r\n.pdf', 'pdf'), 'letter.pdf');
  assert.equal(safeDisplayName('gpj.\u202Eexe.pdf', 'pdf'), 'gpj.pdf');
  assert.equal(safeDisplayName('\u200B\u2066', 'png'), 'file.png');
  assert.equal(safeDisplayName('', 'jpg'), 'file.jpg');
  assert.equal(safeDisplayName('..', 'jpg'), 'file.jpg');
});

test('law: a name is one line of at most a hundred characters, without paths, and settled', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (declared) => {
      const name = safeDisplayName(declared, 'pdf');
      assert.ok([...name].length <= 100 && name.length > 4);
      assert.doesNotMatch(name, /[\p{Cc}\p{Cf}/\\<>:"|?*]/u);
      assert.ok(name.endsWith('.pdf') && name.isWellFormed());
      assert.equal(safeDisplayName(name, 'pdf'), name);
    }),
    { numRuns: 2000 },
  );
});

test('law: the header stays one header and gives the whole name back to browsers', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (declared) => {
      const name = safeDisplayName(declared, 'pdf');
      const header = attachmentHeader(name);
      const match = /^attachment; filename="([\x20-\x7e]*)"; filename\*=UTF-8''([\w.~%-]+)$/.exec(header);
      assert.ok(match, header);
      assert.doesNotMatch(match[1] ?? '', /["\\]/);
      assert.equal(decodeURIComponent(match[2] ?? ''), name);
    }),
  );
});

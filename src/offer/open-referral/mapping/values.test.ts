import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idOf } from './ids.ts';
import { emailAddress, paragraphs, plainWords, saying, webAddress } from './values.ts';

test('what says nothing is left out, and what says nought or no is not', () => {
  const given = { none: null, empty: '', no: false, nought: 0, list: [], full: ['a'], missing: undefined };
  assert.deepEqual(saying(given), { no: false, nought: 0, full: ['a'] });
});

test('texts keep their words and lose what only machines read', () => {
  assert.equal(plainWords('  A\r\nB\u0000\u0007 '), 'A\nB');
  assert.equal(plainWords('<b>bold</b>'), '<b>bold</b>');
  assert.equal(plainWords('half \ud800'), 'half \ufffd');
  for (const nothing of ['', ' \n ', '\u0000', '\u200b', null, undefined])
    assert.equal(plainWords(nothing), null);
  assert.equal(paragraphs('One.', null, '  ', 'Two.'), 'One.\n\nTwo.');
});

test('web addresses come out as RFC 3986 writes them, and what is none does not', () => {
  assert.equal(webAddress(' https://otters.example.org '), 'https://otters.example.org/');
  assert.equal(
    webAddress('https://example.org/a b?x=[1]|2#é'),
    'https://example.org/a%20b?x=%5B1%5D%7C2#%C3%A9',
  );
  assert.equal(webAddress('https://münchen.example/straße'), 'https://xn--mnchen-3ya.example/stra%C3%9Fe');
  assert.equal(webAddress('https://ann:secret@example.org/'), 'https://example.org/');
  assert.equal(webAddress('https://example.org/100%'), 'https://example.org/100%25');
  for (const none of [
    'www.example.org',
    'javascript:alert(1)',
    'ftp://example.org',
    'https://',
    'http://[::1]/',
    '',
    null,
  ])
    assert.equal(webAddress(none), null, String(none));
});

test('email addresses are those that a machine can write to', () => {
  assert.equal(emailAddress(' hello@otters.example.org '), 'hello@otters.example.org');
  for (const none of [
    'a@b',
    'Ann <a@example.org>',
    'a..b@example.org',
    'a@example.org, b@example.org',
    'é@example.org',
    '',
    null,
  ])
    assert.equal(emailAddress(none), null, String(none));
});

test('an identifier made of a name is always the same, of version 5, and another for another name', () => {
  assert.equal(idOf('term', 'kinds', 'swimming'), idOf('term', 'kinds', 'swimming'));
  assert.match(
    idOf('Ünïcode', '👩‍👩‍👧'),
    /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  const ids = new Set(Array.from({ length: 10_000 }, (_, index) => idOf('n', `${index}`)));
  assert.equal(ids.size, 10_000);
  assert.notEqual(idOf('a', 'b'), idOf('a b'));
});

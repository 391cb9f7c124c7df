import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { htmlPart, readAddress } from './index.ts';

type Seen = { text: string; readonly tags: Set<string>; readonly links: string[] };

function look(node: DefaultTreeAdapterTypes.Node, seen: Seen): Seen {
  if (node.nodeName === '#text' && 'value' in node) seen.text += node.value;
  if ('tagName' in node) {
    seen.tags.add(node.tagName);
    if (node.tagName === 'br') seen.text += '\n';
    for (const attribute of node.attrs) {
      if (attribute.name === 'href') seen.links.push(attribute.value);
      else assert.ok(['style', 'lang', 'charset'].includes(attribute.name), attribute.name);
    }
  }
  if ('childNodes' in node) for (const child of node.childNodes) look(child, seen);
  return seen;
}

function bodyOf(text: string): Seen {
  const seen = look(parse(htmlPart({ subject: '', text })), { text: '', tags: new Set(), links: [] });
  return { ...seen, text: seen.text.trim() };
}

test('paragraphs, line breaks and links', () => {
  const seen = bodyOf(
    'Hello Sam,\n\nSee https://daybreak.example/a?b=1&c=2.\nOr (http://x.example/y), please.\n',
  );
  assert.deepEqual(seen.links, ['https://daybreak.example/a?b=1&c=2', 'http://x.example/y']);
  assert.equal(
    seen.text,
    'Hello Sam,See https://daybreak.example/a?b=1&c=2.\nOr (http://x.example/y), please.',
  );
});

test('law: whatever the words are, they stay words', () => {
  const hostile = fc.array(
    fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<script>',
        '</p>',
        '"',
        "'",
        '&amp;',
        'https://a.example/"onclick="x',
        '\n\n',
        '\n',
        ' ',
        'javascript:alert(1)',
        'https://b.example/<b>',
        '<a href=x>',
      ),
    ),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(hostile, (parts) => {
      const text = parts.join('');
      const seen = bodyOf(text);
      for (const tag of seen.tags) {
        assert.ok(['html', 'head', 'meta', 'title', 'body', 'p', 'br', 'a'].includes(tag), tag);
      }
      for (const link of seen.links) assert.match(link, /^https?:\/\//);
      const bare = (words: string) => words.replace(/[\s\0\p{Cc}\uFFFD]/gu, '');
      assert.equal(bare(seen.text), bare(text));
    }),
    { numRuns: 500 },
  );
});

test('an address is one address', () => {
  assert.deepEqual(readAddress(' sam@family.example '), { by: 'email', address: 'sam@family.example' });
  assert.deepEqual(readAddress('07700 900 123'), { by: 'text', number: '07700900123' });
  assert.deepEqual(readAddress('+44 (7700) 900-123'), { by: 'text', number: '+447700900123' });
  for (const wrong of [
    '',
    'sam',
    'sam@',
    '@x.example',
    'sam@localhost',
    'a@x.example,b@y.example',
    'a@x.example; b@y.example',
    'Sam <sam@x.example>',
    'a@x.example\r\nBcc: b@y.example',
    'a b@x.example',
    '12345',
    '+0123456789',
    `${'a'.repeat(250)}@x.example`,
  ]) {
    assert.equal(readAddress(wrong), undefined, JSON.stringify(wrong));
  }
});

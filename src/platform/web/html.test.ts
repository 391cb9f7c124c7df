import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { escapeHtml, Html, type HtmlPart, html, nothing, trustedHtml } from './html.ts';

/** Text that is full of what HTML reads as markup. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '&',
        '/',
        '=',
        ' ',
        '\n',
        '`',
        '\0',
        'script',
        'onerror',
        '!--',
        '--',
        'lt;',
        '#39;',
        '</p>',
        ']]>',
        '\u2028',
        '<svg/onload=a>',
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join('')),
);

/** What a browser makes of a piece of a page: names of elements, their attributes, and their text. */
function shape(markup: Html): unknown {
  const walk = (node: {
    nodeName: string;
    value?: string;
    attrs?: { name: string; value: string }[];
    childNodes?: unknown[];
  }): unknown => [
    node.nodeName,
    node.attrs?.map(({ name, value }) => [name, value]) ?? [],
    node.value ?? '',
    (node.childNodes ?? []).map((child) => walk(child as never)),
  ];
  return walk(parseFragment(markup.text) as never);
}

/** A browser reads no nought characters, and every line end as one. */
function asRead(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd').toWellFormed();
}

test('whatever text stands between the braces, a browser reads it as that text and nothing else', () => {
  fc.assert(
    fc.property(hostile, hostile, (inText, inAttribute) => {
      const page = html`<p title="${inAttribute}" class='${inAttribute}'>${inText}<b>${[inText, null, [inText]]}</b></p>`;
      const read = shape(page) as unknown as [
        string,
        unknown,
        string,
        [[string, [string, string][], string, unknown[]]],
      ];
      const [paragraph, ...more] = read[3];
      assert.equal(more.length, 0);
      assert.equal(paragraph[0], 'p');
      assert.deepEqual(
        paragraph[1].map(([name]) => name),
        ['title', 'class'],
      );
      for (const [, value] of paragraph[1]) assert.equal(value, asRead(inAttribute));
      const names = JSON.stringify(paragraph[3]).match(/\["(?:[a-z#]+)",\[/g) ?? [];
      assert.ok(
        names.every((name) => name === '["#text",[' || name === '["b",['),
        names.join(),
      );
    }),
    { numRuns: 500 },
  );
});

test('a browser that reads escaped text has the text again', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const fragment = parseFragment(`<p>${escapeHtml(text)}</p>`) as unknown as {
        childNodes: { childNodes: { value: string }[] }[];
      };
      const shown = fragment.childNodes[0]?.childNodes.map(({ value }) => value).join('') ?? '';
      // In text, a nought character is dropped.
      assert.equal(shown, asRead(text.replaceAll('\0', '')));
      assert.doesNotMatch(escapeHtml(text), /[<>"']/);
    }),
    { numRuns: 500 },
  );
});

test('numbers and pieces of a page stand as they are; nothing, null, undefined and false show nothing', () => {
  assert.equal(
    html`${1}|${2n}|${-0.5}|${html`<b>${'<'}</b>`}|${[html`a`, 'b']}`.text,
    '1|2|-0.5|<b>&lt;</b>|ab',
  );
  assert.equal(html`${null}${undefined}${false}${nothing}${[]}`.text, '');
  assert.equal(html`${trustedHtml('<i>')}`.text, '<i>');
});

test('what only looks like a piece of a page is no piece of a page', () => {
  const forged: unknown[] = [
    { text: '<script>' },
    JSON.parse('{"text":"<script>","constructor":{"name":"Html"}}'),
    { toString: () => '<script>' },
    Object.assign(Object.create(null), { text: '<script>' }),
    Object.assign(['<script>'], { text: '<script>' }),
    new String('<script>'),
    Symbol.iterator.description,
  ];
  for (const part of forged) {
    let text = '';
    try {
      text = html`${part as HtmlPart}`.text;
    } catch {
      // A part that cannot be written is a bug and stops the page.
    }
    assert.doesNotMatch(text, /<script>/);
  }
  assert.ok(!(forged[0] instanceof Html));
});

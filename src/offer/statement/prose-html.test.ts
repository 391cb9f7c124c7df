import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import type { Reference } from './domain/references.ts';
import { allowedElements, proseFaults, proseHtml } from './prose-html.ts';

const references: readonly Reference[] = [
  { name: 'listings.count', about: '', value: '76' },
  { name: 'council.name', about: '', value: `O'Brien & <b>"Sons"</b>` },
  { name: 'range.kinds', about: '', value: [{ kind: 'list', items: [['One'], ['Two']] }] },
];

const attributes: Readonly<Record<string, readonly string[]>> = {
  a: ['class', 'href', 'rel'],
  ol: ['class', 'start'],
};

type Node = DefaultTreeAdapterTypes.ChildNode;

function elementsIn(nodes: readonly Node[]): readonly DefaultTreeAdapterTypes.Element[] {
  return nodes.flatMap((node) => ('tagName' in node ? [node, ...elementsIn(node.childNodes)] : []));
}

/** Throws for anything that a browser would make of the text besides the small list. */
function holdToTheList(source: string): void {
  const html = proseHtml(source, references).text;
  const nodes = parseFragment(html).childNodes;
  for (const element of elementsIn(nodes)) {
    assert.ok(
      allowedElements.has(element.tagName),
      `<${element.tagName}> out of ${JSON.stringify(source)}: ${html}`,
    );
    for (const { name, value } of element.attrs) {
      const may = attributes[element.tagName] ?? ['class'];
      assert.ok(may.includes(name), `${name} on <${element.tagName}> out of ${JSON.stringify(source)}`);
      if (name === 'href')
        assert.match(value, /^(?:https?:\/\/[^/]|mailto:|\/(?![/\\])|#)/, JSON.stringify(source));
    }
  }
  const others = nodes.filter((node) => !('tagName' in node) && node.nodeName !== '#text');
  assert.deepEqual(others, [], 'no comment and no doctype');
}

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[a](javascript:alert(1))',
  '[a](JaVaScRiPt:alert(1))',
  '[a](data:text/html,<script>)',
  '[a](//evil.example)',
  '[a](/\\evil.example)',
  '[a](https:///x)',
  '[a](https://x.example "\\" onmouseover=\\"x")',
  '![a](https://tracker.example/x.png)',
  '<https://x.example>',
  '<javascript:alert(1)>',
  '[a]: javascript:x\n\n[a]',
  '&lt;script&gt;',
  '```html\n<script>\n```',
  '    <script>',
  '`<b>`',
  '{{council.name}}',
  '[{{council.name}}](/x "{{council.name}}")',
  '[x]({{council.name}})',
  '[x](/y "{{range.kinds}}")',
  '{{range.kinds}} x',
  '\u{E000}0\u{E001}',
  '# {{range.kinds}}',
  '- {{range.kinds}}',
  '<a href="/x" onclick="x">',
  '<!-- x -->',
  '***',
  '====\n\n----',
];

test('hostile texts become nothing but the small list of elements and attributes', () => {
  for (const source of hostile) holdToTheList(source);
});

test('whatever anybody writes becomes nothing but the small list of elements and attributes', () => {
  const piece = fc.oneof(
    fc.constantFrom(...hostile),
    fc.constantFrom(
      '\n',
      '\n\n',
      ' ',
      '# ',
      '- ',
      '1. ',
      '> ',
      '**',
      '_',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '"',
      '{{',
      '}}',
      '\\',
      '`',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => holdToTheList(pieces.join(''))),
    { numRuns: 800 },
  );
});

test('headings begin below the section’s own, and what Markdown says stays what it says', () => {
  const html = proseHtml(
    '# One\n\n## Two\n\n###### Six\n\n**a** and *b*\n\n3. x\n4. y\n\n> said',
    references,
  ).text;
  assert.match(html, /<h3 class="govuk-heading-m">One<\/h3>/);
  assert.match(html, /<h4 class="govuk-heading-s">Two<\/h4>/);
  assert.match(html, /<h6 class="govuk-heading-s">Six<\/h6>/);
  assert.match(html, /<strong>a<\/strong> and <em>b<\/em>/);
  assert.match(html, /<ol class="govuk-list govuk-list--number" start="3">/);
  assert.match(html, /<blockquote class="daybreak-quote">/);
  assert.doesNotMatch(html, /<h[12]/);
});

test('a fact stands in the words as text, a part on a line of its own, and neither is read as Markdown', () => {
  assert.equal(
    proseHtml('There are {{listings.count}} of **{{ council.name }}**.', references).text,
    '<p class="govuk-body">There are 76 of <strong>O&#39;Brien &amp; &lt;b&gt;&quot;Sons&quot;&lt;/b&gt;</strong>.</p>',
  );
  assert.match(
    proseHtml('Before\n\n{{range.kinds}}\n\nAfter', references).text,
    /<\/p>\s*<ul[^>]*><li>One<\/li>/,
  );
});

test('raw HTML is shown as the text that it is', () => {
  assert.match(proseHtml('a <b>x</b>', references).text, /a &lt;b&gt;x&lt;\/b&gt;/);
});

test('what has to be mended is said, each with its mend', () => {
  const faults = proseFaults(
    '{{listing.count}} and {{listing.count}}\n\nThe {{range.kinds}} here\n\n[a](javascript:x) [b]({{council.name}})',
    references,
  );
  assert.deepEqual(
    faults.map(({ code }) => code),
    ['unknown-reference', 'reference-misplaced', 'link-not-allowed', 'link-not-allowed'],
  );
  assert.match(faults[0]?.message ?? '', /The nearest is \{\{listings\.count\}\}/);
  assert.deepEqual(
    proseFaults('Fine. {{listings.count}} [a](/find) [b](mailto:x@example.org)', references),
    [],
  );
});

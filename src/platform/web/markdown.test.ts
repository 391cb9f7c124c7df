import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { markdownHtml } from './markdown.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

const elements = new Set('p ul ol li a hr h2 h3 h4 h5 h6 blockquote strong em code pre br'.split(' '));
const attributes = new Set(['class', 'href', 'title', 'start']);

/** Everything in a piece of HTML that Markdown should never become. */
function unwanted(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => {
    if (!('tagName' in node)) return node.nodeName === '#comment' ? ['a comment'] : [];
    const wrong = node.attrs
      .filter(
        ({ name, value }) =>
          !attributes.has(name) || (name === 'href' && /^\s*(javascript|data|vbscript)/i.test(value)),
      )
      .map(({ name, value }) => `${name}="${value}"`);
    return [...(elements.has(node.tagName) ? [] : [node.tagName]), ...wrong, ...unwanted(node.childNodes)];
  });
}

const pieces = fc.constantFrom(
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[a](javascript:alert(1))',
  '![a](https://x.example/a.png)',
  '<a href="data:text/html,x">',
  '# ',
  '###### ',
  '- ',
  '> ',
  '    ',
  '\n',
  '\n\n',
  '`',
  '```',
  '&lt;b&gt;',
  '<!-- x -->',
  '[b]: javascript:alert(1)',
  '[b]',
  '<javascript:alert(1)>',
  '"><svg onload=x>',
  '***',
  'words',
  '\u0000',
);

describe('markdownHtml', () => {
  it('gives the design system’s own elements, with headings below the page’s', () => {
    const { text } = markdownHtml('# One\n\nText with a [link](/find).\n\n- a\n- b', { highestHeading: 3 });
    assert.match(text, /<h3 class="govuk-heading-m">One<\/h3>/);
    assert.match(
      text,
      /<p class="govuk-body">Text with a <a class="govuk-link" href="\/find">link<\/a>\.<\/p>/,
    );
    assert.match(text, /<ul class="govuk-list govuk-list--bullet">/);
  });

  it('never becomes an element or an address that could run something', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme' })), { maxLength: 12 }), (parts) => {
        const { childNodes } = parseFragment(markdownHtml(parts.join(''), { highestHeading: 2 }).text);
        assert.deepEqual(unwanted(childNodes), []);
      }),
      { numRuns: 400 },
    );
  });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5';
import { componentNames, fixturesOf } from './govuk-fixtures.ts';
import { markupAsList } from './same-markup.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;

const page = '<div class="a b" id="one">\n  <p>Some <b>bold</b> words</p>\n  <input name="x">\n</div>';

const sameAsPage: Readonly<Record<string, string>> = {
  'another order of attributes': page.replace('class="a b" id="one"', 'id="one" class="a b"'),
  'further spaces between class names': page.replace('a b', ' a   b '),
  'no spaces between blocks': page.replace('\n  <p>', '<p>'),
  'spaces at the edges of a block': page
    .replace('<p>Some', '<p>\n   Some')
    .replace('words</p>', 'words\n</p>'),
  'more spaces where one shows': page.replace('Some <b>', 'Some \n  <b>'),
  'a space that follows a space': page.replace('<b>bold', '<b> bold'),
};

const unlikePage: Readonly<Record<string, string>> = {
  'a changed attribute': page.replace('id="one"', 'id="two"'),
  'a missing attribute': page.replace(' id="one"', ''),
  'a further attribute': page.replace('id="one"', 'id="one" hidden'),
  'another order of class names': page.replace('a b', 'b a'),
  'spaces in another attribute than class': page.replace('"one"', '"one "'),
  'changed text': page.replace('words', 'sentences'),
  'a capital': page.replace('bold', 'Bold'),
  'missing text': page.replace(' words', ''),
  'a missing element': page.replace('<input name="x">', ''),
  'a further element': page.replace('</p>', '</p><p></p>'),
  'another element': page.replaceAll('b>', 'i>'),
  'another order of elements': page.replace('<input name="x">', '').replace('<p>', '<input name="x"><p>'),
  'an element in another place': page.replace('<input name="x">\n</div>', '</div><input name="x">'),
  'a space lost between words': page.replace('</b> words', '</b>words'),
  'a space gained within a word': page.replace('bold', 'bo ld'),
  'a space on the other side of a tag': page.replace('Some <b>', 'Some<b> '),
};

describe('The comparison of markup', () => {
  for (const [what, markup] of Object.entries(sameAsPage)) {
    test(`takes ${what} for the same`, () => {
      assert.notEqual(markup, page);
      assert.deepEqual(markupAsList(markup), markupAsList(page));
    });
  }

  for (const [what, markup] of Object.entries(unlikePage)) {
    test(`sees ${what}`, () => {
      assert.notDeepEqual(markupAsList(markup), markupAsList(page));
    });
  }

  test('keeps every space of what stands in a textarea', () => {
    const field = (value: string): string[] => markupAsList(`<textarea>${value}</textarea>`);
    assert.notDeepEqual(field('two  spaces'), field('two spaces'));
    assert.notDeepEqual(field('text '), field('text'));
  });

  for (const component of componentNames()) {
    test(`sees each single change to the largest example of ${component}`, () => {
      const markup = fixturesOf(component)
        .map((fixture) => fixture.html)
        .reduce((largest, one) => (one.length > largest.length ? one : largest));
      const list = markupAsList(markup);
      const changed = eachChange(markup);
      assert.ok(changed.length > 2);
      for (const one of changed) assert.notDeepEqual(markupAsList(one), list, one);
    });
  }
});

/** Gives the markup as often as it has elements, attributes and texts, each time with one of them changed. */
function eachChange(markup: string): string[] {
  const changed: string[] = [];
  const fragment = parseFragment(markup);
  const keep = (): number => changed.push(serialize(fragment));
  const visit = (parent: Parent): void => {
    for (const node of [...parent.childNodes]) {
      changeOne(node, keep);
      if (!('tagName' in node)) continue;
      const place = parent.childNodes.indexOf(node);
      parent.childNodes.splice(place, 1);
      keep();
      parent.childNodes.splice(place, 0, node);
      visit(node);
    }
  };
  visit(fragment);
  return changed;
}

function changeOne(node: Node, keep: () => void): void {
  if ('tagName' in node) {
    for (const attribute of node.attrs) {
      const { value } = attribute;
      attribute.value = `${value}x`;
      keep();
      attribute.value = value;
    }
  } else if (node.nodeName === '#text' && 'value' in node && node.value.trim() !== '') {
    const { value } = node;
    node.value = `${value.trimEnd()}x`;
    keep();
    node.value = value;
  }
}

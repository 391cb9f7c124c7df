import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { Html } from '#platform/web/html.ts';
import { components } from './govuk-components.ts';
import { componentNames, fixturesOf, packageFolder, withMarkup } from './govuk-fixtures.ts';

const attack = `'"><img class=attack onerror=alert(1)></textarea></title><script>attack()</script>`;

/** Gives the options with an attack added to every text, also the texts of attributes. Markup is left as it is. */
function attacked(options: unknown): unknown {
  if (typeof options === 'string') return options === '' ? options : options + attack;
  if (Array.isArray(options)) return options.map(attacked);
  if (typeof options !== 'object' || options === null || options instanceof Html) return options;
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [name, attacked(value)]));
}

function elementNames(node: DefaultTreeAdapterTypes.ParentNode): string[] {
  return node.childNodes.flatMap((child) =>
    'tagName' in child ? [child.tagName, ...elementNames(child)] : [],
  );
}

function render(component: string, options: unknown): string {
  const ours = components[component];
  assert.ok(ours, component);
  return ours(options as never).text;
}

describe('Text that a person typed', () => {
  for (const component of componentNames()) {
    test(`is never markup in ${component}`, () => {
      let seen = 0;
      for (const { options } of fixturesOf(component)) {
        const ready = withMarkup(options);
        const markup = render(component, attacked(ready));
        if (markup.includes('attack')) seen++;
        const names = elementNames(parseFragment(markup));
        assert.ok(!names.includes('script') && !names.includes('img'), markup);
      }
      assert.ok(seen > 0, 'the attack reached no page, so this test shows nothing');
    });
  }

  test('is not markup either where a string was passed off as Html', () => {
    for (const component of ['button', 'hint', 'inset-text', 'label', 'tag']) {
      const markup = render(component, { html: '<img src=x>', text: 'Safe' });
      assert.ok(!elementNames(parseFragment(markup)).includes('img'), markup);
      assert.ok(markup.includes('Safe'));
    }
  });
});

describe('The marks of GOV.UK', () => {
  const logo = readFileSync(`${packageFolder}/govuk/macros/logo.njk`, 'utf8');
  const paths = [...logo.matchAll(/ d="([^"]+)"/g)].map((match) => match[1] ?? '');
  const source = fileURLToPath(new URL('../../src/platform/govuk', import.meta.url));

  test('are in none of our files, because councils may not use them', () => {
    assert.equal(paths.length, 2);
    const files = readdirSync(source);
    assert.ok(files.includes('header.ts') && files.includes('footer.ts'));
    for (const file of files) {
      const text = readFileSync(`${source}/${file}`, 'utf8');
      for (const path of paths) assert.ok(!text.includes(path.slice(0, 40)), file);
    }
  });
});

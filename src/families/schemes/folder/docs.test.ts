import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { describe, test } from 'node:test';
import { isMap, isSeq, parseDocument, stringify } from 'yaml';
import { smallScheme, withFolder } from '../test-support/small-scheme.ts';
import { checkSchemeFolder } from './check.ts';
import { loadFolder } from './load-folder.ts';

const page = readFileSync(new URL('../../../../docs/schemes.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/```yaml (\S+)\n([\s\S]*?)```/g)].map(([, label = '', text = '']) => ({
  label,
  text,
}));
const files = Object.fromEntries(
  blocks.flatMap(({ label, text }) => (label.startsWith('file=') ? [[label.slice(5), text]] : [])),
);

function blockOf(label: string): string {
  return blocks.find((block) => block.label === label)?.text ?? '';
}

test('every block of docs/schemes.md is one that these tests read', () => {
  assert.equal(page.match(/```yaml/g)?.length, blocks.length);
  const others = blocks.filter(({ label }) => !label.startsWith('file=')).map(({ label }) => label);
  assert.deepEqual(others, ['facts', 'conditions', 'values', 'awards', 'version', 'queues']);
});

test('the scheme that docs/schemes.md writes from a blank page is whole and passes its examples', async () => {
  assert.equal(Object.keys(files).length, 4);
  await withFolder(files, async (folder) => {
    const { problems, schemes } = await checkSchemeFolder(folder);
    assert.deepEqual(
      problems.map(({ file, line, message }) => `${relative(folder, file)}:${line} ${message}`),
      [],
    );
    assert.deepEqual(schemes[0]?.examplesPassed, 11);
  });
});

test('the change that docs/schemes.md proposes breaks the example that it names', async () => {
  const [version = ''] = Object.keys(files).filter((path) => path.endsWith('2023-10.yaml'));
  const changed = { ...files, [version]: (files[version] ?? '').replace('grant: £400', 'grant: £450') };
  await withFolder(changed, async (folder) => {
    const { problems } = await checkSchemeFolder(folder);
    assert.equal(problems.length, 1);
    assert.match(problems[0]?.message ?? '', /in-time.*400.*450/);
  });
});

/** What is wrong with a folder of the facts on the page and one version with these rules. */
async function problemsOf({
  rules,
  more = '',
  queues = '',
}: {
  rules: object;
  more?: string;
  queues?: string;
}): Promise<string[]> {
  const scheme = (smallScheme['scheme.yaml'] ?? '').replace(
    /facts:[\s\S]*?steps:/,
    `facts:\n${blockOf('facts').replace(/^/gm, '  ')}\nsteps:`,
  );
  const rounds = more === '' ? 'rounds: [{ name: One, opens: 2025-01-01, closes: 2025-02-01 }]\n' : more;
  const version = `version: "1"\nname: One\nstatus: in force\nfrom: 2020-01-01\n${rounds}${stringify({ rules: { test: rules } })}`;
  const written = {
    'scheme.yaml': scheme,
    'versions/1.yaml': version,
    'examples.yaml': `${smallScheme['examples.yaml'] ?? ''}\n${queues}`,
  };
  return withFolder(written, async (folder) => {
    const { problems } = await loadFolder(folder);
    return problems.map(({ file, line, message }) => `${relative(folder, file)}:${line} ${message}`);
  });
}

const ending = { outcome: 'done', words: 'Done.' };
const around = { outcomes: { done: ['ask-us'] }, 'if results are not known': ending, otherwise: ending };

function itemsOf(label: string): { text: string; item: unknown }[] {
  const document = parseDocument(blockOf(label));
  assert.ok(isSeq(document.contents));
  return document.contents.items.map((node) => ({
    text: String(node).trim(),
    item: isMap(node) ? node.toJSON() : null,
  }));
}

describe('every line of the reference reads as it stands', () => {
  for (const { text, item } of itemsOf('conditions')) {
    test(`the condition ${text}`, async () => {
      const rule = { published: 'A rule.', source: { in: 'page' } };
      const words = { met: 'Yes.', 'not met': 'No.', 'not known': 'Perhaps.' };
      const criterion = {
        id: 'one',
        ...rule,
        'met when': item,
        'if not met': 'carry on',
        'if not known': 'carry on',
        words,
      };
      assert.deepEqual(await problemsOf({ rules: { ...around, criteria: [criterion] } }), []);
    });
  }
  for (const { text, item } of itemsOf('values')) {
    test(`the value ${text}`, async () => {
      assert.deepEqual(
        await problemsOf({ rules: { ...around, otherwise: { ...ending, award: { value: item } } } }),
        [],
      );
    });
  }
  for (const { text, item } of itemsOf('awards')) {
    test(`the award ${text}`, async () => {
      assert.deepEqual(await problemsOf({ rules: { ...around, otherwise: { ...ending, award: item } } }), []);
    });
  }
  test('the worked queue', async () => {
    assert.deepEqual(await problemsOf({ rules: around, queues: blockOf('queues') }), []);
  });
  test('the waiting list, the rounds and the day from which nobody new is let in', async () => {
    assert.deepEqual(await problemsOf({ rules: around, more: blockOf('version') }), []);
  });
});

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { withFolder } from '../test-support/small-scheme.ts';
import { checkSchemeFolder } from './check.ts';

test('the scheme that docs/schemes.md writes from a blank page is whole and passes its examples', async () => {
  const page = await readFile(new URL('../../../../docs/schemes.md', import.meta.url), 'utf8');
  const blocks = [...page.matchAll(/```yaml file=(\S+)\n([\s\S]*?)```/g)];
  assert.equal(blocks.length, 3);
  const files = Object.fromEntries(blocks.map(([, path = '', text = '']) => [path, text]));
  await withFolder(files, async (folder) => {
    const { problems, schemes } = await checkSchemeFolder(folder);
    assert.deepEqual(problems, []);
    assert.deepEqual(schemes[0]?.examplesPassed, 6);
  });
});

test('the change that docs/schemes.md proposes breaks the example that it names', async () => {
  const page = await readFile(new URL('../../../../docs/schemes.md', import.meta.url), 'utf8');
  const blocks = [...page.matchAll(/```yaml file=(\S+)\n([\s\S]*?)```/g)];
  const files = blocks.map(([, path = '', text = '']) => [path, text.replace('grant: £400', 'grant: £450')]);
  await withFolder(Object.fromEntries(files), async (folder) => {
    const { problems } = await checkSchemeFolder(folder);
    assert.equal(problems.length, 1);
    assert.match(problems[0]?.message ?? '', /in-time.*400.*450/);
  });
});

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkSchemeFolder, decideForCommandLine } from './index.ts';

/** Every scheme folder of every authority: each is whole, and each of its worked examples comes out as it says. */

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folders = readdirSync(join(root, 'authorities'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => join(root, 'authorities', entry.name, 'schemes'))
  .concat(join(root, 'test/schemes'))
  .filter((schemes) => existsSync(schemes))
  .flatMap((schemes) => readdirSync(schemes).map((name) => join(schemes, name)))
  .filter((folder) => existsSync(join(folder, 'scheme.yaml')));

test('there are schemes to try', () => {
  assert.ok(folders.length >= 2, `only ${folders.length} folders`);
});

for (const folder of folders) {
  test(`${relative(root, folder)} is whole, and all its worked examples come out`, async () => {
    const { problems, schemes } = await checkSchemeFolder(folder);
    assert.deepEqual(
      problems.map(({ file, line, message }) => `${relative(root, file)}:${line}: ${message}`),
      [],
    );
    assert.ok(schemes.every((scheme) => scheme.examples > 0 && scheme.examplesPassed === scheme.examples));
  });
}

type PublishedSet = {
  id: string;
  examples: { id: string; facts: object; expected: { outcome: string; award: unknown } }[];
};
const published = join(root, '../shared/domain/schemes-examples.json');
const today = Temporal.PlainDate.from('2026-06-01');

describe('the worked examples that are kept beside this checkout', {
  skip: existsSync(published) ? false : 'schemes-examples.json is not beside this checkout',
}, () => {
  const sets: PublishedSet[] = existsSync(published) ? JSON.parse(readFileSync(published, 'utf8')) : [];
  for (const { id, examples } of sets) {
    const folder = folders.find((one) => basename(one) === id);
    const council = folder === undefined ? 'no council' : basename(dirname(dirname(folder)));
    test(`${id} (${examples.length} examples, ${council})`, async (t) => {
      if (folder === undefined) return t.skip(`no folder authorities/*/schemes/${id} yet`);
      for (const example of examples) {
        const factsJson = JSON.stringify(example.facts);
        const printed = await decideForCommandLine({ folder, factsJson, today });
        assert.ok(printed.ok, printed.ok ? '' : `${example.id}: ${printed.message}`);
        const { outcome, award } = printed.value;
        const expected = { outcome: example.expected.outcome, award: example.expected.award };
        assert.deepEqual({ id: example.id, outcome, award }, { id: example.id, ...expected });
      }
    });
  }
});

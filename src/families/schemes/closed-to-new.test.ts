import assert from 'node:assert/strict';
import { test } from 'node:test';
import { grantOn } from './index.ts';
import { smallScheme, withFolder } from './test-support/small-scheme.ts';

/** A grant that is closed to new awards is offered to nobody new, from its day on. */

test('a grant is open until the day before it is closed to new awards', async () => {
  const version = (smallScheme['versions/2025.yaml'] ?? '').replace(
    'from: 2025-04-01\n',
    'from: 2025-04-01\nclosed to new awards from: 2025-09-01\n',
  );
  const files = Object.entries({ ...smallScheme, 'versions/2025.yaml': version });
  const inAuthority = Object.fromEntries(files.map(([path, text]) => [`schemes/small/${path}`, text]));
  await withFolder(inAuthority, async (folder) => {
    const open = await grantOn(folder, Temporal.PlainDate.from('2025-08-31'));
    assert.equal(open?.version.id, '2025');
    assert.equal(await grantOn(folder, Temporal.PlainDate.from('2025-09-01')), null);
  });
});

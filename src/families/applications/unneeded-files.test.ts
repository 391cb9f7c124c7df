// Which files of applications nobody needs any more: those that were taken out, and those of drafts thrown away.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Database } from '#platform/database/index.ts';
import { testDatabase } from '../../../test/database.ts';
import { testNow, testPerson } from '../../../test/visit.ts';
import { aLetter } from './examples.ts';
import { unneededFiles } from './store/unneeded-files.ts';
import { Applicant, council, heldOf } from './test/applying.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

const later = testNow.add({ hours: 8 * 24 });

function unneeded(before = later) {
  return database.transaction({ authorityId: council.id, standing: 'system' }, (transaction) =>
    unneededFiles(transaction, { authorityId: council.id, before }),
  );
}

test('a letter stays while a draft or the register names it, and goes when it was taken out', async () => {
  const person = await testPerson({ database });
  const family = new Applicant({ database, person });
  const address = await family.starts();
  await family.fills(address);
  await family.posts(`${address}/letters`, {}, [
    aLetter('benefit', 'one.pdf'),
    aLetter('diagnosis', 'two.pdf'),
  ]);
  assert.deepEqual(await unneeded(), [], 'the draft names both');
  const files = (await heldOf(database, person)).files;
  const one = files.find(({ name }) => name === 'one.pdf')?.id ?? '';
  await family.posts(`${address}/letters`, { remove: one });
  assert.deepEqual(await unneeded(), [one]);
  assert.deepEqual(await unneeded(testNow), [], 'not before its time');
  await family.sends(address);
  await family.posts(`${address}/withdraw`);
  assert.deepEqual(await unneeded(), [one], 'what was sent is evidence, also when it was taken back');
});

test('the letters of a draft that was thrown away go with it', async () => {
  const person = await testPerson({ database });
  const family = new Applicant({ database, person });
  const address = await family.starts();
  await family.fills(address);
  await family.posts(`${address}/letters`, {}, [aLetter('benefit', 'mine.pdf')]);
  const [file] = (await heldOf(database, person)).files;
  await family.posts(`${address}/withdraw`);
  assert.ok((await unneeded()).includes(file?.id ?? ''));
});

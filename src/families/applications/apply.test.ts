import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Database } from '#platform/database/index.ts';
import { testDatabase } from '../../../test/database.ts';
import { testPerson } from '../../../test/visit.ts';
import { Applicant } from './test/applying.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

test('a family applies from start to end', async () => {
  const family = new Applicant({ database, person: await testPerson({ database }) });
  const address = await family.applies();
  const sent = await family.opens(`${address}/sent`);
  assert.match(sent.html, /SB-/);
  console.log((await family.opens('/account')).html);
});

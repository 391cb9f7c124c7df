// Whoever filled an application in for a family does not decide it, and the case says who it was.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Database } from '#platform/database/index.ts';
import { testDatabase } from '../../../test/database.ts';
import { testPerson } from '../../../test/visit.ts';
import { walks } from '../applications/test/answering.ts';
import { Applicant } from '../applications/test/applying.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

async function anOfficer(name: string) {
  return new Applicant({
    database,
    person: await testPerson({ database, roles: ['short-breaks-officer'], name }),
  });
}

test('who took an application down does not decide it; a colleague does, and reads who filled it in', async () => {
  const priya = await anOfficer('Priya Shah');
  const start = (
    await priya.posts('/practitioners/apply', {
      name: 'Priya Shah',
      way: 'phone',
      agreed: 'yes',
      familyEmail: 'amira@example.org',
    })
  ).to;
  await walks(priya, start);
  assert.equal((await priya.sends(start)).to, `${start}/sent`);
  const address = start.replace('/apply', '/practitioners/applications');
  const own = await priya.opens(address);
  assert.match(own.html, /You filled in this application for the family\. Somebody else decides it\./);
  assert.doesNotMatch(own.html, new RegExp(`href="${address}/decide"`));
  const tried = await priya.posts(`${address}/decide`, { choice: 'accept' });
  assert.match(tried.refusals[0]?.message ?? '', /You filled in this application/);
  const straight = await priya.posts(`${address}/decide/check`, { ground: '' });
  assert.equal(straight.to, `${address}/decide`, 'nothing was proposed, so nothing is taken');

  const tom = await anOfficer('Tom Ellis');
  const seen = await tom.opens(address);
  assert.match(seen.html, new RegExp(`href="${address}/decide"`));
  assert.match(seen.html, /Filled in by Priya Shah/);
  assert.match(seen.html, /Priya Shah[^<]* filled it in for the family/);
  assert.doesNotMatch(seen.html, /The family sent the application/);
});

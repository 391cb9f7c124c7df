import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import type { Database } from '#platform/database/index.ts';
import { testDatabase } from '../../../../test/database.ts';
import { testNow, testPerson } from '../../../../test/visit.ts';
import { anyAnswers } from '../test/any-answers.ts';
import { Applicant, council } from '../test/applying.ts';
import { applicationBy, saveAnswers } from './applications.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

test('answers come back from the database as they were kept, in every script', async () => {
  const person = await testPerson({ database });
  const applicationId = (await new Applicant({ database, person }).starts()).split('/')[2] ?? '';
  const named = { authorityId: council.id, applicationId };
  const scope = { authorityId: council.id, personId: person.id, standing: 'family' } as const;
  await fc.assert(
    fc.asyncProperty(anyAnswers, async (answers) => {
      const kept = await database.transaction(scope, async (transaction) => {
        await saveAnswers(transaction, { ...named, answers, at: testNow });
        return applicationBy(transaction, named);
      });
      // Through JSON once, so that objects of the generator are as plain as those of a form.
      assert.deepEqual(kept?.answers, JSON.parse(JSON.stringify(answers)));
    }),
    { numRuns: 60 },
  );
});

import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Database } from '#platform/database/index.ts';
import type { Person } from '#platform/web/visit.ts';
import { testAuthority, testDatabase } from '../../../test/database.ts';
import { testNow, testPerson, testVisit } from '../../../test/visit.ts';
import { exampleHousehold } from '../awards/examples.ts';
import { linesOf, toDosOfPractitioner } from './growing.ts';
import { insertEntry } from './store/entries.ts';

const authority = {
  ...testAuthority,
  folder: path.join(import.meta.dirname, '..', '..', '..', 'authorities', 'medway'),
};
const authorityId = authority.id;
let database: Database;
let worker: Person;

before(async () => {
  database = await testDatabase();
  worker = await testPerson({ database, name: 'Marcus Reid', roles: ['social-worker'] });
});
after(() => database.close());

/** Young people of every age from 12 to 27; of every second one, something is done already. */
function young(from: number, until: number) {
  return database.transaction({ authorityId, standing: 'system' }, async (transaction) => {
    for (let number = from; number < until; number++) {
      const bornOn = Temporal.PlainDate.from('1999-11-01').add({ days: (number * 389) % 5_480 });
      const home = await exampleHousehold(transaction, {
        authorityId,
        personId: null,
        at: testNow,
        bornOn: bornOn.toString(),
      });
      if (number % 11 === 0)
        await transaction
          .insertInto('declared_interests')
          .values({
            authority_id: authorityId,
            person_id: worker.id,
            household_id: home.householdId,
            declared_at: testNow,
          })
          .execute();
      for (const milestone of number % 2 === 0 ? ['plan', 'adult-assessment'] : [])
        await insertEntry(transaction, {
          ...home,
          authorityId,
          entry: {
            at: testNow,
            personId: worker.id,
            personName: worker.name,
            kind: 'done',
            milestone,
            words: '',
            details: {},
          },
        });
    }
  });
}

test('the work that is listed is the longest due of all that is due, be it little or much', async () => {
  let most = 0;
  for (const [from, until] of [
    [0, 6],
    [6, 60],
    [60, 160],
  ] as const) {
    await young(from, until);
    await testVisit({ database, authority, person: worker, readOnly: true }, async (visit) => {
      const all = (await linesOf(visit)).filter(
        ({ milestone: { state } }) => state === 'due' || state === 'overdue',
      );
      const days = all.map(({ milestone }) => milestone.dueBy.toString()).sort();
      const told = await toDosOfPractitioner(visit);
      assert.deepEqual(
        told.map(({ by }) => by?.toString()),
        days.slice(0, 20),
      );
      const known = new Set(all.map(({ child, milestone }) => `${child.id} ${milestone.rule.title}`));
      for (const { href, title } of told)
        assert.ok(known.has(`${href.split('/')[3]} ${title}`), `${title} is not due`);
      most = Math.max(most, all.length);
    });
  }
  assert.ok(most > 60, `only ${most} were due`);
});

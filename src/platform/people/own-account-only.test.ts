import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Database } from '#platform/database/index.ts';
import type { Person } from '#platform/web/visit.ts';
import { testAuthority, testDatabase } from '../../../test/database.ts';
import { testNow, testPerson } from '../../../test/visit.ts';
import { inviteProviderPerson } from './people.ts';
import { beginSession } from './sessions.ts';

let database: Database;
let mine: Person;
let other: Person;
let officer: Person;

before(async () => {
  database = await testDatabase();
  mine = await testPerson({ database, name: 'Amira Khan' });
  other = await testPerson({ database, name: 'Joe Carter' });
  officer = await testPerson({ database, name: 'Priya Shah', roles: ['short-breaks-officer'] });
});
after(() => database.close());

const asked = (person: Person, table: 'people' | 'sessions') =>
  database.transaction(
    { authorityId: testAuthority.id, standing: person.kind, personId: person.id, readOnly: true },
    async (transaction) => (await transaction.selectFrom(table).select('id').execute()).map(({ id }) => id),
  );

test('a family’s connection sees its own account and the council’s staff, and no other family’s', async () => {
  assert.deepEqual((await asked(mine, 'people')).toSorted(), [mine.id, officer.id].toSorted());
  assert.equal((await asked(officer, 'people')).length, 3);
});

test('nobody signed in sees another’s sessions, also no practitioner', async () => {
  for (const person of [mine, other, officer])
    await database.transaction({ authorityId: testAuthority.id, standing: 'public' }, (transaction) =>
      beginSession(transaction, {
        authorityId: testAuthority.id,
        personId: person.id,
        kind: person.kind,
        way: 'email-link',
        device: 'a telephone',
        now: testNow,
      }),
    );
  for (const person of [mine, officer]) assert.equal((await asked(person, 'sessions')).length, 1);
});

test('a provider’s connection sees its own account and the council’s staff, and no family’s', async () => {
  const authorityId = testAuthority.id;
  const { id } = await database.transaction({ authorityId, standing: 'system' }, (transaction) =>
    inviteProviderPerson(transaction, { authorityId, email: 'olu@example.org', name: 'Olu', at: testNow }),
  );
  const olu: Person = { ...mine, id, kind: 'provider' };
  assert.deepEqual((await asked(olu, 'people')).toSorted(), [id, officer.id].toSorted());
  assert.deepEqual((await asked(mine, 'people')).toSorted(), [mine.id, officer.id].toSorted());
  assert.equal((await asked(olu, 'sessions')).length, 0);
});

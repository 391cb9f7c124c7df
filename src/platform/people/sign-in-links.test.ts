import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bothDatabases } from '../../../test/both-databases.ts';
import { testAuthority } from '../../../test/database.ts';
import { testNow } from '../../../test/visit.ts';
import { familyByEmail, nameFromEmail } from './people.ts';
import { newSignInLink, useSignInLink } from './sign-in-links.ts';

const authorityId = testAuthority.id;
const publicScope = { authorityId, standing: 'public' } as const;
const at = testNow;

for (const engine of await bothDatabases()) {
  const options = { skip: engine.skip };

  test(`${engine.name}: of eight who use one link at once, one gets it`, options, async () => {
    const database = await engine.open();
    const token = await database.transaction(publicScope, (transaction) =>
      newSignInLink(transaction, {
        authorityId,
        email: 'a@example.org',
        kind: 'family',
        returnTo: '/account',
        at,
      }),
    );
    assert.ok(token);
    const uses = Array.from({ length: 8 }, () =>
      database.transaction(publicScope, (transaction) =>
        useSignInLink(transaction, { authorityId, token, at }),
      ),
    );
    const got = (await Promise.all(uses)).filter((link) => link !== null);
    assert.deepEqual(got, [{ email: 'a@example.org', kind: 'family', returnTo: '/account' }]);
  });

  test(`${engine.name}: of twelve who ask for one address at once, five get a link`, options, async () => {
    const database = await engine.open();
    const asks = Array.from({ length: 12 }, () =>
      database.transaction(publicScope, (transaction) =>
        newSignInLink(transaction, {
          authorityId,
          email: 'b@example.org',
          kind: 'family',
          returnTo: '/account',
          at,
        }),
      ),
    );
    const tokens = (await Promise.all(asks)).filter((token) => token !== null);
    assert.equal(tokens.length, 5);
    assert.equal(new Set(tokens).size, 5);
  });

  test(`${engine.name}: two first uses at once make one account`, options, async () => {
    const database = await engine.open();
    const uses = ['New.Family@example.org', 'new.family@example.org', 'new.family@EXAMPLE.org'].map((email) =>
      database.transaction(publicScope, (transaction) =>
        familyByEmail(transaction, { authorityId, email, name: nameFromEmail(email), at }),
      ),
    );
    const ids = (await Promise.all(uses)).map((person) => person.id);
    assert.equal(new Set(ids).size, 1);
  });

  test(`${engine.name}: links of yesterday are cleared away`, options, async () => {
    const database = await engine.open();
    const ask = (email: string, when: Temporal.Instant) =>
      database.transaction(publicScope, (transaction) =>
        newSignInLink(transaction, { authorityId, email, kind: 'family', returnTo: '/account', at: when }),
      );
    await ask('old@example.org', at.subtract({ hours: 25 }));
    await ask('older@example.org', at.subtract({ hours: 23 }));
    await ask('new@example.org', at);
    const kept = await database.owner.selectFrom('sign_in_links').select('email').orderBy('email').execute();
    assert.deepEqual(
      kept.map((row) => row.email),
      ['new@example.org', 'older@example.org'],
    );
  });
}

test('a first name comes from the address, until the family gives its own', () => {
  assert.equal(nameFromEmail('amira.khan@example.org'), 'Amira Khan');
  assert.equal(nameFromEmail('joe_carter77+breaks@example.org'), 'Joe Carter');
  assert.equal(nameFromEmail('123@example.org'), '123@example.org');
});

// The people of providers sign in by a link, where the council has invited their address and nowhere else.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { Database } from '#platform/database/index.ts';
import { testAuthority, testDatabase } from '../../../test/database.ts';
import { siteVisitor, testSite } from '../../../test/site.ts';
import { testNow, testPerson } from '../../../test/visit.ts';
import { closeProviderAccount, inviteProviderPerson } from './people.ts';

const authorityId = testAuthority.id;
let database: Database;
let app: FastifyInstance;

before(async () => {
  database = await testDatabase();
  app = await testSite({ database });
});
after(async () => {
  await app.close();
  await database.close();
});

async function invited(email: string): Promise<string> {
  const { id } = await database.transaction({ authorityId, standing: 'system' }, (transaction) =>
    inviteProviderPerson(transaction, { authorityId, email, name: 'Olu Bankole', at: testNow }),
  );
  return id;
}

/** The path of the newest link that went to an address; null where nothing did. */
async function linkTo(email: string): Promise<string | null> {
  const row = await database.transaction({ authorityId, standing: 'system' }, (transaction) =>
    transaction
      .selectFrom('messages')
      .select('text')
      .where('sent_to', '=', email)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .executeTakeFirst(),
  );
  return /\/provider\/sign-in\/link\/[\w-]+/.exec(row?.text ?? '')?.[0] ?? null;
}

async function asks(email: string) {
  const visitor = siteVisitor(app);
  const answer = await visitor.send('/provider/sign-in', { on: '/provider/sign-in', fields: { email } });
  return { visitor, answer };
}

test('an invited address gets a link, which signs in once, as a provider', async () => {
  await invited('olu@otters.example.org');
  const { visitor, answer } = await asks('Olu@Otters.example.org');
  assert.equal(answer.location, '/provider/check-your-email');
  const link = await linkTo('Olu@Otters.example.org');
  assert.ok(link);
  const used = await visitor.send(link, { on: link });
  assert.deepEqual([used.status, used.location], [303, '/provider']);
  assert.match((await visitor.get('/account/sessions')).body, /You are Olu Bankole/);
  assert.equal((await visitor.get('/account')).location, '/provider');
  for (const closed of ['/practitioners', '/practitioners/children', '/practitioners/applications'])
    assert.match((await visitor.get(closed)).location, /^\/practitioners\/sign-in/, closed);
  const again = siteVisitor(app);
  assert.equal((await again.get(link)).status, 410);
});

test('an address that nobody invited is answered the same, and nothing goes out to it', async () => {
  const { answer } = await asks('stranger@example.org');
  assert.deepEqual([answer.status, answer.location], [303, '/provider/check-your-email']);
  assert.equal(await linkTo('stranger@example.org'), null);
  await testPerson({ database, email: 'family@example.org' });
  await asks('family@example.org');
  assert.equal(await linkTo('family@example.org'), null);
});

test('whoever was removed does not come in, also by a link that they have', async () => {
  const personId = await invited('gone@example.org');
  const { visitor } = await asks('gone@example.org');
  const link = await linkTo('gone@example.org');
  assert.ok(link);
  await database.transaction({ authorityId, standing: 'practitioner', personId: null }, (transaction) =>
    closeProviderAccount(transaction, { authorityId, personId, at: testNow }),
  );
  const used = await visitor.send(link, { on: link });
  assert.equal(used.status, 403);
  const { answer } = await asks('gone@example.org');
  assert.equal(answer.location, '/provider/check-your-email');
  assert.equal(await linkTo('gone@example.org'), link, 'nothing more goes out to them');
  assert.equal(visitor.cookies.has('daybreak_session'), false);
});

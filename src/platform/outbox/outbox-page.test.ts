import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { Database } from '#platform/database/index.ts';
import { routes as people } from '#platform/people/routes.ts';
import { testAuthority, testDatabase } from '../../../test/database.ts';
import { siteVisitor, testSite } from '../../../test/site.ts';
import { testNow } from '../../../test/visit.ts';
import { keepMessage } from './messages.ts';
import { routes } from './routes.ts';

let database: Database;
let app: FastifyInstance;
before(async () => {
  database = await testDatabase();
  app = await testSite({ database, routes: [...routes, ...people], isDemonstration: true });
});
after(async () => {
  await app.close();
  await database.close();
});

const say = (subject: string, text: string, minutes: number) =>
  database.transaction({ authorityId: testAuthority.id, standing: 'system' }, (transaction) =>
    keepMessage(transaction, {
      authorityId: testAuthority.id,
      message: { kind: 'test', to: 'amira@example.org', subject, text },
      at: testNow.add({ minutes }),
    }),
  );

test('a sign-in link can be followed from the outbox to the end', async () => {
  const visitor = siteVisitor(app);
  const asked = await visitor.send('/sign-in', { on: '/sign-in', fields: { email: 'new@example.org' } });
  assert.match((await visitor.get(asked.location)).body, /href="\/demonstration\/outbox"/);
  const page = (await visitor.get('/demonstration/outbox')).body;
  const link = /href="(\/sign-in\/link\/[^"]+)"/.exec(page)?.[1] ?? '';
  assert.equal((await visitor.send(link, { on: link })).location, '/account');
});

test('the newest is first; addresses are links, and what a person wrote is text', async () => {
  await say('First', 'Look at (https://example.org/a?b=1&c=2).\nThen rest.', 1);
  await say('<b>Second</b>', 'From "me" <script>alert(1)</script> javascript:alert(2)', 2);
  const { body } = await siteVisitor(app).get('/demonstration/outbox');
  assert.ok(body.indexOf('&lt;b&gt;Second') < body.indexOf('First'), 'newest first');
  assert.match(
    body,
    /\(<a class="govuk-link" href="https:\/\/example\.org\/a\?b=1&amp;c=2">[^<]*<\/a>\)\.<br>Then rest\./,
  );
  assert.match(body, /&lt;script&gt;alert\(1\)&lt;\/script&gt; javascript:alert\(2\)/);
  assert.doesNotMatch(body, /<script>alert|href="javascript/);
});

test('the outbox is there in a demonstration only, for who sits at its machine', async () => {
  const plain = await testSite({ database, routes });
  const visitors = [
    siteVisitor(plain),
    siteVisitor(app, { address: '10.0.0.7' }),
    siteVisitor(app, { headers: { 'x-forwarded-for': '127.0.0.1' } }),
    siteVisitor(app, { headers: { host: 'evil.example' } }),
  ];
  try {
    for (const visitor of visitors) {
      const shown = await visitor.get('/demonstration/outbox');
      assert.equal(shown.status, 403);
      assert.doesNotMatch(shown.body, /amira@example\.org/);
      assert.doesNotMatch((await visitor.get('/sign-in/check-your-email')).body, /\/demonstration\/outbox/);
    }
  } finally {
    await plain.close();
  }
});

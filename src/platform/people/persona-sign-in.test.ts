import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import type { Database } from '#platform/database/index.ts';
import { testAuthority, testDatabase } from '../../../test/database.ts';
import { hiddenFields, siteVisitor, testSite } from '../../../test/site.ts';
import { testVisit } from '../../../test/visit.ts';
import { signInAsPersona } from './actions/sign-in-as-persona.ts';
import { demonstrationPersonas, personaOf, personOfPersona } from './personas.ts';
import { routes } from './routes.ts';

let database: Database;
let app: FastifyInstance;
let plain: FastifyInstance;
let behindProxy: FastifyInstance;
before(async () => {
  database = await testDatabase();
  app = await testSite({ database, routes, isDemonstration: true });
  plain = await testSite({ database, routes });
  behindProxy = await testSite({ database, routes, isDemonstration: true, trustProxy: true });
});
after(async () => {
  for (const site of [app, plain, behindProxy]) await site.close();
  await database.close();
});

test('a visitor of the demonstration becomes somebody made up by one press', async () => {
  for (const [on, persona, leadsTo] of [
    ['/sign-in', 'amira', '/account'],
    ['/practitioners/sign-in', 'priya', '/practitioners'],
    ['/sign-in?then=%2Fapply', 'grace', '/apply'],
    ['/demonstration/sign-in', 'helen', '/practitioners'],
    ['/provider/sign-in', 'olu', '/provider'],
  ] as const) {
    const visitor = siteVisitor(app);
    const answer = await visitor.send('/demonstration/sign-in', { on, fields: { persona } });
    assert.deepEqual([answer.status, answer.location], [303, leadsTo], persona);
    const sessions = await visitor.get('/account/sessions');
    assert.match(sessions.body, new RegExp(`You are ${personaOf(persona)?.name}, `));
  }
});

test('each page of signing in shows its own kind of people', async () => {
  const families = (await siteVisitor(app).get('/sign-in')).body;
  const council = (await siteVisitor(app).get('/practitioners/sign-in')).body;
  const providers = (await siteVisitor(app).get('/provider/sign-in')).body;
  for (const persona of demonstrationPersonas) {
    const button = `value="${persona.key}"`;
    assert.equal(families.includes(button), persona.kind === 'family', persona.key);
    assert.equal(council.includes(button), persona.kind === 'practitioner', persona.key);
    assert.equal(providers.includes(button), persona.kind === 'provider', persona.key);
  }
});

test('who is not there, and who is nobody, is refused', async () => {
  const visitor = siteVisitor(app);
  const answer = await visitor.send('/demonstration/sign-in', {
    on: '/demonstration/sign-in',
    fields: { persona: 'nobody' },
  });
  assert.equal(answer.status, 422);
  assert.match(answer.body, /Choose one of these people/);
  assert.equal(visitor.cookies.has('daybreak_session'), false);
});

/** Ways in which a request does not come from somebody at this machine, or not in a demonstration. */
const outside = {
  'another machine': () => siteVisitor(app, { address: '192.168.1.20' }),
  'another machine by IPv6': () => siteVisitor(app, { address: '2001:db8::1' }),
  'a proxy on this machine (X-Forwarded-For)': () =>
    siteVisitor(app, { headers: { 'x-forwarded-for': '203.0.113.9' } }),
  'a proxy that claims to pass on for this machine': () =>
    siteVisitor(app, { headers: { 'x-forwarded-for': '127.0.0.1' } }),
  'a proxy that is trusted': () =>
    siteVisitor(behindProxy, {
      headers: { 'x-forwarded-for': '127.0.0.1', 'x-forwarded-host': 'localhost' },
    }),
  'a proxy that says so by Forwarded': () => siteVisitor(app, { headers: { forwarded: 'for=203.0.113.9' } }),
  'a proxy that says so by X-Real-IP': () => siteVisitor(app, { headers: { 'x-real-ip': '203.0.113.9' } }),
  'a proxy that says so by Via': () => siteVisitor(app, { headers: { via: '1.1 proxy' } }),
  'a name that somebody points at this machine': () =>
    siteVisitor(app, { headers: { host: 'evil.example:3000' } }),
  'a name that only looks local': () => siteVisitor(app, { headers: { host: 'localhost.evil.example' } }),
  'a service that is no demonstration': () => siteVisitor(plain),
};

for (const [name, visitorFrom] of Object.entries(outside)) {
  test(`nobody becomes a made-up person from ${name}`, async () => {
    const visitor = visitorFrom();
    for (const path of ['/sign-in', '/practitioners/sign-in']) {
      const shown = await visitor.get(path);
      assert.equal(shown.status, 200);
      assert.ok(!shown.body.includes('name="persona"'), `${path} shows no persona`);
    }
    const hidden = hiddenFields((await visitor.get('/sign-in')).body, '/sign-in');
    const answer = await visitor.post('/demonstration/sign-in', { ...hidden, persona: 'priya' });
    assert.equal(answer.status, 403);
    assert.equal((await visitor.get('/demonstration/sign-in')).status, 403);
    assert.equal(visitor.cookies.has('daybreak_session'), false);
  });
}

test('the action itself refuses as well, whatever a policy has let through', async () => {
  for (const from of [
    { isDemonstration: false, isFromThisMachine: true },
    { isDemonstration: true, isFromThisMachine: false },
  ]) {
    const answer = await testVisit({ database, ...from, form: { persona: 'amira' } }, async (visit) => ({
      ...(await signInAsPersona(visit)),
      session: visit.newSession(),
    }));
    assert.deepEqual(answer, { kind: 'not-found', session: undefined });
  }
});

test('a persona is the same person each time, and Tom at work and Tom at home share an address alone', async () => {
  const find = (key: string) =>
    database.transaction({ authorityId: testAuthority.id, standing: 'system' }, (transaction) => {
      const persona = personaOf(key);
      assert.ok(persona);
      const at = Temporal.Instant.from('2026-11-24T10:00:00Z');
      return personOfPersona(transaction, { authorityId: testAuthority.id, persona, at });
    });
  for (const { key } of demonstrationPersonas) assert.equal((await find(key)).id, (await find(key)).id, key);
  const [work, home] = [await find('tom'), await find('tom-at-home')];
  assert.notEqual(work.id, home.id);
  assert.deepEqual([work.kind, home.kind], ['practitioner', 'family']);
  assert.equal(personaOf('tom')?.email, personaOf('tom-at-home')?.email);
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Database } from '#platform/database/index.ts';
import { routes } from '#platform/people/routes.ts';
import { otherAuthority, testAuthority, testDatabase } from '../database.ts';
import { siteVisitor, testSite } from '../site.ts';
import { type Council, startCouncil } from './council.ts';
import { callback, expectRefused, goThrough, pathOf, siteWith, start } from './work-site.ts';

let database: Database;
let council: Council;
before(async () => {
  database = await testDatabase();
  council = await startCouncil([callback, 'http://testshire.localhost/practitioners/sign-in/callback']);
  council.workers.set('priya', { name: 'Priya', email: 'p@example.org', roles: ['social-worker'] });
});
after(async () => {
  await council.stop();
  await database.close();
});

test('where several councils share a deployment, a role counts for the council that it names', async () => {
  const authorities = [testAuthority, otherAuthority];
  const shared = await siteWith(council, { database, authorities });
  const at = (host: string) => siteVisitor(shared, { headers: { host } });
  const shownFor = async (roles: readonly string[]) => {
    council.workers.set('shared', { name: 'Shared', email: 'shared@example.org', roles });
    const visitor = at('testshire.localhost');
    await visitor.get(await goThrough(visitor, { council, as: 'shared' }));
    return (await visitor.get('/practitioners')).body;
  };
  try {
    assert.doesNotMatch(await shownFor(['panel-chair']), /Shared/);
    assert.doesNotMatch(await shownFor(['othershire/panel-chair']), /Shared/);
    assert.match(await shownFor(['testshire/panel-chair']), /Shared: panel-chair/);
    const elsewhere = at('othershire.localhost');
    const visitor = at('testshire.localhost');
    const back = await goThrough(visitor, { council, as: 'shared' });
    elsewhere.cookies.set('daybreak_sign_in', visitor.cookies.get('daybreak_sign_in') ?? '');
    assert.equal((await elsewhere.get(back)).status, 400, 'an attempt belongs to one council');
  } finally {
    await shared.close();
  }
});

test('a service that is away, before or in the middle, gives a page that helps; it need not be there at the start', async () => {
  const first = await startCouncil([callback]);
  const awaySite = await siteWith({ ...first, issuer: 'http://127.0.0.1:9' }, { database });
  const site = await siteWith(first, { database });
  try {
    first.workers.set('priya', { name: 'Priya', email: 'p@example.org', roles: ['social-worker'] });
    const words = /Your council’s own sign-in does not answer at the moment/;
    await expectRefused(siteVisitor(awaySite), { database, at: start, status: 503, words });
    const visitor = siteVisitor(site);
    const left = await visitor.get(start);
    const back = pathOf(await first.visit(left.location, 'priya'));
    await first.stop();
    await expectRefused(visitor, { database, at: back, status: 503, words });
  } finally {
    await site.close();
    await awaySite.close();
  }
});

test('a service that refuses our secret is told apart from a person’s own trouble', async () => {
  const site = await siteWith({ ...council, clientSecret: 'another-secret' }, { database });
  try {
    const visitor = siteVisitor(site);
    const left = await visitor.get(start);
    const back = pathOf(await council.visit(left.location, 'priya'));
    await expectRefused(visitor, {
      database,
      at: back,
      status: 503,
      words: /refused to talk to this service/,
    });
  } finally {
    await site.close();
  }
});

test('where no council sign-in is set up, the page says so and the way in is closed', async () => {
  const site = await testSite({ database, routes });
  try {
    const shown = await siteVisitor(site).get('/practitioners/sign-in');
    assert.match(shown.body, /is not set up here/);
    assert.doesNotMatch(shown.body, /sign-in\/start/);
    await expectRefused(siteVisitor(site), { database, at: start, status: 503, words: /is not set up here/ });
  } finally {
    await site.close();
  }
});

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { settableClock } from '#kernel/clock.ts';
import { directoryStamp, prepareListing, providersOf, saveListing } from '#offer/directory/index.ts';
import type { Database } from '#platform/database/index.ts';
import type { Person } from '#platform/web/visit.ts';
import { testDatabase } from '../../../test/database.ts';
import { testNow, testPerson } from '../../../test/visit.ts';
import { at as atFront, council } from '../../families/appeals/test/front.ts';
import { aListing } from '../directory/examples.ts';
import { routes } from './routes.ts';

const authorityId = council.id;
const clock = settableClock(testNow);
const page = '/practitioners/listings/providers/about/medway-otters';
let database: Database;
let officer: Person;

before(async () => {
  database = await testDatabase();
  await database.transaction({ authorityId, standing: 'system' }, async (transaction) => {
    const toSave = await prepareListing(transaction, aListing());
    await saveListing(transaction, { authorityId, at: testNow, toSave });
  });
  officer = await testPerson({ database, name: 'Priya Shah', roles: ['short-breaks-officer'] });
});
after(() => database.close());

const kept = () =>
  database.transaction({ authorityId, standing: 'system' }, async (transaction) => {
    const [provider] = (await providersOf(transaction, authorityId)).values();
    return { provider, stamp: await directoryStamp(transaction, authorityId) };
  });

test('staff change what open data says of a provider: it is another record from then on, and the same twice is none', async () => {
  const before = await kept();
  const desk = atFront({ database, routes, clock }, officer);
  assert.match((await desk.opens(page)).text, /About Medway Otters/);
  clock.moveTo(clock.now().add({ minutes: 5 }));
  const form = {
    about: 'Swimming for all.',
    email: 'us@otters.example.org',
    url: 'https://otters.example.org/',
  };
  await desk.posts(page, form);
  const changed = await kept();
  const { about, email, url, modifiedAt } = changed.provider ?? {};
  assert.deepEqual({ about, email, url }, form);
  assert.equal(modifiedAt?.toString(), clock.now().toString());
  assert.notEqual(changed.stamp, before.stamp);
  clock.moveTo(clock.now().add({ minutes: 5 }));
  await desk.posts(page, form);
  assert.equal((await kept()).provider?.modifiedAt.toString(), modifiedAt?.toString());
});

test('what is no address is not taken, what was typed stays, and nobody else comes in', async () => {
  const wrong = await atFront({ database, routes, clock }, officer).posts(page, {
    about: '',
    email: 'us at otters',
    url: 'javascript:alert(1)',
  });
  assert.deepEqual(
    wrong.refusals.map(({ field }) => field),
    ['email', 'url'],
  );
  assert.match(wrong.html, /value="us at otters"/);
  const finance = await testPerson({ database, roles: ['finance-officer'] });
  assert.match(
    (await atFront({ database, routes, clock }, finance).opens(page)).denied,
    /short breaks officer/,
  );
  assert.equal(
    (await atFront({ database, routes, clock }, null).posts(page, {})).denied,
    'sign-in-as-practitioner',
  );
});

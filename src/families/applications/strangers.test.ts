// Another family's application, and another council's, is simply not there.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Database } from '#platform/database/index.ts';
import type { Visit } from '#platform/web/visit.ts';
import { otherAuthority, testDatabase } from '../../../test/database.ts';
import { testPerson, testVisit } from '../../../test/visit.ts';
import { aLetter, filledSteps } from './examples.ts';
import { routes } from './routes.ts';
import { Applicant, council, heldOf } from './test/applying.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

/** Every address of this capability that names an application. */
function addressesOf(application: string) {
  const steps = [...Object.keys(filledSteps()), 'nothing'];
  return routes
    .filter(({ path }) => path.includes(':application'))
    .flatMap(({ path, method }) => {
      const address = path.replace(':application', application);
      const all = address.includes(':step') ? steps.map((step) => address.replace(':step', step)) : [address];
      return all.map((one) => ({ method, address: one }));
    });
}

test('for every address, of a draft and of what was sent, and nothing is changed', async () => {
  const owner = new Applicant({ database, person: await testPerson({ database }) });
  const sent = await owner.applies();
  const draft = await owner.starts();
  const before = await heldOf(database, owner.person);
  const stranger = new Applicant({ database, person: await testPerson({ database }) });
  const abroad = new Applicant({
    database,
    authority: { ...otherAuthority, folder: council.folder },
    person: await testPerson({ database, authority: otherAuthority }),
  });
  const ids = [sent, draft].map((address) => address.split('/')[2] ?? '');
  let tried = 0;
  for (const id of [...ids, 'not-an-id', '018f0000-0000-7000-8000-000000000000']) {
    for (const { method, address } of addressesOf(id)) {
      for (const visitor of [stranger, abroad]) {
        const { answer } =
          method === 'GET'
            ? await visitor.opens(address)
            : await visitor.posts(address, { declared: 'yes', answer: 'Mine?' }, [aLetter('benefit')]);
        assert.equal(answer.kind, 'not-found', `${method} ${address}`);
        tried += 1;
      }
    }
  }
  assert.ok(tried > 200, `${tried} addresses were tried`);
  assert.deepEqual(await heldOf(database, owner.person), before);
  for (const page of ['/account', '/apply'])
    for (const visitor of [stranger, abroad])
      assert.ok(!(await visitor.opens(page)).html.includes('Khan'), page);
});

test('every page of a family asks for its own sign-in; a practitioner is told why not', async () => {
  const practitioner = await testPerson({ database, roles: ['short-breaks-officer'] });
  for (const route of routes) {
    if (route.path === '/apply' || route.path.startsWith('/practitioners/')) continue;
    const rule = (person: Visit['person']) =>
      testVisit({ database, authority: council, person }, (visit) => route.policy.rule(visit));
    assert.equal(await rule(null), 'sign-in-as-family', route.path);
    const ruling = await rule(practitioner);
    if (route.path === '/account') assert.equal(ruling, 'allowed');
    else assert.match(JSON.stringify(ruling), /signed in as a practitioner/, route.path);
  }
});

test('a practitioner’s account is their own first page', async () => {
  const person = await testPerson({ database, roles: ['short-breaks-officer'] });
  assert.equal((await new Applicant({ database, person }).opens('/account')).to, '/practitioners');
});

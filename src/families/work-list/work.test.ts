import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Database } from '#platform/database/index.ts';
import { roles } from '#platform/people/roles.ts';
import { testAuthority, testDatabase } from '../../../test/database.ts';
import { testPerson, testVisit } from '../../../test/visit.ts';
import { routes as everyRoute } from '../../modules.ts';
import { desks, desksFor } from './desks.ts';
import { workPage } from './pages/work.ts';

/** A made-up council with Medway's clocks and schemes. */
const authority = {
  ...testAuthority,
  folder: new URL('../../../authorities/medway', import.meta.url).pathname,
};
let database: Database;

before(async () => {
  database = await testDatabase();
});
after(() => database.close());

test('every desk leads to a page that lets in each role it is shown to', async () => {
  for (const desk of desks) {
    const route = everyRoute.find((one) => one.method === 'GET' && one.path === desk.href);
    assert.ok(route, `${desk.href} is no page`);
    for (const role of desk.roles) {
      const person = await testPerson({ database, roles: [role] });
      const ruling: unknown = await testVisit<unknown>(
        { database, authority, person, readOnly: true },
        (visit) => route.policy.rule(visit),
      );
      assert.equal(ruling, 'allowed', `${role} at ${desk.href}`);
    }
  }
});

test('every role sees its work, also with nothing to do', async () => {
  for (const role of roles) {
    const person = await testPerson({ database, name: 'Ann Other', roles: [role] });
    const { main } = await testVisit({ database, authority, person, readOnly: true }, workPage);
    assert.match(main.text, /Ann, your work/, role);
    assert.match(main.text, /Nothing waits for you today/, role);
    for (const { href } of desksFor([role]))
      assert.ok(main.text.includes(`href="${href}"`), `${role}: ${href}`);
  }
});

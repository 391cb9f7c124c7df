import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Database } from '#platform/database/index.ts';
import { roles } from '#platform/people/index.ts';
import type { Person } from '#platform/web/visit.ts';
import { testDatabase } from '../../../test/database.ts';
import { testNow, testPerson, testVisit } from '../../../test/visit.ts';
import { routes as everyRoute } from '../../modules.ts';
import { sentApplication } from '../decisions/examples.ts';
import { isWarned } from './index.ts';
import { routes as ofRegister } from './routes.ts';
import { boxes, council, front } from './test/front.ts';

let database: Database;
let work: Person;
before(async () => {
  database = await testDatabase();
  work = await testPerson({ database, roles: [...roles], name: 'Ngozi Worker' });
});
after(() => database.close());

const aboutOne =
  /^\/practitioners\/.*:(child|application|decision|award|assessment|plan|item|appeal|complaint)\b/;

/** What names a child in its address and carries no warning, with why. */
const without: Readonly<Record<string, string>> = {
  '/practitioners/children/:child/ombudsman-pack.zip': 'a file, not a page',
  '/practitioners/complaints/:complaint/account': 'who is complained about reads what was said, and no more',
};

test('every route of a practitioner about one child carries the warning about it', () => {
  const own = new Set<unknown>(ofRegister);
  const bare = everyRoute.filter(
    (route) => aboutOne.test(route.path) && !own.has(route) && !isWarned(route) && !(route.path in without),
  );
  assert.deepEqual(
    bare.map(({ method, path }) => `${method} ${path}`),
    [],
  );
});

test('a court order stands at the top of each page about the child, and a family reads none of it', async () => {
  const parent = await testPerson({ database, name: 'Amira Khan' });
  const sent = await database.transaction({ authorityId: council.id, standing: 'system' }, (transaction) =>
    sentApplication(transaction, {
      authorityId: council.id,
      personId: parent.id,
      sentAt: testNow,
      dueOn: Temporal.PlainDate.from('2026-12-20'),
    }),
  );
  const told = await front(database, work).posts(`/practitioners/children/${sent.childId}/limits`, {
    what: 'add-limit',
    adult: 'somebody-else',
    adultName: 'Derek Unwelcome',
    limit: 'order-limits',
    words: 'He may not come near the school',
    whoMayKnow: 'Whoever works with the child',
    ...boxes('fromOn', '2026-01-05'),
  });
  assert.deepEqual(told.wrong, []);
  const params = { child: sent.childId, application: sent.applicationId };
  let pages = 0;
  for (const route of everyRoute) {
    if (
      !('show' in route) ||
      !/^\/practitioners\/(children\/:child|applications\/:application)\b/.test(route.path)
    )
      continue;
    const shown = await testVisit(
      { database, authority: council, person: work, params, readOnly: true },
      async (visit) => {
        assert.equal(await route.policy.rule(visit), 'allowed', route.path);
        return route.show(visit);
      },
    );
    if (shown.kind !== 'page') continue;
    pages++;
    assert.match(shown.main.text, /class="daybreak-warning"[\s\S]*Derek Unwelcome/, route.path);
    assert.ok(shown.main.text.split('Derek Unwelcome').length >= 2, route.path);
    assert.equal(shown.main.text.split('class="daybreak-warning"').length, 2, `once on ${route.path}`);
  }
  assert.ok(pages > 15, `${pages} pages were looked at`);
});

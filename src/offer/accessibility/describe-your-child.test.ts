import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { addFacts, type FactAnswer } from '#families/register/index.ts';
import { settableClock } from '#kernel/clock.ts';
import { newId } from '#kernel/id.ts';
import type { Database } from '#platform/database/index.ts';
import { testDatabase } from '../../../test/database.ts';
import { type SiteVisitor, siteVisitor, testSite } from '../../../test/site.ts';
import { testNow, testPerson, testVisit } from '../../../test/visit.ts';
import { aFamily, council, front } from '../../families/register/test/front.ts';
import { describedChild } from './described-child.ts';
import { routes } from './routes.ts';

const page = '/describe-your-child';
let database: Database;
let site: FastifyInstance;

before(async () => {
  database = await testDatabase();
  site = await testSite({ database });
});
after(async () => {
  await site.close();
  await database.close();
});

const send = (visitor: SiteVisitor, fields: Readonly<Record<string, string>>) =>
  visitor.send(page, { on: page, fields });

describe('a visitor without an account', () => {
  test('describes a child, reads it again, changes it and has it forgotten', async () => {
    const visitor = siteVisitor(site);
    const sent = await send(visitor, {
      age: '9',
      likes: 'swimming',
      'need-hoist': 'must',
      'need-makaton': 'would-help',
      'need-pecs': 'no',
    });
    assert.equal(sent.location, page);
    assert.ok(visitor.cookies.has('daybreak_child'));
    const kept = await visitor.get(page);
    assert.match(kept.body, /<dt>Age<\/dt><dd>9<\/dd>/);
    assert.match(kept.body, /<dt>Must have<\/dt><dd>hoist<\/dd>/);
    assert.match(kept.body, /<dt>Would help<\/dt><dd>Makaton<\/dd>/);
    assert.match(kept.body, /href="\/find\?age=9"/);
    assert.match(kept.body, /name="need-hoist" type="radio" value="must" checked/);
    assert.match(kept.body, /name="need-pecs" type="radio" value="no" checked/);
    assert.equal(kept.headers['cache-control'], 'no-store');
    await send(visitor, { age: '', 'need-hoist': 'no', 'need-bsl': 'must' });
    assert.match((await visitor.get(page)).body, /<dt>Must have<\/dt><dd>British Sign Language<\/dd>/);
    await visitor.send(`${page}/forget`, { on: page });
    assert.ok(!visitor.cookies.has('daybreak_child'));
    assert.doesNotMatch((await visitor.get(page)).body, /Forget it<\/button>/);
  });

  test('is asked for no name, and told where the answers stay', async () => {
    const { body } = await siteVisitor(site).get(page);
    assert.doesNotMatch(body, /name="[^"]*name/);
    assert.match(body, /stays in this browser, locked, for 30 days/);
  });

  test('leaves nothing in the database', async () => {
    const rows = () =>
      database.transaction({ authorityId: council.id, standing: 'system' }, async (transaction) => ({
        posts: (await transaction.selectFrom('form_posts').selectAll().execute()).length,
        audit: (await transaction.selectFrom('audit_records').selectAll().execute()).length,
        kept: (await transaction.selectFrom('kept_forms').selectAll().execute()).length,
      }));
    const before = await rows();
    await send(siteVisitor(site), { age: '4', 'need-hoist': 'must' });
    assert.deepEqual(await rows(), before);
  });

  test('is told what is wrong with an age that is none, and with a form that says nothing; the rest stays', async () => {
    for (const age of ['26', '-1', '4.5', 'nine', '9999']) {
      const again = await send(siteVisitor(site), { age, 'need-hoist': 'must' });
      assert.equal(again.status, 422, age);
      assert.match(again.body, /href="#age">Write your child’s age as a whole number from 0 to 25/);
      assert.match(again.body, /name="need-hoist" type="radio" value="must" checked/);
    }
    assert.match((await send(siteVisitor(site), {})).body, /Tell us at least one thing/);
  });

  test('may send anything else too: what the vocabulary does not know is not kept', async () => {
    const visitor = siteVisitor(site);
    await send(visitor, { age: '7', 'need-hoist': 'perhaps', 'need-broomstick': 'must', likes: 'dragons' });
    const { body } = await visitor.get(page);
    assert.match(body, /<dt>Age<\/dt><dd>7<\/dd><\/div><\/dl>/);
  });
});

describe('a signed-in family', () => {
  const answers = new Map<string, FactAnswer>([
    ['hoist', 'yes'],
    ['communication', ['makaton']],
    ['sensory', ['noise']],
    ['medication', ['rescue']],
  ]);

  async function aFamilyThatTold() {
    const family = await aFamily(database);
    const { person } = family;
    await database.transaction(
      { authorityId: council.id, personId: person.id, standing: 'family' },
      (transaction) =>
        addFacts(transaction, {
          authorityId: council.id,
          householdId: family.householdId,
          childId: family.childId,
          answers,
          saidBy: person.name,
          saidOn: Temporal.PlainDate.from('2026-11-01'),
          reviewOn: null,
          recordedBy: person.id,
          at: testNow,
        }),
    );
    return family;
  }

  test('begins from what it has told about its child, and nothing is kept before it says so', async () => {
    const { person, childId } = await aFamilyThatTold();
    const own = front(database, person, settableClock(testNow), routes);
    assert.equal((await own.opens(`${page}/from-account`)).to, `${page}/from-account/${childId}`);
    const { html } = await own.opens(`${page}/from-account/${childId}`);
    for (const [need, weight] of [
      ['hoist', 'must'],
      ['rescue-medication', 'must'],
      ['makaton', 'would-help'],
      ['no-sudden-noise', 'would-help'],
      ['bsl', 'no'],
    ] as const)
      assert.match(html, new RegExp(`name="need-${need}" type="radio" value="${weight}" checked`), need);
    assert.match(html, /Nothing is copied until you press the button/);
    const toKeep = await testVisit(
      { database, authority: council, person, params: { child: childId }, readOnly: true },
      async (visit) => {
        for (const route of routes)
          if ('show' in route && route.path.endsWith(':child')) await route.show(visit);
        return [...visit.toKeepInBrowser];
      },
    );
    assert.deepEqual(toKeep, []);
  });

  test('opens no other family’s child', async () => {
    const { childId } = await aFamilyThatTold();
    const other = await aFamily(database, {
      line1: '2 Other Street',
      name: 'Olu Ade',
      childName: 'Tobi Ade',
    });
    const own = front(database, other.person, settableClock(testNow), routes);
    assert.equal((await own.opens(`${page}/from-account/${childId}`)).kind, 'not-found');
    assert.equal((await own.opens(`${page}/from-account/${newId()}`)).kind, 'not-found');
    assert.equal((await own.opens(`${page}/from-account/x`)).kind, 'not-found');
  });

  test('without a child in the account is sent back to the form, and nobody else gets so far', async () => {
    const person = await testPerson({ database });
    const own = front(database, person, settableClock(testNow), routes);
    assert.match((await own.opens(`${page}/from-account`)).html, /We know no child of yours yet/);
    const practitioner = await testPerson({ database, roles: ['social-worker'] });
    for (const one of [null, practitioner]) {
      const theirs = front(database, one, settableClock(testNow), routes);
      assert.equal((await theirs.opens(`${page}/from-account`)).kind, 'refused');
    }
  });
});

test('a text in the browser that says no child is none', async () => {
  const visit = (child: string) =>
    testVisit({ database, keptInBrowser: { child } }, (given) => describedChild(given));
  assert.equal(await visit('something else'), null);
  assert.deepEqual(await visit('9|hoist!|swimming'), {
    age: 9,
    needs: { hoist: 'must' },
    likes: ['swimming'],
  });
});

import assert from 'node:assert/strict';
import { before, beforeEach, describe, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { settableClock } from '#kernel/clock.ts';
import { bothDatabases } from '../../../test/both-databases.ts';
import { hiddenFields, type SiteVisitor, siteVisitor, testSite } from '../../../test/site.ts';
import { beginsSession, messagesKept, thingRoutes } from '../../../test/things.ts';
import { testNow, testPerson } from '../../../test/visit.ts';
import type { Database } from '../database/index.ts';

// What a person does: once, wholly, by their own form, or not at all.

for (const engine of await bothDatabases()) {
  describe(`${engine.name}: what is posted`, { skip: engine.skip }, () => {
    let database: Database;
    let app: FastifyInstance;
    const clock = settableClock(testNow);
    let visitor: SiteVisitor;
    let personId = '';

    before(async () => {
      database = await engine.open();
      app = await testSite({ database, routes: thingRoutes, clock });
    });
    beforeEach(async () => {
      clock.moveTo(testNow);
      await sql`delete from messages`.execute(database.owner);
      ({ visitor, personId } = await signedIn());
    });

    /** Somebody signed in, in a browser of their own. */
    async function signedIn(name = 'Test Parent') {
      const browser = siteVisitor(app);
      const { id } = await testPerson({ database, name });
      await beginsSession(browser, { database, personId: id, now: clock.now() });
      return { visitor: browser, personId: id };
    }

    const kept = () => messagesKept(database);

    async function events(): Promise<string[]> {
      const { rows } = await sql<{
        event: string;
      }>`select event from audit_records where person_id = ${personId} order by sequence`.execute(
        database.owner,
      );
      return rows.map(({ event }) => event);
    }

    const formOn = async (path = '/things') => hiddenFields((await visitor.get(path)).body, '/things');

    test('a thing is done, with its message and its lines in the audit trail, and answered with a redirect', async () => {
      const answer = await visitor.post('/things', { ...(await formOn()), name: 'One' });
      assert.deepEqual([answer.status, answer.location, answer.body], [303, '/things/One', '']);
      assert.deepEqual(await kept(), ['One']);
      assert.deepEqual(await events(), ['things.viewed', 'thing.kept', 'thing.noted']);
      const { rows } =
        await sql`select subject_kind, subject_id, standing from audit_records where event = 'thing.kept' and person_id = ${personId}`.execute(
          database.owner,
        );
      assert.deepEqual(rows, [{ subject_kind: 'thing', subject_id: 'One', standing: 'family' }]);
    });

    test('a form that is not this browser’s own is shown again with what was typed, and nothing is done', async () => {
      const own = await formOn();
      const stranger = siteVisitor(app);
      const strangers = hiddenFields((await stranger.get('/open')).body, '/things');
      for (const [fields, headers] of [
        [{ name: 'Typed <here>' }, {}],
        [{ ...own, _csrf: '', name: 'Typed <here>' }, {}],
        [{ ...own, _csrf: `${own._csrf}x`, name: 'Typed <here>' }, {}],
        [{ ...own, _csrf: strangers._csrf ?? '', name: 'Typed <here>' }, {}],
        [{ ...own, name: 'Typed <here>' }, { 'sec-fetch-site': 'cross-site' }],
        [{ ...own, name: 'Typed <here>' }, { 'sec-fetch-site': 'same-site' }],
      ] as const) {
        const sender = siteVisitor(app, { headers });
        for (const [name, value] of visitor.cookies) sender.cookies.set(name, value);
        const answer = await sender.post('/things', fields);
        assert.equal(answer.status, 422);
        assert.match(answer.body, /This page had been open for a long time, so nothing was saved/);
        assert.match(answer.body, /value="Typed &lt;here&gt;"/);
        assert.match(answer.body, /<title>Error: A thing/);
        // The form that is shown can be sent.
        assert.equal(
          (await visitor.post('/things', { ...hiddenFields(answer.body, '/things'), name: 'Again' })).status,
          303,
        );
      }
      assert.deepEqual(new Set(await kept()), new Set(['Again']));
      const cookieless = siteVisitor(app);
      cookieless.cookies.set('daybreak_session', visitor.cookies.get('daybreak_session') ?? '');
      assert.equal((await cookieless.post('/things', { ...own, name: 'One' })).status, 422);
      cookieless.cookies.set('daybreak_form', 'forged.signature');
      assert.equal((await cookieless.post('/things', { ...own, name: 'One' })).status, 422);
    });

    test('the same form posted again, one after another or all at once, acts once, and all are led to one place', async () => {
      const fields = { ...(await formOn()), name: 'Once' };
      const answers = await Promise.all(Array.from({ length: 6 }, () => visitor.post('/things', fields)));
      answers.push(await visitor.post('/things', fields));
      assert.deepEqual(
        new Set(answers.map(({ status, location }) => `${status} ${location}`)),
        new Set(['303 /things/Once']),
      );
      assert.deepEqual(await kept(), ['Once']);
      assert.deepEqual(await events(), ['things.viewed', 'thing.kept', 'thing.noted']);
    });

    test('a form that somebody went back to and changed is another: the change is not lost', async () => {
      const fields = await formOn();
      assert.equal((await visitor.post('/things', { ...fields, name: 'First' })).location, '/things/First');
      assert.equal((await visitor.post('/things', { ...fields, name: 'Second' })).location, '/things/Second');
      assert.deepEqual(await kept(), ['First', 'Second']);
    });

    test('what is wrong is shown with what was typed, and takes back what had been done before it was known', async () => {
      for (const [name, sentence] of [
        ['', 'Enter a name'],
        ['wrong', 'Not this one.'],
        ['twice', 'This has already been recorded'],
      ] as const) {
        const answer = await visitor.post('/things', { ...(await formOn()), name });
        assert.equal(answer.status, 422);
        assert.ok(answer.body.includes(sentence), name);
        assert.ok(answer.body.includes(`value="${name}"`) || name === '');
        if (name !== 'twice') assert.match(answer.body, /<a href="#name">/);
      }
      assert.deepEqual(await kept(), []);
      assert.ok((await events()).every((event) => event === 'things.viewed'));
    });

    test('a form that was refused can be mended and sent by the same mark', async () => {
      const fields = await formOn();
      assert.equal((await visitor.post('/things', { ...fields, name: 'wrong' })).status, 422);
      assert.equal((await visitor.post('/things', { ...fields, name: 'Right' })).status, 303);
      assert.deepEqual(await kept(), ['Right']);
    });

    test('a bug rolls everything back, and the same form can be sent again', async () => {
      const fields = { ...(await formOn()), name: 'broken' };
      for (let count = 0; count < 2; count++) {
        const answer = await visitor.post('/things', fields);
        assert.equal(answer.status, 500);
        assert.doesNotMatch(answer.body, /a bug|\.ts/);
      }
      assert.deepEqual(await kept(), []);
    });

    test('a page that is read changes nothing: the database itself refuses', async () => {
      const answer = await visitor.get('/writes');
      assert.equal(answer.status, 500);
      assert.deepEqual(await kept(), []);
      assert.deepEqual(await events(), []);
    });

    test('who may not is told so and shown nothing, and no page that was not seen stands in the trail', async () => {
      const nobody = await signedIn('Nobody Here');
      const shown = await nobody.visitor.get('/things');
      assert.equal(shown.status, 403);
      assert.match(shown.body, /This is not for you\./);
      assert.doesNotMatch(shown.body, /<form/);
      const own = hiddenFields((await nobody.visitor.get('/open')).body, '/things');
      const sent = await nobody.visitor.post('/things', { ...own, name: 'One' });
      assert.equal(sent.status, 403);
      const forged = await nobody.visitor.post('/things', { name: 'One' });
      assert.equal(forged.status, 403);
      assert.deepEqual(await kept(), []);
      const { rows } = await sql`select 1 from audit_records where person_id = ${nobody.personId}`.execute(
        database.owner,
      );
      assert.equal(rows.length, 0);
      assert.equal((await visitor.get('/none')).status, 404);
      assert.deepEqual(await events(), []);
      const anonymous = await siteVisitor(app).get('/things?a=b&c=d');
      assert.deepEqual(
        [anonymous.status, anonymous.location],
        [303, `/sign-in?then=${encodeURIComponent('/things?a=b&c=d')}`],
      );
    });

    test('a page about a person is kept by no browser and nothing in between', async () => {
      assert.equal((await visitor.get('/things')).headers['cache-control'], 'no-store');
    });
  });
}

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { settableClock } from '#kernel/clock.ts';
import type { Database } from '#platform/database/index.ts';
import type { Person } from '#platform/web/visit.ts';
import { testDatabase } from '../../../test/database.ts';
import { testNow, testPerson, testVisit } from '../../../test/visit.ts';
import { routes } from '../../modules.ts';
import { saveOtherSupport } from '../packages/index.ts';
import { packageFile } from '../packages/package-file.ts';
import { addFacts, evidenceOf, factsOf, householdsHiddenFrom } from '../register/index.ts';
import { aFamily, boxes, council, front as frontOf } from '../register/test/front.ts';
import { toDosOfPractitioner } from './index.ts';
import { mergeChildren, undoMerge } from './store/merges.ts';

let database: Database;
let officer: Person;
before(async () => {
  database = await testDatabase();
  officer = await testPerson({ database, roles: ['short-breaks-officer'], name: 'Priya Officer' });
});
after(() => database.close());

const front = (person: Person) => frontOf(database, person, settableClock(earlier), routes);
// The database asks the real day who lives where; so what these tests do lies before it.
const earlier = testNow.subtract({ hours: 24 * 30 });
const record = (childId: string) => `/practitioners/children/${childId}`;
const authorityId = council.id;
const today = Temporal.PlainDate.from('2026-11-24');
let number = 0;

/** Two records of one child, in two households, with names that nobody else here has. */
async function twice(change: { readonly second?: string } = {}) {
  // Names and birthdays that are like nobody else's here.
  const letter = String.fromCharCode(97 + (number % 26));
  const name = `Sol${letter.repeat(5)}ejg`;
  const bornOn = Temporal.PlainDate.from('2012-01-01')
    .add({ days: 137 * number++ })
    .toString();
  const one = await aFamily(database, { childName: name, name: `Mother of ${name}`, bornOn });
  const other = await aFamily(database, {
    childName: change.second ?? `${name}a`,
    name: `Father of ${name}`,
    bornOn,
  });
  return { name, one, other, pair: `/practitioners/duplicates/${one.childId}/${other.childId}` };
}

async function tells(
  childId: string,
  householdId: string,
  facts: Readonly<Record<string, string>>,
  minute = 0,
) {
  await database.transaction({ authorityId, standing: 'system' }, (transaction) =>
    addFacts(transaction, {
      authorityId,
      childId,
      householdId,
      answers: new Map(Object.entries(facts)),
      saidBy: 'Somebody',
      saidOn: today,
      reviewOn: null,
      recordedBy: officer.id,
      at: testNow.add({ minutes: minute }),
    }),
  );
}

test('a pair is shown side by side with its reasons, and not again once somebody told the two apart', async () => {
  const { name, one, other, pair } = await twice();
  const work = front(officer);
  const waiting = await testVisit({ database, authority: council, person: officer }, toDosOfPractitioner);
  assert.equal(waiting[0]?.href, '/practitioners/duplicates');
  const list = await work.opens('/practitioners/duplicates');
  assert.ok(list.html.includes(pair) || list.html.includes(`${other.childId}/${one.childId}`));
  assert.match(list.html, /first name differs by one letter/);
  assert.ok(list.html.includes(`With Mother of ${name}`));
  assert.deepEqual((await work.posts(pair, {})).wrong, ['Choose whether it is one child']);
  assert.deepEqual((await work.posts(pair, { verdict: 'apart' })).wrong, [
    'Say how you know that they are two children',
  ]);
  const apart = await work.posts(pair, { verdict: 'apart', reason: 'Twins, seen together' });
  assert.equal(apart.to, '/practitioners/duplicates?done=apart');
  assert.ok(!(await work.opens('/practitioners/duplicates')).html.includes(one.childId));
});

test('nobody finds or opens a pair of which one household is kept from them', async () => {
  const { one, other, pair } = await twice();
  const name = (await front(officer).opens(pair)).html.match(/With (Mother of [^<]+)</)?.[1] ?? '';
  const relative = await testPerson({ database, roles: ['team-manager'], name });
  assert.ok(!(await front(relative).opens('/practitioners/duplicates')).html.includes(other.childId));
  assert.equal((await front(relative).opens(pair)).kind, 'refused');
  assert.equal((await front(relative).posts(`${pair}/merge`, { stays: one.childId })).kind, 'refused');
  assert.notEqual((await front(one.person).opens('/practitioners/duplicates')).ruling, 'allowed');
});

test('merged in two homes: an officer says who sees the child; an order against one adult holds for both records', async () => {
  const { name, one, other, pair } = await twice();
  await tells(one.childId, one.householdId, { school: 'Oak School' });
  await tells(other.childId, other.householdId, { language: 'Norwegian' });
  const work = front(officer);
  const form = { stays: one.childId, reason: 'The school has one such child' };
  assert.deepEqual((await work.posts(`${pair}/merge`, { reason: 'x' })).wrong, ['Choose which record stays']);
  assert.deepEqual((await work.posts(`${pair}/merge`, form)).wrong, [
    'Choose whether the families of both homes may see the child',
  ]);
  await work.posts(`${pair}/merge`, { ...form, mayBothSee: 'no' });
  const seen = await work.opens(record(one.childId));
  assert.ok(seen.html.includes('Oak School') && seen.html.includes('Norwegian'));
  assert.equal((await work.opens(record(other.childId))).to, `${record(one.childId)}?merged=yes`);
  const listed = await work.opens(`/practitioners/children?search=${name}`);
  assert.ok(!listed.html.includes(other.childId));
  const father = front(other.person);
  const own = await father.opens(`/account/children/${other.childId}/about`);
  assert.ok(own.html.includes('Norwegian') && !own.html.includes('Oak School'));
  assert.equal((await father.opens(`/account/children/${one.childId}/about`)).kind, 'not-found');
  const barred = await work.posts(`${record(one.childId)}/limits`, {
    what: 'add-limit',
    adult: 'somebody-else',
    adultName: other.person.name,
    adultEmail: other.person.email,
    limit: 'order-bars',
    words: 'Must not come near',
    whoMayKnow: 'All staff',
    ...boxes('fromOn', '2026-01-01'),
  });
  assert.equal(barred.kind, 'redirect', barred.wrong.join());
  assert.equal((await father.opens(`/account/children/${other.childId}/about`)).kind, 'not-found');
  const merged = await work.opens(`${record(one.childId)}/merged`);
  const merge = /name="merge" value="([^"]+)"/.exec(merged.html)?.[1] ?? '';
  assert.deepEqual((await work.posts(`${record(one.childId)}/merged`, { merge })).wrong, [
    'Say why the merge was wrong',
  ]);
  await work.posts(`${record(one.childId)}/merged`, { merge, because: 'Two cousins' });
  assert.ok((await father.opens(`/account/children/${other.childId}/about`)).html.includes('Norwegian'));
  assert.ok(!(await work.opens(record(one.childId))).html.includes('Norwegian'));
});

test('merged in two homes that both may see the child: each reads the other’s record, until it is taken back', async () => {
  const { one, other, pair } = await twice();
  await tells(one.childId, one.householdId, { school: 'Oak School' });
  await front(officer).posts(`${pair}/merge`, { stays: one.childId, reason: 'One child', mayBothSee: 'yes' });
  const father = front(other.person);
  assert.ok((await father.opens(`/account/children/${other.childId}/about`)).html.includes('Oak School'));
  const twicePressed = await front(officer).posts(`${pair}/merge`, {
    stays: other.childId,
    reason: 'Again',
    mayBothSee: 'yes',
  });
  assert.equal(twicePressed.wrong.length, 1);
  const kept = await testPerson({ database, roles: ['team-manager'], name: other.person.name });
  const hidden = await testVisit({ database, authority: council, person: kept }, (visit) =>
    householdsHiddenFrom(visit, kept),
  );
  assert.ok(hidden.includes(one.householdId), 'who is kept from one home is kept from the other');
  const page = await front(officer).opens(`${record(one.childId)}/merged`);
  const merge = /name="merge" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
  await front(officer).posts(`${record(one.childId)}/merged`, { merge, because: 'Wrong' });
  assert.ok(!(await father.opens(`/account/children/${other.childId}/about`)).html.includes('Oak School'));
});

test('a family’s connection points no record to another', async () => {
  const { one, other } = await twice();
  await assert.rejects(
    database.transaction({ authorityId, standing: 'family', personId: one.person.id }, (transaction) =>
      transaction
        .updateTable('children')
        .set({ merged_into: other.childId })
        .where('id', '=', one.childId)
        .execute(),
    ),
    /a family does not merge children/,
  );
});

/** Everything that is read of a child, by the ways that pages read it. */
async function readOf(childId: string) {
  return testVisit(
    { database, authority: council, person: officer, params: { child: childId } },
    async (visit) => {
      const about = { authorityId, childId };
      return {
        facts: [...(await factsOf(visit.transaction, about))]
          .map(([key, { answer }]) => [key, answer])
          .toSorted(),
        evidence: (await evidenceOf(visit.transaction, about)).map(({ id }) => id).toSorted(),
        supports: ((await packageFile(visit))?.supports ?? []).map(({ id }) => id).toSorted(),
      };
    },
  );
}

const facts = fc.dictionary(
  fc.constantFrom('school', 'language', 'siblings', 'religion'),
  fc.constantFrom('a', 'b'),
  {
    noNullPrototype: true,
  },
);

test('merging gives both, whichever stays; taking it back gives what was', async () => {
  await fc.assert(
    fc.asyncProperty(facts, facts, fc.nat(2), fc.nat(2), async (mine, theirs, few, many) => {
      const { one, other } = await twice();
      await tells(one.childId, one.householdId, mine, 1);
      await tells(other.childId, other.householdId, theirs, 2);
      const scope = { authorityId, standing: 'system' } as const;
      await database.transaction(scope, async (transaction) => {
        for (const [family, count] of [
          [one, few],
          [other, many],
        ] as const)
          for (let at = 0; at < count; at++) {
            await saveOtherSupport(transaction, {
              authorityId,
              id: null,
              childId: family.childId,
              householdId: family.householdId,
              name: `Club ${at}`,
              breakKind: 'club',
              way: 'spot',
              paidBy: 'health',
              yearlyPence: 100,
              yearlyMinutes: null,
              yearlyNights: null,
              startsOn: today,
              endsOn: null,
              reviewOn: null,
              toldBy: 'A test',
              recordedBy: null,
              at: testNow,
            });
          }
      });
      const before = [await readOf(one.childId), await readOf(other.childId)] as const;
      const read: unknown[] = [];
      for (const [keptId, mergedId] of [
        [one.childId, other.childId],
        [other.childId, one.childId],
      ] as const) {
        const given = { authorityId, by: officer.id, at: testNow, today };
        const done = await database.transaction(scope, (transaction) =>
          mergeChildren(transaction, { ...given, keptId, mergedId, bothMaySee: false, reason: 'Test' }),
        );
        assert.ok(done);
        const whole = await readOf(keptId);
        assert.deepEqual(whole, await readOf(mergedId), 'both records tell the same');
        assert.deepEqual(whole.facts, Object.entries({ ...mine, ...theirs }).toSorted());
        assert.deepEqual(whole.supports, before.flatMap(({ supports }) => supports).toSorted());
        read.push(whole);
        await database.transaction(scope, async (transaction) => {
          const { id } = await transaction
            .selectFrom('child_merges')
            .select('id')
            .where('kept_child_id', '=', keptId)
            .where('undone_at', 'is', null)
            .executeTakeFirstOrThrow();
          assert.ok(
            await undoMerge(transaction, { ...given, childId: keptId, mergeId: id, because: 'Test' }),
          );
        });
        assert.deepEqual([await readOf(one.childId), await readOf(other.childId)], before);
      }
      assert.deepEqual(read[0], read[1]);
    }),
    { numRuns: 12 },
  );
});

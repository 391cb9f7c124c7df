import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { settableClock } from '#kernel/clock.ts';
import type { Database } from '#platform/database/index.ts';
import type { Person } from '#platform/web/visit.ts';
import { bothDatabases } from '../../../test/both-databases.ts';
import { testNow, testPerson } from '../../../test/visit.ts';
import { insertInterest, peopleOfHousehold } from './index.ts';
import { aFamily, boxes, council, front } from './test/front.ts';

const account = (childId: string) => `/account/children/${childId}`;
const record = (childId: string) => `/practitioners/children/${childId}`;

async function rowsOf(database: Database, person: Person, table: string): Promise<number> {
  const { rows } = await database.transaction(
    { authorityId: council.id, personId: person.id, standing: 'family' },
    (transaction) => sql`select 1 from ${sql.table(table)}`.execute(transaction),
  );
  return rows.length;
}

/** What the first parent’s invitation says to the second. */
function invitationTo(person: Person, responsibility: 'yes' | 'no') {
  return { what: 'invite', name: person.name, email: person.email, relationship: 'father', responsibility };
}

function codeIn(text: string): string {
  return /PC-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? 'no code';
}

for (const engine of await bothDatabases()) {
  describe(`${engine.name}: two parents and one child`, { skip: engine.skip }, () => {
    let database: Database;
    let officer: Person;
    before(async () => {
      database = await engine.open();
      officer = await testPerson({ database, roles: ['social-worker'], name: 'Marcus Worker' });
    });

    test('an invited parent joins by the code, with the address that it was sent to and no other', async () => {
      const { person, childId } = await aFamily(database);
      const father = await testPerson({ database, name: 'Omar Khan' });
      const thief = await testPerson({ database, name: 'Thief' });
      const invited = await front(database, person).posts('/account/family', invitationTo(father, 'no'));
      const [message] = invited.sent;
      assert.equal(message?.to, father.email);
      const code = codeIn(message?.text ?? '');
      assert.equal((await front(database, thief).posts('/account/join', { code })).wrong.length, 1);
      assert.equal(
        (await front(database, father).posts('/account/join', { code: 'PC-2222-2222' })).wrong.length,
        1,
      );
      assert.equal((await front(database, father).opens(`${account(childId)}/about`)).kind, 'not-found');
      assert.equal(
        (await front(database, father).posts('/account/join', { code })).to,
        '/account?joined=yes',
      );
      assert.equal((await front(database, father).opens(`${account(childId)}/about`)).kind, 'page');
      assert.equal((await front(database, thief).posts('/account/join', { code })).wrong.length, 1);
    });

    test('who claims parental responsibility sees nothing until an officer has checked it', async () => {
      const { person, childId } = await aFamily(database);
      const father = await testPerson({ database, name: 'Omar Claims' });
      const invited = await front(database, person).posts('/account/family', invitationTo(father, 'yes'));
      const code = codeIn(invited.sent[0]?.text ?? '');
      assert.equal(
        (await front(database, father).posts('/account/join', { code })).to,
        '/account/join?done=waiting',
      );
      assert.equal((await front(database, father).opens(`${account(childId)}/about`)).kind, 'not-found');
      const people = await front(database, officer).opens(`${record(childId)}/people`);
      const invitation = /name="invitation" value="([^"]+)"/.exec(people.html)?.[1] ?? '';
      const form = { what: 'settle-invitation', invitation, outcome: 'joined' };
      assert.equal(
        (await front(database, officer).posts(`${record(childId)}/people`, form)).kind,
        'redirect',
      );
      assert.equal((await front(database, father).opens(`${account(childId)}/about`)).kind, 'page');
    });

    test('an invitation that is too old, or was taken back, lets nobody in', async () => {
      const { person } = await aFamily(database);
      const father = await testPerson({ database, name: 'Omar Late' });
      const invited = await front(database, person).posts('/account/family', invitationTo(father, 'no'));
      const code = codeIn(invited.sent[0]?.text ?? '');
      const later = settableClock(testNow.add({ hours: 24 * 14 }));
      assert.equal((await front(database, father, later).posts('/account/join', { code })).wrong.length, 1);
      const page = await front(database, person).opens('/account/family');
      const invitation = /name="invitation" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
      await front(database, person).posts('/account/family', { what: 'take-back', invitation });
      assert.equal((await front(database, father).posts('/account/join', { code })).wrong.length, 1);
    });

    test('an adult whom an order bars loses the child, the address and the records at once', async () => {
      const { person, childId, householdId } = await aFamily(database, { line1: '77 Secret Street' });
      const father = await testPerson({ database, name: 'Omar Barred' });
      const invited = await front(database, person).posts('/account/family', invitationTo(father, 'no'));
      await front(database, father).posts('/account/join', { code: codeIn(invited.sent[0]?.text ?? '') });
      await front(database, person).posts(`${account(childId)}/about/health`, { epilepsy: 'active' });
      const tables = [
        'children',
        'households',
        'household_addresses',
        'household_accounts',
        'parent_carers',
        'child_facts',
      ];
      for (const table of tables) assert.ok((await rowsOf(database, father, table)) > 0, `before: ${table}`);
      const people = await front(database, officer).opens(`${record(childId)}/limits`);
      const carer =
        new RegExp(`value="([^"]+)"[^>]*>\\s*<label[^>]*>\\s*${father.name}`).exec(people.html)?.[1] ?? '';
      const order = {
        what: 'add-limit',
        adult: carer,
        limit: 'order-bars',
        words: 'He may not know where she lives.',
        whoMayKnow: 'Staff',
        ...boxes('fromOn', '2020-01-01'),
      };
      const kept = await front(database, officer).posts(`${record(childId)}/limits`, order);
      assert.deepEqual(kept.wrong, []);
      for (const table of tables) assert.equal(await rowsOf(database, father, table), 0, `after: ${table}`);
      for (const page of ['about', 'evidence', 'register'])
        assert.equal((await front(database, father).opens(`${account(childId)}/${page}`)).kind, 'not-found');
      assert.equal((await front(database, person).opens(`${account(childId)}/about`)).kind, 'page');
      assert.equal(await rowsOf(database, person, 'contact_limits'), 0);
      for (const page of ['', '/people', '/evidence', '/register', '/history', '/address', '/facts/health'])
        assert.match(
          (await front(database, officer).opens(`${record(childId)}${page}`)).html,
          /Court order: Omar Barred/,
        );
      const link = {
        what: 'link-account',
        name: father.name,
        email: father.email,
        relationship: 'father',
        responsibility: 'yes',
        checked: 'Passport',
      };
      assert.match(
        (await front(database, officer).posts(`${record(childId)}/people`, link)).wrong[0] ?? '',
        /An order bars/,
      );
      const settled = await front(database, officer).posts(`${record(childId)}/register`, {
        what: 'put-on',
        agreedBy: 'The mother',
      });
      assert.equal(settled.kind, 'redirect');
      const told = await database.transaction(
        { authorityId: council.id, personId: officer.id, standing: 'practitioner' },
        (transaction) => peopleOfHousehold(transaction, { authorityId: council.id, householdId }),
      );
      assert.deepEqual([...new Set(told.map(({ email }) => email))], [person.email], 'nobody writes to him');
      const limits = await front(database, officer).opens(`${record(childId)}/limits`);
      const id = /name="id" value="([^"]+)"/.exec(limits.html)?.[1] ?? '';
      const ends = (because: string) =>
        front(database, officer).posts(`${record(childId)}/limits`, { what: 'end-limit', id, because });
      for (const nothing of [' \0 ', 'x'.repeat(1_001)]) assert.equal((await ends(nothing)).wrong.length, 1);
      await ends('Order\0 lifted');
      assert.equal((await front(database, father).opens(`${account(childId)}/about`)).kind, 'page');
    });

    test('an account cannot write to one stranger after another by inviting and taking back', async () => {
      const { person } = await aFamily(database);
      const own = front(database, person);
      const refused: number[] = [];
      for (let sent = 0; sent < 7; sent++) {
        const stranger = await testPerson({ database, name: `Stranger ${sent}` });
        const answer = await own.posts('/account/family', invitationTo(stranger, 'no'));
        refused.push(answer.wrong.length);
        const page = await own.opens('/account/family');
        const invitation = /name="invitation" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
        await own.posts('/account/family', { what: 'take-back', invitation });
      }
      assert.deepEqual(refused, [0, 0, 0, 0, 0, 0, 1]);
    });

    test('an order of the past or of the future bars nobody today', async () => {
      const { person, childId } = await aFamily(database);
      const order = {
        what: 'add-limit',
        adult: 'somebody-else',
        adultName: person.name,
        adultEmail: person.email.toUpperCase(),
        limit: 'bars',
        words: 'Words',
        whoMayKnow: 'Staff',
      };
      const work = front(database, officer);
      await work.posts(`${record(childId)}/limits`, {
        ...order,
        ...boxes('fromOn', '2001-01-01'),
        ...boxes('untilOn', '2002-01-01'),
      });
      await work.posts(`${record(childId)}/limits`, { ...order, ...boxes('fromOn', '2999-01-01') });
      assert.equal(await rowsOf(database, person, 'children'), 1);
      await work.posts(`${record(childId)}/limits`, { ...order, ...boxes('fromOn', '2001-01-01') });
      assert.equal(await rowsOf(database, person, 'children'), 0, 'by the address of the account alone');
    });

    test('from the other home the child is read, not changed, and neither home sees the other’s address', async () => {
      const { person, childId } = await aFamily(database, { line1: '1 Mother Street' });
      const other = await aFamily(database, {
        name: 'Omar Apart',
        line1: '2 Father Street',
        childName: 'Half',
      });
      await front(database, person).posts(`${account(childId)}/about/health`, { epilepsy: 'active' });
      const work = front(database, officer);
      const added = await work.posts(`${record(childId)}/people`, {
        what: 'add-home',
        homeEmail: other.person.email,
        ...boxes('homeFrom', '2024-01-01'),
      });
      assert.deepEqual(added.wrong, []);
      assert.match((await work.opens(record(childId))).html, /2 Father Street/);
      const father = front(database, other.person);
      assert.match((await father.opens(`${account(childId)}/about`)).html, /Epilepsy: Yes, with fits often/);
      assert.equal(
        (await father.posts(`${account(childId)}/about/health`, { epilepsy: 'no' })).kind,
        'not-found',
      );
      for (const [reader, hidden] of [
        [other.person, '1 Mother Street'],
        [person, '2 Father Street'],
      ] as const) {
        const seen = await database.transaction(
          { authorityId: council.id, personId: reader.id, standing: 'family' },
          (transaction) => transaction.selectFrom('household_addresses').select('address_line_1').execute(),
        );
        assert.ok(seen.length === 1 && seen[0]?.address_line_1 !== hidden);
      }
      const namesake = await testPerson({ database, roles: ['social-worker'], name: 'omar apart' });
      assert.equal(
        (await front(database, namesake).opens(record(childId))).kind,
        'refused',
        'the other parent at work',
      );
      const neighbour = await testPerson({ database, roles: ['social-worker'], name: 'Nell Near' });
      const knows = { authorityId: council.id, personId: neighbour.id, householdId: other.householdId };
      await database.transaction({ authorityId: council.id, standing: 'system' }, (transaction) =>
        insertInterest(transaction, { ...knows, at: testNow }),
      );
      assert.equal(
        (await front(database, neighbour).opens(record(childId))).kind,
        'refused',
        'who said that they know the child’s other home',
      );
    });

    test('a family’s connection cannot write into another’s child, nor let itself in', async () => {
      const one = await aFamily(database);
      const other = await aFamily(database);
      const scope = { authorityId: council.id, personId: other.person.id, standing: 'family' } as const;
      const writes = [
        sql`insert into child_facts (authority_id, id, household_id, child_id, fact, answer, said_by, said_on, recorded_by, recorded_at)
          values (${council.id}, gen_random_uuid(), ${other.householdId}, ${one.childId}, 'school', '"x"', 'x', current_date, ${other.person.id}, now())`,
        sql`insert into disability_register (authority_id, id, reference, household_id, child_id, state, asked_by, asked_at, asked_as, agreed_by, leaves_on)
          values (${council.id}, gen_random_uuid(), 'DR-X', ${other.householdId}, ${other.childId}, 'confirmed', ${other.person.id}, now(), 'family', 'x', current_date)`,
        sql`insert into contact_limits (authority_id, id, child_id, adult_name, is_court_order, bars_records, words, who_may_know, from_on, recorded_by, recorded_at)
          values (${council.id}, gen_random_uuid(), ${other.childId}, 'x', true, true, 'x', 'x', current_date, ${other.person.id}, now())`,
        sql`insert into household_accounts values (${council.id}, ${one.householdId}, ${other.person.id}, now())`,
      ];
      for (const write of writes)
        await assert.rejects(
          database.transaction(scope, (transaction) => write.execute(transaction)),
          /row-level security/,
        );
    });
  });
}

// Several members record what a panel decided at the same moment, on a real server with a connection each.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#kernel/id.ts';
import { syncAuthorities } from '#platform/authorities/index.ts';
import { type Database, migrate, openServer, readMigrations } from '#platform/database/index.ts';
import type { Answer, Person } from '#platform/web/visit.ts';
import { addEvent, changeState } from '../../src/families/applications/index.ts';
import { authority, authorityId } from '../../src/families/assessments/test/front.ts';
import { sentApplication } from '../../src/families/decisions/examples.ts';
import { recordDecision } from '../../src/families/panel/actions/record-decision.ts';
import { insertItem } from '../../src/families/panel/store/items.ts';
import { insertMeeting, moveMeeting } from '../../src/families/panel/store/meetings.ts';
import { migrationFolders } from '../../src/modules.ts';
import { freshDatabase, serverForTests } from '../postgres-server.ts';
import { testNow, testPerson, testVisit } from '../visit.ts';

const members = 8;
const asSystem = { authorityId, standing: 'system' } as const;

/** An application of the chair's namesake at a meeting of eight: the chair is kept away, so that any member records. */
async function prepared(database: Database) {
  const chair = await testPerson({ database, name: 'Ruth Bell', roles: ['panel-chair'] });
  const people: Person[] = [];
  for (let number = 1; number <= members; number++)
    people.push(await testPerson({ database, name: `Member ${number}`, roles: ['commissioner'] }));
  const family = await testPerson({ database, name: 'Ruth Bell' });
  const itemId = await database.transaction(asSystem, async (transaction) => {
    const at = testNow.subtract({ hours: 2 });
    const sent = await sentApplication(transaction, {
      authorityId,
      personId: family.id,
      parentName: 'Ruth Bell',
      sentAt: testNow.subtract({ hours: 48 }),
      dueOn: Temporal.PlainDate.from('2026-12-04'),
    });
    const { applicationId, householdId, childId } = sent;
    const named = { authorityId, applicationId };
    await changeState(transaction, { ...named, to: 'referred', referredTo: 'panel', at, waitingSince: null });
    const event = { at, personId: null, kind: 'referred', words: '', isForFamily: false } as const;
    await addEvent(transaction, { ...named, ...event });
    const meetingId = newId();
    const all = [chair, ...people].map(({ id, name }) => ({ personId: id, name }));
    await insertMeeting(transaction, {
      authorityId,
      at,
      members: all,
      meeting: {
        id: meetingId,
        reference: 'PM-RACE',
        heldOn: Temporal.PlainDate.from('2026-11-24'),
        startsAt: '09:30',
        place: 'By video',
        chairId: chair.id,
        chairName: chair.name,
        quorum: 3,
      },
    });
    await moveMeeting(transaction, { authorityId, meetingId, to: 'papers-issued', papersIssuedAt: at });
    const subject = { kind: 'application', id: applicationId } as const;
    const item = { householdId, childId, subject, waitingSince: at, because: '', position: 1 };
    await insertItem(transaction, { authorityId, meetingId, item });
    const row = await transaction.selectFrom('panel_items').select('id').executeTakeFirstOrThrow();
    return row.id;
  });
  return { people, itemId };
}

async function raceOn(database: Database): Promise<void> {
  await migrate(database, readMigrations(migrationFolders));
  await syncAuthorities(database, [authority]);
  const { people, itemId } = await prepared(database);
  const stood = Object.fromEntries(people.map(({ id }) => [`vote-${id}`, 'for']));
  const answers: Answer[] = await Promise.all(
    people.map((person) =>
      testVisit(
        {
          database,
          authority,
          person,
          params: { item: itemId },
          form: { ...stood, outcome: 'agreed', reasons: `As ${person.name} says`, conditions: '', less: '' },
        },
        recordDecision,
      ),
    ),
  );
  const through = answers.filter((answer) => answer.kind === 'redirect');
  const told = answers.flatMap((answer) => (answer.kind === 'wrong' ? answer.refusals : []));
  assert.deepEqual([through.length, told.length], [1, members - 1]);
  const kept = await database.transaction(asSystem, async (transaction) => ({
    decisions: await transaction.selectFrom('panel_decisions').selectAll().execute(),
    votes: await transaction.selectFrom('panel_votes').selectAll().execute(),
    events: await transaction
      .selectFrom('application_events')
      .select('words')
      .where('kind', '=', 'panel-decided')
      .execute(),
  }));
  assert.deepEqual([kept.decisions.length, kept.votes.length, kept.events.length], [1, members, 1]);
  const by = kept.decisions[0]?.recorded_by_name ?? '';
  assert.match(kept.events[0]?.words ?? '', new RegExp(`As ${by} says`));
  for (const one of told) {
    assert.equal(one.code, 'already-decided');
    assert.match(one.message, new RegExp(`^${by} has already recorded: Agreed`));
  }
}

test(`of ${members} members who record a decision at once, one does, and the others are told who did`, async (t) => {
  const server = await serverForTests();
  if ('unavailable' in server) {
    t.skip(server.unavailable);
    return;
  }
  const fresh = await freshDatabase({ server });
  const database = await openServer({ url: fresh.url, connections: members });
  try {
    await raceOn(database);
  } finally {
    await database.close();
    await fresh.drop();
    await server.stop();
  }
});

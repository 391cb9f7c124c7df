// People who use the service by its front: real routes, policies, forms and sessions, on a real database.
import path from 'node:path';
import { type Clock, settableClock } from '#kernel/clock.ts';
import type { Database } from '#platform/database/index.ts';
import { beginSession } from '#platform/people/index.ts';
import type { Person } from '#platform/web/visit.ts';
import { testAuthority } from '../../../../test/database.ts';
import { type SiteVisitor, siteVisitor, testSite } from '../../../../test/site.ts';
import { testNow, testPerson } from '../../../../test/visit.ts';
import { type ApplicationExample, sentApplication } from '../../decisions/examples.ts';

/** The made-up council with Medway's files: its clocks, prices, spending authority and panel. */
export const authority = {
  ...testAuthority,
  folder: path.join(import.meta.dirname, '..', '..', '..', '..', 'authorities', 'medway'),
};
export const authorityId = authority.id;

export type Front = {
  readonly database: Database;
  readonly app: Awaited<ReturnType<typeof testSite>>;
  readonly clock: ReturnType<typeof settableClock>;
};

/** The service on a database, at the time of the tests. */
export async function frontOf(database: Database): Promise<Front> {
  const clock = settableClock(testNow);
  return { database, clock, app: await testSite({ database, authorities: [authority], clock }) };
}

/** A visitor of the service who is signed in. */
export async function signedInAs(front: Front, person: Person): Promise<SiteVisitor> {
  const visitor = siteVisitor(front.app);
  const token = await front.database.transaction({ authorityId, standing: 'system' }, (transaction) =>
    beginSession(transaction, {
      authorityId,
      personId: person.id,
      kind: person.kind,
      way: 'demonstration',
      device: 'a test',
      now: nowOf(front.clock),
    }),
  );
  visitor.cookies.set('daybreak_session', token);
  return visitor;
}

function nowOf(clock: Clock): Temporal.Instant {
  return clock.now();
}

/** A family whose application was sent: an account, a household, a child called Zayn Khan. */
export async function aFamily(front: Front, example: Partial<ApplicationExample> = {}) {
  const name = example.parentName ?? 'Amira Khan';
  const parent = await testPerson({ database: front.database, authority, name });
  const sent = await front.database.transaction({ authorityId, standing: 'system' }, (transaction) =>
    sentApplication(transaction, {
      authorityId,
      personId: parent.id,
      sentAt: testNow.subtract({ hours: 72 }),
      dueOn: Temporal.PlainDate.from('2026-12-04'),
      parentName: name,
      parentEmail: parent.email,
      ...example,
    }),
  );
  return { parent, visitor: await signedInAs(front, parent), ...sent };
}

/** A practitioner, signed in. */
export async function aPractitioner(front: Front, name: string, ...roles: readonly string[]) {
  const person = await testPerson({ database: front.database, authority, name, roles });
  return { person, visitor: await signedInAs(front, person) };
}

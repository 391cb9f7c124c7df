// What two services on one database keep of all packages, while many change them: each is always brought to what
// would be worked out anew. Each service has its own connections and keeps its own summaries.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { newId } from '#kernel/id.ts';
import { pence } from '#kernel/money.ts';
import { type Authority, syncAuthorities } from '#platform/authorities/index.ts';
import { type Database, migrate, openServer, readMigrations } from '#platform/database/index.ts';
import { exampleAward, exampleHousehold } from '../../src/families/awards/examples.ts';
import { insertChange } from '../../src/families/awards/store/changes.ts';
import { saveOtherSupport } from '../../src/families/packages/store/other-support.ts';
import { packageSummaries, workedOut } from '../../src/families/packages/summaries.ts';
import { migrationFolders } from '../../src/modules.ts';
import { testAuthority } from '../database.ts';
import { freshDatabase, serverForTests } from '../postgres-server.ts';
import { testNow } from '../visit.ts';

const authorityId = testAuthority.id;
const today = Temporal.PlainDate.from('2026-11-24');
const folder = path.join(import.meta.dirname, '..', '..', 'authorities', 'medway');
const writers = 6;
const rounds = 12;

/** A service: summaries are kept for its authority's own object. */
type Service = { readonly authority: Authority; readonly database: Database };
type Home = Awaited<ReturnType<typeof exampleHousehold>>;

let unavailable: string | null = null;
let close = async () => {};
let services: readonly [Service, Service];
const homes: Home[] = [];

before(async () => {
  const server = await serverForTests();
  if ('unavailable' in server) {
    unavailable = server.unavailable;
    return;
  }
  const fresh = await freshDatabase({ server });
  const open = async (): Promise<Service> => ({
    authority: { ...testAuthority, folder },
    database: await openServer({ url: fresh.url, connections: writers }),
  });
  services = [await open(), await open()];
  close = async () => {
    for (const { database } of services) await database.close();
    await fresh.drop();
    await server.stop();
  };
  const [{ database, authority }] = services;
  await migrate(database, readMigrations(migrationFolders));
  await syncAuthorities(database, [authority]);
  await within(services[0], async (transaction) => {
    for (let number = 0; number < 8; number++) {
      const home = await exampleHousehold(transaction, { authorityId, personId: null, at: testNow });
      await exampleAward(transaction, { ...home, ...anAward(10_000 * (number + 1)) });
      homes.push(home);
    }
  });
});
after(() => close());

const anAward = (amount: number) => ({
  authorityId,
  at: testNow,
  startsOn: '2026-04-01',
  endsOn: '2027-03-31',
  granted: { amount: pence(amount) },
});

function within<T>(service: Service, work: Parameters<typeof service.database.transaction<T>>[1]) {
  return service.database.transaction({ authorityId, standing: 'system' }, work);
}

/** Numbers that look made at random and are the same in every run. */
function numbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Changes something of one package; now and then it takes its time, so that others come in between. */
async function write(service: Service, next: (below: number) => number): Promise<void> {
  const home = homes[next(homes.length)];
  const other = homes[next(homes.length)];
  if (home === undefined || other === undefined) return;
  await within(service, async (transaction) => {
    const what = next(5);
    if (what === 0) {
      const made = await exampleAward(transaction, { ...home, ...anAward(1 + next(90_000)) });
      await pause(next(6));
      await insertChange(transaction, {
        authorityId,
        awardId: made.id,
        householdId: home.householdId,
        kind: 'ended',
        from: Temporal.PlainDate.from('2026-06-01').add({ days: next(300) }),
        reason: 'Tried',
        by: { id: newId(), name: 'Somebody' },
        at: testNow,
      });
    } else if (what === 1)
      await transaction
        .updateTable('households')
        .set({ postcode: `ME${1 + next(9)} 4AA` })
        .where('id', '=', home.householdId)
        .execute();
    else if (what === 2)
      // A child moves in with another family, or back.
      await transaction
        .updateTable('children')
        .set({ household_id: next(2) === 0 ? other.householdId : home.householdId })
        .where('id', '=', home.childId)
        .execute();
    else if (what === 3)
      // Two records turn out to be of one child, or not to be.
      await transaction
        .updateTable('children')
        .set({ merged_into: next(2) === 0 && homes[0] !== home ? (homes[0]?.childId ?? null) : null })
        .where('id', '=', home.childId)
        .execute();
    else
      await saveOtherSupport(transaction, {
        ...home,
        authorityId,
        id: null,
        name: 'Nursing',
        breakKind: 'homecare',
        way: 'commissioned',
        paidBy: 'health',
        yearlyPence: next(900_000),
        yearlyMinutes: null,
        yearlyNights: null,
        startsOn: Temporal.PlainDate.from('2026-04-01'),
        endsOn: null,
        reviewOn: null,
        toldBy: 'A letter',
        recordedBy: null,
        at: testNow,
      });
    await pause(next(12));
  });
}

const read = (service: Service) =>
  within(service, (transaction) => packageSummaries({ authority: service.authority, transaction, today }));

const plain = (all: Awaited<ReturnType<typeof read>>) =>
  all.map(({ holdsFrom: _from, ...rest }) => JSON.stringify(rest));

test('after any number of changes at once, two services keep what would be worked out anew, in its order', async (t) => {
  if (unavailable !== null) return t.skip(unavailable);
  const next = numbers(20_261_124);
  let reads = 0;
  for (let round = 0; round < rounds; round++) {
    // A third service begins in the middle of it all, with nothing kept.
    const third: Service = { ...services[1], authority: { ...services[1].authority } };
    let isWriting = true;
    const writing = Promise.all(
      Array.from({ length: writers }, async (_, number) => {
        const service = services[number % 2 === 0 ? 0 : 1];
        for (let times = 0; times < 4; times++) await write(service, next).catch(ignoreRefused);
      }),
    ).finally(() => {
      isWriting = false;
    });
    const reading = [...services, third].map(async (service) => {
      while (isWriting) {
        await read(service);
        reads++;
        await pause(1);
      }
    });
    await Promise.all([writing, ...reading]);
    const anew = await within(services[0], (transaction) =>
      workedOut({ authority: services[0].authority, transaction, today }, null),
    );
    const wanted = anew
      .filter(({ count }) => count > 0)
      .sort((one, other) => other.pence - one.pence || (one.childId < other.childId ? -1 : 1));
    for (const service of [...services, third])
      assert.deepEqual(plain(await read(service)), plain(wanted), `in round ${round}`);
  }
  assert.ok(reads > rounds * 3, `only ${reads} reads came between`);
});

/** Two writers who wait for each other, or a merge onto a merged record: the database refuses one, and that is right. */
function ignoreRefused(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code !== '40P01' && code !== '23514') throw error;
}

// How long it takes on a PostgreSQL server to find the children of a very large council (fifty thousand) who may be
// written down twice, and to look at and load a register of ten thousand rows. Says the figures as a line of JSON.
import { loadavg } from 'node:os';
import { sql } from 'kysely';
import { syncAuthorities } from '#platform/authorities/index.ts';
import { migrate, openServer, readMigrations } from '#platform/database/index.ts';
import { pairsToLookAt } from '../src/families/duplicates/index.ts';
import {
  acceptImport,
  lookAt,
  mappingsOf,
  rowsOfImport,
  takeInFile,
} from '../src/families/register-import/index.ts';
import { migrationFolders } from '../src/modules.ts';
import { testAuthority } from '../test/database.ts';
import { freshDatabase, withServer } from '../test/postgres-server.ts';
import { testPerson, testVisit } from '../test/visit.ts';
import { fillCouncil } from './fill-council.ts';

const authority = { ...testAuthority, folder: new URL('../authorities/medway', import.meta.url).pathname };
const authorityId = authority.id;
const children = 50_000;
const rows = 10_000;

const told = await withServer(async (server) => {
  const fresh = await freshDatabase({ server });
  const database = await openServer({ url: fresh.url, connections: 4 });
  await migrate(database, readMigrations(migrationFolders));
  await syncAuthorities(database, [authority]);
  const family = await testPerson({ database });
  await fillCouncil(database, { authorityId, personId: family.id, children });
  // Names and postcodes as people have them: unlike each other, a few hundred first names, a family or three a postcode.
  await sql`update children set given_name = 'A' || translate(substr(md5((('x' || substr(md5(id::text), 1, 4))::bit(16)::int % 400)::text), 1, 7), '0123456789', 'ghijklmnop'),
    family_name = 'B' || translate(substr(md5((('x' || substr(md5(id::text), 5, 4))::bit(16)::int % 8000)::text), 1, 8), '0123456789', 'ghijklmnop')`.execute(
    database.owner,
  );
  await sql`update households set postcode = 'ME' || (1 + ('x' || substr(md5(id::text), 1, 2))::bit(8)::int % 20) || ' ' || (('x' || substr(md5(id::text), 3, 2))::bit(8)::int % 10)
    || translate(upper(substr(md5(id::text), 5, 2)), '0123456789', 'GHJLNPQRST')`.execute(database.owner);
  await sql`vacuum analyze children, households`.execute(database.owner);
  const person = await testPerson({ database, roles: ['team-manager'], name: 'A Manager' });
  const timed = async (work: () => Promise<unknown>) => {
    const from = performance.now();
    await work();
    return Math.round(performance.now() - from);
  };
  const as = { database, authority, person };
  let found = 0;
  const pairs: number[] = [];
  for (let time = 0; time < 3; time++)
    pairs.push(
      await timed(async () => {
        found = await testVisit(
          { ...as, readOnly: true },
          async (visit) => (await pairsToLookAt(visit, person)).length,
        );
      }),
    );
  const letters = (number: number) =>
    [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
  const lines = Array.from({ length: rows }, (_, number) => {
    const born = Temporal.PlainDate.from('2008-01-01').add({ days: (number * 7907) % 6000 });
    return `${number},F${letters(number)}a,L${letters(number * 31)}o,${born},ME${1 + (number % 5)} ${number % 9}AA,${number} Low Road,Parent ${number},Oak School,AUT`;
  });
  const text = [
    'Number,First name,Last name,Date of birth,Postcode,Address,Parent,School,Disability',
    ...lines,
  ].join('\n');
  let importId = '';
  const takeIn = await timed(() =>
    testVisit(as, async (visit) => {
      const taken = await takeInFile(visit, {
        name: 'register.csv',
        bytes: new TextEncoder().encode(text),
        mappingId: null,
        by: person.id,
      });
      if (!taken.ok) throw new Error(taken.message);
      importId = taken.value;
    }),
  );
  const [mapping] = mappingsOf(authority).filter(({ id }) => id === 'spreadsheet');
  if (mapping === undefined) throw new Error('the mapping of spreadsheets comes with the product');
  let counts: unknown;
  const look = await timed(() =>
    testVisit({ ...as, readOnly: true }, async (visit) => {
      const looked = await lookAt(
        visit,
        mapping,
        await rowsOfImport(visit.transaction, { authorityId, importId }),
      );
      counts = { ...looked.counts };
    }),
  );
  const load = await timed(() =>
    testVisit(as, async (visit) => {
      const done = await acceptImport(visit, { importId, seen: null, leavesOutWrong: true, by: person.id });
      if (!done.ok) throw new Error(done.message);
    }),
  );
  await database.close();
  await fresh.drop();
  return { load: loadavg()[0], children, pairs, found, rows, takeIn, look, loaded: load, counts };
});
process.stdout.write(`${JSON.stringify(told)}\n`);

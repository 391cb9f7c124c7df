// How often a second the results page can be made, without a web server and without the database: the rows that the
// database gave once are given again. What reading them into a search answer costs is measured by itself and taken
// off both. Says the figures as a line of JSON.
import { loadAuthorities, syncAuthorities } from '#platform/authorities/index.ts';
import { documentOf } from '#platform/web/layout.ts';
import type { Visit } from '#platform/web/visit.ts';
import { answerFind } from '../src/offer/directory/actions/answer-find.ts';
import { publishOffer } from '../src/offer/directory/index.ts';
import { findPage } from '../src/offer/directory/pages/find.ts';
import { onlyCouncils } from '../test/authorities.ts';
import { testDatabase } from '../test/database.ts';
import { testNow, testVisit } from '../test/visit.ts';
import { middleOf } from './middle.ts';
import { resultsByNunjucks } from './nunjucks-results.ts';
import { recording, replaying } from './replay.ts';
import { differenceOfMain } from './same-page.ts';

/** Pages a second, made by typed functions and by the macros of Nunjucks. */
export type Renders = { readonly functions: number; readonly nunjucks: number };

const [asked = '/find', seconds = '2', rounds = '5'] = process.argv.slice(2);
const query = new URLSearchParams(asked.split('?').slice(1).join('?'));
const authority = loadAuthorities(onlyCouncils('medway'))[0];
if (authority === undefined) throw new Error('The comparison needs an authority.');
const database = await testDatabase();
await syncAuthorities(database, [authority]);
await database.transaction({ authorityId: authority.id, standing: 'system' }, (transaction) =>
  publishOffer(transaction, { authority, at: testNow }),
);
const visit = await testVisit(
  { database, authority, path: '/find', query: Object.fromEntries(query), readOnly: true },
  async (real): Promise<Visit> => {
    const noted = recording(real.transaction);
    await answerFind({ ...real, query, transaction: noted.transaction });
    return { ...real, query, transaction: replaying(noted.rowsByQuery) };
  },
);
await database.close();

const search = () => answerFind(visit);
const around = { authority, person: null, isDemonstration: true };
const functions = async () => documentOf(await findPage(visit), around, false);
const byNunjucks = async () => resultsByNunjucks(await search(), authority);
const difference = differenceOfMain(await functions(), await byNunjucks());
if (difference !== null) throw new Error(`The two pages are not the same: ${difference}`);

const times = { search: [] as number[], functions: [] as number[], nunjucks: [] as number[] };
for (let round = 0; round <= Number(rounds); round++) {
  // Text that was put together from pieces is laid into one row only when its bytes are asked for, as a web server
  // does: so both are asked.
  const one = {
    search: await timeOf(search),
    functions: await timeOf(async () => Buffer.byteLength(await functions())),
    nunjucks: await timeOf(async () => Buffer.byteLength(await byNunjucks())),
  };
  // The first round is the warm-up.
  if (round === 0) continue;
  times.search.push(one.search);
  times.functions.push(one.functions);
  times.nunjucks.push(one.nunjucks);
}
const searching = middleOf(times.search);
const told: Renders = {
  functions: 1_000 / (middleOf(times.functions) - searching),
  nunjucks: 1_000 / (middleOf(times.nunjucks) - searching),
};
process.stdout.write(`${JSON.stringify(told)}\n`);

/** Milliseconds that one run of the work takes, on the average over a stretch of time. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  const end = start + (Number(seconds) * 1_000) / 3;
  let runs = 0;
  while (performance.now() < end) {
    for (let one = 0; one < 20; one++) await work();
    runs += 20;
  }
  return (performance.now() - start) / runs;
}

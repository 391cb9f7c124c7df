// Measures what the project claims of its speed, side by side in one run.
//
//   npm run bench                       everything, on the embedded database and on a PostgreSQL server where it
//                                       matters: about six minutes
//   npm run bench -- --json             the same, as JSON
//   npm run bench -- --parts decisions,queue,starts
//   npm run bench -- --parts results --seconds 2 --rounds 3 --database embedded --page "/find?q=swimming"
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { freshDatabase, withServer } from '../test/postgres-server.ts';
import type { Cost, Deciding } from './decisions.ts';
import type { OpenReferral } from './open-referral.ts';
import type { Queue } from './queue.ts';
import type { QueueAndPackages, Took } from './queue-and-packages.ts';
import type { Renders } from './render-results.ts';
import {
  type Measured,
  type Measuring,
  measureAlone,
  measureRenders,
  measureResultsPage,
} from './results-page.ts';
import type { Searching } from './search.ts';
import { measureStarts, type Starts } from './starts.ts';

/** What we aim at: so many times the pages a second of Nunjucks, this share of the bare handler's, and decisions. */
const aims = { timesNunjucks: 10, shareOfBare: 0.7, decisionMilliseconds: 5, childrenSeconds: 5 };

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    parts: {
      type: 'string',
      default: 'results,search,decisions,queue,queue-and-packages,open-referral,starts',
    },
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '10' },
    database: { type: 'string', default: 'both' },
    sizes: { type: 'string', default: '5000,100000' },
    page: { type: 'string', default: '/find?postcode=ME7+1HF' },
  },
});
const measuring: Measuring = {
  asked: values.page,
  seconds: Number(values.seconds),
  rounds: Number(values.rounds),
  connections: Number(values.connections),
};

const parts = values.parts.split(',');
const loadBefore = loadavg()[0] ?? 0;
const renders = parts.includes('results') ? await measureRenders(measuring) : null;
const measured: Measured[] = [];
let serverReason: string | null = null;
if (parts.includes('results') && values.database !== 'server')
  measured.push(await measureResultsPage(measuring, null));
if (parts.includes('results') && values.database !== 'embedded') serverReason = await measureOnServer();
const searching = parts.includes('search') ? await measureSearching() : [];
const deciding = parts.includes('decisions') ? await measureAlone<Deciding>('decisions.ts', []) : null;
const queue = parts.includes('queue') ? await measureAlone<Queue>('queue.ts', []) : null;
const large = parts.includes('queue-and-packages')
  ? await measureAlone<QueueAndPackages | { readonly unavailable: string }>('queue-and-packages.ts', [])
  : null;
const openReferral = parts.includes('open-referral')
  ? await measureAlone<OpenReferral>('open-referral.ts', [])
  : null;
const starts = parts.includes('starts') ? await measureStarts() : null;

const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node.js ${process.versions.node}`;
if (values.json) {
  const figures = {
    renders,
    measured,
    serverReason,
    searching,
    deciding,
    queue,
    large,
    openReferral,
    starts,
  };
  const all = { machine, loadBefore, ...measuring, aims, ...figures };
  process.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
} else {
  console.log(
    `${machine}, load ${loadBefore.toFixed(1)} before and ${(loadavg()[0] ?? 0).toFixed(1)} after\n`,
  );
  if (renders !== null) sayRenders(renders);
  for (const one of measured) sayMeasured(one);
  if (serverReason !== null) console.log(serverReason);
  for (const one of searching) saySearching(one);
  if (deciding !== null) sayDeciding(deciding);
  if (queue !== null) sayQueue(queue);
  if (large !== null) sayLarge(large);
  if (openReferral !== null) sayOpenReferral(openReferral);
  if (starts !== null) sayStarts(starts);
}

/** Measures on a server of its own. Gives the reason where none can be started here. */
async function measureOnServer(): Promise<string | null> {
  const done = await withServer(async (server) => {
    const database = await freshDatabase({ server });
    try {
      measured.push(await measureResultsPage(measuring, database.url));
    } finally {
      await database.drop();
    }
    return null;
  });
  return done === null ? null : `Not measured on a server: ${done.unavailable}.`;
}

type SearchingOn = { readonly database: string; readonly searching: Searching | null };

/** Measures searching at both sizes, each in a process of its own, on the embedded database and on a server. */
async function measureSearching(): Promise<readonly SearchingOn[]> {
  const all: SearchingOn[] = [];
  const sizes = values.sizes.split(',');
  if (values.database !== 'server') {
    for (const size of sizes) {
      const searching = await measureAlone<Searching>('search.ts', [size], {
        environment: { DATABASE_URL: '' },
        onEveryCore: true,
      });
      all.push({ database: 'embedded', searching });
    }
  }
  if (values.database === 'embedded') return all;
  const done = await withServer(async (server) => {
    for (const size of sizes) {
      const fresh = await freshDatabase({ server });
      try {
        const searching = await measureAlone<Searching>('search.ts', [size], {
          environment: { DATABASE_URL: fresh.url },
          onEveryCore: true,
        });
        all.push({ database: 'server', searching });
      } finally {
        await fresh.drop();
      }
    }
    return null;
  });
  return done === null ? all : [...all, { database: `server: ${done.unavailable}`, searching: null }];
}

function saySearching({ database, searching }: SearchingOn): void {
  if (searching === null) {
    console.log(`Not measured on a ${database}.`);
    return;
  }
  const { listings, load, half, ninetyFive, most, make, memory, afterChange, again } = searching;
  const milliseconds = (time: number) => `${time.toFixed(1)} ms`;
  console.log(`Searching ${whole(listings).trim()} listings, ${database} database, load ${load.toFixed(1)}`);
  console.log(
    `  words, a place, an age and three needs: half within ${milliseconds(half)}, 95 of 100 within ${milliseconds(ninetyFive)} (aim: ${listings > 5_000 ? 100 : 50} ms), the slowest ${milliseconds(most)}`,
  );
  console.log(
    `  processor time: half within ${milliseconds(searching.processorHalf)}, 95 of 100 within ${milliseconds(searching.processorNinetyFive)}`,
  );
  console.log(
    `  the index: made in ${milliseconds(make)}, ${memory.toFixed(0)} MB; the first search after a change ${milliseconds(afterChange)}, the next ${milliseconds(again)}\n`,
  );
}

function sayRenders({ functions, nunjucks }: Renders): void {
  console.log(`${values.page}: the median of ${values.rounds} rounds of ${values.seconds} s each\n`);
  console.log('The page alone, without web server and database, pages a second');
  console.log(`  typed functions   ${whole(functions)}`);
  console.log(`  Nunjucks macros   ${whole(nunjucks)}`);
  console.log(`  ${(functions / nunjucks).toFixed(1)} times\n`);
}

function sayMeasured({ database, listings, queries, bytes, byWay, anew, compressed }: Measured): void {
  const { daybreak, nunjucks, bare } = byWay;
  const kind = database === 'embedded' ? 'Embedded database' : 'PostgreSQL server';
  console.log(
    `${kind}: ${listings} listings, ${queries} queries a page, ${bytes} bytes; requests a second and processor time`,
  );
  const lines = {
    Daybreak: daybreak,
    'Daybreak, made anew': anew,
    'by Nunjucks': nunjucks,
    'bare handler': bare,
    'Daybreak, compressed': compressed,
  };
  for (const [name, one] of Object.entries(lines)) {
    const times = `half within ${one.half} ms, 99 of 100 within ${one.ninetyNine} ms`;
    console.log(
      `  ${name.padEnd(22)}${whole(one.requestsASecond)}   ${whole(one.processorTime)} µs each   ${times}`,
    );
  }
  const timesAnew = nunjucks.processorTime / anew.processorTime;
  const [times, share] = [
    daybreak.requestsASecond / nunjucks.requestsASecond,
    daybreak.requestsASecond / bare.requestsASecond,
  ];
  const [timesByTime, shareByTime] = [
    nunjucks.processorTime / daybreak.processorTime,
    bare.processorTime / daybreak.processorTime,
  ];
  console.log(
    `  ${times.toFixed(1)} times Nunjucks, by processor time ${timesByTime.toFixed(1)}, made anew ${timesAnew.toFixed(1)} (aim: ${aims.timesNunjucks})`,
  );
  console.log(
    `  ${percent(share)} of the bare handler, by processor time ${percent(shareByTime)} (aim: ${percent(aims.shareOfBare)})\n`,
  );
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function sayDeciding(deciding: Deciding): void {
  sayCost('Deciding by the scheme in force', deciding);
  sayCost('Deciding by a list of stays, in every window of 12 months', deciding.withLists);
  console.log(
    `  (aims: a decision within ${aims.decisionMilliseconds} ms, ${aims.childrenSeconds} s for all)\n`,
  );
}

function sayCost(what: string, { microsecondsEach, processorTimeEach, ...cost }: Cost): void {
  const all = Object.entries(cost.outcomes).map(([outcome, count]) => `${count} ${outcome}`);
  const [most, slowest] = [cost.ninetyNineMilliseconds.toFixed(2), cost.slowestMilliseconds.toFixed(1)];
  console.log(
    `${what} (${cost.scheme}): ${microsecondsEach.toFixed(1)} µs an application, ${processorTimeEach.toFixed(1)} µs of processor time`,
  );
  console.log(`  99 of 100 within ${most} ms, the slowest ${slowest} ms`);
  console.log(
    `  ${cost.children} children in ${cost.seconds.toFixed(2)} s, ${((processorTimeEach * cost.children) / 1_000_000).toFixed(2)} s of processor time (${all.join(', ')})`,
  );
}

function sayQueue({ applications, half, ninetyFive }: Queue): void {
  console.log(`The officer's queue with ${applications} applications, embedded database`);
  console.log(`  half within ${Math.round(half)} ms, 95 of 100 within ${Math.round(ninetyFive)} ms\n`);
}

function sayLarge(large: QueueAndPackages | { readonly unavailable: string }): void {
  if ('unavailable' in large) {
    console.log(`Not measured on a server: ${large.unavailable}.`);
    return;
  }
  const took = ({ half, ninetyFive, most, processorTime }: Took) =>
    `half within ${Math.round(half)} ms, 95 of 100 within ${Math.round(ninetyFive)} ms, the slowest ${Math.round(most)} ms; processor time ${processorTime.toFixed(1)} ms`;
  console.log(`${whole(large.children).trim()} children on a PostgreSQL server, load ${large.load}`);
  console.log(`  the officer's queue            ${took(large.queue)}`);
  console.log(`  the queue, searched            ${took(large.search)}`);
  console.log(`  a list of work                 ${took(large.work)}`);
  console.log(`  the report over packages       ${took(large.report)} (aim: 95 of 100 within 150 ms)`);
  console.log(`  the same, just after a change  ${took(large.reportAfterChange)}`);
  console.log(
    `  the first report of a process ${Math.round(large.firstReport)} ms, all of it as CSV ${Math.round(large.csv)} ms`,
  );
  const { small } = large;
  console.log(
    `${whole(small.children).trim()} children: first report ${Math.round(small.firstReport)} ms, the slowest of the next 20 ${Math.round(small.report)} ms, CSV ${Math.round(small.csv)} ms (aim: 1,000)\n`,
  );
}

function sayOpenReferral({ first, lines, ...told }: OpenReferral): void {
  console.log(`Open Referral UK with ${whole(told.listings).trim()} listings, embedded database, over HTTP`);
  const asked = {
    'a page of 50': told.page,
    'the same, in full': told.fullPage,
    'searched, by day and age': told.search,
    'near a postcode': told.near,
    'nothing has changed': told.unchanged,
  };
  for (const [name, { half, most, bytes }] of Object.entries(asked))
    console.log(
      `  ${name.padEnd(26)}half within ${half.toFixed(1)} ms, the slowest ${Math.round(most)} ms, ${whole(bytes).trim()} bytes`,
    );
  const [records, bytes] = [whole(lines.records).trim(), whole(lines.bytes / 1_000_000).trim()];
  console.log(
    `  all ${records} in full, line by line: ${(lines.half / 1000).toFixed(2)} s for ${bytes} MB, the first piece after ${Math.round(lines.toFirstPiece)} ms`,
  );
  console.log(`  the very first answer, which reads the directory: ${Math.round(first)} ms\n`);
}

function sayStarts({ first, next }: Starts): void {
  console.log('From the command to the first page, embedded database');
  console.log(
    `  ${first.toFixed(1)} s the first time, with the demonstration; ${next.toFixed(1)} s the next time`,
  );
}

function whole(figure: number): string {
  return Math.round(figure).toLocaleString('en-GB').padStart(8);
}

// The results page of the directory, in requests a second: Daybreak, the same page by Nunjucks, and a bare handler.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { type Load, load, onCore } from './load.ts';
import { middleOf } from './middle.ts';
import type { Renders } from './render-results.ts';
import { differenceOfMain } from './same-page.ts';
import type { Told } from './serve-results.ts';

/** The ways in which the page is answered. */
export const ways = ['daybreak', 'nunjucks', 'bare'] as const;
export type Way = (typeof ways)[number];

/** How to measure. */
export type Measuring = {
  /** The address of the page, with what is asked for. */
  readonly asked: string;
  readonly seconds: number;
  readonly rounds: number;
  readonly connections: number;
};

/** What came out on one database. */
export type Measured = {
  readonly database: 'embedded' | 'server';
  readonly listings: number;
  readonly queries: number;
  readonly bytes: number;
  /** For each way: the median over the rounds. */
  readonly byWay: Readonly<Record<Way, Answering>>;
  /** Daybreak's page made for each request, as for whoever brings a cookie: nothing that is kept is sent again. */
  readonly anew: Answering;
  /** Daybreak's own page asked for as browsers do: compressed on the way. */
  readonly compressed: Answering;
};

/**
 * What answering gave, with the microseconds of processor time that one answer took the process that serves: unlike
 * requests a second, these hardly change when others use the machine. A PostgreSQL server's own time is not in them.
 */
export type Answering = Omit<Load, 'requests'> & { readonly processorTime: number };

const [serverCore, loadCore] = [0, 1];

/** Measures on the embedded database, or on the server that `databaseUrl` names. */
export async function measureResultsPage(
  measuring: Measuring,
  databaseUrl: string | null,
): Promise<Measured> {
  const { told, processorTime, stop } = await serve(measuring.asked, databaseUrl);
  try {
    const bytes = await theSameOfAll(told, measuring.asked);
    const ask = async (way: Way, seconds: number, headers: Readonly<Record<string, string>> = {}) => {
      const { connections, asked } = measuring;
      const before = await processorTime();
      const { requests, ...rest } = await load({
        url: told[way] + asked,
        seconds,
        connections,
        core: loadCore,
        headers,
      });
      return { ...rest, processorTime: ((await processorTime()) - before) / requests };
    };
    for (const way of ways) await ask(way, Math.max(2, measuring.seconds / 2));
    const loads: Record<Way | 'anew' | 'compressed', Answering[]> = {
      daybreak: [],
      nunjucks: [],
      bare: [],
      anew: [],
      compressed: [],
    };
    for (let round = 0; round < measuring.rounds; round++) {
      for (const way of ways) loads[way].push(await ask(way, measuring.seconds));
      loads.anew.push(await ask('daybreak', measuring.seconds, { cookie: 'measured=anew' }));
      const headers = { 'accept-encoding': 'gzip, deflate, br' };
      loads.compressed.push(await ask('daybreak', measuring.seconds, headers));
    }
    return {
      database: databaseUrl === null ? 'embedded' : 'server',
      listings: told.listings,
      queries: told.queries,
      bytes,
      byWay: {
        daybreak: middleLoad(loads.daybreak),
        nunjucks: middleLoad(loads.nunjucks),
        bare: middleLoad(loads.bare),
      },
      anew: middleLoad(loads.anew),
      compressed: middleLoad(loads.compressed),
    };
  } finally {
    await stop();
  }
}

/** Measures how often a second the page itself can be made. */
export async function measureRenders(measuring: Measuring): Promise<Renders> {
  const { asked, seconds, rounds } = measuring;
  return measureAlone('render-results.ts', [asked, String(seconds), String(rounds)]);
}

/**
 * Runs a file of this folder in a process of its own and gives what it says: on the core of the servers, or on every
 * core of the machine.
 */
export async function measureAlone<Told>(
  file: string,
  words: readonly string[],
  given: { readonly environment?: Readonly<Record<string, string>>; readonly onEveryCore?: boolean } = {},
): Promise<Told> {
  const env = { ...process.env, ...given.environment };
  const [program, rest] = command(file, words, given.onEveryCore ?? false);
  const { stdout } = await promisify(execFile)(program, rest, { timeout: 900_000, env });
  return JSON.parse(stdout);
}

function command(
  file: string,
  words: readonly string[],
  onEveryCore = false,
): [program: string, words: string[]] {
  const [program = '', ...rest] = [
    ...(onEveryCore ? [] : onCore(serverCore)),
    process.execPath,
    // So that what is in use can be counted without what nobody needs.
    '--expose-gc',
    path.join(import.meta.dirname, file),
    ...words,
  ];
  return [program, rest];
}

async function serve(asked: string, databaseUrl: string | null) {
  const child = spawn(...command('serve-results.ts', [asked]), {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: databaseUrl ?? '' },
  });
  const gone = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const nextLine = async (): Promise<string> => {
    const [line] = await Promise.race([once(lines, 'line'), gone]);
    if (typeof line !== 'string') throw new Error('The servers to measure did not start, or ended.');
    return line;
  };
  const told: Told = JSON.parse(await nextLine());
  const processorTime = async () => {
    const next = nextLine();
    child.stdin.write('\n');
    return Number(await next);
  };
  return { told, processorTime, stop: () => end(child, gone) };
}

async function end(child: ChildProcess, gone: Promise<unknown>): Promise<void> {
  child.stdin?.end();
  const impatience = setTimeout(() => child.kill(), 10_000);
  await gone;
  clearTimeout(impatience);
}

/** Throws where the three do not send the same page: their speeds could not be compared. Gives its size in bytes. */
async function theSameOfAll(told: Told, asked: string): Promise<number> {
  const pages = await Promise.all(ways.map(async (way) => (await fetch(told[way] + asked)).text()));
  const [daybreak = '', nunjucks = '', bare = ''] = pages;
  const difference = differenceOfMain(daybreak, nunjucks);
  if (difference !== null) throw new Error(`Nunjucks does not make the same page: ${difference}`);
  if (bare !== daybreak) throw new Error('The bare handler does not send the same page.');
  return Buffer.byteLength(daybreak);
}

function middleLoad(loads: readonly Answering[]): Answering {
  return {
    requestsASecond: middleOf(loads.map((one) => one.requestsASecond)),
    half: middleOf(loads.map((one) => one.half)),
    ninetyNine: middleOf(loads.map((one) => one.ninetyNine)),
    processorTime: middleOf(loads.map((one) => one.processorTime)),
  };
}

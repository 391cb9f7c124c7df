import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Outcome } from './outcome.ts';
import { runSuite } from './suite.ts';
import { runTool } from './tool.ts';

/** One stage of the whole run. `isQuick` ones also run by `npm run check`. */
export type Stage = {
  name: string;
  isQuick: boolean;
  needsServer: boolean;
  /**
   * How long it may take, in seconds; then it is ended and counts as failed. It is there for what hangs, so it
   * leaves room for a machine that is busy with other things.
   */
  limit: number;
  /** The test files of the stage, as paths from the project's folder. */
  filesIn(root: string): string[];
  run(asked: { root: string; signal: AbortSignal; only: string }): Promise<Outcome>;
};

const cores = availableParallelism();

/** Tests that take long because they start processes and servers or wait for real time; not in the quick half. */
const wholeProgram = [
  'src/commands/**/*.test.ts',
  'demo/**/*.test.ts',
  'src/platform/{jobs,outbox,people,files,notify,database,web}/**/*.test.ts',
];

/**
 * Casework on a real database, action by action and page by page; the rules alone stay in the quick half.
 */
const casework = ['src/families/!(schemes)/*.test.ts', 'src/families/!(schemes)/!(domain)/**/*.test.ts'];

/** The directory, the statement and the open data on a real database; what is read and reckoned stays in the quick half. */
const offer = [
  'src/offer/!(welcome)/*.test.ts',
  'src/offer/!(welcome)/!(domain|feed|sheet|mapping)/**/*.test.ts',
];

/** Every stage, in the order in which a fault is cheapest to hear of. */
export const stages: Stage[] = [
  tool({ name: 'types', words: ['node_modules/typescript/bin/tsc', '--noEmit'] }),
  tool({
    name: 'lint',
    words: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '--max-diagnostics=100'],
  }),
  suite({ name: 'architecture', files: ['test/architecture.test.ts'], isQuick: true, limit: 120 }),
  // Each file may hold a PostgreSQL as WebAssembly in memory: more than four at once gain little.
  suite({
    name: 'unit',
    files: ['src/**/*.test.ts', 'demo/**/*.test.ts', 'test/*.test.ts'],
    except: [
      'test/architecture.test.ts',
      'test/postgres-server.test.ts',
      ...wholeProgram,
      ...casework,
      ...offer,
    ],
    isQuick: true,
    limit: 900,
    concurrency: Math.min(cores, 4),
  }),
  suite({
    name: 'casework',
    files: casework,
    limit: 1_200,
    needsServer: true,
    concurrency: Math.min(cores, 4),
  }),
  suite({
    name: 'offer',
    files: offer,
    limit: 1_200,
    needsServer: true,
    concurrency: Math.min(cores, 4),
  }),
  // The program as people run it: processes that start and stop, and jobs that wait for their time.
  suite({ name: 'program', files: wholeProgram, limit: 600, needsServer: true, concurrency: cores }),
  suite({ name: 'runner', files: ['test/runner/**/*.test.ts'], limit: 300 }),
  // What others made says whether ours is right: the design system's own examples, a real OpenID provider.
  suite({
    name: 'conformance',
    files: ['test/conformance/**/*.test.ts', 'test/openid/**/*.test.ts'],
    limit: 300,
    concurrency: cores,
  }),
  // One file at a time: a race needs the cores to itself to be one.
  suite({
    name: 'races',
    files: ['test/postgres-server.test.ts', 'test/races/**/*.test.ts'],
    limit: 600,
    needsServer: true,
  }),
  // A browser and the program wait for each other: one file keeps about one core busy (286 s of processor time in 9).
  suite({
    name: 'journeys',
    files: ['test/journeys/**/*.test.ts'],
    limit: 1_500,
    concurrency: cores,
  }),
];

function tool({ name, words }: { name: string; words: string[] }): Stage {
  const run: Stage['run'] = (asked) => runTool({ name, words, ...asked });
  return { name, isQuick: true, needsServer: false, limit: 240, filesIn: () => [], run };
}

function suite({
  name,
  files: patterns,
  except = [],
  limit,
  concurrency = 1,
  isQuick = false,
  needsServer = name === 'unit',
}: {
  name: string;
  files: string[];
  except?: string[];
  limit: number;
  concurrency?: number;
  isQuick?: boolean;
  needsServer?: boolean;
}): Stage {
  const filesIn: Stage['filesIn'] = (root) =>
    globSync(patterns, { cwd: root })
      .map((file) => file.replaceAll(path.sep, '/'))
      .filter((file) => !except.some((pattern) => path.matchesGlob(file, pattern)))
      .toSorted();
  const run: Stage['run'] = ({ root, signal, only }) => {
    const chosen = filesIn(root).filter((file) => file.includes(only));
    const files = chosen.map((file) => path.join(root, file));
    // A file that hangs is ended while there is time for the others.
    return runSuite({ files, concurrency, secondsAFile: limit * 0.6, root, signal });
  };
  return { name, isQuick, needsServer, limit, filesIn, run };
}

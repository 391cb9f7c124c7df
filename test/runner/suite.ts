import path from 'node:path';
import { run } from 'node:test';
import { inspect } from 'node:util';
import { type Failure, nothing, type Outcome } from './outcome.ts';

/** What a test event tells, as far as it is read here. */
export type TestEvent = {
  name: string;
  file?: string | undefined;
  entryFile?: string | undefined;
  testId?: number | undefined;
  parentId?: number | undefined;
  line?: number | undefined;
  skip?: string | boolean | undefined;
  todo?: string | boolean | undefined;
  details: { type?: string | undefined; error?: Error | undefined };
};

/** Runs test files with node:test, each in a process of its own that may take `secondsAFile`, and counts what they say. */
export async function runSuite({
  files,
  concurrency,
  secondsAFile,
  root,
  signal,
}: {
  files: string[];
  concurrency: number;
  secondsAFile: number;
  root: string;
  signal: AbortSignal;
}): Promise<Outcome> {
  if (files.length === 0) return nothing;
  // Each file begins by loading much of the program: what was compiled for one is there for the next. That is said to
  // the file's own process and not by the environment, which would reach the programs that tests start.
  const compiled = encodeURIComponent(path.join(root, '.cache', 'compiled'));
  const deadline = new URL(`deadline.ts?seconds=${secondsAFile}&compiled=${compiled}`, import.meta.url).href;
  const events = run({ files, concurrency, signal, cwd: root, execArgv: ['--import', deadline] });
  const tally = makeTally({ root });
  events.on('test:pass', (event) => tally.pass(event));
  events.on('test:fail', (event) => tally.fail(event));
  events.on('test:stdout', ({ file, message }) => tally.print(file, message));
  events.on('test:stderr', ({ file, message }) => tally.print(file, message));
  events.on('test:summary', ({ file, duration_ms }) => file && tally.took(file, duration_ms / 1000));
  for await (const _ of events) {
    // The listeners above do the work; the loop waits for the last event.
  }
  return tally.outcome();
}

/** Counts test events: leaves count, groups do not, and a file that holds no test is a failure. */
export function makeTally({ root }: { root: string }) {
  const outcome: Outcome = { passed: 0, failures: [], skips: [], slowest: [] };
  const groups = new Set<string>();
  const printed = new Map<string, string>();
  const place = (event: TestEvent) => path.relative(root, event.entryFile ?? event.file ?? '');
  const isFile = (event: TestEvent) => event.entryFile === undefined && event.name === event.file;
  const isGroup = (event: TestEvent) =>
    event.details.type === 'suite' || groups.has(`${event.entryFile} ${event.testId}`);
  const failAs = (failure: Failure) => outcome.failures.push(failure);
  const isSkipped = (event: TestEvent) => {
    groups.add(`${event.entryFile} ${event.parentId}`);
    const reason = event.skip ?? (event.todo === undefined ? undefined : `to do: ${event.todo}`);
    if (reason === undefined || reason === false) return false;
    const words = typeof reason === 'string' && reason !== '' ? reason : 'no reason is given';
    outcome.skips.push({ name: `${place(event)}: ${event.name}`, reason: words });
    return true;
  };
  return {
    pass(event: TestEvent): void {
      if (isSkipped(event)) return;
      if (isFile(event)) failAs({ name: place(event), text: 'This file holds no test.' });
      else if (!isGroup(event)) outcome.passed += 1;
    },
    fail(event: TestEvent): void {
      if (isSkipped(event)) return;
      const error = event.details.error;
      // The group's own failure says only that a test in it failed, which is told already.
      if (isGroup(event) && failureType(error) === 'subtestsFailed') return;
      const name = isFile(event) ? place(event) : `${place(event)}:${event.line ?? '?'}: ${event.name}`;
      const heard = printed.get(event.entryFile ?? event.file ?? '') ?? '';
      const text = isFile(event) ? `${explain(error)}\n${heard.trim()}` : explain(error);
      failAs({ name, text: text.trim() });
    },
    /** Keeps what a file printed, the last of it, for the case that the file as a whole fails. */
    print(file: string | undefined, message: string): void {
      const key = file ?? '';
      printed.set(key, `${printed.get(key) ?? ''}${message}`.slice(-8000));
    },
    took(file: string, seconds: number): void {
      outcome.slowest.push({ file: path.relative(root, file), seconds });
    },
    outcome(): Outcome {
      const slowest = outcome.slowest.toSorted((a, b) => b.seconds - a.seconds).slice(0, 3);
      return { ...outcome, slowest };
    },
  };
}

function failureType(error: Error | undefined): unknown {
  return error && 'failureType' in error ? error.failureType : undefined;
}

/** The error that the test threw: node:test wraps it in one of its own. */
function explain(error: Error | undefined): string {
  const thrown = error?.cause instanceof Error ? error.cause : error;
  return inspect(thrown, { depth: 6, colors: false, maxStringLength: 20_000, maxArrayLength: 200 });
}

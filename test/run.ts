// The whole `npm test`. Ends with the totals alone on the last line, and exits with 0 only where something passed and
// nothing failed.
//
//   npm test                           everything
//   npm run check                      what needs no server and no browser, in a minute
//   npm test -- unit races             these stages
//   npm test -- unit --only ledger     their files whose path holds a word
import path from 'node:path';
import { parseArgs } from 'node:util';
import { shareServer, withoutServer } from './postgres-server.ts';
import { exitCode, nothing, type Outcome, skipLines, together, totals } from './runner/outcome.ts';
import { type Stage, stages } from './runner/stages.ts';

const root = path.dirname(import.meta.dirname);
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => stopping.abort('stopped before its end'));
}

const { chosen, isQuick, only } = whatIsAsked();
const started = performance.now();
const outcome = await runStages();
for (const { name } of outcome.failures) console.log(`failed: ${name}`);
console.log(`whole run: ${secondsSince(started)} s`);
console.log(totals(outcome));
process.exit(exitCode(outcome));

function whatIsAsked(): { chosen: Stage[]; isQuick: boolean; only: string } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { quick: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
  });
  const unknown = positionals.find((word) => !stages.some(({ name }) => name === word));
  if (unknown !== undefined) {
    console.error(`There is no stage ${unknown}; there are ${stages.map(({ name }) => name).join(', ')}.`);
    process.exit(2);
  }
  const isChosen = (stage: Stage) =>
    positionals.length > 0 ? positionals.includes(stage.name) : !values.quick || stage.isQuick;
  return { chosen: stages.filter(isChosen), isQuick: values.quick, only: values.only };
}

async function runStages(): Promise<Outcome> {
  const isServerWanted = !isQuick && chosen.some(({ needsServer }) => needsServer);
  if (!isServerWanted) withoutServer('this run starts no PostgreSQL server (npm test does)');
  const server = isServerWanted ? await shareServer() : undefined;
  if (server && 'unavailable' in server) console.log(server.unavailable);
  const outcomes: Outcome[] = [];
  try {
    for (const stage of chosen) if (!stopping.signal.aborted) outcomes.push(await runStage(stage));
  } finally {
    if (server && 'stop' in server) await server.stop();
  }
  return together(stopping.signal.aborted ? [...outcomes, stoppedEarly()] : outcomes);
}

async function runStage(stage: Stage): Promise<Outcome> {
  const start = performance.now();
  const limit = AbortSignal.timeout(stage.limit * 1000);
  const outcome = await stage.run({ root, only, signal: AbortSignal.any([limit, stopping.signal]) });
  const isEmpty = outcome.passed + outcome.failures.length + outcome.skips.length === 0;
  const words = isEmpty ? 'no tests yet' : totals(outcome);
  console.log(`${stage.name.padEnd(13)} ${words.padEnd(40)} ${secondsSince(start).padStart(6)} s`);
  for (const { name, text } of outcome.failures) console.log(`\n  FAILED ${name}\n${indent(text)}\n`);
  for (const line of skipLines(outcome.skips)) console.log(line);
  if (performance.now() - start > 20_000) {
    for (const { file, seconds } of outcome.slowest)
      console.log(`  ${seconds.toFixed(1).padStart(6)} s  ${file}`);
  }
  if (!limit.aborted) return outcome;
  const text = `It took longer than the ${stage.limit} seconds that it may take.`;
  console.log(`  FAILED ${stage.name}: ${text}`);
  return { ...outcome, failures: [...outcome.failures, { name: stage.name, text }] };
}

function stoppedEarly(): Outcome {
  return { ...nothing, failures: [{ name: 'the whole run', text: 'stopped before its end' }] };
}

function secondsSince(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(1);
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '    ');
}

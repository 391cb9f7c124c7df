#!/usr/bin/env node
// Starts Daybreak on any machine that has Node.js 20 or newer and npm.
//
//   node bin/daybreak.mjs start …            the command line of src/cli.ts
//   node bin/daybreak.mjs --run FILE …       any file of the project, with the development packages installed
//
// The program itself needs Node.js 26, which comes as a package (decision 0001). This file is plain JavaScript,
// because the Node.js that reads it may be too old to read TypeScript. It writes to standard error only, so that
// what a command prints on standard output stays clean.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { findNode, LauncherRefusal } from './node-binary.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

try {
  const asked = whatToRun(process.argv.slice(2));
  const node = findNode({ root });
  await ensureInstalled({ root, needsDevelopment: asked.isDevelopment, packagesNeeded: node.packagesNeeded });
  runUnder(node.binary(), asked);
} catch (problem) {
  if (!(problem instanceof LauncherRefusal)) throw problem;
  console.error(`daybreak: ${problem.message}`);
  process.exitCode = 1;
}

/** The file to run and its arguments: src/cli.ts, or after `--run` the file that is named from the project's folder. */
function whatToRun(words) {
  if (words[0] !== '--run')
    return { file: path.join(root, 'src', 'cli.ts'), rest: words, isDevelopment: false };
  const [, named, ...rest] = words;
  if (!named) throw new LauncherRefusal('--run needs the name of a file.');
  const file = path.resolve(root, named);
  // Files in node_modules may come with the installation that has yet to be made.
  const isPackage = file.startsWith(path.join(root, 'node_modules') + path.sep);
  if (!isPackage && !existsSync(file)) throw new LauncherRefusal(`there is no file ${named} here.`);
  return { file, rest, isDevelopment: true };
}

/** Runs the file under the Node.js found and ends as it ends. */
function runUnder(binary, { file, rest }) {
  const lifeline = pathToFileURL(path.join(root, 'bin', 'lifeline.mjs')).href;
  const child = spawn(binary, ['--import', lifeline, file, ...rest], {
    // A process group of its own: Ctrl-C then reaches this process alone, which passes it on once. Without it the
    // program would hear the terminal and us, and take the second signal for an impatient one.
    detached: process.platform !== 'win32',
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, DAYBREAK_LAUNCHER: String(process.pid) },
  });
  passOnSignals(child);
  child.on('error', (error) => {
    console.error(`daybreak: Node.js 26 at ${binary} does not start: ${error.message}.`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    // Ended by a signal: end by the same one, so that a shell or a service manager sees what happened.
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
    setTimeout(() => process.exit(1), 500);
  });
}

/**
 * Passes each signal on once; the terminal, npm and a dying parent may all bring one within the same moment. A second
 * Ctrl-C after that moment is passed on too: the program may take it as impatience.
 */
function passOnSignals(child) {
  const sameMoment = 1000;
  let last = Number.NEGATIVE_INFINITY;
  const tell = (signal) => {
    const now = performance.now();
    // Windows tells every process of the console itself.
    if (now - last > sameMoment && process.platform !== 'win32') child.kill(signal);
    last = now;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => tell(signal));
  // npm hands a signal to the shell between us and itself; that shell ends without telling anybody, and the program
  // would keep its port. So under npm, a parent that is gone means: stop.
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    tell('SIGTERM');
  }, 250);
  look.unref();
}

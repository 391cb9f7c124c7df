import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, test } from 'node:test';
import { FolderHeld, lockFolder } from './folder-lock.ts';

const folders: string[] = [];
const children: ChildProcess[] = [];
after(() => {
  for (const child of children) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'daybreak-lock-'));
  folders.push(folder);
  return folder;
}

const module = new URL('./folder-lock.ts', import.meta.url).href;

/** Another process that tries to take the folder once it is told to, and says "held" or the sentence. */
async function taker(folder: string): Promise<{ child: ChildProcess; take(): Promise<string> }> {
  const script = `
    const { lockFolder } = await import(${JSON.stringify(module)});
    console.log('ready');
    process.stdin.once('data', () => {
      try { lockFolder(${JSON.stringify(folder)}); console.log('held'); }
      catch (error) { console.log(error.message); }
    });
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  children.push(child);
  const lines = createInterface({ input: child.stdout });
  await once(lines, 'line');
  return {
    child,
    async take() {
      const said = once(lines, 'line');
      child.stdin.write('now\n');
      return String((await said)[0]);
    },
  };
}

async function end(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

test('a folder that a living process holds is refused, with a sentence that names the process and the mend', async () => {
  const folder = newFolder();
  const { child, take } = await taker(folder);
  assert.equal(await take(), 'held');
  assert.throws(
    () => lockFolder(folder),
    (error) =>
      error instanceof FolderHeld &&
      error.message.includes(
        `The data folder ${folder} is in use by process ${child.pid}, which has held it since 20`,
      ) &&
      error.message.endsWith('Stop that process first, or choose another folder with DAYBREAK_DATA.'),
  );
  await end(child);
});

test('the folder of a process that was killed is free again', async () => {
  const folder = newFolder();
  const { child, take } = await taker(folder);
  assert.equal(await take(), 'held');
  await end(child);
  lockFolder(folder)();
});

test('a folder is free again once it is unlocked, and held by this process until then', () => {
  const folder = newFolder();
  const unlock = lockFolder(folder);
  assert.throws(() => lockFolder(folder), new RegExp(`in use by process ${process.pid},`));
  unlock();
  lockFolder(folder)();
});

test('a lock that names a living process is free where that process does not hold it: its number was given anew', async () => {
  const folder = newFolder();
  const { child, take } = await taker(folder);
  assert.equal(await take(), 'held');
  await end(child);
  const left = readFileSync(join(folder, 'daybreak.lock'), 'utf8');
  assert.match(left, new RegExp(`"pid":${child.pid}`));
  // The number of the killed process belongs to another now: here, to the parent of this test.
  writeFileSync(join(folder, 'daybreak.lock'), left.replace(String(child.pid), String(process.ppid)));
  lockFolder(folder)();
});

test('unlocking twice does not unlock what was locked again in between', () => {
  const folder = newFolder();
  const first = lockFolder(folder);
  first();
  const second = lockFolder(folder);
  first();
  assert.throws(() => lockFolder(folder), FolderHeld);
  second();
});

test('a lock file that is empty or no lock at all does not lock the folder for ever', () => {
  for (const text of ['', 'what is this', '{"pid":"7"}', 'null']) {
    const folder = newFolder();
    writeFileSync(join(folder, 'daybreak.lock'), text);
    lockFolder(folder)();
  }
});

test('of six that take a folder at once, also one that a killed process held, one gets it', async () => {
  const folder = newFolder();
  for (let round = 0; round < 3; round++) {
    const takers = await Promise.all(Array.from({ length: 6 }, () => taker(folder)));
    const said = await Promise.all(takers.map(({ take }) => take()));
    assert.equal(said.filter((one) => one === 'held').length, 1, said.join('\n'));
    const winner = takers[said.indexOf('held')];
    for (const one of said)
      if (one !== 'held') assert.match(one, /is in use by (another process|process \d+)/);
    for (const { child } of takers) if (child !== winner?.child) await end(child);
    // Killed last, so that the next round finds a dead lock.
    if (winner !== undefined) await end(winner.child);
  }
});

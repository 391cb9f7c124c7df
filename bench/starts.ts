// How long the first start takes, which makes the database and the demonstration, and how long the next one does:
// from the command to the first page.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** Seconds from the command to an answered page. */
export type Starts = { readonly first: number; readonly next: number };

/** Measures both in a folder of their own, which is taken away again. */
export async function measureStarts(): Promise<Starts> {
  const folder = await mkdtemp(path.join(tmpdir(), 'daybreak-bench-'));
  try {
    return { first: await startOnce(folder), next: await startOnce(folder) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function startOnce(folder: string): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [path.join(import.meta.dirname, '..', 'src', 'cli.ts'), 'start'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      ...{
        DAYBREAK_DATA: folder,
        DAYBREAK_DEMONSTRATION: 'on',
        DATABASE_URL: '',
        PORT: '0',
        HOST: '127.0.0.1',
      },
      LOG_LEVEL: 'silent',
    },
  });
  const gone = once(child, 'exit');
  const impatience = setTimeout(() => child.kill('SIGKILL'), 120_000);
  try {
    const answer = await fetch(`${await addressOf(child.stdout)}/`);
    if (!answer.ok) throw new Error(`The first page answers ${answer.status}.`);
    await answer.text();
    return (performance.now() - began) / 1_000;
  } finally {
    child.kill('SIGTERM');
    await gone;
    clearTimeout(impatience);
  }
}

async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const address = /is ready: (http\S+)/.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error('Daybreak did not start.');
}
